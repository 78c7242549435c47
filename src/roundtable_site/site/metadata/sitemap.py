"""Tell search engines which pages there are: sitemaps of at most 50,000 addresses, and where they are found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dates import changed_on
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import ArticlePage, Page

SITEMAP, ROBOTS = HOME.named("sitemap.xml"), HOME.named("robots.txt")
MOST = 50_000  # addresses in one file (https://www.sitemaps.org/protocol.html)
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<{} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'


def sitemaps(frame: Frame, pages: Sequence[Page]) -> Iterator[tuple[Address, str]]:
    """Yield each sitemap with its address; where one does not hold all, the first lists the others."""
    base = frame.settings.base_url or ""
    rows = [_row(page, base) for page in pages if page.listed and not page.anywhere]
    parts = [rows[start : start + MOST] for start in range(0, len(rows), MOST)]
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


def _row(page: Page, base: str) -> str:
    """Give the row of a page; the pages of an article changed last when it was printed or corrected."""
    changed = changed_on(page.dossier.article) if isinstance(page, ArticlePage) else None
    last = f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(page.address.absolute(base))}</loc>{last}</url>"


def _written(root: str, rows: Sequence[str]) -> str:
    """Write a file of rows."""
    return _OPEN.format(root) + "".join(f"{row}\n" for row in rows) + f"</{root}>\n"


def robots(frame: Frame) -> str:
    """Write robots.txt: everything may be read, and here is the list."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {SITEMAP.absolute(frame.settings.base_url or '')}\n"
