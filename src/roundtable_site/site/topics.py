"""Pages about one guest, one district or one keyword in all articles, cut into parts where the articles are many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, ClassVar

from msgspec.structs import replace

from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.facts import Facts, Need
from roundtable_site.site.frame import Frame
from roundtable_site.site.list_pages import ListPage, part_title, trail_to
from roundtable_site.site.ordering import PART, Order, Part, parted
from roundtable_site.site.rows import PersonRow, PlaceRow, SeriesRow, Topic, WordRow, YearRow
from roundtable_site.site.series import Series, series_of, stretches

PLACED = 20
"""Articles on a part of a district's page, and indicators on a part of the page of its series."""
FIGURES = 200
"""Figures on a part of the page of its series: some 130 KB."""
WORDS = 200
"""Keywords on a part of the list of all, where each has a page of its own."""


class PersonPage(ListPage, frozen=True, kw_only=True, dict=True):
    """One guest in all articles, or in a part of them."""

    template: ClassVar[str] = "person.html"
    own_title: ClassVar[bool] = True

    appearances: tuple[PersonRow, ...]


class PlacePage(ListPage, frozen=True, kw_only=True, dict=True):
    """One district in all articles, with its series; or in a part of them, with the way to a page of its series."""

    template: ClassVar[str] = "place.html"
    own_title: ClassVar[bool] = True

    appearances: tuple[PlaceRow, ...]

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The indicators that several articles state of it."""
        return series_of(self.appearances) if self.part.parts == 1 else ()

    @property
    def all_series(self) -> Address | None:
        """Where its series stand, if not here."""
        return self.first.under("series") if self.part.parts > 1 else None


class SeriesPage(ListPage, frozen=True, kw_only=True, dict=True):
    """What many articles state of one district."""

    template: ClassVar[str] = "series.html"

    series: tuple[Series, ...]


class WordsPage(ListPage, frozen=True, kw_only=True, dict=True):
    """The keywords of a large site: a way to the page of each, with how many articles have it."""

    template: ClassVar[str] = "words.html"

    words: tuple[tuple[str, int], ...]


class WordPage(ListPage, frozen=True, kw_only=True, dict=True):
    """A keyword of a large site: where it stands in each article of a part, and how often in which year in all."""

    template: ClassVar[str] = "word.html"
    own_title: ClassVar[bool] = True

    word: str
    appearances: tuple[WordRow, ...]
    years: tuple[tuple[str, int], ...] = ()


def person_orders(facts: Facts) -> Iterator[Order]:
    """Yield the orders of every guest's page."""
    for key in facts.keys("person"):
        yield from _of("person", "person", key, facts)


def place_orders(facts: Facts) -> Iterator[Order]:
    """Yield the orders of every district's page, and of its series where that has many parts."""
    for key in facts.keys("place"):
        yield from _of("place", "place", key, facts, PLACED)
        if facts.count("place", key) > PLACED:
            yield Order("series", key, (Need("place", key),))


def word_orders(facts: Facts) -> Iterator[Order]:
    """Yield the orders of a large site's list of keywords, those of most articles first, and of their pages."""
    counted = sorted((-facts.count("word", word), word) for word in facts.keys("word"))
    for part, some in parted(counted, WORDS):
        yield Order("words", str(part.number), marks=tuple(f"{word} {-count}" for count, word in some), part=part)
    for _, word in counted:
        for at, order in enumerate(_of("word", "word", word, facts)):
            # The first part tells the years of all articles.
            yield order if at else replace(order, needs=(*order.needs, Need("word", word)))


def _of(kind: str, topic: Topic, key: str, facts: Facts, size: int | None = None) -> Iterator[Order]:
    """Yield the orders of a page about something in all articles."""
    at = 0
    for part, some in parted(range(facts.count(topic, key)), size):
        span = (at, at := at + len(some)) if part.parts > 1 else None
        name = key if part.number == 1 else f"{key}/{part.number}"
        yield Order(kind, name, (Need(topic, key, span),), part=part)


def person_page(frame: Frame, order: Order, rows: Sequence[PersonRow]) -> PersonPage:
    """Make the page of a guest."""
    guest, way = rows[0].speaker, Link(frame.word("speakers"), frame.speakers)
    first = frame.speakers.under(guest.guest.id)
    return PersonPage(**_part(frame, order.part, guest.name, first, way, rows[0].source), appearances=tuple(rows))


def place_page(frame: Frame, order: Order, rows: Sequence[PlaceRow]) -> PlacePage:
    """Make the page of a district."""
    district, way = rows[0].district, Link(frame.districts_word(), frame.districts)
    first = frame.districts.under(district.district.id)
    return PlacePage(**_part(frame, order.part, district.name, first, way, rows[0].source), appearances=tuple(rows))


def series_pages(frame: Frame, order: Order, rows: Sequence[SeriesRow]) -> Iterator[SeriesPage]:
    """Make the pages of a district's series."""
    name, home = rows[0].district.name, frame.districts.under(order.key)
    title = f"{name}{frame.word('colon')}{frame.word('series', 'title')}"
    pages = list(_paged(stretch for series in series_of(rows) for stretch in stretches(series, PART))) or [[]]
    for number, some in enumerate(pages, 1):
        part = Part(number, len(pages), sum(map(len, pages)))
        facts = _part(frame, part, title, home.under("series"), Link(name, home, own=True), rows[0].source)
        yield SeriesPage(**facts, series=tuple(some))


def _paged(series: Iterable[Series]) -> Iterator[list[Series]]:
    """Share series out among pages, each of so many series and figures at most."""
    page: list[Series] = []
    for one in series:
        if page and (len(page) == PLACED or sum(len(s.figures) for s in (*page, one)) > FIGURES):
            yield page
            page = []
        page.append(one)
    if page:
        yield page


def words_page(frame: Frame, order: Order, source: str) -> WordsPage:
    """Make a part of the list of all keywords."""
    pairs = (mark.rpartition(" ") for mark in order.marks)
    facts = _part(frame, order.part, frame.word("keywords"), frame.keywords, None, source)
    return WordsPage(**facts, words=tuple((word, int(count)) for word, _, count in pairs))


def word_page(frame: Frame, order: Order, rows: Sequence[WordRow], every: Sequence[YearRow], source: str) -> WordPage:
    """Make the page of a keyword of some rows; `every` are those of all articles, for the first part."""
    word, way = rows[0].keyword.word, Link(frame.word("keywords"), frame.keywords)
    facts = _part(frame, order.part, word, frame.keyword(word), way, source)
    return WordPage(**facts, word=word, appearances=tuple(rows), years=years_of(every))


def years_of(rows: Iterable[WordRow | YearRow]) -> tuple[tuple[str, int], ...]:
    """Give the years of articles that have a keyword, each with the number of sentences it stands in."""
    found: dict[str, int] = {}
    for row in rows:
        if row.year:
            found[row.year] = found.get(row.year, 0) + row.total
    return tuple(sorted(found.items()))


def _part(frame: Frame, part: Part | None, name: str, first: Address, way: Link | None, source: str) -> dict[str, Any]:
    """Give what every part of such a page needs to know; `way` leads to the list that it stands in."""
    assert part is not None  # orders of these kinds have one
    trail = [Link(frame.word("home"), frame.home), *([way] if way else [])]
    return {
        "frame": frame,
        "address": part.address(first),
        "title": part_title(frame, name, part),
        "source": source,
        "trail": (*trail, *trail_to(name, first, part)),
        "part": part,
        "first": first,
    }
