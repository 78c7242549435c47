"""Where running text gives words to somebody: the speaker, the verb that attributes, and where the words begin."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roundtable_site.parsing.lexicon.adverbs import ADVERBS, MAKING, PHRASE_ENDS, PREPOSITIONS
from roundtable_site.parsing.lexicon.cues import BARE, CLAUSE, FIXED, HEARSAY, PROVERBS, SAYING
from roundtable_site.parsing.lexicon.tables import alternatives, words
from roundtable_site.parsing.quotes.mentions import Mention, mention_at_end
from roundtable_site.parsing.quotes.reading import Reading

REACH = 90
"""How far before the verb its subject may begin, in characters: longer than any titles printed in one clause."""

_CUE = re.compile(
    rf"(?:{alternatives(FIXED | HEARSAY | PROVERBS)})|(?P<cue>(?:{alternatives(SAYING)})(?:说道|说|道|称)?)",
)
_OBJECT = re.compile(
    r"(?:到|了)?(?:(?:本报|本刊|本台|笔者|采访|在场)?记者(?:们)?|笔者|大家|我们|在场的人|他们|她们|我|众人)?(?:说|道)?"
)
_LEARNED = re.compile(
    r"(?:从|向)(?P<who>[^，。；：！？“”]{2,60}?)(?:处|那里|口中|那儿)(?P<cue>得知|获悉|了解到|听到|证实)"
)
_CLAUSE_EDGE = re.compile(r"[，。；：！？”」』\"…—\ue000]")
_SHORT = re.compile(rf"(?:{alternatives(ADVERBS)})(?:地|着)?$")
_MANNER = re.compile(r"[\u4e00-\u9fff](?:地|着)$")
_MAKING = re.compile(rf"(?:{alternatives(MAKING)})(?:了)?(?:这样的|这样一番|如此|自己的|他的|她的)?$")
_PREPOSITION = re.compile(rf"(?:{alternatives(PREPOSITIONS)})")
_PHRASE_END = re.compile(rf"(?:{alternatives(PHRASE_ENDS)})$")
_FREE = words("对 向 就 针对 围绕 面对 拿 以 用 给 跟 对于 关于 作为 代表 为 告诉")
_MARKS = ("，", "：", "“", "「", "『", '"', "。")
_PLAIN = words("说 表示 认为 指出 称 坦言 直言 介绍 强调 告诉")
_SOLITARY = words("讲 问 笑 写 赞 劝 喊 想 谈 称")
_CLAUSE_START = re.compile(
    r"[要应须需将可能会已是我在他她它其这该有不没没尽只正从对为如如果目前今现去过未当随虽因通经]"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One place where words are given to somebody.

    `start` is where the clause with the speaker begins, `cue_start` where the verb begins, `end` where the words may
    begin (behind the verb, whom it speaks to and its mark); `mark` is that mark. `mention` is None where the speaker
    is that of the sentence's first clause (`…，并表示，…`). `reports` says that a clause may follow as reported speech.
    """

    mention: Mention | None
    start: int
    cue: str
    cue_start: int
    end: int
    mark: str
    reports: bool


def find_attributions(reading: Reading, start: int, end: int, known: frozenset[str]) -> list[Attribution]:
    """Give the attributions of one sentence of a reading, in order."""
    found: list[Attribution] = []
    for match in _CUE.finditer(reading.frame, start, end):
        if match["cue"] is None:
            continue
        attribution = _attribution(reading, (start, end), match, known)
        if attribution is not None and (not found or _follows(attribution, found[-1], reading.frame)):
            found.append(attribution)
    found += _learned(reading, start, end, known)
    return sorted(found, key=lambda attribution: attribution.cue_start)


def _follows(attribution: Attribution, last: Attribution, frame: str) -> bool:
    """Tell whether a second verb in the sentence attributes anew, and is not a part of what was said."""
    if attribution.cue_start < last.end:
        return False
    joined = frame[attribution.start : attribution.cue_start].startswith(("并", "还", "也", "同时", "又", "而且"))
    return attribution.mention is not None or not last.reports or joined


def _learned(reading: Reading, start: int, end: int, known: frozenset[str]) -> list[Attribution]:
    """Give the sources that a reporter learned something from (`从何一平处得知`)."""
    found = []
    for match in _LEARNED.finditer(reading.frame, start, end):
        mention = mention_at_end(match["who"], known)
        if mention is not None and mention.kind != "source":
            stop = match.end() + (reading.frame[match.end() : match.end() + 1] in ("，", "："))
            mark = reading.frame[stop - 1]
            place = match.start("who") + mention.start
            found.append(Attribution(mention, place, match["cue"], match.start("cue"), stop, mark, reports=False))
    return found


