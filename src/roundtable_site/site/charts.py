"""Draw figures to scale: which may stand side by side, and how long each is.

Only figures of one unit and one measure share a scale, and every scale includes zero, so that lengths are in true
proportion. Lengths are per cent of the drawing's width, as text: pages carry them as SVG attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from roundtable_site.model import Measure
from roundtable_site.site.entries import Claim

# A place in an order is no length, and a record has none.
_NOT_DRAWN: frozenset[Measure] = frozenset({"rank"})
_PLACES = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Scale:
    """The line of numbers that figures of one unit and one measure share, from `low` to `high`."""

    unit: str
    measure: Measure
    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> Decimal:
        """Give where a value stands, in per cent of the width.

        >>> Scale("%", "share", Decimal(0), Decimal(40)).at(Decimal(10))
        Decimal('25.000000')
        """
        return ((value - self.low) / (self.high - self.low) * 100).quantize(_PLACES)

    @property
    def id(self) -> str:
        """The anchor of the chart: lasting, whatever else the page holds."""
        return f"c-{self.measure}-{sha256(self.unit.encode('utf-8')).hexdigest()[:6]}"

    @property
    def zero(self) -> Decimal:
        """Where zero stands, in per cent of the width."""
        return self.at(Decimal(0))


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure drawn: from `left` to `right`, in per cent; `end` is where its value stands.

    A bar runs from zero to the value. A dumbbell (`start` is known) runs from the figure's start to its value. `reach`
    is the far end of a range. `place` is its place among the
    `among` figures of its scale, the largest first.
    """

    claim: Claim
    scale: Scale
    left: Decimal
    right: Decimal
    end: Decimal
    place: int
    among: int
    start: Decimal | None = None
    reach: Decimal | None = None

    @property
    def width(self) -> Decimal:
        """How long the mark is, in per cent."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures of one unit and one measure, to one scale, in printed order."""

    scale: Scale
    marks: tuple[Mark, ...]


def charts(claims: Iterable[Claim]) -> tuple[Chart, ...]:
    """Group claims by unit and measure and draw every group that shows something.

    A group shows something when it has two figures to compare, or one with a start and an end.
    """
    groups: dict[tuple[str, Measure], list[Claim]] = {}
    for claim in claims:
        indicator = claim.indicator
        if indicator.value is not None and indicator.unit and indicator.measure not in _NOT_DRAWN:
            groups.setdefault((indicator.unit, indicator.measure), []).append(claim)
    drawn = (_chart(unit, measure, members) for (unit, measure), members in groups.items())
    return tuple(chart for chart in drawn if chart is not None)


def marks_by_id(drawn: Iterable[Chart]) -> Mapping[str, Mark]:
    """Give the mark of each figure by the figure's id."""
    return {mark.claim.id: mark for chart in drawn for mark in chart.marks}


def _chart(unit: str, measure: Measure, members: list[Claim]) -> Chart | None:
    """Draw one group to one scale, or give None where there is nothing to compare."""
    if len(members) < 2 and members[0].indicator.start_value is None:
        return None
    numbers = [number for claim in members for number in _numbers(claim)]
    low, high = min(*numbers, Decimal(0)), max(*numbers, Decimal(0))
    if low == high:
        return None
    scale = Scale(unit, measure, low, high)
    values = sorted((claim.indicator.value or Decimal(0) for claim in members), reverse=True)
    return Chart(scale, tuple(_mark(claim, scale, values) for claim in members))


def _numbers(claim: Claim) -> list[Decimal]:
    """Give every number of a figure that has to fit on the scale."""
    indicator = claim.indicator
    return [n for n in (indicator.value, indicator.value_to, indicator.start_value) if n is not None]


def _mark(claim: Claim, scale: Scale, values: list[Decimal]) -> Mark:
    """Draw one figure; `values` are all of its scale, the largest first."""
    indicator = claim.indicator
    value = indicator.value or Decimal(0)
    end = scale.at(value)
    start = None if indicator.start_value is None else scale.at(indicator.start_value)
    reach = None if indicator.value_to is None else scale.at(indicator.value_to)
    origin = scale.zero if start is None else start
    place = values.index(value) + 1
    return Mark(claim, scale, min(origin, end), max(origin, end), end, place, len(values), start, reach)
