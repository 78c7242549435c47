"""All checks that look at one article alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roundtable_site.checking.arithmetic import check_arithmetic
from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.marks import check_marks
from roundtable_site.checking.misprints import check_misprints
from roundtable_site.checking.names import check_names
from roundtable_site.checking.prose import check_prose
from roundtable_site.checking.records import check_records
from roundtable_site.checking.repeats import check_repeats
from roundtable_site.checking.transcript import check_transcript

CHECKS: tuple[Callable[[Galley], Iterator[Finding]], ...] = (
    check_transcript,
    check_marks,
    check_repeats,
    check_arithmetic,
    check_names,
    check_misprints,
    check_prose,
    check_records,
)


def own_findings(galley: Galley) -> Iterator[Finding]:
    """Yield every finding about one article alone, by kind of check."""
    for check in CHECKS:
        yield from check(galley)
