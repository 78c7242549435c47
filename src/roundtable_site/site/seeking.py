"""The search page, and on a large site the index that it looks into before it loads any article's text.

The articles are cut into blocks: those of a year, oldest first, so that an edit touches the index of one block and a
new article stands at the end of the last one. A search begins with the newest block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import ClassVar

from msgspec import Struct

from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.exports import DataFile
from roundtable_site.site.facts import Facts, Need, unpacked
from roundtable_site.site.frame import Frame
from roundtable_site.site.grams import index_script, index_scripts, shards_for
from roundtable_site.site.index import Names, by_initial
from roundtable_site.site.ordering import Order, is_large
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import SoughtRow, StandingRow
from roundtable_site.site.search import ANY, PAGE, search_file

BLOCK = 400
"""Articles of a block at most: what is held in memory at once while its index is made."""
UNDATED = "undated"


class Block(Struct, frozen=True):
    """Articles that share an index, oldest first."""

    name: str
    articles: Sequence[StandingRow]


class SearchPage(Page, frozen=True, kw_only=True, dict=True):
    """The search form. A small site has an index by initial below it, for readers without JavaScript."""

    template: ClassVar[str] = "search.html"

    slugs: tuple[str, ...] = ()
    names: Names = ()
    blocks: tuple[tuple[str, int], ...] = ()  # of a large site: their names, the newest first, and their articles

    @property
    def files(self) -> tuple[Address, ...]:
        """The data that the form searches, one file for each article."""
        return tuple(search_file(slug) for slug in self.slugs)

    @property
    def file(self) -> Address:
        """The data of an article, `ANY` standing for its slug."""
        return search_file(ANY)

    @property
    def part(self) -> Address:
        """A part of an index, `ANY` standing for the block and for its number."""
        return index_file(ANY, ANY)

    @property
    def parts(self) -> tuple[tuple[str, int, int], ...]:
        """The blocks, each with how many articles it has and into how many parts its index is cut."""
        return tuple((name, articles, shards_for(articles)) for name, articles in self.blocks)

    @cached_property
    def index(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """Names and words under their initials in pinyin."""
        return by_initial(self.names)


def index_file(block: str, part: str) -> Address:
    """Give the address of a part of a block's index, or of what its articles are called (`articles`)."""
    return PAGE.under("index", block).named(f"{part}.js")


def search_orders(frame: Frame, facts: Facts) -> Iterator[Order]:
    """Yield the orders of the search page and of the index of each block."""
    if not is_large(len(facts.keys("standing"))):
        yield Order("search", needs=(Need("standing"), Need("index")))
        return
    blocks = blocks_of(unpacked("standing", facts.packed(Need("standing"))))
    yield Order("search", marks=tuple(f"{block.name} {len(block.articles)}" for block in blocks))
    if frame.root == HOME:
        for block in blocks:
            yield Order("block", block.name, tuple(Need("sought", row.slug) for row in block.articles))


def blocks_of(rows: Iterable[StandingRow]) -> list[Block]:
    """Cut articles into blocks, the newest first: all of them if they are few, else year by year."""
    ordered = sorted(rows, key=lambda row: (row.day, row.slug))
    if len(ordered) <= BLOCK:
        return [Block("all", ordered)]
    years: dict[str, list[StandingRow]] = {}
    for row in ordered:
        years.setdefault(row.day[:4], []).append(row)
    found = []
    for year in sorted(years, reverse=True):  # those without a date come last
        for at in reversed(range(0, len(years[year]), BLOCK)):
            name = year or UNDATED
            found.append(Block(f"{name}-{at // BLOCK + 1}" if at else name, years[year][at : at + BLOCK]))
    return found


def search_page(frame: Frame, order: Order, rows: Sequence[Sequence[StandingRow]], source: str) -> SearchPage:
    """Make the search page of the rows that it is ordered with: those of the articles, and of the index of names."""
    articles, names = rows or ((), ())
    pairs = (mark.rpartition(" ") for mark in order.marks)
    return SearchPage(
        frame=frame,
        address=frame.search,
        title=frame.word("search"),
        source=source,
        trail=(Link(frame.word("home"), frame.home),),
        slugs=tuple(row.slug for row in articles),
        names=tuple(entry for row in names for entry in row.entries),  # type: ignore[attr-defined]
        blocks=tuple((name, int(articles)) for name, _, articles in pairs),
    )


def block_files(order: Order, rows: Iterable[SoughtRow], source: str) -> Iterator[DataFile]:
    """Make the index of a block: what its articles are called, with their days, and its parts."""
    articles, block = list(rows), order.key
    listed = index_script([block, -1, [row.slug for row in articles], [row.day for row in articles]])
    yield _file(block, "articles", listed, source)
    for number, script in enumerate(index_scripts(block, [row.grams for row in articles])):
        yield _file(block, str(number), script, source)


def _file(block: str, part: str, script: str, source: str) -> DataFile:
    return DataFile(index_file(block, part), source, partial(str, script))
