"""What a page tells programs about itself: the words in its linked data (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from roundtable_site.verify.claims import Claim
from roundtable_site.verify.markup import bare
from roundtable_site.verify.transcript import RECORD

_WORDS = {
    "NewsArticle": ("headline", "alternativeHeadline", "description"),
    "Person": ("name", "jobTitle"),
    "Quotation": ("text",),
}
"""Kinds of things → their fields that are the source's words."""


def read_linked(markup: bytes) -> Iterator[Claim]:
    """Yield the words that a page's linked data give as an article's.

    >>> block = '{"@type": "Quotation", "@id": "a.html#s1q1", "text": "好。"}'
    >>> [claim.text for claim in read_linked(f'<script type="application/ld+json">{block}</script>'.encode())]
    ['好。']
    """
    for node in LexborHTMLParser(markup).css('script[type="application/ld+json"]'):
        try:
            waiting: list[Any] = [json.loads(node.text())]
        except (ValueError, RecursionError):
            yield Claim("words", bare(node.text())[:40])
            continue
        while waiting:
            item = waiting.pop()
            if isinstance(item, dict):
                yield from _claims(item)
                waiting += [inner for inner in item.values() if isinstance(inner, dict | list)]
            elif isinstance(item, list):
                waiting += item


def _claims(item: dict[str, Any]) -> Iterator[Claim]:
    kind = item.get("@type")
    if kind == "Person" and "@id" not in item:
        return  # a reporter, whose name stands in the byline and nowhere in the text
    name = str(item.get("@id", "")).rpartition("#")[2]
    for field in _WORDS.get(kind, ()) if isinstance(kind, str) else ():
        said = item.get(field)
        for text in said if isinstance(said, list) else [said]:
            if isinstance(text, str) and (words := bare(text)):
                quoted = kind == "Quotation" and RECORD.fullmatch(name)
                yield Claim("quotation" if quoted else "words", words, name if quoted else "")
