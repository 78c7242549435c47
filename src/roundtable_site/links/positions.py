"""Lines and columns of problems, looked up only for files that have any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from html import escape

from roundtable_site.links.extract.scan import Tag, scan
from roundtable_site.links.findings import BrokenLink

_SEARCHED = 1_000
"""Findings of one file, and parts of it, that are searched through at the most, where an address is no attribute."""


def locate(text: str, findings: Iterable[BrokenLink]) -> Iterator[BrokenLink]:
    """Give each finding with the line and column of its address in `text`, where it can be found there.

    >>> [(f.line, f.column) for f in locate('<p>\\n<a href="x">', [BrokenLink("p.html", link="x", place="a href")])]
    [(2, 10)]
    """
    wanted = list(findings)
    places = _Places(text, {finding.place for finding in wanted if finding.place})
    breaks = [-1, *(match.start() for match in re.finditer("\n", text))]
    for number, finding in enumerate(wanted):
        offset = places.exact(finding)
        if offset < 0 and finding.link and number < _SEARCHED:
            offset = places.search(finding)
        if offset < 0:
            yield finding
            continue
        line = bisect_left(breaks, offset)
        yield replace(finding, line=line, column=offset - breaks[line - 1])


class _Places:
    """Where addresses stand in a text: each attribute with its offset, and the parts that hold several."""

    def __init__(self, text: str, places: Set[str]) -> None:
        self.text = text
        self.names = {place.rpartition(" ")[2] for place in places} | {"content", "srcdoc"}
        self.offsets: dict[tuple[str, str], int] = {}
        self.parts: dict[str, list[tuple[int, int]]] = {}
        self.ids: set[str] = set()
        for tag in scan(text) if "<" in text else ():
            self._take(tag)

    def _take(self, tag: Tag) -> None:
        if tag.raw:
            key = "style" if tag.tag == "style" else "script"
            self._part(key, tag.raw_offset, tag.raw_offset + len(tag.raw))
        for name, value in tag.attributes.items():
            if name not in self.names or value is None:
                continue
            offset = tag.offsets[name]
            if name == "id":  # the second one is what is to be changed
                if value in self.ids:
                    self.offsets.setdefault(("id", value), offset)
                self.ids.add(value)
            elif name == "content":
                self._meta(tag, value, offset)
            else:
                self.offsets.setdefault((f"{tag.tag} {name}", value), offset)
                self._part("iframe" if name == "srcdoc" else f"{tag.tag} {name}", offset, offset + 2 * len(value) + 9)

    def _meta(self, tag: Tag, value: str, offset: int) -> None:
        for key in ("property", "name", "itemprop"):
            if label := tag.attributes.get(key):
                self.offsets.setdefault((f"meta {label.strip().lower()}", value), offset)
        if "http-equiv" in tag.attributes:
            self._part("meta refresh", offset, offset + 2 * len(value) + 9)

    def _part(self, key: str, start: int, end: int) -> None:
        parts = self.parts.setdefault(key, [])
        if len(parts) < _SEARCHED:
            parts.append((start, end))

    def exact(self, finding: BrokenLink) -> int:
        """Give where the address is an attribute of its own, -1 if it is none."""
        named = finding.target if finding.place == "id" else finding.link
        return self.offsets.get((finding.place, named), -1)

    def search(self, finding: BrokenLink) -> int:
        """Give where the address stands within a part of its kind, or anywhere; -1 if it is written in another way."""
        first = finding.place.partition(" ")[0]
        key = "script" if first in ("json-ld", "importmap") else first
        link = finding.link
        for written in (link, escape(link, quote=False), link.replace("/", "\\/")):
            for start, end in self.parts.get(finding.place) or self.parts.get(key) or [(0, len(self.text))]:
                if (offset := self.text.find(written, start, end)) >= 0:
                    return offset
        return self.text.find(link)
