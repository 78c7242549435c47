"""Who speaks: the subject of the clause before a verb of saying, or at the beginning of a clause without one."""

from __future__ import annotations

import re
from collections.abc import Container

from roundtable_site.parsing.lexicon.adverbs import ADVERBS, MAKING, PHRASE_ENDS, PREPOSITIONS, VERB_BEGINNINGS
from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.posts import AFTER_NAME, COURTESY, ELDERS, INDIVIDUALS
from roundtable_site.parsing.lexicon.surnames import COMPOUND
from roundtable_site.parsing.lexicon.tables import alternatives, words
from roundtable_site.parsing.people.names import SURNAMES, is_bare_name, is_chinese_name, is_listed_name
from roundtable_site.parsing.people.titles import OFFICE, read_run, title_start
from roundtable_site.parsing.quotes.mentions import Mention, mention_at_end

_SHORT = re.compile(
    rf"""
    (?:
        (?:{alternatives(ADVERBS)})(?:地|着)?
      | (?:上|本|下)?(?:周|星期)[一二三四五六日天]
      | (?:\d{{1,4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日(?:上午|下午|晚)?
      | [今昨前][（(]\d{{1,2}}[)）]日?(?:上午|下午|晚)?
    )$
    """,
    re.VERBOSE,
)
_SHORT_LAST = frozenset({adverb[-1] for adverb in ADVERBS} | set("地着一二三四五六日天午晚"))
_LONGEST_SHORT = 16  # the longest is a whole date
_MOST_PHRASES = 12  # a clause with more prepositions is no sentence

_MAKING = re.compile(rf"(?:{alternatives(MAKING)})(?:了)?(?:这样的|这样一番|如此|自己的|他的|她的)?$")
_MAKING_LAST = frozenset({verb[-1] for verb in MAKING} | set("了的番此"))
_PREPOSITION = re.compile(rf"(?:{alternatives(PREPOSITIONS)})")
_PHRASE_ENDS = tuple(sorted(PHRASE_ENDS))
_FREE = words("对 向 就 针对 围绕 面对 拿 以 用 给 跟 对于 关于 作为 代表 为 告诉")
_MARKS, _VERBS = frozenset("，。；、：（"), frozenset("说问答讲道称指喊笑叹看想写谈认劝")
_MANNER = re.compile(r"[\u4e00-\u9fff](?:地|着)$")
_PRONOUN = re.compile(r"(?:如今|现在|随后|接着|说着|说完|这时|此时|最后|但|而|可)?(他|她)(?![们人乡国日])")
_UNNAMED = re.compile(
    rf"(?:一位|一名|有位|另一位|另一名)[^，。；：！？“”]{{0,24}}?(?:{alternatives(INDIVIDUALS)})(?![\u4e00-\u9fff]*的)"
)
_BY_SURNAME = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{1,3}}?)(?P<title>{alternatives(AFTER_NAME | COURTESY | ELDERS)})")
_NICKNAME = re.compile(r"[老小阿]([\u4e00-\u9fff])(?=[说笑摆点掰指乐告正一高激兴很也])")
_CALLED = ("代表", "委员", "先生", "女士", "教授", "院士")  # what a name without a verb behind it may be followed by
_NO_SUBJECT = frozenset("的所、和与及们")  # behind a name: it is no subject


def subject_of(left: str, known: Container[str]) -> tuple[Mention | None, bool]:
    """Read the speaker from the clause before a verb, behind adverbs and phrases (在接受采访时, 对记者).

    The second value says that the verb is a noun's (作出强调), so that it reports no clause.

    >>> subject_of("何一平在接受本报记者采访时", ())[0].text
    '何一平'
    """
    making = _MAKING.search(left, max(0, len(left) - _LONGEST_SHORT)) if left[-1:] in _MAKING_LAST else None
    weak = bool(making and making.start() > 1)
    rest = left[: making.start()] if making and weak else left
    for _ in range(8):
        mention = mention_at_end(rest, known)
        short = short_before(rest)
        if mention is not None and not (short and _prefers_adverb(mention, rest, short, known)):
            return mention, weak
        if short:
            rest = rest[: short.start()]
            continue
        manner = _manner(rest, known)
        if manner is not None:
            return manner, weak
        cut = _phrase_cut(rest, known)
        if cut is None:
            return None, weak
        rest = cut
    return None, weak


def short_before(text: str) -> re.Match[str] | None:
    """Find what goes straight before a verb at the end of a text: an adverb, a way of saying, a date."""
    return _SHORT.search(text, max(0, len(text) - _LONGEST_SHORT)) if text[-1:] in _SHORT_LAST else None


def _manner(rest: str, known: Container[str]) -> Mention | None:
    """Read the speaker before a way of saying it (何一平一字一顿地): a name met before, else the longest name."""
    if not _MANNER.search(rest):
        return None
    found = [mention_at_end(rest[:-size], known) for size in range(2, 7)]
    mentions = [mention for mention in found if mention is not None and mention.kind != "source"]
    met = [mention for mention in mentions if mention.text in known or mention.kind != "person"]
    return next(iter([*met, *mentions]), None)


def _prefers_adverb(mention: Mention, rest: str, short: re.Match[str], known: Container[str]) -> bool:
    """Tell whether an adverb was read into a name (何一也): the shorter name is as good, and 都 and 均 need several."""
    if mention.kind not in ("person", "source") or mention.text in known or short[0] in ("均", "都", "曾", "先"):
        return False
    return mention_at_end(rest[: short.start()], known) is not None


