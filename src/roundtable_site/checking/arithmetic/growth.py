"""Growth over years against a stated yearly rate: a question with the sums, as both may be about other things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, localcontext

from roundtable_site.checking.arithmetic.amounts import Span, plainly, span_of
from roundtable_site.checking.arithmetic.rows import Row, rows_of, span, value_of
from roundtable_site.checking.arithmetic.starts import printed_start
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
_YEARLY = re.compile(r"年均|每年平均|平均每年|年平均|年复合")
_LASTS = re.compile(r"(?P<number>\d+|[一二两三四五六七八九十]+)年(?:来|间|以来|里|内)?|(?P<plan>“?十[一二三四五]五”?)")
_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}


def check_growth(galley: Galley) -> Iterator[Finding]:
    """Yield yearly rates that the rise from a first to a last year does not bear out, however the years are counted."""
    rises: list[tuple[Indicator, str, Span, int]] = []
    for row in rows_of(galley):
        for indicator in row.indicators:
            if (rise := _rise(indicator, row)) is not None:
                rises.append((indicator, *rise))
    for stated in galley.article.indicators:
        if stated.unit == "%" and stated.value is not None and _YEARLY.search(stated.text + stated.name):
            for indicator, figure, start, years in rises:
                if _akin(indicator, stated) and _as_long(stated.period, years):
                    yield from _question(indicator, figure, start, years, stated)


def _rise(indicator: Indicator, row: Row) -> tuple[str, Span, int] | None:
    """Give the printed start, its values and the years that a figure took from it; None where no years are printed."""
    start = printed_start(indicator, row)
    if start is None:
        return None
    figure, values = start
    end = indicator.figure_start - row.start
    place = row.text.rfind(figure, 0, end)
    first = _YEAR.findall(row.text[max(0, place - 8) : place])
    last = _YEAR.findall(row.text[place:end]) or _YEAR.findall(indicator.period or "")
    years = int(last[-1]) - int(first[-1]) if first and last else 0
    return (figure, values, years) if years > 1 and values.low > 0 else None


def _akin(indicator: Indicator, stated: Indicator) -> bool:
    """Tell whether a yearly rate may be that of an indicator: one district, and the name of one in the other's."""
    name = _YEARLY.sub("", stated.name).removesuffix("增速").removesuffix("增长率").removesuffix("增长")
    near = stated.paragraph == indicator.paragraph or stated.name == indicator.name
    return (
        near
        and stated.district == indicator.district
        and (indicator.name in name or name in indicator.name)
        and bool(name)
    )


def _as_long(period: str | None, years: int) -> bool:
    """Tell whether a rate's period may be those years: 2017–2021 are four steps and five years."""
    found = _LASTS.search(period or "")
    if found is None:
        printed = _YEAR.findall(period or "")
        return len(printed) < 2 or int(printed[-1]) - int(printed[0]) in (years, years + 1)
    length = 5 if found["plan"] else _number(found["number"])
    return length in (years, years + 1)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _DIGITS.get(text, 0)


def _question(indicator: Indicator, figure: str, start: Span, years: int, stated: Indicator) -> Iterator[Finding]:
    """Ask where neither way of counting the years gives the stated rate."""
    end = span(indicator)
    said = span_of(stated.figure, stated.value or Decimal(0), stated.qualifier)
    if end is None or end.low <= 0:
        return
    quotient = end.over(start)
    for steps in (years, years + 1):
        if _yearly(quotient, steps).meets(said):
            return
    exact = value_of(indicator) / (indicator.start_value or Decimal(1))
    rate = _yearly(Span(exact, exact), years).low
    given = facts(
        start=figure,
        end=indicator.figure,
        years=years,
        rate=plainly(rate),
        stated=stated.figure,
        period=stated.period or stated.name,
    )
    yield Finding("growth-differs", stated, given, mark=stated.figure, sentence=stated.text, others=(indicator,))


def _yearly(quotient: Span, years: int) -> Span:
    with localcontext(prec=30):
        root = Decimal(1) / years
        return Span((quotient.low**root - 1) * 100, (quotient.high**root - 1) * 100)
