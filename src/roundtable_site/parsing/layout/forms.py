"""The outer form of headings: how they are set, how they end, in how many parts."""

from __future__ import annotations

import re

from roundtable_site.parsing.layout.seams import goes_on
from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.cues import CLAUSE
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.seams import DANGLING_ENDS, WHOLE_ENDS
from roundtable_site.parsing.lexicon.tables import alternatives

MAX_HEADING = 45  # characters; longer lines are text
LONG = 28  # a heading is seldom longer
UNEVEN = -1  # points for two halves that differ by one character
_BALANCE = 3  # characters by which the halves of a heading on a line of its own may differ

_DANGLING = re.compile(
    rf"(?:[，、,（(《“‘「『【]|(?P<word>{alternatives(DANGLING_ENDS)})|\d[年月日]|、.|[一这那二两三四五六七八九十百几][个笔种项批位名条场次份套块片股家座户所])$"
)
_WHOLE = tuple(WHOLE_ENDS)
_COUNTED_ONE = ("一个", "一個", "一次", "一条", "一條", "一家", "一位")  # 挑一个 is whole at the end of a set phrase
_MARKS = re.compile(r"[，,。；;]")
_WITHIN = re.compile(r"[。！？!?｡]")
# Two or three parts with a space between them, no stray space beside a figure or a foreign word.
PART = r"[^\s，。；：]{2,21}[^\s，。；：\x00-\x7f]"
_TWO_HALVES = re.compile(
    rf"""
    {PART}[ 　]+(?![\x00-\x7f]{{1,4}}[^\x00-\x7f]{{0,2}}$){PART}(?:[ 　]+{PART})?$
  | [\u4e00-\u9fff]{{2}}[ 　]+[\u4e00-\u9fff][^\s，。；：]{{3,16}}$         # 水稻 少施肥多养地
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(
    r"""
    \#{1,6}\s*\S
    | [一二三四五六七八九十]{1,3}、
    | [（(][一二三四五六七八九十]{1,3}[）)]
    | 第[一二三四五六七八九十]{1,3}[章节節部编][分篇]?
    | \d{1,2}[.、．]\s*[^\d\s]
    """,
    re.VERBOSE,
)
_MARKDOWN = re.compile(r"#{1,6}\s*\S|\*\*[^*]{2,60}\*\*$")
# The first half of a sentence rather than of a heading: 某某说，某某是某某，
_CLAUSE = re.compile(rf"(?:{alternatives(CLAUSE)})$|.是.")
_PAIRED = re.compile("[“”‘’「」『』（）()《》【】]")
_PAIRS = ("“”", "‘’", "「」", "『』", "（）", "()", "《》", "【】")


def is_marked_heading(text: str) -> bool:
    """Tell whether a line says itself that it is a heading: ### or **…**."""
    return len(text) <= MAX_HEADING + 15 and bool(_MARKDOWN.match(text))


def looks_like_heading(text: str) -> bool:
    """Tell whether a line has the outer form of a heading, whatever stands around it."""
    return (
        len(text) <= MAX_HEADING
        and not dangles(text)
        and not goes_on(text)
        and balanced(text)
        and not _WITHIN.search(text[:-1])
        and not text.endswith(("。", "；", "：", ":", "｡", ";"))
    )


def dangles(text: str) -> bool:
    """Tell whether a text ends as no heading does; 成就 ends in a noun, although 就 ends in an adverb."""
    if text.endswith(_WHOLE):
        return False
    match = _DANGLING.search(text[-8:])
    if match and in_halves(text) and text.endswith(_COUNTED_ONE):
        return False
    return match is not None and not (len(match["word"] or "") == 1 and as_read(text[-2:]) in COMMON_WORDS)


def has_heading_form(text: str) -> bool:
    """Tell whether a line is set as only headings are: in two halves, numbered, or marked."""
    return is_marked_heading(text) or in_halves(text) or is_numbered(text)


def in_halves(text: str) -> bool:
    """Tell whether a line is two or three phrases with a space between them.

    >>> [in_halves(text) for text in ("治好一江水 养好两岸人", "水稻 少施肥多养地", "王 鼎")]
    [True, True, False]
    """
    return bool(_TWO_HALVES.match(text))


def is_numbered(text: str) -> bool:
    """Tell whether a line opens with the number of a heading."""
    return bool(_NUMBERED.match(text))


def in_sentences(text: str) -> bool:
    """Tell whether a sentence ends within a line."""
    return bool(_WITHIN.search(text[:-1]))


def has_comma(text: str) -> bool:
    """Tell whether a comma or semicolon stands in a line."""
    return bool(_MARKS.search(text))


def balanced(text: str) -> bool:
    """Tell whether every opening mark of a line is closed in it.

    >>> [balanced(text) for text in ("迈向“双碳”", "深入“一带一", "（一）稳投资")]
    [True, False, True]
    """
    return not _PAIRED.search(text) or all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def comma_points(text: str, *, alone: bool) -> int:
    """A heading has no comma, or one between two halves of about one length: 补短板，更要锻长板."""
    parts = _MARKS.split(text)
    halves = [len(half.strip()) for half in parts]
    if len(halves) == 1:
        return 0 if "：" in text or ":" in text else 1
    if (
        len(halves) != 2
        or min(halves) < 2
        or sum(halves) < 6
        or sum(halves) > LONG
        or _CLAUSE.search(as_read(parts[0]))
    ):
        return -2
    if halves[0] == halves[1] or (alone and abs(halves[0] - halves[1]) <= _BALANCE):
        return 1 if halves[0] == halves[1] >= 4 else 0
    return UNEVEN if alone and abs(halves[0] - halves[1]) <= 2 * _BALANCE else -2
