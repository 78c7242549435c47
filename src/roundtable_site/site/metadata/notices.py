"""What an editor should know of what the site cannot tell machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roundtable_site.errors import Location, Problem
from roundtable_site.model import Article
from roundtable_site.settings import Settings
from roundtable_site.site.dates import printed_on
from roundtable_site.site.publishing import published
from roundtable_site.site.share import installed

_WITHOUT_BASE = (
    "no base_url in roundtable.toml: canonical addresses, share tags, feeds, sitemap and robots.txt are left out"
)
_WITHOUT_SHARE = "share images are left out: install roundtable-site[share] to have them drawn"


def notices(settings: Settings) -> tuple[str, ...]:
    """Say in one line what is left out for want of a public address, or of what draws share images."""
    if not settings.base_url:
        return (_WITHOUT_BASE,)
    return () if installed() else (_WITHOUT_SHARE,)


def undated(articles: Iterable[Article], settings: Settings) -> Iterator[Problem]:
    """Yield a warning for each published article that stays out of the feeds, where there are feeds."""
    for article in published(articles, settings):
        if settings.base_url and not printed_on(article):
            path = article.location.path if article.location else f"content/{article.slug}.yml"
            given = article.source.date
            said = f"the date {given!r} is not read" if given else "the article has no date"
            yield Problem(
                Location(path), f"{said}: it stays out of the feeds (set source: date: 2022-10-18)", "warning"
            )
