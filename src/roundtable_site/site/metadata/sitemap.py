"""Tell search engines which pages there are: sitemaps of at most 50,000 addresses, and where they are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.pages import ArticlePage, Page

SITEMAP, ROBOTS = HOME.named("sitemap.xml"), HOME.named("robots.txt")
MOST = 50_000  # addresses in one file (https://www.sitemaps.org/protocol.html)
MapRow = tuple[str, str]
"""A page in a sitemap: its folder, and the day on which it changed last (empty: not known)."""
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemaps(base: str, rows: Sequence[MapRow]) -> Iterator[tuple[Address, str]]:
    """Yield each sitemap with its address; where one does not hold all, the first lists the others."""
    written = [_row(row, base) for row in rows]
    parts = [written[start : start + MOST] for start in range(0, len(written), MOST)]
    if len(parts) == 1:
        yield SITEMAP, _written("urlset", parts[0])
        return
    names = [HOME.named(f"sitemap-{number}.xml") for number in range(1, len(parts) + 1)]
    yield (
        SITEMAP,
        _written("sitemapindex", [f"<sitemap><loc>{escape(name.absolute(base))}</loc></sitemap>" for name in names]),
    )
    for name, part in zip(names, parts, strict=True):
        yield name, _written("urlset", part)


def map_row(page: Page) -> MapRow | None:
    """Give the row of a page: its address, and the day it changed if it is an article's; None for one not listed."""
    if page.anywhere or not page.listed:
        return None
    changed = page.dossier.changed if isinstance(page, ArticlePage) else None
    return page.address.folder, changed.isoformat() if changed else ""


def _row(row: MapRow, base: str) -> str:
    folder, changed = row
    last = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(Address(folder).absolute(base))}</loc>{last}</url>"


def _written(root: str, rows: Sequence[str]) -> str:
    """Write a file of rows."""
    return _OPEN.format(root) + "".join(f"{row}\n" for row in rows) + f"</{root}>\n"


def robots(base: str) -> str:
    """Write robots.txt: everything may be read, and here is the list."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {SITEMAP.absolute(base)}\n"
