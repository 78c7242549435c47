"""Findings about ratios and multiples that their two figures do not bear out, or that contradict one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from roundtable_site.checking.arithmetic.amounts import Span, plainly, span_of
from roundtable_site.checking.arithmetic.changes import change_span
from roundtable_site.checking.arithmetic.rows import Row, rows_of, same_thing, span
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator

_COMPARED = re.compile(r"同比|环比|年均|比上年|较上年|比去年|较去年|同期|上月")
# 是原来的2.5倍, 为2015年的3倍: a multiple of what it was; 增长2倍 is a change and another thing.
_OF_BEFORE = re.compile(
    r"(?:是|为|达到?|相当于)(?:原来|过去|以前|从前|此前|改造前|之前|当时|(?:19|20)\d\d年)的(?:约|近)?$"
)
# 城乡收入比, 男女性别比: two words of one whole, and what is compared.
_TWO_SIDES = (("城乡", "城镇", "农村"), ("男女", "男", "女"))


def check_ratios(galley: Galley) -> Iterator[Finding]:
    """Yield multiples, percentages and ratios of one thing that contradict one another."""
    for row in rows_of(galley):
        yield from _doublings(row)
        yield from _multiples(row)
    yield from _sides(galley)


def _doublings(row: Row) -> Iterator[Finding]:
    """Hold a change in multiples (翻一番, 增长2倍) against one in percent that stands beside it."""
    for one, other in pairwise(row.indicators):
        if not same_thing(one, other) or {one.unit, other.unit} != {"倍", "%"}:
            continue
        first, second = change_span(one), change_span(other)
        if first is None or second is None or any(_COMPARED.search(i.text) for i in (one, other)):
            continue
        if not first.meets(second):
            given = facts(one=one.figure, one_percent=_percent(one), other=other.figure, other_percent=_percent(other))
            yield Finding("doubling-differs", other, given, mark=other.figure, sentence=row.text, others=(one,))


def _percent(indicator: Indicator) -> str:
    value = abs(indicator.value or Decimal(0))
    return plainly(value * 100 if indicator.unit == "倍" else value)


def _multiples(row: Row) -> Iterator[Finding]:
    """Hold 是原来的N倍 against the two figures of the sentence that stand nearest before it."""
    for at, ratio in enumerate(row.indicators):
        if ratio.unit != "倍" or ratio.value is None or not _OF_BEFORE.search(row.before(ratio)):
            continue
        before = [i for i in row.indicators[:at] if i.value is not None]
        ends = before[-1] if before else None
        if ends is not None and ends.start_value is not None and ends.value is not None:
            start = span_of("", ends.start_value)
            yield from _ratio(ratio, ends.figure, str(plainly(ends.start_value)), span(ends), start, (ends,), row)
        elif (
            len(before) > 1
            and before[-2].unit == before[-1].unit
            and before[-2].measure == before[-1].measure == "level"
        ):
            one, other = before[-1], before[-2]
            if _earlier(other.text, one.text):
                yield from _ratio(ratio, one.figure, other.figure, span(one), span(other), (one, other), row)


def _earlier(first: str, second: str) -> bool:
    """Tell whether two clauses are of one thing then and now."""
    return bool(
        re.search(r"以前|过去|原来|从前|此前|改造前|当时|年前", first) and re.search(r"现在|如今|目前|今年|已", second)
    )


def _sides(galley: Galley) -> Iterator[Finding]:
    """Hold 城乡收入比 against the two incomes where both are printed for its period."""
    for ratio in galley.article.indicators:
        if ratio.unit != ":1" or ratio.value is None:
            continue
        for both, one, other in _TWO_SIDES:
            if both not in ratio.name:
                continue
            kind = ratio.name.partition(both)[2].removesuffix("比").removesuffix("之")
            first, second = (_side(word, kind, ratio, galley) for word in (one, other))
            if first and second:
                row = next(row for row in rows_of(galley) if ratio in row.indicators)
                yield from _ratio(ratio, first.figure, second.figure, span(first), span(second), (first, second), row)


def _side(word: str, kind: str, ratio: Indicator, galley: Galley) -> Indicator | None:
    found = [
        i
        for i in galley.article.indicators
        if i.measure == "level"
        and i.unit not in ("%", ":1")
        and i.name.startswith(word)
        and kind[:2] in i.name
        and (i.district, i.period) == (ratio.district, ratio.period)
    ]
    return found[0] if len(found) == 1 else None


def _ratio(
    ratio: Indicator,
    one: str,
    other: str,
    first: Span | None,
    second: Span | None,
    others: tuple[Indicator, ...],
    row: Row,
) -> Iterator[Finding]:
    if first is None or second is None or second.low <= 0 or ratio.value is None:
        return
    quotient = first.over(second)
    if quotient.meets(span_of(ratio.figure, ratio.value, ratio.qualifier)):
        return
    exact = (first.low + first.high) / (second.low + second.high)
    given = facts(one=one, other=other, ratio=plainly(exact), stated=ratio.figure)
    yield Finding("ratio-differs", ratio, given, mark=ratio.figure, sentence=row.text, others=others)
