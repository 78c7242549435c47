"""Where a record's text stands in its paragraph: no offset is written in a content file, each is worked out here.

Records of one paragraph with equal texts take the places of that text in order; `nth: 2` names a place where order does
not tell. Of an indicator, a place is one of its figure within one of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from roundtable_site.model import Indicator, Quote

MOST = 100
"""How many places of one text are told apart; more stand only in texts that nobody wrote."""


class Place(NamedTuple):
    """Offsets in a paragraph, in characters: of the record's text, and of its figure (a quote has its text's again)."""

    start: int
    figure_start: int


def offsets_of(needle: str, text: str) -> tuple[list[int], int]:
    """List where a text stands, and how many of these places are whole.

    A number that is part of a longer one (2倍 in 12倍) is no whole place: these come after all others, and count only
    where there is no other.

    >>> offsets_of("2倍", "由12倍到2倍，再到2倍"), offsets_of("2倍", "12倍"), offsets_of("3倍", "2倍")
    (([5, 10, 2], 2), ([1], 1), ([], 0))
    """
    found: list[int] = []
    at = text.find(needle) if needle else -1
    while at >= 0 and len(found) < MOST:
        found.append(at)
        at = text.find(needle, at + 1)
    if not needle or not (needle[0].isdigit() or needle[-1].isdigit()):
        return found, len(found)
    inside = [at for at in found if _within_number(needle, text, at)]
    whole = sorted(set(found).difference(inside))
    return whole + inside, len(whole) or len(inside)


def _within_number(needle: str, text: str, at: int) -> bool:
    before, after = text[max(at - 2, 0) : at], text[at + len(needle) : at + len(needle) + 2]
    starts_inside = needle[0].isdigit() and re.search(r"\d[.,]?$", before) is not None
    ends_inside = needle[-1].isdigit() and re.match(r"[.,]?\d", after) is not None
    return starts_inside or ends_inside


def places_of(record: Quote | Indicator, paragraph: str) -> tuple[list[Place], int]:
    """List every place where a record may stand in its paragraph, the whole ones first, and how many those are."""
    starts, whole_starts = offsets_of(record.text, paragraph)
    if isinstance(record, Quote):
        return [Place(start, start) for start in starts], whole_starts
    within, whole_within = offsets_of(record.figure, record.text)
    whole = {(s, f) for s in starts[:whole_starts] for f in within[:whole_within]}
    pairs = [(start, offset) for start in starts for offset in within]
    pairs.sort(key=lambda pair: pair not in whole)
    return [Place(start, start + offset) for start, offset in pairs], len(whole)


class Numbering:
    """Hands out the places of equal records in order, as both the reader and the writer of a content file do."""

    def __init__(self, paragraphs: Mapping[str, str]) -> None:
        self._paragraphs = paragraphs
        self._last: dict[tuple[str, ...], int] = {}
        self._known: dict[tuple[str, ...], tuple[list[Place], int]] = {}

    def places(self, record: Quote | Indicator) -> list[Place]:
        """List every place of a record; empty where its text is not in its paragraph."""
        return self._found(record)[0]

    def _found(self, record: Quote | Indicator) -> tuple[list[Place], int]:
        key = _key(record)
        if key not in self._known:
            self._known[key] = places_of(record, self._paragraphs.get(record.paragraph, ""))
        return self._known[key]

    def next(self, record: Quote | Indicator) -> int:
        """Give the index of the place whose turn it is: the one after the last taken, or the last whole one."""
        return max(min(self._last.get(_key(record), -1) + 1, self._found(record)[1] - 1), 0)

    def take(self, record: Quote | Indicator, index: int) -> Place:
        """Take the place of an index and note it, so that the next equal record gets the one after it."""
        self._last[_key(record)] = index
        return self.places(record)[index]

    def nth(self, record: Quote | Indicator) -> int | None:
        """Give the `nth` to be written with a record: None where order alone gives its place back.

        A record whose offsets are not those of its text (made by hand, say) counts as standing where its turn is.
        """
        stands = Place(record.start, record.figure_start if isinstance(record, Indicator) else record.start)
        turn = self.next(record)
        places = self.places(record)
        index = places.index(stands) if stands in places else turn
        if places:
            self.take(record, index)
        return None if index == turn else index + 1


def numbered(records: Iterable[Quote | Indicator], paragraphs: Mapping[str, str]) -> Iterator[int | None]:
    """Give each record's `nth`, in order."""
    numbering = Numbering(paragraphs)
    for record in records:
        yield numbering.nth(record)


def _key(record: Quote | Indicator) -> tuple[str, ...]:
    if isinstance(record, Indicator):
        return "indicator", record.paragraph, record.text, record.figure
    return "quote", record.paragraph, record.text
