"""A finding as a check gives it: which rule, on which record, with which facts; words and places come later."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.checking.catalogue import rule_named
from roundtable_site.errors import Location, Problem
from roundtable_site.model import Record


class Finding(Struct, frozen=True):
    """One finding before it is told.

    It stands on `record`, at the words `mark` of its `field`; `sentence` is what it speaks of. Whoever accepts it does
    so on `record`, on one of `others` (the other records it speaks of), or on the article.
    """

    rule: str
    record: Record
    facts: tuple[tuple[str, str], ...] = ()
    field: str = "text"
    mark: str = ""
    sentence: str = ""
    others: tuple[Record, ...] = ()

    def carriers(self) -> Iterator[Record]:
        """Yield the records on which it may be accepted."""
        yield self.record
        yield from self.others


def told(finding: Finding, where: Location) -> Problem:
    """Give a finding its words; `where` is its place."""
    rule = rule_named(finding.rule)
    return Problem(
        where,
        rule.english.format(**dict(finding.facts)),
        rule.severity,
        rule.name,
        finding.sentence,
        str(getattr(finding.record, "id", "")),
        finding.facts,
    )


def facts(**given: object) -> tuple[tuple[str, str], ...]:
    """Give facts in the form that findings keep them in, as text.

    >>> facts(name="茶园", line=3)
    (('name', '茶园'), ('line', '3'))
    """
    return tuple((name, str(value)) for name, value in given.items())
