"""All checks that look at one article alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.records import check_records

CHECKS: tuple[Callable[[Galley], Iterator[Finding]], ...] = (check_records,)


def own_findings(galley: Galley) -> Iterator[Finding]:
    """Yield every finding about one article alone, by kind of check."""
    for check in CHECKS:
        yield from check(galley)
