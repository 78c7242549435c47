"""The files that tell machines of the site as a whole; each needs to know the site's public address."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from roundtable_site.site.addresses import Address
from roundtable_site.site.exports import DataFile
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata import feeds, sitemap
from roundtable_site.site.metadata.feed_forms import Feed, atom_feed, json_feed
from roundtable_site.site.rows import CorrectionRow, FeedRow

SOURCE = "roundtable.toml"


def feed_files(frame: Frame, rows: Sequence[FeedRow]) -> Iterator[DataFile]:
    """Yield the feeds of the articles that have a date; none without a base address or such an article."""
    if frame.settings.base_url and rows:
        yield from _feed(feeds.ATOM, feeds.JSON_FEED, partial(feeds.articles_feed, frame, rows))


def correction_files(frame: Frame, rows: Sequence[CorrectionRow]) -> Iterator[DataFile]:
    """Yield the feeds of corrections; none without a base address or a correction with a date."""
    if frame.settings.base_url and any(row.day for row in rows):
        news = partial(feeds.corrections_feed, frame, rows)
        yield from _feed(feeds.CORRECTIONS_ATOM, feeds.CORRECTIONS_JSON, news)


def map_files(frame: Frame, rows: Sequence[sitemap.MapRow]) -> Iterator[DataFile]:
    """Yield the sitemaps of the pages in `rows`, and robots.txt; none without a base address."""
    base = frame.settings.base_url
    if base:
        for address, text in sitemap.sitemaps(base, rows):
            yield DataFile(address, SOURCE, partial(str, text))
        yield DataFile(sitemap.ROBOTS, SOURCE, partial(sitemap.robots, base))


def _feed(atom: Address, json: Address, news: Callable[[], Feed]) -> Iterator[DataFile]:
    """Yield a feed in both forms."""
    yield DataFile(atom, SOURCE, lambda: atom_feed(news()))
    yield DataFile(json, SOURCE, lambda: json_feed(news()))
