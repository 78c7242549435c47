"""What a page would run, or fetch from elsewhere: the project's pages do neither, whoever asks for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from roundtable_site.errors import Severity

_DATA_BLOCKS = ("application/ld+json", "application/json")
"""Types of a script element that holds data, which no browser runs."""
_LED = ("href", "src", "srcset", "action", "formaction", "xlink:href", "poster", "data")
_RUN = re.compile(r"[\s\x00-\x1f]*(javascript|vbscript|data)\s*:", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_FETCHED = {"script": "src", "img": "src", "source": "srcset", "iframe": "src", "audio": "src", "video": "src"}
"""Elements that a browser fetches something for as soon as it shows the page."""
_SHELLS = ("iframe", "object", "embed", "frame", "portal")
_POLICY = re.compile(r"unsafe-|(?<!\S)\*(?=[\s;]|$)")
"""What undoes a Content-Security-Policy."""


class Active(NamedTuple):
    """Something on a page that runs or is fetched: the words by which it is found, what it is, how bad it is."""

    words: str
    trouble: str
    severity: Severity = "error"


def read_active(markup: bytes) -> Iterator[Active]:
    """Yield what a page runs by itself or fetches from elsewhere, and where nothing would keep it from doing so.

    What a theme of one's own fetches from another host is a warning: the editor may have wished it.

    >>> [found.trouble for found in read_active(b"<p onclick='a()'>")][1]
    'runs by itself: pages hold no script, only files of scripts'
    """
    tree = LexborHTMLParser(markup)
    policies = [
        node.attributes.get("content") or "" for node in tree.css('meta[http-equiv="Content-Security-Policy" i]')
    ]
    if not policies or all(_POLICY.search(policy) for policy in policies):
        yield Active("<head>", "no Content-Security-Policy keeps foreign scripts out")
    for node in tree.css("*"):
        yield from _of_element(node)


def _of_element(node: LexborNode) -> Iterator[Active]:
    tag, attributes = node.tag or "", node.attributes
    inside = tag == "script" and "src" not in attributes and attributes.get("type") not in _DATA_BLOCKS
    if inside or any(name.startswith("on") for name in attributes):
        yield Active(f"<{tag}", "runs by itself: pages hold no script, only files of scripts")
    if tag in _SHELLS:
        yield Active(f"<{tag}", "shows another page inside this one")
    for name in _LED:
        address = attributes.get(name) or ""
        if _RUN.match(address) and not (tag == "img" and name == "src"):
            yield Active(address[:40], "is an address that runs or brings its own page")
    fetched = attributes.get(_FETCHED.get(tag, "")) or ""
    if tag == "link" and "stylesheet" in (attributes.get("rel") or "").lower():
        fetched = attributes.get("href") or ""
    if _ELSEWHERE.match(fetched):
        yield Active(fetched, "is fetched from elsewhere as soon as the page is shown", "warning")
