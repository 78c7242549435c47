"""Pictures for shared links, drawn where the extra `[share]` is installed and a font covers every word of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec

from roundtable_site.errors import Location, Problem
from roundtable_site.model import Article
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import Address
from roundtable_site.site.publishing import published
from roundtable_site.site.share.cards import Card, cards
from roundtable_site.site.share.fonts import Font, find_font

__all__ = ["Card", "installed", "share_cards", "share_problems"]


def installed() -> bool:
    """Say whether what draws the pictures is installed (the extra `[share]`)."""
    return all(find_spec(name) for name in ("resvg_py", "fontTools"))


def share_cards(articles: Iterable[Article], settings: Settings) -> Mapping[Address, Card]:
    """Give the pictures that can be drawn, by their page; none without a public address, which share tags need."""
    if not settings.base_url or not installed() or not (font := find_font(settings.share.font)):
        return {}
    found = (card for article in articles for card in cards(article, settings))
    return {card.page: card for card in found if not font.lacks(card.words)}


def share_problems(articles: Iterable[Article], settings: Settings) -> Iterator[Problem]:
    """Yield a warning where there is no font, and for each article with words that the font lacks."""
    if not settings.base_url or not installed():
        return
    font = find_font(settings.share.font)
    if font is None:
        path = settings.share.font or "roundtable.toml"
        message = "no font with Chinese characters: no share images (install Noto Sans CJK, or set [share] font)"
        yield Problem(Location(str(path)), message, "warning")
        return
    for article in published(articles, settings):
        yield from _lacking(article, settings, font)


def _lacking(article: Article, settings: Settings, font: Font) -> Iterator[Problem]:
    """Yield a warning for an article some of whose pictures would have empty boxes."""
    lacked = [missing for card in cards(article, settings) if (missing := font.lacks(card.words))]
    if lacked:
        signs = "".join(dict.fromkeys("".join(lacked)))
        path = article.location.path if article.location else f"content/{article.slug}.yml"
        message = f"{font.path.name} lacks {signs}: {len(lacked)} share images are left out (set [share] font)"
        yield Problem(Location(path), message, "warning")
