"""Find the line and column of a finding's words: in the content file, or in the source where there is no such file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley
from roundtable_site.errors import Location


def pinpointed(finding: Finding, galley: Galley, page: Sequence[str]) -> Location:
    """Give where the marked words of a finding stand; the record's place where they are not found.

    `page` are the lines of the content file, or nothing where there is none yet: the source's lines then serve.
    """
    where = galley.place_of(finding.record)
    if finding.record.location is None:
        lines = galley.source or ()
        return _first(where, ((number, lines[number - 1], 0) for number in _printed_on(finding, where, lines)), finding)
    return _first(where, _field(where, finding.field, page), finding)


def _printed_on(finding: Finding, where: Location, lines: Sequence[str]) -> range:
    first, last = getattr(finding.record, "lines", (where.line, where.line))
    return range(max(first, 1), min(last, len(lines)) + 1)


def _first(where: Location, rows: Iterator[tuple[int, str, int]], finding: Finding) -> Location:
    """Give the place of the marked words in the first of some (line number, line, offset to begin at) that has them."""
    found: Location | None = None
    for number, line, begin in rows:
        found = found or Location(where.path, number, begin + 1)
        at = max(line.find(finding.sentence, begin), begin) if finding.sentence else begin
        for mark in _spellings(finding.mark):
            if (column := line.find(mark, at)) >= 0:
                return Location(where.path, number, column + 1)
    return found or where


def _spellings(mark: str) -> Iterator[str]:
    """Yield the words as they may stand in a content file: as they are, or with what nobody sees escaped."""
    if mark:
        yield mark
        if not mark.isprintable():
            yield "".join(
                c if c.isprintable() else f"\\x{ord(c):02x}" if ord(c) < 0x100 else f"\\u{ord(c):04x}" for c in mark
            )


def _field(where: Location, field: str, page: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Yield the line of a record's field with the offset of its value; a record of several lines is looked through."""
    name = re.compile(rf"(?<![\w-]){re.escape(field)}:(?: |$)")
    for number in range(where.line, len(page) + 1):
        line = page[number - 1]
        if number > where.line and _begins_another(line, where.column):
            return
        begin = where.column - 1 if number == where.line else 0
        if (found := name.search(line, begin)) and (number == where.line or _indent(line) == where.column - 1):
            yield number, line, found.end()


def _begins_another(line: str, column: int) -> bool:
    return bool(line.strip()) and _indent(line) < column - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