def _phrase_cut(rest: str, known: Container[str]) -> str | None:
    """Cut the phrase that ends a clause, from the last preposition that leaves a speaker before it."""
    prepositions = list(_PREPOSITION.finditer(rest))
    for match in reversed(prepositions) if len(prepositions) <= _MOST_PHRASES else ():
        phrase = rest[match.end() :]
        if match.start() == 0 or (not phrase and match[0] not in ("告诉", "结束")):
            continue
        if (match[0] == "采访" and "接受" in rest[: match.start()]) or (match[0] == "在" and phrase.startswith("内")):
            continue  # 在接受包括某报在内的媒体采访时: the media ask
        plain_phrase = len(phrase) <= 8 and "的" not in phrase
        if match[0] not in _FREE and not plain_phrase and not phrase.endswith(_PHRASE_ENDS):
            continue
        before = rest[: match.start()]
        short = short_before(before)
        if mention_at_end(before, known) or (short and mention_at_end(before[: short.start()], known)):
            return before
    return None


def subject_at_start(clause: str, known: Container[str]) -> Mention | None:
    """Read the person a clause begins with, cutting an unknown name where a verb seems to begin.

    >>> subject_at_start("村支书何一平连连点头", ()).text
    '何一平'
    >>> subject_at_start("她擦了擦汗", ()).kind
    'pronoun'
    """
    begin = title_start_of_clause(clause)
    return (
        _pronoun(clause, begin)
        or _known(clause, begin, known)
        or _unnamed(clause)
        or _titled(clause, known)
        or _by_surname(clause, begin)
    )


def title_start_of_clause(clause: str) -> int:
    """Find where the clause begins behind a time or another lead-in."""
    return title_start(clause[:12]) if len(clause) > 12 else 0


def _pronoun(clause: str, begin: int) -> Mention | None:
    match = _PRONOUN.match(clause) or _PRONOUN.match(clause, begin)
    return (
        Mention("pronoun", match[1], start=match.start(1))
        if match and clause[match.end() : match.end() + 1] != "的"
        else None
    )


def _known(clause: str, begin: int, known: Container[str]) -> Mention | None:
    for place in sorted({0, begin}):
        for size in range(min(16, len(clause) - place), 1, -1):
            if clause[place : place + size] in known and clause[place + size : place + size + 1] not in _NO_SUBJECT:
                return Mention("person", clause[place : place + size], start=place)
    return None


def _unnamed(clause: str) -> Mention | None:
    match = _UNNAMED.match(clause)
    return Mention("anonymous", match[0], start=match.start()) if match else None


def _titled(clause: str, known: Container[str]) -> Mention | None:
    for match in OFFICE.finditer(clause[:60]):
        if match[0] in ("记者", "通讯员", "评论员", "编辑"):
            continue
        name = name_behind(clause, match.end(), known)
        if name is None:
            continue
        end = match.end() + len(name)
        run = read_run(clause[:end], (name,))
        if run is not None and run.name == name and clause[end : end + 1] not in _NO_SUBJECT:
            weak = None if name in known else "the name is cut at its likely end"
            return Mention("person", name, run.titles, run.title_start, weak)
    return None


def name_behind(text: str, place: int, known: Container[str]) -> str | None:
    """Give the name that begins at a place behind an office: one met before, else cut where a verb seems to begin."""
    for size in range(16, 1, -1) if known else ():
        if text[place : place + size] in known:
            return text[place : place + size]
    whole = text[place : place + 3]
    if text[place + 3 : place + 4] in _MARKS and whole[-1:] not in _VERBS and is_chinese_name(whole):
        return whole  # 村民王承前，: a mark ends the name, whatever its last character
    sizes = [size for size in (3, 2) if _may_be_name(text[place : place + size])]
    if text[place : place + 2] in COMPOUND and _may_be_name(text[place : place + 4]):
        sizes.insert(0, 4)
    titled = [size for size in sizes if text.startswith(_CALLED, place + size)]
    # 王鼎计划…: the third character begins a word with the fourth
    titled = titled or [2] if sizes == [3, 2] and text[place + 2 : place + 4] in COMMON_WORDS else titled
    likely = titled or [size for size in sizes if text[place + size : place + size + 1] in VERB_BEGINNINGS]
    return text[place : place + (likely or sizes)[0]] if sizes else None


def _may_be_name(text: str) -> bool:
    return is_chinese_name(text) and is_listed_name(text)


def _by_surname(clause: str, begin: int) -> Mention | None:
    for match in _BY_SURNAME.finditer(clause[: begin + 24]):
        name = match["name"].rpartition("的")[2]
        if clause[match.end() : match.end() + 1] in _NO_SUBJECT:
            continue
        alone = match.start() == begin or clause[match.start("title") - len(name) - 1] == "的"  # 家住…的李女士
        if (name in SURNAMES or name in COMPOUND) and alone:
            return Mention("surname", name + match["title"], start=match.start("title") - len(name))
        if is_bare_name(name) and match["title"] in AFTER_NAME | COURTESY:
            titles = (match["title"],) if match["title"] in AFTER_NAME else ()
            return Mention("person", name, titles, match.start("title") - len(name))
    nickname = _NICKNAME.match(clause, begin)
    return Mention("surname", nickname[0], start=begin) if nickname and nickname[1] in SURNAMES else None
