"""News of the site for feed readers: the articles that have a date, newest first, as Atom and as JSON Feed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as Tree

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata.dates import changed_on, moment, printed_on

ATOM, JSON_FEED = HOME.named("feed.xml"), HOME.named("feed.json")
_NAMESPACE = "http://www.w3.org/2005/Atom"
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML cannot hold
_TAGS = 8


def dated(frame: Frame) -> tuple[tuple[date, Dossier], ...]:
    """Give the articles that have a date, newest first; those of one day by slug."""
    found = [(day, dossier) for dossier in frame.articles if (day := printed_on(dossier.article))]
    return tuple(sorted(found, key=lambda item: (-item[0].toordinal(), item[1].article.slug)))


def has_feeds(frame: Frame) -> bool:
    """Say whether the site has feeds: it has a public address, and an article that has a date."""
    return bool(frame.settings.base_url and dated(frame))


def feed_links(frame: Frame) -> tuple[tuple[Address, str], ...]:
    """Give the address of each feed with its media type; none where the site has no feeds."""
    return ((ATOM, "application/atom+xml"), (JSON_FEED, "application/feed+json")) if has_feeds(frame) else ()


def atom_feed(frame: Frame) -> str:
    """Write the Atom feed (RFC 4287)."""
    base, entries = frame.settings.base_url or "", dated(frame)
    feed = Tree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": frame.language})
    _add(feed, "title", frame.settings.title)
    _add(feed, "subtitle", frame.settings.description)
    _add(feed, "id", HOME.absolute(base))
    _add(feed, "link", None, rel="self", type="application/atom+xml", href=ATOM.absolute(base))
    _add(feed, "link", None, rel="alternate", type="text/html", href=HOME.absolute(base))
    _add(feed, "updated", moment(max(_changed(day, dossier) for day, dossier in entries)))
    for day, dossier in entries:
        _atom_entry(feed, frame, day, dossier)
    Tree.indent(feed, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(feed, encoding="unicode") + "\n"


def _atom_entry(feed: Tree.Element, frame: Frame, day: date, dossier: Dossier) -> None:
    """Add the entry of an article."""
    address = dossier.address.absolute(frame.settings.base_url or "")
    entry = Tree.SubElement(feed, "entry")
    _add(entry, "title", dossier.title)
    _add(entry, "id", address)
    _add(entry, "link", None, rel="alternate", type="text/html", href=address)
    _add(entry, "published", moment(day))
    _add(entry, "updated", moment(_changed(day, dossier)))
    for name in _authors(frame, dossier):
        _add(Tree.SubElement(entry, "author"), "name", name)
    for tag in _tags(dossier):
        _add(entry, "category", None, term=tag)
    _add(entry, "summary", _summary(dossier) or dossier.title)


def _add(parent: Tree.Element, name: str, text: str | None, **attributes: str) -> None:
    """Add an element, unless there is nothing to say in it."""
    if text or attributes:
        element = Tree.SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()})
        element.text = _clean(text) if text else None


def _clean(text: str) -> str:
    """Take out what XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def json_feed(frame: Frame) -> str:
    """Write the JSON Feed (https://www.jsonfeed.org/version/1.1/)."""
    base = frame.settings.base_url or ""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": frame.settings.title,
        "description": frame.settings.description,
        "home_page_url": HOME.absolute(base),
        "feed_url": JSON_FEED.absolute(base),
        "language": frame.language,
        "items": [_json_item(frame, day, dossier) for day, dossier in dated(frame)],
    }
    return (
        json.dumps({name: value for name, value in feed.items() if value is not None}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _json_item(frame: Frame, day: date, dossier: Dossier) -> dict[str, object]:
    """Describe an article."""
    address = dossier.address.absolute(frame.settings.base_url or "")
    return {
        "id": address,
        "url": address,
        "title": dossier.title,
        "content_text": _summary(dossier) or dossier.title,
        "date_published": moment(day),
        "date_modified": moment(_changed(day, dossier)),
        "authors": [{"name": name} for name in _authors(frame, dossier)],
        "tags": list(_tags(dossier)),
    }


def _changed(day: date, dossier: Dossier) -> date:
    """Give the day on which readers of the feed should look again; never before publication."""
    return max(day, changed_on(dossier.article) or day)


def _authors(frame: Frame, dossier: Dossier) -> Sequence[str]:
    """Name the reporters; else the newspaper, else the site."""
    article = dossier.article
    return article.reporters or (article.source.publication or frame.settings.title,)


def _tags(dossier: Dossier) -> Sequence[str]:
    """Give the article's first keywords."""
    return [keyword.word for keyword in dossier.article.keywords.article[:_TAGS]]


def _summary(dossier: Dossier) -> str:
    """Give the standfirst."""
    return "\n".join(paragraph.text for paragraph in dossier.article.standfirst)
