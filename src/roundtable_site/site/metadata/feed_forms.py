"""A feed in the two forms that readers take: Atom (RFC 4287) and JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as Tree

from msgspec import Struct

from roundtable_site.site.dates import moment

_NAMESPACE = "http://www.w3.org/2005/Atom"
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that XML cannot hold


class Item(Struct, frozen=True):
    """One piece of news: what it is called for ever (`id`), where it is read, and when it came and last changed."""

    id: str
    url: str
    title: str
    summary: str
    published: date
    updated: date
    authors: Sequence[str]
    tags: Sequence[str] = ()


class Feed(Struct, frozen=True):
    """Some news, newest first (at least one), and the whole addresses of the page they belong to and of both forms."""

    title: str
    subtitle: str | None
    language: str
    home: str
    atom: str
    json: str
    items: Sequence[Item]


def atom_feed(feed: Feed) -> str:
    """Write a feed as Atom."""
    root = Tree.Element("feed", {"xmlns": _NAMESPACE, "xml:lang": feed.language})
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "id", feed.home)
    _add(root, "link", None, rel="self", type="application/atom+xml", href=feed.atom)
    _add(root, "link", None, rel="alternate", type="text/html", href=feed.home)
    _add(root, "updated", moment(max(item.updated for item in feed.items)))
    for item in feed.items:
        _atom_entry(root, item)
    Tree.indent(root, " ")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + Tree.tostring(root, encoding="unicode") + "\n"


def _atom_entry(root: Tree.Element, item: Item) -> None:
    """Add one piece of news."""
    entry = Tree.SubElement(root, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", item.id)
    _add(entry, "link", None, rel="alternate", type="text/html", href=item.url)
    _add(entry, "published", moment(item.published))
    _add(entry, "updated", moment(item.updated))
    for name in item.authors:
        _add(Tree.SubElement(entry, "author"), "name", name)
    for tag in item.tags:
        _add(entry, "category", None, term=tag)
    _add(entry, "summary", item.summary)


def _add(parent: Tree.Element, name: str, text: str | None, **attributes: str) -> None:
    """Add an element, unless there is nothing to say in it."""
    if text or attributes:
        element = Tree.SubElement(parent, name, {key: _clean(value) for key, value in attributes.items()})
        element.text = _clean(text) if text else None


def _clean(text: str) -> str:
    """Take out what XML cannot hold."""
    return _UNWRITABLE.sub("", text)


def json_feed(feed: Feed) -> str:
    """Write a feed as JSON Feed."""
    found = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.home,
        "feed_url": feed.json,
        "language": feed.language,
        "items": [_json_item(item) for item in feed.items],
    }
    known = {name: value for name, value in found.items() if value is not None}
    return json.dumps(known, ensure_ascii=False, indent=1) + "\n"


def _json_item(item: Item) -> dict[str, object]:
    """Describe one piece of news."""
    return {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "content_text": item.summary,
        "date_published": moment(item.published),
        "date_modified": moment(item.updated),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
    }
