"""Findings about figures that do not agree. Sums that agree, as far as they are printed, are no findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roundtable_site.checking.arithmetic.changes import check_changes
from roundtable_site.checking.arithmetic.growth import check_growth
from roundtable_site.checking.arithmetic.parts import check_parts
from roundtable_site.checking.arithmetic.ratios import check_ratios
from roundtable_site.checking.arithmetic.reread import check_values
from roundtable_site.checking.arithmetic.shares import check_shares
from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley

_CHECKS: tuple[Callable[[Galley], Iterator[Finding]], ...] = (
    check_values,
    check_changes,
    check_growth,
    check_parts,
    check_shares,
    check_ratios,
)


def check_arithmetic(galley: Galley) -> Iterator[Finding]:
    """Yield every finding about the figures of an article."""
    for check in _CHECKS:
        yield from check(galley)
