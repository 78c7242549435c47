"""Work out what a figure measures, in the article's words, without the figure and the verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roundtable_site.parsing.lexicon import clippings as words
from roundtable_site.parsing.lexicon.measures import FALL, RANKED, RATE_NOUNS, REACHED, RISE
from roundtable_site.parsing.lexicon.predicates import NOT_PREDICATES, OPENING, PREDICATES, SINGLE, UNTOLD
from roundtable_site.parsing.periods import leading_time
from roundtable_site.parsing.wordlists import Trailing, any_of, leading

_HEAD = leading((*words.JOINING, *words.SCOPES, " ", "　", "，", "、", ":", "："), guard=words.NOT_SCOPES)
_TAIL = Trailing((*words.BETWEEN, *RISE, *FALL, *REACHED), guard=(*words.NOT_BETWEEN, *RATE_NOUNS))
_RANK_TAIL = re.compile(
    rf"(?:连续[^，。；]{{1,4}}年)?(?:均|都|稳|已|又|再次|再度|重新|首次|分别)*{any_of(RANKED)}[^，。；]{{0,10}}$"
)
_COMPARED = re.compile(
    r"(?:比|较|較|与|與|同|相比)[^，。；的]{0,8}?(?:同期|上年|去年|上月|上届|上季度|前年|年前|年|月|月份|基期|计划|目标|以前|过去|原来|此前|周)"
    r"(?:同期|增|底|末)?(?:相比|水平)?$"
)
_BASED = re.compile(r"(?:由|从)[^，。；]{0,14}$")
_VERB = re.compile(
    rf"(?P<adverb>{any_of(words.ADVERBS)}*)(?P<verb>{any_of(words.PRODUCING)})(?P<aspect>了|起|出|过|着|有|上|成)?"
)
_RESTRICT = re.compile(rf"(?P<adverb>{any_of(words.ADVERBS)}*)(?P<verb>{any_of(words.RESTRICTING)})(?:了|过|起)?")
_SUBJECT_END = re.compile(rf"{any_of(words.SUBJECT_ENDS)}$")
_OPENING = re.compile(rf"(?!{any_of(NOT_PREDICATES)}){any_of((*PREDICATES, *OPENING))}")
_PREDICATE = re.compile(rf"(?!{any_of(NOT_PREDICATES)})(?:{any_of(PREDICATES)}|{SINGLE})")
_UNTOLD = re.compile(any_of(UNTOLD))
_ALL = re.compile(r"^(?:全部|均|都|已经?|先后|陆续|相继|顺利|成功|集中|同时|也|还|全)+")
_LISTED = re.compile(r"^(?P<list>[^等]{2,60})等(?!级|待|候|额|温|离|同)(?P<rest>[^，。；]{0,24})$")
_OF = re.compile(r"^(?P<thing>[^的]{1,20})的(?P<action>[^的]{2,6})$")
_FINISHING = re.compile(r"(?:完成|实施|推进|启动|开展)(?:了|对)?$")
_TREATED = re.compile(r"^(?P<thing>[^，。；]{1,12}?)(?:进行|实施|开展)(?:了)?(?P<action>[^，。；]{2,8})$")
_MARKS = "“”‘’「」『』\"' 　、，：:（）()"


@dataclass(frozen=True, slots=True)
class Name:
    """A name, and what makes us doubt it."""

    text: str
    doubt: str | None = None


def bare(text: str) -> str:
    """Strip blanks and lonely marks from both ends.

    >>> bare("“专精特新”企业")
    '“专精特新”企业'
    """
    text = text.strip(" 　，、：:")
    for opening, closing in (("“", "”"), ("‘", "’"), ("「", "」"), ("（", "）"), ("(", ")"), ("《", "》")):
        if text.count(opening) != text.count(closing):
            text = text.strip(opening + closing)
    return text.strip(" 　，、：:")


def strip_head(text: str) -> str:
    """Leave out joining words, scopes and times at the head.

    >>> strip_head("其中全市去年粮食产量")
    '粮食产量'
    """
    while True:
        match = _HEAD.match(text)
        rest = text[match.end() :] if match else text
        rest = rest[leading_time(rest) :]
        if rest == text or not rest:
            return bare(text)
        text = rest


def strip_tail(text: str) -> str:
    """Leave out the verb and what else stands between name and figure.

    >>> strip_tail("工业增加值比上年同期增长")
    '工业增加值'
    """
    while True:
        rest = text[: _TAIL.start(text)]
        tail = rest[-20:]
        match = _COMPARED.search(tail)
        if match:
            rest = rest[: len(rest) - len(tail) + match.start()]
        if rest == text:
            return rest
        text = rest


def without_rank(text: str) -> str:
    """Leave out what says in which order a place is taken (居全国, 连续4年位列).

    >>> without_rank("粮食产量连续4年位居全国")
    '粮食产量'
    """
    match = _RANK_TAIL.search(text[-24:])
    return text[: len(text) - len(text[-24:]) + match.start()] if match else text


def without_base(text: str) -> str:
    """Leave out the opening of a pair (由2017年的).

    >>> without_base("投入强度由")
    '投入强度'
    """
    match = _BASED.search(text[-18:])
    return text[: len(text) - len(text[-18:]) + match.start()] if match else text


def name_before(before: str) -> str:
    """Give the name that stands before a figure at the end of its clause; empty if only a verb stands there.

    >>> name_before("全区核心区已建成市级研发平台"), name_before("累计实施"), name_before("同比增长")
    ('市级研发平台', '', '')
    """
    rest = strip_head(strip_tail(before))
    if not rest:
        return ""
    cut = _after_verb(rest)
    if cut:
        return _unlisted(strip_head(cut))
    dropped = _without_final_verb(rest)
    return _unlisted(strip_head(dropped))


def _after_verb(text: str) -> str:
    """Give what follows the last verb of producing, or nothing if no such verb can be told from a noun."""
    best = ""
    for match in _VERB.finditer(text):
        rest = text[match.end() :]
        if len(rest) < 2 or rest[0] in "的率者度量额":
            continue
        sure = (
            match.start() == 0 or match["adverb"] or match["aspect"] or _SUBJECT_END.search(text[: match.start()][-4:])
        )
        if match["verb"] in words.NOUNLIKE and match.start() and not match["adverb"]:
            continue
        if sure and not _inside_modifier(rest, match):
            best = rest
    return best


def _inside_modifier(rest: str, match: re.Match[str]) -> bool:
    """Whether the verb only opens a modifier: 有研发机构的企业, but not 建成市级以上的平台."""
    return match["verb"] == "有" and not match["adverb"] and not match["aspect"] and "的" in rest and match.start() == 0


def _without_final_verb(text: str) -> str:
    """Leave out a verb of producing that ends the text (智能化改造项目累计实施)."""
    tail = text[-10:]
    for match in _VERB.finditer(tail):
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

    >>> name_after("", "村完成集体资产股份制改革")
    ('完成集体资产股份制改革的村', '村')
    >>> name_after("现有", "世界500强企业布局")
    ('世界500强企业', '世界500强企业')
    """
    after = after.removeprefix("的")
    lead = strip_head(strip_tail(_without_list(before)))
    if (match := _TREATED.match(after)) and before.rstrip("近约超").endswith("对"):
        return f"{match['action']}{match['thing']}", match["thing"]
    noun, predicate = split_predicate(after)
    if (match := _OF.match(noun)) and match["action"].startswith(words.ACTIONS) and _FINISHING.search(before):
        return f"完成{match['action']}的{match['thing']}", match["thing"]
    limits = _limits(predicate) if not lead and subject else ""
    if limits:
        return (f"{limits}的{noun}", noun)
    kept = _kept_verb(before)
    return (kept + noun, noun) if noun else ("", "")


def _without_list(before: str) -> str:
    """Leave out examples before the figure (某某研究院等29个)."""
    return "" if before.endswith("等") and "有" not in before and "已" not in before else before


def _limits(predicate: str) -> str:
    """Give the part of a predicate that limits what is counted."""
    predicate = _ALL.sub("", predicate)
    if not 2 <= len(predicate) <= 14 or _UNTOLD.match(predicate):
        return ""
    return predicate.rstrip("了")


def _kept_verb(before: str) -> str:
    """Give a verb that says which of the things are meant (已签约入驻 → 签约入驻, 首批已入驻 → 首批入驻)."""
    tail = before[: _TAIL.start(before)][-40:] if _TAIL.start(before) > len(before) - 6 else before[-40:]
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
    if not match:
        return bare(after), ""
    return bare(after[: match.start()]), bare(after[match.start() :])
