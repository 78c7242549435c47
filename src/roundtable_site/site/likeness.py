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
    places: dict[tuple[str | None, ...], list[tuple[list[Claim], set[str]]]] = {}
    for claim in claims:
        if not _can_be_drawn(claim.indicator):
            continue
        name = _MARKS.sub("", claim.indicator.name)
        near = places.setdefault(_place(claim.indicator, name), [])
        by_name = claim.indicator.measure in NAMED_ALIKE
        fit = (each for each in near if not by_name or all(_named_alike(name, other) for other in each[1]))
        group, names = next(fit, (None, None))
        if group is None or names is None:
            near.append(([claim], {name}))
            groups.append(near[-1][0])
        else:
            group.append(claim)
            names.add(name)  # each name is compared once, however often it comes
    return groups


def _place(indicator: Indicator, name: str) -> tuple[str | None, ...]:
    """Give what two figures must have in common to be compared at all: of names that are alike, the last characters."""
    if indicator.measure == "share":
        return indicator.unit, indicator.measure
    ending = name[-_LEAST_ENDING:] if indicator.measure in NAMED_ALIKE else ""
    return indicator.unit, indicator.measure, indicator.period, ending


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


def _named_alike(one: str, other: str) -> bool:
    """Say whether two names end in the same noun: in two characters or more, and in half of the shorter name."""
    ending = len(shared_ending([one, other]))
    return ending >= _LEAST_ENDING and 2 * ending >= min(len(one), len(other))
