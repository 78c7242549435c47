"""The files that tell machines of the site as a whole; each needs to know the site's public address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from roundtable_site.site.addresses import Address
from roundtable_site.site.exports import DataFile
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata import feeds, sitemap
from roundtable_site.site.metadata.feed_forms import Feed, atom_feed, json_feed
from roundtable_site.site.pages import Page

_SOURCE = "roundtable.toml"


def site_files(frame: Frame, pages: Sequence[Page]) -> Iterator[DataFile]:
    """Yield feeds, sitemaps and robots.txt; none without a base address, no feeds without a dated article."""
    if not frame.settings.base_url:
        return
    if feeds.has_feeds(frame):
        yield from _feed(feeds.ATOM, feeds.JSON_FEED, partial(feeds.articles_feed, frame))
    if feeds.correction_feed_links(frame):
        yield from _feed(feeds.CORRECTIONS_ATOM, feeds.CORRECTIONS_JSON, partial(feeds.corrections_feed, frame))
    for address, text in sitemap.sitemaps(frame, pages):
        yield DataFile(address, _SOURCE, partial(str, text))
    yield DataFile(sitemap.ROBOTS, _SOURCE, partial(sitemap.robots, frame))


def _feed(atom: Address, json: Address, news: Callable[[], Feed]) -> Iterator[DataFile]:
    """Yield a feed in both forms."""
    yield DataFile(atom, _SOURCE, lambda: atom_feed(news()))
    yield DataFile(json, _SOURCE, lambda: json_feed(news()))
