"""Lines and columns of problems, looked up only for files that have any."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from roundtable_site.links.extract.scan import scan
from roundtable_site.links.findings import BrokenLink
from roundtable_site.links.srcset import candidates

_SEARCHED = 1_000
"""Findings of one file that are searched for in its whole text at the most, where they stand in no tag."""


def locate(text: str, findings: Iterable[BrokenLink]) -> Iterator[BrokenLink]:
    """Give each finding with the line and column of its address in `text`, where it can be found there.

    >>> [(f.line, f.column) for f in locate('<p>\\n<a href="x">', [BrokenLink("p.html", link="x", place="a href")])]
    [(2, 10)]
    """
    wanted = list(findings)
    places = _tag_places(text, {finding.place for finding in wanted if finding.place}) if "<" in text else {}
    breaks = [-1, *(match.start() for match in re.finditer("\n", text))]
    for number, finding in enumerate(wanted):
        named = finding.target if finding.place == "id" else finding.link
        offset = places.get((finding.place, named), -1)
        if offset < 0 and finding.link and number < _SEARCHED:
            offset = _find(text, finding.link)
        if offset < 0:
            yield finding
            continue
        line = bisect_left(breaks, offset)
        yield replace(finding, line=line, column=offset - breaks[line - 1])


def _tag_places(text: str, places: set[str]) -> dict[tuple[str, str], int]:
    """Give where each address first stands, by the place ("a href") and the address."""
    names = {place.rpartition(" ")[2] for place in places} | {"content"}
    found: dict[tuple[str, str], int] = {}
    seen_ids: set[str] = set()
    for tag in scan(text):
        for name, value in tag.attributes.items():
            if name not in names:
                continue
            value = value or ""
            offset = tag.offsets[name]
            if name == "id":  # the second one is what is to be changed
                if value in seen_ids:
                    found.setdefault(("id", value), offset)
                seen_ids.add(value)
                continue
            found.setdefault((f"{tag.tag} {name}", value), offset)
            if name.endswith("srcset"):
                for address in candidates(value):
                    found.setdefault(
                        (f"{tag.tag} {name}", address),
                        max(offset, text.find(address, offset, offset + 2 * len(value))),
                    )
            elif name == "content" and tag.tag == "meta":
                label = (
                    tag.attributes.get("property") or tag.attributes.get("name") or tag.attributes.get("itemprop") or ""
                )
                found.setdefault((f"meta {label.strip().lower()}", value), offset)
    return found


def _find(text: str, link: str) -> int:
    """Give where an address stands in text that is no tag: a style sheet, a feed, a data block."""
    for written in (link, escape(link, quote=False), link.replace("/", "\\/")):
        if (offset := text.find(written)) >= 0:
            return offset
    return -1
