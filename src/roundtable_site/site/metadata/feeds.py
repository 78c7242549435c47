"""News of the site for feed readers: the articles that have a date, and the corrections, each newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.corrections import CorrectionsPage, corrections
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata.feed_forms import Feed, Item
from roundtable_site.site.rows import CorrectionRow, FeedRow

ATOM, JSON_FEED = HOME.named("feed.xml"), HOME.named("feed.json")
CORRECTIONS_ATOM = HOME.under("corrections").named("feed.xml")
CORRECTIONS_JSON = HOME.under("corrections").named("feed.json")
_KINDS = ("application/atom+xml", "application/feed+json")


def dated(rows: Iterable[FeedRow]) -> tuple[FeedRow, ...]:
    """Give the articles, newest first; those of one day by slug."""
    return tuple(sorted(rows, key=lambda row: (-date.fromisoformat(row.day).toordinal(), row.slug)))


def feed_links(frame: Frame) -> tuple[tuple[Address, str], ...]:
    """Give the address of each feed of articles with its media type; none where the site has no feeds."""
    return tuple(zip((ATOM, JSON_FEED), _KINDS, strict=True)) if frame.has_feeds else ()


def correction_feed_links(page: CorrectionsPage) -> tuple[tuple[Address, str], ...]:
    """Give the same for the feed of corrections, which is there once there is a correction with a date."""
    if not (page.frame.settings.base_url and any(row.day for row in page.rows)):
        return ()
    return tuple(zip((CORRECTIONS_ATOM, CORRECTIONS_JSON), _KINDS, strict=True))


def articles_feed(frame: Frame, rows: Iterable[FeedRow]) -> Feed:
    """Give the news of articles."""
    base, settings = frame.settings.base_url or "", frame.settings
    return Feed(
        settings.title, settings.description, frame.language,
        HOME.absolute(base), ATOM.absolute(base), JSON_FEED.absolute(base),
        [_article_item(frame, base, row) for row in dated(rows)],
    )  # fmt: skip


def corrections_feed(frame: Frame, rows: Iterable[CorrectionRow]) -> Feed:
    """Give the news of corrections."""
    base = frame.settings.base_url or ""
    return Feed(
        f"{frame.settings.title} · {frame.word('corrections')}", None, frame.language,
        frame.corrections.absolute(base), CORRECTIONS_ATOM.absolute(base), CORRECTIONS_JSON.absolute(base),
        list(_correction_items(frame, base, rows)),
    )  # fmt: skip


def _article_item(frame: Frame, base: str, row: FeedRow) -> Item:
    """Tell of an article: by its reporters, else the newspaper, else the site."""
    address, authors = row.address.absolute(base), row.authors or (frame.settings.title,)
    days = date.fromisoformat(row.day), date.fromisoformat(row.changed)
    return Item(address, address, row.title, row.summary or row.title, *days, authors, row.tags)


def _correction_items(frame: Frame, base: str, rows: Iterable[CorrectionRow]) -> Iterator[Item]:
    """Tell of each correction; its place on the page of all corrections names it for ever."""
    for row in corrections(frame, rows):
        if row.day:
            name = frame.corrections.at(row.anchor).absolute(base)
            title = f"{row.article.title}{frame.word('colon')}{row.correction.what}"
            where, said = row.address.absolute(base), _told(frame, row)
            yield Item(name, where, title, said, row.day, row.day, (frame.settings.title,))


def _told(frame: Frame, row: CorrectionRow) -> str:
    """Say a correction in a few lines."""
    correction, colon = row.correction, frame.word("colon")
    lines = [f"{row.name}{colon}{correction.what}"]
    if correction.printed:
        lines.append(f"{frame.word('correction', 'printed')}{colon}{correction.printed}")
    if correction.why:
        lines.append(f"{frame.word('correction', 'why')}{colon}{correction.why}")
    return "\n".join(lines)
