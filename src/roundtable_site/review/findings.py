"""Which findings stand on which record: what `checking` says is brought to the record that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from roundtable_site.checking import Language, said
from roundtable_site.errors import Problem
from roundtable_site.review.records import Item

DOUBT = "unsure"
"""The rule that tells a parser's doubt: it is settled by taking the doubt away, not by a reason."""


class Found(Struct, frozen=True):
    """A finding as the review page shows it; `rule` is what it is accepted by, "" where it cannot be."""

    rule: str
    message: str
    severity: str


def by_item(
    problems: Iterable[Problem], items: Sequence[Item], path: str, source: str, language: Language
) -> Mapping[str, list[Found]]:
    """Give the findings of each item by its key, told in a language.

    `path` is the content file, `source` the article's.
    A finding names its record, or stands on a line: of the content file, where the record that begins last before it is
    meant, or of the source, where the first item that takes from that line is. What fits none is the article's.
    """
    found: dict[str, list[Found]] = {}
    for problem in problems:
        if problem.location.path not in (path, source):
            continue
        item = _named(problem, items) or _at(problem, items, path)
        found.setdefault(item.key, []).append(Found(problem.rule, said(problem, language), problem.severity))
    return found


def _named(problem: Problem, items: Sequence[Item]) -> Item | None:
    named = [item for item in items if problem.record and item.place.key == problem.record]
    # A guest and a district may have one id: the line tells them apart.
    on_line = [item for item in named if item.record.location and item.record.location.line <= problem.location.line]
    return max(on_line, key=_line, default=None) or (named[0] if named else None)


def _at(problem: Problem, items: Sequence[Item], path: str) -> Item:
    line = problem.location.line
    if problem.location.path == path:
        before = [item for item in items if 0 < _line(item) <= line and item.kind != "article"]
        return max(before, key=_line, default=items[0])
    for item in items:
        lines = getattr(item.record, "lines", None)
        if lines is not None and lines[0] <= line <= lines[1]:
            return item
    return items[0]


def _line(item: Item) -> int:
    return item.record.location.line if item.record.location else 0
