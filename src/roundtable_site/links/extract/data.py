"""The addresses in JSON: web app manifests, JSON feeds, JSON-LD and import maps."""

from __future__ import annotations

import json
from collections.abc import Iterator

from roundtable_site.links.extract.facts import Note

Notes = list[Note]

_LINKED = frozenset(
    {
        *("url", "image", "logo", "contenturl", "thumbnailurl", "embedurl", "mainentityofpage", "item", "license"),
        *("isbasedon", "citation", "discussionurl", "archivedat", "relatedlink", "significantlink", "@id"),
        *("primaryimageofpage", "thumbnail"),
    }
)
"""Properties of schema.org whose value is an address, in lower case."""

_RULES = frozenset({"urls"})  # of speculation rules: pages that a browser fetches ahead
_MANIFEST = frozenset({"start_url", "scope", "src", "url", "action"})
_FEED = frozenset(
    {
        "home_page_url",
        "feed_url",
        "next_url",
        "icon",
        "favicon",
        "url",
        "external_url",
        "image",
        "banner_image",
        "avatar",
    }
)


def find_json_ld(text: str, notes: Notes) -> Iterator[tuple[str, str]]:
    """Give the addresses in a JSON-LD block that name pages and files; a bare name or a template is none.

    >>> list(find_json_ld('{"url": "https://example.org/", "name": "a", "@id": "#me"}', []))
    [('json-ld url', 'https://example.org/')]
    """
    for key, value in _strings(_load(text, "JSON-LD", notes)):
        looks_so = value.startswith(("http://", "https://", "/", "./", "../"))
        if key.lower() in _LINKED and looks_so and "{" not in value:
            yield f"json-ld {key}", value.partition("#")[0] if key == "@id" else value


def find_json_addresses(text: str, kind: str, notes: Notes) -> Iterator[tuple[str, str]]:
    """Give the addresses in a "manifest", a "feed", an "importmap" or "speculationrules"."""
    data = _load(text, kind, notes)
    if kind == "importmap":
        found = _strings(data.get("imports", {})) if isinstance(data, dict) else iter(())
        yield from ((kind, value) for _, value in found if value.startswith(("/", "./", "../", "http")))
        return
    wanted = {"manifest": _MANIFEST, "speculationrules": _RULES}.get(kind, _FEED)
    yield from ((f"{kind} {key}", value) for key, value in _strings(data) if key in wanted and value)


def is_json_feed(text: str) -> bool:
    """Tell a JSON feed by the version that it states in its first lines."""
    return "//jsonfeed.org/version/" in text[:1000]


def _load(text: str, kind: str, notes: Notes) -> object:
    try:
        data: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        why = f" ({error.msg.lower()})" if isinstance(error, json.JSONDecodeError) else ""
        notes.append(Note("json", f"the {kind} is not readable as JSON{why}", False, "json"))
        return {}
    return data


def _strings(data: object) -> Iterator[tuple[str, str]]:
    """Give each text in the data with the key that it stands under, in order and without recursion."""
    waiting: list[tuple[str, object]] = [("", data)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, str):
            yield key, value
        elif isinstance(value, dict):
            waiting.extend(reversed([(str(name), inner) for name, inner in value.items()]))
        elif isinstance(value, list):
            waiting.extend((key, inner) for inner in reversed(value))
