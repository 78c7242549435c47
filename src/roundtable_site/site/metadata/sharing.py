"""How a page looks where a link to it is shared: Open Graph, and what differs from it on Twitter."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.site import pages, site_pages, topics
from roundtable_site.site.dates import moment, printed_on
from roundtable_site.site.metadata.identity import canonical
from roundtable_site.site.overview import OverviewPage
from roundtable_site.site.share.cards import HEIGHT, WIDTH, Card

_LOCALES = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en_GB"}
_LONGEST = 200  # characters of a description that any service shows


def share_tags(page: pages.Page) -> tuple[tuple[str, str, str], ...]:
    """Give the share tags of a page as (attribute, name, content); none without a public address."""
    if not canonical(page):
        return ()
    properties = (("property", name, content) for name, content in _properties(page) if content)
    kind = "summary_large_image" if share_card(page) else "summary"
    return (*properties, ("name", "twitter:card", kind))


def share_card(page: pages.Page) -> Card | None:
    """Give the picture of a page: a guest's own, else that of the article; of the front page where it has one."""
    found = page.frame.cards
    if isinstance(page, pages.ArticlePage):
        return found.get(page.address) or found.get(page.dossier.address)
    if isinstance(page, site_pages.HomePage) and len(page.articles) == 1:
        return page.articles[0].share
    return None


def _properties(page: pages.Page) -> Iterator[tuple[str, str | None]]:
    """Yield the Open Graph properties; what is not known is None."""
    frame = page.frame
    yield "og:title", page.title
    yield "og:type", _kind(page)
    yield "og:url", canonical(page)
    yield "og:site_name", frame.settings.title
    yield "og:locale", _LOCALES.get(frame.language)
    yield "og:description", _short(page.description or frame.settings.description)
    if card := share_card(page):
        yield "og:image", card.address.absolute(frame.settings.base_url or "")
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", card.headline
    if isinstance(page, OverviewPage | pages.TranscriptPage):
        article = page.dossier.article
        printed, changed = printed_on(article), page.dossier.changed
        yield "article:published_time", moment(printed) if printed else None
        yield "article:modified_time", moment(changed) if changed else None
        yield "article:section", article.column


def _kind(page: pages.Page) -> str:
    """Name the kind of thing that a page is, of the few that Open Graph knows."""
    if isinstance(page, OverviewPage | pages.TranscriptPage):
        return "article"
    return "profile" if isinstance(page, pages.SpeakerPage | topics.PersonPage) else "website"


def _short(text: str | None) -> str | None:
    """Cut a description to what is shown."""
    return text if not text or len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
