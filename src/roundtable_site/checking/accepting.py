"""Leave out the findings that an editor has accepted, and name acceptances that match nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from msgspec import Struct

from roundtable_site.checking.catalogue import RULES
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Record


class Judged(Struct, frozen=True):
    """The findings that stand, those that were accepted with the reason of each, and how often each was accepted."""

    standing: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, str], ...]


def judge(findings: Iterable[Finding], galley: Galley, elsewhere: frozenset[str] = frozenset()) -> Judged:
    """Split the findings of one article into those that stand and those that are accepted.

    Acceptances that match none are findings themselves, unless their rule is judged `elsewhere` (across articles).
    """
    standing: list[Finding] = []
    accepted: list[tuple[Finding, str]] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        carrier = _carrier(finding, galley)
        if carrier is None:
            standing.append(finding)
            continue
        used.add((id(carrier), finding.rule))
        accepted.append((finding, dict(carrier.editorial.accepted)[finding.rule]))
    standing += _unused(galley, used, elsewhere)
    return Judged(tuple(standing), tuple(accepted))


def _carrier(finding: Finding, galley: Galley) -> Record | None:
    """Give the record on which a finding is accepted; the nearest first, the article last."""
    for record in (*finding.carriers(), galley.article):
        if any(name == finding.rule for name, _ in record.editorial.accepted):
            return record
    return None


def acceptances(galley: Galley) -> Iterator[tuple[Record, str]]:
    """Yield every acceptance in an article: the record that it stands on, and the name of the finding."""
    for record in galley.records():
        for name, _ in record.editorial.accepted:
            yield record, name


def not_found(record: Record, name: str) -> Finding:
    """Give the finding that an acceptance matches nothing any more."""
    return Finding("accepted-unused", record, facts(name=name), "accepted", name)


def _unused(galley: Galley, used: set[tuple[int, str]], elsewhere: frozenset[str]) -> Iterator[Finding]:
    for record, name in acceptances(galley):
        if name not in RULES:
            near = get_close_matches(name, RULES, 1, 0)[0]
            yield Finding("accepted-unknown", record, facts(name=name, near=near), "accepted", name)
        elif (id(record), name) not in used and name not in elsewhere:
            yield not_found(record, name)
