"""Findings about a change that its two ends do not bear out, and about verbs that go the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.checking.arithmetic.amounts import Span, in_words, plainly, span_of
from roundtable_site.checking.arithmetic.rows import Row, rows_of, same_thing, span, value_of
from roundtable_site.checking.arithmetic.starts import printed_start
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator

_UP = re.compile(r"增|升|提高|扩大|上涨|涨到|涨至|扩展|拓展|拉长|延长")
_DOWN = re.compile(r"减|降|下滑|缩|跌|回落|收窄|压|少到|少至")
# A change against another time than the figure's own start.
_OTHER_BASE = re.compile(r"同比|环比|年均|比上年|较上年|比去年|较去年|同期|上月|平均每")
_HUNDRED = Decimal(100)


def check_changes(galley: Galley) -> Iterator[Finding]:
    """Yield what does not agree with a figure that tells where it started from."""
    for row in rows_of(galley):
        for at, indicator in enumerate(row.indicators):
            start = printed_start(indicator, row)
            ends = span(indicator)
            if start is None or ends is None:
                continue
            figure, started = start
            yield from _direction(indicator, figure, row)
            for stated in row.indicators[at + 1 :]:
                if not same_thing(indicator, stated) or stated.start_value is not None:
                    break
                if not _OTHER_BASE.search(stated.text):
                    yield from _change(indicator, figure, started, ends, stated)


def _direction(indicator: Indicator, figure: str, row: Row) -> Iterator[Finding]:
    """Yield a rise that falls, or a fall that rises."""
    start, end = indicator.start_value, indicator.value
    near = row.before(indicator, len(figure) + 8).rpartition(figure)[2][-8:]
    up, down = _UP.search(near), _DOWN.search(near)
    if start is None or end is None or start == end or bool(up) == bool(down) or min(start, end) < 0:
        return
    verb = up if end < start else down
    if verb:
        given = facts(start=figure, end=indicator.figure, verb=near.lstrip("的").strip())
        yield Finding("direction-differs", indicator, given, mark=indicator.figure, sentence=indicator.text)


def _change(indicator: Indicator, figure: str, start: Span, end: Span, stated: Indicator) -> Iterator[Finding]:
    """Hold a stated change against start and end, in whatever unit it is stated."""
    said = change_span(stated)
    if said is None or start.low <= 0:
        return
    computed = _computed(indicator, start, end, stated)
    if computed is None or computed[0].meets(said):
        return
    given = facts(start=figure, end=indicator.figure, change=computed[1], stated=stated.figure)
    yield Finding("change-differs", stated, given, mark=stated.figure, sentence=stated.text, others=(indicator,))


def change_span(stated: Indicator) -> Span | None:
    """Give the values that a stated change may stand for, in its own unit; multiples are given in percent.

    翻一番 is said of anything from nearly twice as much to half as much again.
    """
    if stated.value is None or stated.value_to is not None or stated.measure not in ("rate", "change"):
        return None
    value = abs(stated.value)
    if "番" in stated.figure:
        slack = Span(Decimal("0.95"), Decimal("1.5")) if not stated.qualifier else Span(Decimal("0.95"), Decimal(3))
        return Span(value * _HUNDRED * slack.low, value * _HUNDRED * slack.high)
    said = span_of(stated.figure, value, stated.qualifier)
    if stated.unit == "倍":
        half = Decimal("0.5") if value == value.to_integral_value() and not stated.qualifier else Decimal(0)
        return Span((said.low - half) * _HUNDRED, (said.high + half) * _HUNDRED)
    return said


def _computed(indicator: Indicator, start: Span, end: Span, stated: Indicator) -> tuple[Span, str] | None:
    """Give the change from start to end in the unit of the stated one: what it may be, and as it is told."""
    first, last = indicator.start_value or Decimal(0), value_of(indicator)
    rises = last >= first
    difference, exact = (end - start if rises else start - end), abs(last - first)
    if stated.unit in ("%", "倍"):
        quotient = end.over(start)
        percent = Span((quotient.low - 1) * _HUNDRED, (quotient.high - 1) * _HUNDRED)
        told = f"{plainly(exact / first * _HUNDRED)}%"
        return (percent if rises else Span(-percent.high, -percent.low)), told
    if stated.unit in ("个百分点", "百分点") and indicator.unit == "%":
        return difference, f"{plainly(exact)}个百分点"
    if stated.unit == indicator.unit and stated.measure == "change" and indicator.unit != "%":
        return difference, in_words(exact, indicator.unit or "")
    return None
