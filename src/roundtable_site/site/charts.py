"""Draw figures to scale: how long each is among those that it may be compared with (`likeness`).

Every scale includes zero, and that of shares the whole, so that lengths are in true proportion. Lengths are per cent
of the drawing's width, as text: pages carry them as SVG attributes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from msgspec import Struct

from roundtable_site.model import Measure
from roundtable_site.site.bounds import Bound, bound_of
from roundtable_site.site.entries import Claim
from roundtable_site.site.likeness import NAMED_ALIKE, alike, shared_ending

_PLACES = Decimal("0.001")
_WHOLE = Decimal(100)


class Scale(Struct, frozen=True):
    """The line of numbers that some figures share, from `low` to `high`; `id` is the anchor of their chart."""

    id: str
    unit: str
    measure: Measure
    low: Decimal
    high: Decimal

    def at(self, value: Decimal) -> Decimal:
        """Give where a value stands, in per cent of the width.

        >>> Scale("c-s1i1", "%", "share", Decimal(0), Decimal(40)).at(Decimal(10))
        Decimal('25.000')
        """
        return ((value - self.low) / (self.high - self.low) * 100).quantize(_PLACES)

    @property
    def zero(self) -> Decimal:
        """Where zero stands, in per cent of the width."""
        return self.at(Decimal(0))


class Mark(Struct, frozen=True):
    """One figure drawn: from `left` to `right`, in per cent; `end` is where its value stands.

    A bar runs from zero to the value. A dumbbell (`start` is known) runs from the figure's start to its value. `reach`
    is the far end of a range, `bound` what a qualifier makes of the end. `place` is its place among the `among` figures
    of its scale, the largest first.
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
    bound: Bound | None = None

    @property
    def width(self) -> Decimal:
        """How long the mark is, in per cent."""
        return self.right - self.left

    @property
    def outward(self) -> bool:
        """Whether the mark ends to the right of where it begins."""
        return self.end >= (self.scale.zero if self.start is None else self.start)


class Chart(Struct, frozen=True):
    """Figures that can be compared, to one scale, in printed order; `subject` is what their names end in together."""

    scale: Scale
    marks: tuple[Mark, ...]
    subject: str = ""
    period: str | None = None

    @property
    def bounds(self) -> frozenset[Bound]:
        """The kinds of bounds that are drawn in it."""
        return frozenset(mark.bound for mark in self.marks if mark.bound)


def charts(claims: Iterable[Claim]) -> tuple[Chart, ...]:
    """Draw every group of like claims that shows something: two figures to compare, or one with a start and an end."""
    drawn = (_chart(group) for group in alike(claims))
    return tuple(chart for chart in drawn if chart is not None)


def marks_by_id(drawn: Iterable[Chart]) -> Mapping[str, Mark]:
    """Give the mark of each figure by the figure's id."""
    return {mark.claim.id: mark for chart in drawn for mark in chart.marks}


def _chart(members: list[Claim]) -> Chart | None:
    """Draw one group to one scale, or give None where there is nothing to compare."""
    first = members[0].indicator
    if len(members) < 2 and first.start_value is None:
        return None
    numbers = [number for claim in members for number in _numbers(claim)]
    low, high = min(*numbers, Decimal(0)), max(*numbers, Decimal(0))
    if first.measure == "share" and first.unit == "%" and low == 0 and high <= _WHOLE:
        high = _WHOLE
    if low == high:
        return None
    scale = Scale(f"c-{first.id}", first.unit or "", first.measure, low, high)
    values = sorted((claim.indicator.value or Decimal(0) for claim in members), reverse=True)
    marks = tuple(_mark(claim, scale, values) for claim in members)
    names = [claim.indicator.name for claim in members]
    subject = _subject(names) if len(names) > 1 and first.measure in NAMED_ALIKE else ""
    period = None if first.measure == "share" else first.period
    return Chart(scale, marks, subject, period)


def _subject(names: list[str]) -> str:
    """Say what all names end in; an ellipsis shows that names go before it."""
    ending = shared_ending(names)
    return ending if ending in names else f"…{ending}" if len(ending) > 1 else ""


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
    bound = bound_of(indicator.qualifier)
    return Mark(claim, scale, min(origin, end), max(origin, end), end, place, len(values), start, reach, bound)
