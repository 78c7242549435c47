"""The same indicator of one district over several articles, in the order of the times that it is stated for.

Figures are one series where name, unit and measure are the same. What an article says of 去年 is put to the year that
its date makes of it (`periods`), so that two articles are held to differ only where they speak of one time.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.model import Indicator, Measure
from roundtable_site.periods import absolute
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.row_parts import FigureRow, SeriesFigure, SeriesIndicator
from roundtable_site.site.rows import PlaceRow, SeriesRow

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLACES = Decimal("0.001")
Values = tuple[Decimal | None, Decimal | None]
_WIDTH, _HEIGHT = Decimal(100), Decimal(30)


class Stated(Struct, frozen=True):
    """A figure of a series: in which article, for which time, and whether another article gives another value for it.

    `x` and `y` are where it is drawn, in units of the drawing; None where it has no number or no year.
    """

    article: Link
    date: str | None
    claim: FigureRow | SeriesFigure
    time: str
    year: int | None
    differs: bool = False
    x: Decimal | None = None
    y: Decimal | None = None


class Series(Struct, frozen=True):
    """An indicator over several articles; `line` joins its dots where every year has one value."""

    name: str
    unit: str | None
    measure: Measure
    figures: tuple[Stated, ...]
    line: str = ""
    continued: bool = False  # a stretch of a long one, and not its first

    @property
    def differing(self) -> bool:
        """Whether articles give different values for one time."""
        return any(figure.differs for figure in self.figures)

    @property
    def drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(figure.x is not None for figure in self.figures)


def series_of(rows: Sequence[PlaceRow] | Sequence[SeriesRow]) -> tuple[Series, ...]:
    """Find the series of a district, in the order in which they begin; only what two articles or more state."""
    groups: dict[tuple[str, str | None, Measure], list[Stated]] = {}
    for row in rows:
        for claim in row.claims:
            key = claim.indicator.name, claim.indicator.unit, claim.indicator.measure
            groups.setdefault(key, []).append(_stated(row, claim))
    return tuple(
        _drawn(Series(*key, _compared(found)))
        for key, found in groups.items()
        if len({figure.article.address for figure in found}) > 1
    )


def stretches(series: Series, most: int) -> Iterator[Series]:
    """Cut a series into stretches of so many figures, each drawn by itself; one that is short enough stays whole."""
    if len(series.figures) <= most:
        yield series
        return
    for at in range(0, len(series.figures), most):
        some = tuple(replace(figure, x=None, y=None) for figure in series.figures[at : at + most])
        yield replace(_drawn(Series(series.name, series.unit, series.measure, some)), continued=at > 0)


def _stated(row: PlaceRow | SeriesRow, claim: FigureRow | SeriesFigure) -> Stated:
    time = absolute(claim.indicator.period or "", row.date, row.article.address.folder)
    years = _YEAR.findall(time.partition("@")[0]) or _YEAR.findall(time.partition("@")[2] if row.date else "")
    return Stated(row.article, row.date, claim, time, int(years[-1]) if years else None)


def _compared(found: Sequence[Stated]) -> tuple[Stated, ...]:
    """Put figures in the order of their times, and mark those of one time that articles give differently."""
    ordered = sorted(found, key=lambda figure: (figure.year is None, figure.year or 0, figure.time, figure.date or ""))
    times: dict[str, list[Stated]] = {}
    for figure in ordered:
        times.setdefault(figure.time, []).append(figure)
    differing = {time: iter(_differing(figures)) for time, figures in times.items()}
    return tuple(replace(figure, differs=next(differing[figure.time])) for figure in ordered)


def _differing(figures: Sequence[Stated]) -> list[bool]:
    """Say for each figure of one time whether another article gives another value; where no period is said, none does.

    The articles and values are counted, not compared two by two: a district may have thousands of figures of one time.
    """
    given = [_given(figure) for figure in figures]
    pairs = {pair for pair in given if pair}
    addresses, values = Counter(address for address, _ in pairs), Counter(value for _, value in pairs)
    return [pair is not None and len(pairs) - addresses[pair[0]] - values[pair[1]] + 1 > 0 for pair in given]


def _given(figure: Stated) -> tuple[Address, Values] | None:
    values = _values(figure.claim.indicator)
    if not figure.claim.indicator.period or values[0] is None:
        return None
    return figure.article.address, values


def _values(indicator: Indicator | SeriesIndicator) -> Values:
    return indicator.value, indicator.value_to


def _drawn(series: Series) -> Series:
    """Place the figures in the drawing: years along it, values on a scale that includes zero."""
    known = [(f.year, f.claim.indicator.value) for f in series.figures]
    points = [(year, value) for year, value in known if year is not None and value is not None]
    years, values = [year for year, _ in points], [value for _, value in points]
    if len(set(years)) < 2 or series.measure == "rank" or not any(values):
        return series
    low, high = min(*values, Decimal(0)), max(*values, Decimal(0))
    first, span = min(years), max(years) - min(years)
    placed = tuple(
        figure if year is None or value is None else replace(
            figure,
            x=(_WIDTH * (year - first) / span).quantize(_PLACES),
            y=(_HEIGHT * (high - value) / (high - low)).quantize(_PLACES),
        )
        for figure, (year, value) in zip(series.figures, known, strict=True)
    )  # fmt: skip
    single = len(set(points)) == len(set(years))
    line = " ".join(f"{f.x},{f.y}" for f in placed if f.x is not None) if single else ""
    return Series(series.name, series.unit, series.measure, placed, line)
