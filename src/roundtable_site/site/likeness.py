"""Which figures may be measured by one scale.

One unit and one measure are not enough: four railways and eight tram lines are counted in one unit, sales of a month
and of half a year too, and neither is a comparison. So figures are also of one period, and how much there is of
something is compared only where the names end alike, since the noun that says what is counted stands at the end of a
Chinese name. Shares have their comparison in themselves, the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from roundtable_site.model import Indicator, Measure
from roundtable_site.site.entries import Claim

# A place in an order is no length, and a record has none.
_NOT_DRAWN: frozenset[Measure] = frozenset({"rank"})
NAMED_ALIKE: frozenset[Measure] = frozenset({"level", "target", "ratio", "from_to"})
"""The measures that say how much there is of something."""

_MARKS = re.compile(r"[^\w]")
_LEAST_ENDING = 2


def alike(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Group the claims that can be drawn, each group to be measured by one scale, in printed order."""
    groups: list[list[Claim]] = []
    for claim in claims:
        if not _can_be_drawn(claim.indicator):
            continue
        fit = (group for group in groups if all(_comparable(claim.indicator, other.indicator) for other in group))
        group = next(fit, None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def shared_ending(names: Sequence[str]) -> str:
    """Give what names end in together, without the 的 that would begin it.

    >>> shared_ending(["签约的合作项目", "建成的合作项目"]), shared_ending(["铁路", "轨道交通"])
    ('合作项目', '')
    """
    backwards = zip(*(name[::-1] for name in names), strict=False)
    ending = "".join(signs[0] for signs in takewhile(lambda signs: len(set(signs)) == 1, backwards))[::-1]
    return ending.lstrip("的") if ending not in names else ending


def _can_be_drawn(indicator: Indicator) -> bool:
    return indicator.value is not None and bool(indicator.unit) and indicator.measure not in _NOT_DRAWN


def _comparable(one: Indicator, other: Indicator) -> bool:
    """Say whether two figures may stand side by side."""
    if (one.unit, one.measure) != (other.unit, other.measure):
        return False
    if one.measure == "share":
        return True
    if one.period != other.period:
        return False
    return one.measure not in NAMED_ALIKE or _named_alike(_MARKS.sub("", one.name), _MARKS.sub("", other.name))


def _named_alike(one: str, other: str) -> bool:
    """Say whether two names end in the same noun: in two characters or more, and in half of the shorter name."""
    ending = len(shared_ending([one, other]))
    return ending >= _LEAST_ENDING and 2 * ending >= min(len(one), len(other))