def _attribution(
    reading: Reading, sentence: tuple[int, int], match: re.Match[str], known: frozenset[str]
) -> Attribution | None:
    frame = reading.frame
    after = _after(frame, match.end(), sentence[1], match["cue"])
    if after is None:
        return None
    begin = clause_start(frame, sentence[0], match.start())
    left = frame[begin : match.start()]
    mention, weak = subject_of(left, known)
    if mention is None and not _continues(frame, left, begin, sentence[0]):
        return None
    if mention is not None and mention.weak and after[1] not in _MARKS and match["cue"] not in _PLAIN:
        return None
    end, mark = after
    reports = _reports(match["cue"], frame, end, mark) and not weak
    return Attribution(
        mention,
        begin + mention.start if mention else begin,
        reading.text[match.start() : match.end()],
        match.start(),
        end,
        mark,
        reports,
    )


def clause_start(frame: str, floor: int, place: int) -> int:
    """Find where the clause begins that holds a place."""
    floor = max(floor, place - REACH)
    edges = [match.end() for match in _CLAUSE_EDGE.finditer(frame, floor, place)]
    return edges[-1] if edges else floor


def _after(frame: str, place: int, end: int, cue: str) -> tuple[int, str] | None:
    """Read what follows the verb: whom it speaks to and the mark; None where the verb attributes nothing."""
    match = _OBJECT.match(frame, place, end)
    stop = match.end() if match else place
    mark = frame[stop : stop + 1] if stop < end else ""
    if mark in ("的", "着", "过"):
        return None
    if cue in _SOLITARY and mark not in ("：", "，", "“", "「", "『", '"') and frame[stop - 1] not in "了道到说者":
        return None
    return (stop + 1, mark) if mark in ("，", "：") else (stop, mark)


def _reports(cue: str, frame: str, end: int, mark: str) -> bool:
    stem = cue if cue in CLAUSE else re.sub("(?:说道|说|道|称)$", "", cue)
    if mark in ("，", "："):
        return stem in CLAUSE or stem in ("", "说")
    if mark in ("", "。", "；", "！", "？", "“", "「", "『", '"', "、", "）") or frame[end - 1] == "了":
        return False
    return stem in BARE or (stem in CLAUSE and bool(_CLAUSE_START.match(frame, end)))


def subject_of(left: str, known: frozenset[str]) -> tuple[Mention | None, bool]:
    """Read the speaker from the clause before a verb, behind adverbs and phrases (在接受采访时, 对记者).

    The second value says that the verb is a noun's (作出强调), so that it reports no clause.

    >>> subject_of("何一平在接受本报记者采访时", frozenset())[0].text
    '何一平'
    """
    making = _MAKING.search(left)
    weak = bool(making and making.start() > 1)
    rest = left[: making.start()] if making and weak else left
    for _ in range(8):
        mention = mention_at_end(rest, known)
        short = _SHORT.search(rest)
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


def _manner(rest: str, known: frozenset[str]) -> Mention | None:
    """Read the speaker before a way of saying it (何一平一字一顿地): a name met before, else the longest name."""
    if not _MANNER.search(rest):
        return None
    found = [mention_at_end(rest[:-size], known) for size in range(2, 7)]
    mentions = [mention for mention in found if mention is not None and mention.kind != "source"]
    met = [mention for mention in mentions if mention.text in known or mention.kind != "person"]
    return next(iter([*met, *mentions]), None)


def _prefers_adverb(mention: Mention, rest: str, short: re.Match[str], known: frozenset[str]) -> bool:
    """Tell whether an adverb was read into a name (何一也): the shorter name is as good, and 都 and 均 need several."""
    if mention.kind not in ("person", "source") or mention.text in known or short[0] in ("均", "都", "曾", "先"):
        return False
    return mention_at_end(rest[: short.start()], known) is not None


def _phrase_cut(rest: str, known: frozenset[str]) -> str | None:
    """Cut the phrase that ends a clause, from the last preposition that leaves a speaker before it."""
    for match in reversed(list(_PREPOSITION.finditer(rest))):
        phrase = rest[match.end() :]
        if match.start() == 0 or (not phrase and match[0] not in ("告诉", "结束")):
            continue
        plain_phrase = len(phrase) <= 8 and "的" not in phrase
        if match[0] not in _FREE and not plain_phrase and not _PHRASE_END.search(phrase):
            continue
        before = rest[: match.start()]
        short = _SHORT.search(before)
        if mention_at_end(before, known) or (short and mention_at_end(before[: short.start()], known)):
            return before
    return None


def _continues(frame: str, left: str, begin: int, sentence_start: int) -> bool:
    """Tell whether the clause goes on with the speaker of the sentence's first clause (`并表示`)."""
    if begin == sentence_start or frame[begin - 1] not in "，；":
        return False
    while left:
        short = _SHORT.search(left)
        if short is None:
            return left in ("并", "还", "而且", "同时", "向记者", "对记者", "他", "她")
        left = left[: short.start()]
    return True
