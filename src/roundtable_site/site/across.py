"""The pages and files that are about no single article. Each is an order: what it is, and which rows it needs.

An order says all that its page depends on besides the theme and the settings, so that a page whose rows are what they
were is not made again, and so that anybody can ask why a page was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, Literal

from msgspec import Struct

from roundtable_site.site import list_pages, site_pages, topics
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.corrections import CorrectionsPage
from roundtable_site.site.exports import DataFile
from roundtable_site.site.facts import Facts, Need, unpacked
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata.files import correction_files, feed_files
from roundtable_site.site.moved import moved_across
from roundtable_site.site.ordering import PART, Extent, Order, Part, is_large, parted
from roundtable_site.site.pages import Page
from roundtable_site.site.prose import ABOUT, read_prose
from roundtable_site.site.prose_pages import prose_page, prose_pictures
from roundtable_site.site.rows import SeriesRow, YearRow
from roundtable_site.site.seeking import block_files, search_orders, search_page
from roundtable_site.site.shelves import shelf_orders
from roundtable_site.site.withdrawn import gone_page

Item = Page | DataFile
SETTINGS = "roundtable.toml"


def orders(frame: Frame, facts: Facts, extent: Extent) -> Iterator[Order]:
    """Yield every order of a site in one language."""
    brief = extent.places > site_pages.MOST_PLACES
    words = Need("word" if brief else "passages")
    several = ("several",) if extent.articles > 1 else ()
    yield from shelf_orders(facts)
    prose = read_prose(frame.settings, frame.language)
    yield from (Order("prose", page.name, marks=(page.mark,)) for page in prose)
    if not any(page.name == ABOUT for page in prose):
        yield Order("prose", ABOUT)
    if is_large(len(facts.keys("standing"))):
        yield from topics.word_orders(facts)
    else:
        yield Order("keywords", needs=(words,), marks=("brief",) * brief + several)
    yield from search_orders(frame, facts)
    if frame.root == HOME:
        yield Order("not-found")
        every = (page for language in frame.settings.languages for page in read_prose(frame.settings, language))
        yield Order("pictures", marks=tuple(page.mark for page in every if page.pictures))
        if frame.settings.base_url and frame.surroundings.dated:
            yield Order("feeds", needs=(Need("feed"),))
        if frame.settings.base_url:
            yield Order("correction-feeds", needs=(Need("correction"),))
    yield Order("corrections", needs=(Need("correction"),))
    yield from _index_orders("people", "person", facts)
    yield from topics.person_orders(facts)
    yield from _index_orders("places", "placed", facts)
    yield from topics.place_orders(facts)
    present = {frame.speakers.under(key).path for key in facts.keys("person")}
    present |= {frame.districts.under(key).path for key in facts.keys("place")}
    yield from (Order("gone", key, (Need("gone", key),)) for key in facts.keys("gone") if key not in present)
    yield from (Order("moved", key, (Need("moved", key),)) for key in facts.keys("moved"))


def _index_orders(kind: str, topic: Literal["person", "placed"], facts: Facts) -> Iterator[Order]:
    """Yield the list of all guests or districts: as they first appear, or, in parts, by their spelling in pinyin."""
    keys = facts.keys(topic)
    if len(keys) <= PART:
        yield Order(kind, needs=(Need(topic),), part=Part(1, 1, len(keys)))
        return
    for part, some in parted(sorted(keys)):
        yield Order(kind, str(part.number), tuple(Need(topic, key) for key in some), part=part)


def make(frame: Frame, order: Order, rows: Sequence[Sequence[bytes]]) -> tuple[Item, ...]:
    """Make what is ordered of the packed rows of each of its needs."""
    forms = chain(_SMALLER.get(order.kind, ()), repeat(None))
    pairs = zip(order.needs, rows, strict=True)
    found = [unpacked(need.topic, packed, form) for (need, packed), form in zip(pairs, forms, strict=False)]
    return tuple(_MAKERS[order.kind](frame, order, *found))


def _home(frame: Frame, order: Order, *articles: Any) -> Iterator[Item]:
    yield site_pages.HomePage(
        frame=frame,
        address=frame.home,
        title=frame.settings.title,
        source=SETTINGS,
        articles=tuple(chain.from_iterable(articles)),
        total=order.shelves[0].articles if order.shelves else 0,
        years=list_pages.shelf_links(frame, order, "year"),
        columns=list_pages.shelf_links(frame, order, "column"),
    )


def _shelf(frame: Frame, order: Order, *rows: Any) -> Iterator[Item]:
    yield list_pages.shelf_page(frame, order, tuple(chain.from_iterable(rows)), SETTINGS)


def _columns(frame: Frame, order: Order) -> Iterator[Item]:
    yield list_pages.columns_page(frame, order, SETTINGS)


def _prose_page(frame: Frame, order: Order) -> Iterator[Item]:
    yield prose_page(frame, order.key)


def _pictures(frame: Frame, _: Order) -> Iterator[Item]:
    yield from prose_pictures(frame.settings)


def _keywords(frame: Frame, order: Order, rows: Any) -> Iterator[Item]:
    yield site_pages.KeywordsPage(
        frame=frame,
        address=frame.keywords,
        title=frame.word("keywords"),
        source=SETTINGS,
        trail=_way(frame),
        rows=rows,
        brief="brief" in order.marks,
        several="several" in order.marks,
    )


def _search(frame: Frame, order: Order, *rows: Any) -> Iterator[Item]:
    yield search_page(frame, order, rows, SETTINGS)


def _block(_: Frame, order: Order, *rows: Any) -> Iterator[Item]:
    yield from block_files(order, chain.from_iterable(rows), SETTINGS)


def _not_found(frame: Frame, _: Order) -> Iterator[Item]:
    yield site_pages.NotFoundPage(frame=frame, title=frame.word("not_found"), source=SETTINGS, trail=_way(frame))


def _feeds(frame: Frame, _: Order, rows: Any) -> Iterator[Item]:
    yield from feed_files(frame, rows)


def _corrections(frame: Frame, _: Order, rows: Any) -> Iterator[Item]:
    # The page is there before the first correction, so that readers know where to look.
    yield CorrectionsPage(
        frame=frame,
        address=frame.corrections,
        title=frame.word("corrections"),
        source="content",
        trail=_way(frame),
        rows=rows,
    )


def _correction_feeds(frame: Frame, _: Order, rows: Any) -> Iterator[Item]:
    yield from correction_files(frame, rows)


def _people(frame: Frame, order: Order, *rows: Any) -> Iterator[Item]:
    people = {row.speaker.guest.id: row for row in reversed(list(chain.from_iterable(rows)))}
    yield list_pages.PeoplePage(
        **_list_of(frame, order, frame.word("speakers"), frame.speakers),
        people=tuple((frame.speakers.under(guest), row) for guest, row in reversed(people.items())),
    )


def _person(frame: Frame, order: Order, rows: Any) -> Iterator[Item]:
    yield topics.person_page(frame, order, rows)


def _places(frame: Frame, order: Order, *rows: Any) -> Iterator[Item]:
    places = {row.district.district.id: row for row in reversed(list(chain.from_iterable(rows)))}
    yield list_pages.PlacesPage(
        **_list_of(frame, order, frame.districts_word(), frame.districts),
        places=tuple((frame.districts.under(district), row) for district, row in reversed(places.items())),
    )


def _list_of(frame: Frame, order: Order, name: str, first: Address) -> dict[str, Any]:
    """Give what every page of a list of this name needs to know."""
    part = order.part
    assert part is not None  # orders of lists have one
    return {
        "frame": frame,
        "address": part.address(first),
        "title": list_pages.part_title(frame, name, part),
        "source": SETTINGS,
        "trail": (*_way(frame), *list_pages.trail_to(name, first, part)),
        "part": part,
        "first": first,
    }


def _place(frame: Frame, order: Order, rows: Any) -> Iterator[Item]:
    yield topics.place_page(frame, order, rows)


def _series(frame: Frame, order: Order, rows: Any) -> Iterator[Item]:
    yield from topics.series_pages(frame, order, rows)


def _words(frame: Frame, order: Order) -> Iterator[Item]:
    yield topics.words_page(frame, order, SETTINGS)


def _word(frame: Frame, order: Order, rows: Any, every: Any = ()) -> Iterator[Item]:
    yield topics.word_page(frame, order, rows, every, SETTINGS)


def _moved(frame: Frame, _: Order, rows: Any) -> Iterator[Item]:
    yield moved_across(frame, rows[0])


def _gone(frame: Frame, _: Order, rows: Any) -> Iterator[Item]:
    yield gone_page(frame, rows[0])


def _way(frame: Frame) -> tuple[Link, ...]:
    return (Link(frame.word("home"), frame.home),)


_SMALLER: Mapping[str, tuple[type[Struct] | None, ...]] = {"series": (SeriesRow,), "word": (None, YearRow)}
"""The forms in which orders of a kind read the rows of their needs, where that is not the topic's own."""
_MAKERS: Mapping[str, Callable[..., Iterator[Item]]] = {
    "home": _home,
    "shelf": _shelf,
    "columns": _columns,
    "prose": _prose_page,
    "pictures": _pictures,
    "keywords": _keywords,
    "search": _search,
    "block": _block,
    "not-found": _not_found,
    "feeds": _feeds,
    "people": _people,
    "person": _person,
    "places": _places,
    "place": _place,
    "series": _series,
    "words": _words,
    "word": _word,
    "moved": _moved,
    "gone": _gone,
    "corrections": _corrections,
    "correction-feeds": _correction_feeds,
}
