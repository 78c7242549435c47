"""Work out what a figure measures, in the article's words, without the figure and the verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_site.parsing.indicators.trimming import bare, strip_head, strip_tail, tail_start, without_leads
from roundtable_site.parsing.lexicon import clippings as words
from roundtable_site.parsing.lexicon.predicates import NOMINAL, NOT_PREDICATES, OPENING, PREDICATES, SINGLE, UNTOLD
from roundtable_site.parsing.wordlists import any_of

_VERB = re.compile(
    rf"(?P<adverb>{any_of(words.ADVERBS)}*)(?P<verb>{any_of(words.PRODUCING)})(?P<aspect>了|起|出|过|着|有|上|成)?"
)
_RESTRICT = re.compile(rf"(?P<adverb>{any_of(words.ADVERBS)}*)(?P<verb>{any_of(words.RESTRICTING)})(?:了|过|起)?")
_SUBJECT_END = re.compile(rf"{any_of(words.SUBJECT_ENDS)}$")
_OPENING = re.compile(rf"(?!{any_of(NOT_PREDICATES)}){any_of((*PREDICATES, *OPENING))}")
_PREDICATE = re.compile(rf"(?!{any_of(NOT_PREDICATES)})(?:{any_of(PREDICATES)}|{SINGLE})")
_UNTOLD = re.compile(any_of(UNTOLD))
_DATED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:(?:19|20)\d\d年|今年|去年)(?=上|下|前|第|[一二三四]季|末|底|实|共|\d)")
# Where the counted thing goes: 1680箱凤梨到香港, 3000名学生赴青海.
_TO_WHERE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:到(?![期位岗账港家场达])|赴|往)(?=[\u4e00-\u9fff]{2})")
_ALL = re.compile(r"^(?:全部|均|都|已经?|先后|陆续|相继|顺利|成功|集中|同时|也|还|全)+")
_LISTED = re.compile(r"^(?P<list>[^等]{2,60})等(?!级|待|候|额|温|离|同)(?P<rest>[^，。；]{0,24})$")
_OF = re.compile(r"^(?P<thing>[^的]{1,20})的(?P<action>[^的]{2,6})$")
_FINISHING = re.compile(r"(?:完成|实施|推进|启动|开展)(?:了|对)?$")
_SURE = frozenset(
    ("实现", "拥有", "引进", "建成", "达成", "录得", "建有", "设有", "下辖", "举办", "荣获", "培育", "吸引")
)
_BARE = frozenset("建设获需辖")  # verbs of one character that open longer words (设计, 建筑)
_TOLD = re.compile(r"[达至到为占增减降升超破]|压缩|缩短|提高|突破")
_FIELD = re.compile(r"在(?P<field>[^，。；]{2,20}?(?:方面|领域))[^，。；]{0,8}$")
_ONE_OF = re.compile(r"^[开买建造做租养种办]?一[个条辆台座套件张家座亩]")
_ONE_BY_ONE = re.compile(r"(?<=[\u4e00-\u9fff]{2})分[别別]$")  # 汽车产销分别|完成
_TREATED = re.compile(r"^(?P<thing>[^，。；]{1,12}?)(?:进行|实施|开展)(?:了)?(?P<action>[^，。；]{2,8})$")

_MORE_THAN_A_NOUN = re.compile(
    r"[了着若就把将即还也又却已][^端端来产业军]|了$|立即|最后|动辄|如果|我们|他们|了解|提出|表示|经过|努力|产出|开发|[“‘「][^”’」]*$|^[以从在对为]"
    # a clause of its own, or what is only compared or shared out
    r"|[^的，]是[^否]|^分别|^比(?![重例率值赛])|^有(?![机色线效限关]|[^，]*的)|^整|建立|追回|帮扶|外出|返乡|落户|称许|^投入$|[^的]上修$"
)
_LONGEST = 26  # characters; a longer name has probably taken in more than the thing measured
_SHORT = frozenset(words.SHORT)

GENERAL_NAME = "the name is general"


class Name(NamedTuple):
    """A name, and what makes us doubt it."""

    text: str
    doubt: str | None = None


def doubt_of(name: str) -> str | None:
    """Give what makes us doubt a name, by its form alone.

    >>> doubt_of("粮食产量"), doubt_of("值")
    (None, 'the name is short')
    """
    if _MORE_THAN_A_NOUN.search(name):
        return "the name holds more than a noun"
    if len(name) <= 2 and name not in _SHORT:
        return "the name is short"
    return "the name is long" if len(name) > _LONGEST else None


def name_before(before: str, *, told: bool = False) -> str:
    """Give the name that stands before a figure at the end of its clause; empty if only a verb stands there.

    `told` says that another verb than those of producing states the figure (由…增加到).

    >>> name_before("全区老城区已建成社区食堂"), name_before("累计实施"), name_before("同比增长")
    ('社区食堂', '', '')
    """
    before = without_leads(before)
    body = strip_tail(before)
    rest = strip_head(body)
    if not rest:
        return ""
    if rest[0] == "建" and len(rest) > 3 and body[: -len(rest)].endswith(("已", "共", "新")):  # 已建停车位
        rest = rest[1:]
    cut = _after_verb(rest, told=told or _TOLD.search(before[len(body) :]) is not None)
    if cut:
        return _unlisted(strip_head(cut))
    return _ONE_OF.sub("", _unlisted(strip_head(_ONE_BY_ONE.sub("", _without_final_verb(rest)))))


def _after_verb(text: str, *, told: bool) -> str:
    """Give what follows the last verb of producing, or nothing if no such verb can be told from a noun.

    Where another verb states the figure (`told`: …达到, …压缩至), one inside the text is part of a noun.
    """
    best = ""
    for match in _VERB.finditer(text):
        rest = text[match.end() :]
        if (
            len(rest) < 2
            or rest[0] in "的率者度量额"
            or (match["verb"][-1] == "有" and rest[0] in "效机色线轨限关害毒偿氧")
        ):
            continue
        sure = (
            match.start() == 0 or match["adverb"] or match["aspect"] or _SUBJECT_END.search(text[: match.start()][-4:])
        )
        if match["verb"] in _BARE and not match["adverb"] and not match["aspect"]:
            continue
        if told and match["verb"] in words.NOUNLIKE:
            continue
        if match.start() and (told or (match["verb"] in words.NOUNLIKE and not match["adverb"])):
            continue
        sure = sure or (match["verb"] in _SURE and match.start() > 1)
        if sure and not _inside_modifier(rest, match):
            best = rest
    return best


def _inside_modifier(rest: str, match: re.Match[str]) -> bool:
    """Whether the verb only opens a modifier: 有食堂的学校, but not 建成市级以上的平台."""
    return match["verb"] == "有" and not match["adverb"] and not match["aspect"] and "的" in rest and match.start() == 0


def opens_with_verb(text: str) -> bool:
    """Whether a clause opens with a verb of producing or the like (新增就业…), so that it goes on with the one before.

    >>> opens_with_verb("新增岗位"), opens_with_verb("产值达到")
    (True, False)
    """
    match = _RESTRICT.match(text)
    return _VERB.match(text) is not None or (match is not None and len(match["verb"]) > 1)


def _without_final_verb(text: str) -> str:
    """Leave out a verb of producing that ends the text (智能化改造项目累计实施)."""
    tail = text[-10:]
    for match in _VERB.finditer(tail):
        if match["verb"] in words.NOUNLIKE and not match["adverb"] and match.start():
            continue
        if match.end() == len(tail) and (match["adverb"] or match.start() > 1):
            return text[: len(text) - len(tail) + match.start()]
        if match.end() == len(tail) and len(tail) == len(text) and match.start() == 0:
            return ""
    return text


def _unlisted(text: str) -> str:
    """Leave examples out of a name if they are proper names: 某某公司、某某馆等首店 → 首店.

    >>> _unlisted("柑橘、榨菜、柠檬等特色产业"), _unlisted("甲乙智能生活馆等首店")
    ('柑橘、榨菜、柠檬等特色产业', '首店')
    """
    match = _LISTED.match(text)
    if not match or not match["rest"]:
        return text
    listed = re.split("[、和与及]", match["list"])
    proper = len(listed) == 1 or any(i.endswith(words.INSTITUTION_ENDS) or len(i) > 7 for i in listed)
    return match["rest"] if proper else text


def name_after(before: str, after: str, *, subject: bool = True) -> tuple[str, str]:
    """Give the counted noun after a figure with what limits it, and the bare noun.

    >>> name_after("", "村完成厕所改造")
    ('完成厕所改造的村', '村')
    >>> name_after("现有", "世界500强企业")
    ('世界500强企业', '世界500强企业')
    """
    of_phrase, after = after.startswith("的"), after.removeprefix("的")
    lead = strip_head(strip_tail(_without_list(before)))
    if (match := _TREATED.match(after)) and before.rstrip("近约超").endswith("对"):
        return f"{match['action']}{match['thing']}", match["thing"]
    noun, predicate = split_predicate(after)
    if (match := _OF.match(noun)) and match["action"].startswith(words.ACTIONS) and _FINISHING.search(before):
        return f"完成{match['action']}的{match['thing']}", match["thing"]
    subject = subject and not before.endswith(("以", "用", "靠", "凭"))
    limits = _limits(predicate) if subject and (not lead or not _VERB.search(lead)) else ""
    if (
        2 <= len(lead) <= 6
        and not lead.endswith(("中", "里", "内"))
        and noun
        and not _VERB.search(lead)
        and not _RESTRICT.search(lead)
        and not _SUBJECT_END.search(lead)
    ):
        noun_said = lead + noun
    else:
        noun_said = _field(before) + noun
    if limits:
        return (f"{limits}的{noun_said}", noun)
    kept = _kept_verb(before)
    of = "的" if kept and of_phrase else ""
    return (kept + of + noun_said, noun) if noun else ("", "")


def _field(before: str) -> str:
    """Give the field that a count is taken in (在技术研发等方面实施了30项 → 技术研发等方面).

    >>> _field("在技术研发等方面实施了")
    '技术研发等方面'
    """
    match = _FIELD.search(before)
    return match["field"] if match else ""


def _without_list(before: str) -> str:
    """Leave out examples before the figure (某某研究院等9个)."""
    return "" if before.endswith("等") and "有" not in before and "已" not in before else before


def _limits(predicate: str) -> str:
    """Give the part of a predicate that limits what is counted."""
    predicate = _ALL.sub("", predicate)
    if predicate.startswith(("中", "里", "内")):  # 从30件提案中选出: the predicate is the chooser's
        return ""
    if not 2 <= len(predicate) <= 14 or _UNTOLD.match(predicate):
        return ""
    return predicate.rstrip("了")


def _kept_verb(before: str) -> str:
    """Give a verb that says which of the things are meant (已签约入驻 → 签约入驻, 首批已入驻 → 首批入驻)."""
    end = tail_start(before)
    tail = before[:end][-40:] if end > len(before) - 6 else before[-40:]
    found = None
    for match in _RESTRICT.finditer(tail):
        if match.start() <= 12 and (match.end() == len(tail) or match["adverb"]):
            found = match
    if not found:
        return ""
    return ("首批" if "首批" in tail else "") + found["verb"]


def split_predicate(after: str) -> tuple[str, str]:
    """Cut "noun + predicate" where the first verb opens the predicate.

    >>> split_predicate("新项目开工"), split_predicate("项目正加快建设")
    (('新项目', '开工'), ('项目', '正加快建设'))
    """
    match = _OPENING.match(after) or _PREDICATE.search(after[:60])
    if dated := _DATED.search(after[:40]):  # 867家上市公司|2009年上半年实现…
        after = after[: dated.start()]
    goal = _TO_WHERE.search(after[:30])
    match = goal if goal and (match is None or goal.start() < match.start()) else match
    if not match:
        return bare(after), ""
    predicate = bare(after[match.start() :])
    if predicate in NOMINAL and match.start():
        return bare(after), ""
    return bare(after[: match.start()]), predicate
