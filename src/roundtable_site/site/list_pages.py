"""Pages of lists that may be cut into parts: articles by year and column, all guests, all districts."""

from __future__ import annotations

from typing import ClassVar

from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.frame import Frame
from roundtable_site.site.ordering import Order, Part, Shelf
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import ListedRow, PersonRow, PlacedRow

AROUND = 3
"""Parts before and after its own that a page of a list leads to by number."""
Way = tuple[Link, int]
"""The way to a list of articles, and how many it has."""


class ListPage(Page, frozen=True, kw_only=True, dict=True):
    """A list, or one part of it."""

    part: Part
    first: Address  # of the first part

    def at(self, number: int) -> Address:
        """Give where a part of the same list stands."""
        return self.part.address(self.first, number)

    @property
    def near(self) -> tuple[int, ...]:
        """The parts that a page leads to: the first, the last, and those around it."""
        here, last = self.part.number, self.part.parts
        return tuple(n for n in range(1, last + 1) if n in (1, last) or abs(n - here) <= AROUND)


class PeoplePage(ListPage, frozen=True, kw_only=True, dict=True):
    """All guests of all articles, each with where their page stands."""

    template: ClassVar[str] = "people.html"

    people: tuple[tuple[Address, PersonRow], ...]


class PlacesPage(ListPage, frozen=True, kw_only=True, dict=True):
    """All districts of all articles, each with where its page stands."""

    template: ClassVar[str] = "places.html"

    places: tuple[tuple[Address, PlacedRow], ...]


class ShelfPage(ListPage, frozen=True, kw_only=True, dict=True):
    """Articles, newest first: all of them, those of a year, or those of a column."""

    template: ClassVar[str] = "shelf.html"

    shelf: Shelf
    articles: tuple[ListedRow, ...]
    years: tuple[Way, ...] = ()
    columns: tuple[Way, ...] = ()


def shelf_page(frame: Frame, order: Order, articles: tuple[ListedRow, ...], source: str) -> ShelfPage:
    """Make a page of a list of articles."""
    shelf, part = order.shelf, order.part
    assert shelf is not None  # an order of this kind has both
    assert part is not None
    first = frame.root.under(*shelf.folder)
    name = frame.word("lists", shelf.kind).format(shelf.name)
    trail = [Link(frame.word("home"), frame.home)]
    if shelf.kind != "all":
        trail.append(Link(frame.word("lists", "all"), frame.articles))
    if shelf.kind == "column":
        trail.append(Link(frame.word("lists", "columns_all"), frame.columns))
    return ShelfPage(
        frame=frame,
        address=part.address(first),
        title=part_title(frame, name, part),
        source=source,
        trail=(*trail, *trail_to(name, first, part)),
        part=part,
        first=first,
        shelf=shelf,
        articles=articles,
        years=shelf_links(frame, order, "year"),
        columns=shelf_links(frame, order, "column"),
    )


class ColumnsPage(ListPage, frozen=True, kw_only=True, dict=True):
    """All columns, each with how many articles it has."""

    template: ClassVar[str] = "columns.html"

    columns: tuple[Way, ...]


def columns_page(frame: Frame, order: Order, source: str) -> ColumnsPage:
    """Make a page of the list of columns."""
    part, name = order.part, frame.word("lists", "columns_all")
    assert part is not None  # an order of this kind has one
    trail = (Link(frame.word("home"), frame.home), Link(frame.word("lists", "all"), frame.articles))
    return ColumnsPage(
        frame=frame,
        address=part.address(frame.columns),
        title=part_title(frame, name, part),
        source=source,
        trail=(*trail, *trail_to(name, frame.columns, part)),
        part=part,
        first=frame.columns,
        columns=shelf_links(frame, order, "column"),
    )


def shelf_links(frame: Frame, order: Order, kind: str) -> tuple[Way, ...]:
    """Give the ways to the lists of a kind that an order leads to, each with how many articles it has."""
    return tuple(
        (Link(shelf.name, frame.root.under(*shelf.folder), own=kind == "column"), shelf.articles)
        for shelf in order.shelves
        if shelf.kind == kind
    )


def part_title(frame: Frame, name: str, part: Part) -> str:
    """Give the title of a part: the list's, and from the second part on which it is."""
    return name if part.number == 1 else name + frame.word("lists", "part").format(part.number, part.parts)


def trail_to(name: str, first: Address, part: Part) -> tuple[Link, ...]:
    """Give the step to the first part, for every later one."""
    return () if part.number == 1 else (Link(name, first),)
