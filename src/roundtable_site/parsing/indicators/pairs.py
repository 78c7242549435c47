"""Join a start and an end that are both printed: 由3%增长到4.2%, 2018年的120亿元跃升至175亿元."""

from __future__ import annotations

import itertools
import re

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.lexicon.measures import FALL, RISE
from roundtable_site.parsing.numerals import numeral_value
from roundtable_site.parsing.wordlists import any_of

_MOVE = any_of(
    (
        *RISE,
        *FALL,
        "变",
        "调",
        "改",
        "转",
        "增",
        "扩",
        "拓展",
        "优化",
        "改善",
        "恢复",
        "推进",
        "进",
        "拉",
        "更新",
        "攀",
        "跃",
        "退",
        "晋",
        "扩展",
        "壮大",
        "扩容",
        "迈",
        "下探",
        "走",
        "回升",
    )
)
# Between start and end: the start may be rounded (左右), the end may have a time of its own (增加到2021年的).
_BETWEEN = re.compile(
    rf"(?:以上|左右|多|的水平|的规模|的)?[（(]?[，,]?(?:[^，。；\d]{{0,8}}?){_MOVE}?(?:并|再|又|逐步|进一步)?(?:到了?|至|为|成为?|成了)"
    r"(?:[^，。；\d]{0,4}|[^，。；]{0,6}年[^，。；\d]{0,8}|目前的|现在的|如今的)"
)
_JUST_TO = re.compile(r"(?:以上|左右)?(?:[^，。；\d]{0,6})(?:到|至)(?:约|近|超|逾|了|最高)?")
_BARE_START = re.compile(
    r"(?:由|从)[^，。；\d]{0,8}(?:\d{4}年的?)?第?(?P<number>\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})位?(?P<between>[^，。；\d%‰]{2,12})$"
)
_LISTED = re.compile(r"(?:以上|左右|多)?[、和与及](?:约|近|超|逾)?")
_MOST_STARTS = 8
_OPENED = re.compile(r"(?:由|从|自)(?:[^，。；]{0,14})$")


def pair_up(text: str, figures: list[Figure], clause_start: int) -> list[tuple[Figure, Figure | None]]:
    """Give each figure with the one it started from, if printed; a start is no figure of its own.

    >>> from roundtable_site.parsing.figures import find_figures
    >>> text = "森林覆盖率由3%增长到4.2%"
    >>> [(a.printed, b and b.printed) for a, b in pair_up(text, find_figures(text), 0)]
    [('4.2%', '3%')]
    """
    paired: list[tuple[Figure, Figure | None]] = []
    starts: dict[Figure, Figure] = {}
    for at, figure in enumerate(figures):
        starts |= _together(text, figures, at, clause_start)
        if figure in starts:
            paired.append((figure, starts[figure]))
        elif paired and paired[-1][1] is None and _starts(text, paired[-1][0], figure, clause_start):
            paired.append((figure, paired.pop()[0]))
        else:
            paired.append((figure, bare_start(text, figure, clause_start) if figure.unit is None else None))
    gone = set(starts.values())
    return [pair for pair in paired if pair[0] not in gone]


def _together(text: str, figures: list[Figure], at: int, clause_start: int) -> dict[Figure, Figure]:
    """Give the ends of several starts that are printed before them, each in its turn (由21%、19%提高到22%、20%)."""
    before = figures[max(0, at - _MOST_STARTS) : at]
    number = 1
    while number < len(before) and _LISTED.fullmatch(text, before[-number - 1].end, before[-number].start):
        number += 1
    ends = figures[at : at + number]
    if number < 2 or len(ends) < number:
        return {}
    first, last = before[-number], before[-1]
    listed = all(_LISTED.fullmatch(text, one.end, other.start) for one, other in itertools.pairwise(ends))
    opened = _OPENED.search(text, max(clause_start, first.start - 18), first.start)
    if not (listed and opened and _BETWEEN.fullmatch(text, last.end, ends[0].start)):
        return {}
    if not all(map(_same_kind, before[-number:], ends)):
        return {}
    return dict(zip(ends, before[-number:], strict=True))


def bare_start(text: str, end: Figure, clause_start: int) -> Figure | None:
    """Give a start that is printed as a bare number, which alone is no figure (从2.37缩小到1.94).

    >>> from roundtable_site.parsing.figures import find_figures
    >>> text = "倍差从2.37缩小到1.94"
    >>> bare_start(text, find_figures(text)[-1], 0).value
    Decimal('2.37')
    """
    lead = text[max(clause_start, end.start - 30) : end.start]
    match = _BARE_START.search(lead)
    if not match or not _BETWEEN.fullmatch(match["between"]):
        return None
    at = end.start - len(lead) + match.start("number")
    value = numeral_value(match["number"])
    ranked = lead[match.start("number") - 1 : match.start("number")] == "第"
    if value is None or ranked != end.printed.startswith("第"):
        return None
    return end._replace(start=at, end=at + len(match["number"]), printed=match["number"], value=value, value_to=None)


def _starts(text: str, start: Figure, end: Figure, clause_start: int) -> bool:
    if not _same_kind(start, end):
        return False
    between = text[start.end : end.start]
    if len(between) > 24:
        return False
    opened = _OPENED.search(text, max(clause_start, start.start - 18), start.start) is not None
    if opened:
        return _BETWEEN.fullmatch(between) is not None or _JUST_TO.fullmatch(between) is not None
    return _BETWEEN.fullmatch(between) is not None and re.search(_MOVE, between) is not None


def _same_kind(start: Figure, end: Figure) -> bool:
    """Whether the two can be one measure's start and end (a start may leave out its unit)."""
    if start.kind == end.kind == "ratio":
        return start.printed.count(":") == end.printed.count(":")
    if start.unit is None or end.unit is None:
        return start.unit == end.unit or start.unit is None
    return start.unit == end.unit or {start.unit, end.unit} <= {"%", "‰", "成"} or start.unit[-1] == end.unit[-1]
