"""Findings about values that do not say what their figure says: the slip of a hand in the content file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator
from roundtable_site.parsing.figures import Figure, find_figures

_MAGNITUDES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8), "万亿": Decimal(10**12)}
_SIMPLE = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?:余|多)?(?P<magnitude>万亿|亿|万)?(?:余|多)?(?P<unit>[^\d\s]*)")


def check_values(galley: Galley) -> Iterator[Finding]:
    """Yield a finding for each value, second value or unit that its figure, read again, does not bear out."""
    for indicator in galley.article.indicators:
        if not _plainly_right(indicator):
            yield from _reread(indicator, galley)
        if _backwards(indicator):
            yield _reversed(indicator)


def _backwards(indicator: Indicator) -> bool:
    """Tell whether a figure is a range that runs from more to less; a fall of 6 to 12 degrees does not."""
    first, last = indicator.value, indicator.value_to
    if first is None or last is None:
        return False
    return abs(last) < abs(first) if max(first, last) < 0 else last < first


def _plainly_right(indicator: Indicator) -> bool:
    """Tell whether a figure of the usual form agrees, so that it need not be read again in its sentence."""
    found = _SIMPLE.fullmatch(indicator.figure)
    if found is None or indicator.value is None or indicator.value_to is not None or indicator.start_value is not None:
        return False
    value = Decimal(found["number"]) * _MAGNITUDES[found["magnitude"] or ""]
    return abs(indicator.value) == value and (indicator.unit or "") == found["unit"]


def _reread(indicator: Indicator, galley: Galley) -> Iterator[Finding]:
    paragraph = galley.paragraphs.get(indicator.paragraph)
    figures = find_figures(paragraph.text) if paragraph else []
    figure = _at(indicator, figures)
    if figure is None:
        return
    for field, given, read in (
        ("value", indicator.value, figure.value),
        ("value_to", indicator.value_to, figure.value_to),
    ):
        if _differ(given, read):
            yield _differs(indicator, field, given, read)
    if indicator.unit != figure.unit and indicator.value is not None and indicator.measure != "rank":
        yield _differs(indicator, "unit", indicator.unit, figure.unit)
    yield from _start(indicator, figures)


def _at(indicator: Indicator, figures: list[Figure]) -> Figure | None:
    """Give the figure that stands where the indicator says, as it is read in its sentence, else as it is read alone."""
    for figure in figures:
        if figure.start == indicator.figure_start and figure.printed == indicator.figure:
            return figure
    alone = find_figures(indicator.figure)
    return alone[0] if len(alone) == 1 and alone[0].printed == indicator.figure else None


def _start(indicator: Indicator, figures: list[Figure]) -> Iterator[Finding]:
    """Hold `from` against the figures that stand before: one of them must say it."""
    if indicator.start_value is None:
        return
    before = [
        f for f in figures if indicator.start <= f.start and f.end <= indicator.figure_start and f.value is not None
    ]
    if before and all(_differ(indicator.start_value, figure.value) for figure in before):
        yield _differs(indicator, "from", indicator.start_value, before[-1].value, before[-1].printed)


def _differ(given: Decimal | None, read: Decimal | None) -> bool:
    """Tell whether two values differ; signs are the sentence's to say, not the figure's."""
    if given is None or read is None:
        return given is not read
    return abs(given) != abs(read)


def _differs(indicator: Indicator, field: str, given: object, read: object, figure: str = "") -> Finding:
    shown = facts(field=field, given=_shown(given), figure=figure or indicator.figure, read=_shown(read))
    return Finding("figure-differs", indicator, shown, field, _shown(given), indicator.text)


def _shown(value: object) -> str:
    return "null" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)


def _reversed(indicator: Indicator) -> Finding:
    given = facts(figure=indicator.figure, value=_shown(indicator.value), value_to=_shown(indicator.value_to))
    return Finding("range-reversed", indicator, given, "figure", indicator.figure, indicator.text)
