"""The files that tell machines of the site as a whole; each needs to know the site's public address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from roundtable_site.site.exports import DataFile
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata import feeds, sitemap
from roundtable_site.site.pages import Page

_SOURCE = "roundtable.toml"


def site_files(frame: Frame, pages: Sequence[Page]) -> Iterator[DataFile]:
    """Yield feeds, sitemaps and robots.txt; none without a base address, no feeds without a dated article."""
    if not frame.settings.base_url:
        return
    if feeds.has_feeds(frame):
        yield DataFile(feeds.ATOM, _SOURCE, partial(feeds.atom_feed, frame))
        yield DataFile(feeds.JSON_FEED, _SOURCE, partial(feeds.json_feed, frame))
    for address, text in sitemap.sitemaps(frame, pages):
        yield DataFile(address, _SOURCE, partial(str, text))
    yield DataFile(sitemap.ROBOTS, _SOURCE, partial(sitemap.robots, frame))
