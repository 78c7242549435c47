"""News of the site for feed readers: the articles that have a date, and the corrections, each newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.corrections import Corrected, corrections
from roundtable_site.site.dates import changed_on, printed_on
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata.feed_forms import Feed, Item

ATOM, JSON_FEED = HOME.named("feed.xml"), HOME.named("feed.json")
CORRECTIONS_ATOM = HOME.under("corrections").named("feed.xml")
CORRECTIONS_JSON = HOME.under("corrections").named("feed.json")
_KINDS = ("application/atom+xml", "application/feed+json")
_TAGS = 8


def dated(frame: Frame) -> tuple[tuple[date, Dossier], ...]:
    """Give the articles that have a date, newest first; those of one day by slug."""
    found = [(day, dossier) for dossier in frame.articles if (day := printed_on(dossier.article))]
    return tuple(sorted(found, key=lambda item: (-item[0].toordinal(), item[1].article.slug)))


def has_feeds(frame: Frame) -> bool:
    """Say whether the site has feeds: it has a public address, and an article that has a date."""
    return bool(frame.settings.base_url and dated(frame))


def feed_links(frame: Frame) -> tuple[tuple[Address, str], ...]:
    """Give the address of each feed of articles with its media type; none where the site has no feeds."""
    return tuple(zip((ATOM, JSON_FEED), _KINDS, strict=True)) if has_feeds(frame) else ()


def correction_feed_links(frame: Frame) -> tuple[tuple[Address, str], ...]:
    """Give the same for the feed of corrections, which is there once there is a correction with a date."""
    if not (frame.settings.base_url and any(entry.day for entry in corrections(frame))):
        return ()
    return tuple(zip((CORRECTIONS_ATOM, CORRECTIONS_JSON), _KINDS, strict=True))


def articles_feed(frame: Frame) -> Feed:
    """Give the news of articles."""
    base, settings = frame.settings.base_url or "", frame.settings
    return Feed(
        settings.title, settings.description, frame.language,
        HOME.absolute(base), ATOM.absolute(base), JSON_FEED.absolute(base),
        [_article_item(frame, base, day, dossier) for day, dossier in dated(frame)],
    )  # fmt: skip


def corrections_feed(frame: Frame) -> Feed:
    """Give the news of corrections."""
    base = frame.settings.base_url or ""
    return Feed(
        f"{frame.settings.title} · {frame.word('corrections')}", None, frame.language,
        frame.corrections.absolute(base), CORRECTIONS_ATOM.absolute(base), CORRECTIONS_JSON.absolute(base),
        list(_correction_items(frame, base)),
    )  # fmt: skip


def _article_item(frame: Frame, base: str, day: date, dossier: Dossier) -> Item:
    """Tell of an article."""
    address, summary = dossier.address.absolute(base), "\n".join(item.text for item in dossier.article.standfirst)
    changed = max(day, changed_on(dossier.article) or day)  # never before publication
    title, authors = dossier.title, _authors(frame, dossier)
    tags = [keyword.word for keyword in dossier.article.keywords.article[:_TAGS]]
    return Item(address, address, title, summary or title, day, changed, authors, tags)


def _correction_items(frame: Frame, base: str) -> Iterator[Item]:
    """Tell of each correction; its place on the page of all corrections names it for ever."""
    for entry in corrections(frame):
        if entry.day:
            name = frame.corrections.at(entry.anchor).absolute(base)
            title = f"{entry.dossier.title}{frame.word('colon')}{entry.correction.what}"
            where, said = entry.address.absolute(base), _told(frame, entry)
            yield Item(name, where, title, said, entry.day, entry.day, (frame.settings.title,))


def _told(frame: Frame, entry: Corrected) -> str:
    """Say a correction in a few lines."""
    correction, colon = entry.correction, frame.word("colon")
    lines = [f"{entry.name}{colon}{correction.what}"]
    if correction.printed:
        lines.append(f"{frame.word('correction', 'printed')}{colon}{correction.printed}")
    if correction.why:
        lines.append(f"{frame.word('correction', 'why')}{colon}{correction.why}")
    return "\n".join(lines)


def _authors(frame: Frame, dossier: Dossier) -> Sequence[str]:
    """Name the reporters; else the newspaper, else the site."""
    article = dossier.article
    return article.reporters or (article.source.publication or frame.settings.title,)
