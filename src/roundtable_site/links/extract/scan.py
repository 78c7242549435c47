"""A plain reader of tags that knows where each of them stands.

The tree of a page has no positions, so this finds the line of a broken link; it also reads the pages that are too large
or too deeply nested for a tree. It takes linear time and little memory whatever stands in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

_NEXT = re.compile(
    r"""
      <!-- (?: -?> | .*?--!?> | .* )             # a comment, which may end at once or never
    | <(?: [!?] | /(?![A-Za-z]) ) [^>]* >?       # what a browser takes for one
    | <(?P<end>/?)(?P<tag>[A-Za-z][^\s/>]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""
    [\s/]* (?P<name> [^\s/>][^\s/>=]* )          # a name may even begin with "="
    (?: \s*=\s* (?: "(?P<double>[^"]*)" | '(?P<single>[^']*)' | (?P<bare>[^\s>"'][^\s>]*) ) )?
    """,
    re.VERBOSE,
)
_CLOSE = re.compile(r"[\s/]*>?")
_REFERENCE = re.compile(r"&(?:\#[0-9]+;?|\#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]*;?)(?P<equals>=?)")
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
    for tag in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_TEMPLATE = re.compile(r"<(/?)template(?=[\s/>])", re.IGNORECASE)


class Tag(NamedTuple):
    """A start tag: its attributes, where the value of each begins, where the tag begins, and the raw text in it."""

    tag: str
    attributes: dict[str, str | None]
    offsets: dict[str, int]
    offset: int
    raw: str
    raw_offset: int

    def text(self) -> str:
        """Give the text of a raw element (script, style)."""
        return self.raw


def scan(markup: str) -> Iterator[Tag]:
    """Give the start tags of a page in order; what stands in comments, raw text and templates is passed over.

    >>> [(tag.tag, tag.attributes, tag.offsets) for tag in scan("<p><!-- <b> --><a href='x&amp;y'>")]
    [('p', {}, {}), ('a', {'href': 'x&y'}, {'href': 24})]
    """
    position = 0
    while match := _NEXT.search(markup, position):
        position = match.end()
        name = (match["tag"] or "").lower()
        if not name:
            continue
        attributes, offsets, position = _attributes(markup, position)
        if match["end"]:
            continue
        text, start = "", position
        if name in _RAW:
            end = _RAW[name].search(markup, position)
            stop = end.start() if end else len(markup)
            text, position = markup[position:stop], stop
        elif name == "template":
            position = _after_template(markup, position)
        elif name == "plaintext":
            position = len(markup)
        yield Tag(name, attributes, offsets, match.start(), text, start)


def _attributes(markup: str, position: int) -> tuple[dict[str, str | None], dict[str, int], int]:
    attributes: dict[str, str | None] = {}
    offsets: dict[str, int] = {}
    while match := _ATTRIBUTE.match(markup, position):
        position = match.end()
        name = match["name"].lower()
        if name not in attributes:
            kind = match.lastgroup or "name"
            attributes[name] = None if kind == "name" else attribute_text(match[kind])
            offsets[name] = match.start(kind)
    close = _CLOSE.match(markup, position)
    return attributes, offsets, close.end() if close else position


def _after_template(markup: str, position: int) -> int:
    depth = 1
    for match in _TEMPLATE.finditer(markup, position):
        depth += -1 if match[1] else 1
        if not depth:
            return match.end()
    return len(markup)


def attribute_text(raw: str) -> str:
    """Undo character references as the standard does in attributes: `&copy=` stays, `&copy;` does not."""
    return _REFERENCE.sub(_reference, raw) if "&" in raw else raw


def _reference(match: re.Match[str]) -> str:
    body = match[0].removesuffix("=") if match["equals"] else match[0]
    if body[1] != "#" and (body[1:] not in html5 or (match["equals"] and not body.endswith(";"))):
        return match[0]
    return unescape(body) + match["equals"]
