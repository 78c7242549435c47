"""Lines and columns of problems, looked up only for files that have any."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from html import escape

from msgspec.structs import replace

from roundtable_site.links.extract.scan import Tag, scan
from roundtable_site.links.extract.tables import MUST_LEAD, lacks_address
from roundtable_site.links.findings import BrokenLink

_DATA = ("application/ld+json", "importmap", "speculationrules")
_GOES_ON = re.compile(r"[\w./%?#&=~+-]")
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
        self.without: dict[str, list[int]] = {}  # elements without the address that they are nothing without
        self.coming: dict[str, Iterator[int]] = {}  # places of one kind that no finding has taken yet
        self.data: list[tuple[int, int]] = []  # scripts that hold JSON
        for tag in scan(text) if "<" in text else ():
            self._take(tag)

    def _take(self, tag: Tag) -> None:
        if tag.raw:
            key = "style" if tag.tag == "style" else "script"
            self._part(key, tag.raw_offset, tag.raw_offset + len(tag.raw))
            if (tag.attributes.get("type") or "").strip().lower() in _DATA:
                self.data.append((tag.raw_offset, tag.raw_offset + len(tag.raw)))
        if tag.tag in MUST_LEAD and lacks_address(tag.tag, tag.attributes):
            self.without.setdefault(tag.tag, []).append(tag.offset)
        if "http-equiv" in tag.attributes and "content" not in tag.attributes:
            self.offsets.setdefault(("meta refresh", ""), tag.offset)
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
            self.offsets.setdefault(("meta refresh", value), offset)

    def _part(self, key: str, start: int, end: int) -> None:
        parts = self.parts.setdefault(key, [])
        if len(parts) < _SEARCHED:
            parts.append((start, end))

    def exact(self, finding: BrokenLink) -> int:
        """Give where the address is an attribute of its own, -1 if it is none.

        Findings of one kind about no address come in the order of the page, so each takes the next place of its kind.
        """
        if finding.rule == "no-address":
            return self._next(finding.place, self.without.get(finding.place, ()))
        if finding.rule == "json":
            return self._next("json", self._json_faults())
        if finding.rule.startswith("redirect-"):
            return self.parts.get("meta refresh", [(-1, -1)])[0][0]
        return self.offsets.get((finding.place, finding.link or finding.target), -1)

    def _next(self, kind: str, offsets: Iterable[int]) -> int:
        return next(self.coming.setdefault(kind, iter(offsets)), -1)

    def _json_faults(self) -> Iterator[int]:
        """Give where each piece of JSON in the text stops being JSON."""
        for start, end in self.data or [(0, len(self.text))]:
            try:
                json.loads(self.text[start:end])
            except json.JSONDecodeError as error:
                yield start + error.pos
            except (ValueError, RecursionError):
                yield start

    def search(self, finding: BrokenLink) -> int:
        """Give where the address stands within a part of its kind, or anywhere; -1 if it is written in another way."""
        first = finding.place.partition(" ")[0]
        key = "script" if first in ("json-ld", "importmap", "speculationrules") else first
        link = finding.link
        for written in (link, escape(link, quote=False), link.replace("/", "\\/")):
            for start, end in self.parts.get(finding.place) or self.parts.get(key) or [(0, len(self.text))]:
                if (offset := self._whole(written, start, end)) >= 0:
                    return offset
        return self.text.find(link)

    def _whole(self, written: str, start: int, end: int) -> int:
        """Give where an address stands that is no mere beginning of a longer one; else where it stands at all."""
        offset = first = self.text.find(written, start, end)
        while offset >= 0 and _GOES_ON.match(self.text, offset + len(written)):
            offset = self.text.find(written, offset + 1, end)
        return offset if offset >= 0 else first
