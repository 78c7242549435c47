"""What an order of a page across articles is, and how long lists are cut into parts.

A part stands at `…/page/<number>/`: no guest, district or year has an address two steps below its list, so none can
take it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeVar

from msgspec import Struct

from roundtable_site.site.addresses import Address
from roundtable_site.site.facts import Need

PART = 50
"""Entries that a list has on one page; what fits on one page is not cut."""
T = TypeVar("T")


def is_large(articles: int) -> bool:
    """Say whether a site has more articles than fit on one page."""
    return articles > PART


class Part(Struct, frozen=True):
    """A page of a list: which of how many, from 1, and how many entries the whole list has."""

    number: int
    parts: int
    entries: int

    def address(self, first: Address, number: int | None = None) -> Address:
        """Give where this part stands, or another, of the list whose first part has the address `first`.

        >>> Part(2, 3, 120).address(Address("speakers")).path, Part(2, 3, 120).address(Address("speakers"), 1).path
        ('speakers/page/2/index.html', 'speakers/index.html')
        """
        at = self.number if number is None else number
        return first if at == 1 else first.under("page", str(at))


class Shelf(Struct, frozen=True):
    """A list of articles: all of them, those of a year, or those of a column.

    `name` is the year or the column's name, `folder` where the list stands below the language's root.
    """

    kind: Literal["all", "year", "column"]
    folder: tuple[str, ...]
    name: str
    articles: int


class Order(Struct, frozen=True):
    """A page across articles: its kind, what it is about, the rows it needs, and small facts of the site (`marks`).

    A page of a list knows which `part` it is; a list of articles knows its `shelf`, and the `shelves` it leads to.
    """

    kind: str
    key: str = ""
    needs: tuple[Need, ...] = ()
    marks: tuple[str, ...] = ()
    part: Part | None = None
    shelf: Shelf | None = None
    shelves: tuple[Shelf, ...] = ()

    @property
    def name(self) -> str:
        """What the order is called, among those of one language."""
        return f"{self.kind}:{self.key}" if self.key else self.kind

    @property
    def told(self) -> tuple[object, ...]:
        """All that the page depends on besides its rows."""
        return self.kind, self.marks, self.part, self.shelf, self.shelves


class Extent(Struct, frozen=True):
    """How much a site has: its published articles, and the places where their keywords stand."""

    articles: int
    places: int


def parted(entries: Sequence[T], size: int | None = None) -> Iterator[tuple[Part, Sequence[T]]]:
    """Cut a list into parts of so many entries, or of `PART`."""
    size = size or PART
    parts = max(1, -(-len(entries) // size))
    for at in range(parts):
        yield Part(at + 1, parts, len(entries)), entries[at * size : (at + 1) * size]
