"""Correct words of the transcript together with the records that quote them, so that all still say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from roundtable_site.errors import RoundtableError
from roundtable_site.model import Indicator, Paragraph, Quote, Record
from roundtable_site.review.records import Item

LEAST_KEPT = 0.5
"""How much of a record's words must be left for it to be the same record."""
Changed = tuple[Item, Record]
"""A record and what it says from now on."""


def with_words(paragraph: Paragraph, item: Item, text: str) -> Paragraph:
    """Give the paragraph with other words in the place where an item's words stand."""
    start, end = item.span
    return replace(paragraph, text=paragraph.text[:start] + text + paragraph.text[end:])


def carried(items: Sequence[Item], old: Paragraph, new: str, path: str, besides: str = "") -> Iterator[Changed]:
    """Yield the quotations and figures of a paragraph that say other words when its text becomes `new`.

    `besides` is the key of a record that is changed anyway. Raises RoundtableError where a printed figure would change
    on the way: its value and what readers are told belong to it, so it is corrected in its own form.
    """
    moves = SequenceMatcher(None, old.text, new, autojunk=False).get_opcodes()
    for item in items:
        record = item.record
        if not isinstance(record, Quote | Indicator) or record.paragraph != old.id or item.key == besides:
            continue
        start, end = item.span
        text = new[_at(moves, start, ending=False) : _at(moves, end, ending=True)]
        if text == record.text:
            continue
        if isinstance(record, Indicator) and record.figure not in text:
            raise _refusal(
                f"this changes the printed figure {record.figure} of {record.id}: correct it there", item, path
            )
        if SequenceMatcher(None, record.text, text, autojunk=False).ratio() < LEAST_KEPT:
            raise _refusal(
                f"the words of {record.id} are no longer there: remove it first, or correct fewer", item, path
            )
        yield item, replace(record, text=text)


def _refusal(said: str, item: Item, path: str) -> RoundtableError:
    place = item.record.location
    return RoundtableError.at(path, said, place.line if place else 0, place.column if place else 0)


def _at(moves: Sequence[tuple[str, int, int, int, int]], offset: int, *, ending: bool) -> int:
    """Give where an offset of the old text stands in the new one; within changed words, their end or their beginning.

    >>> moves = SequenceMatcher(None, "一个错字。", "一个对的字。", autojunk=False).get_opcodes()
    >>> _at(moves, 2, ending=False), _at(moves, 3, ending=True), _at(moves, 5, ending=True)
    (2, 4, 6)
    """
    for kind, start, end, new_start, new_end in moves:
        inside = start < offset <= end if ending else start <= offset < end
        if inside and kind == "equal":
            return new_start + offset - start
        if inside:
            return new_end if ending else new_start
    return moves[-1][4] if moves and offset >= moves[-1][2] else 0
