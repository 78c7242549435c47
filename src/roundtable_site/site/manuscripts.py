"""The editor's Markdown as safe HTML: no scripts, no styles, no foreign frames, and no text that takes for ever."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import sha256
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup
from msgspec import Struct

Resolve = Callable[[str, str], Mapping[str, str] | None]
"""Takes "href" or "src" and the address that a text gives there; gives the attributes to write, None to leave it."""

MOST_CHARACTERS = 200_000
MOST_BRACKETS = 400
MOST_INDENT = 80
MOST_CELLS = 100
"""Beyond these the reader of Markdown takes a square of the time: brackets of a paragraph, columns that a line is
indented by, cells of a line."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FOOTNOTE = re.compile(r"(?P<kind>fn|fnref\d*)[:-](?P<name>.+)", re.DOTALL)
_ATTRIBUTES = {tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()}
_ATTRIBUTES["sup"] = _ATTRIBUTES["li"] = {"id"}
_SCHEMES = {"http", "https", "mailto", "tel"}


class Manuscript(Struct, frozen=True):
    """A text as HTML without its title, and the title: its first heading of the first order, or the one at its head."""

    html: Markup
    title: str | None


def read_manuscript(text: str, resolve: Resolve | None = None) -> Manuscript:
    """Turn a page's Markdown into HTML and take its title out; addresses in it are resolved."""
    headings = _Title()
    html = _html(text, resolve, headings)
    return Manuscript(html, headings.title)


def note_html(text: str, resolve: Resolve | None = None) -> Markup:
    """Turn a note's Markdown into HTML; one that would take for ever is shown as it is written."""
    return Markup("<p>{}</p>").format(text) if trouble_in(text) else _html(text, resolve, None)


def trouble_in(text: str) -> tuple[int, str] | None:
    """Say in which line a text has what no article needs and no reader of Markdown bears; None for a good text.

    >>> trouble_in("一段话。\\n\\n" + "[" * 500)
    (3, 'more than 400 brackets in one paragraph')
    """
    if len(text) > MOST_CHARACTERS:
        return 1, f"more than {MOST_CHARACTERS:,} characters: make several pages of it"
    brackets = 0
    for number, line in enumerate(text.splitlines(), start=1):
        brackets = brackets + line.count("[") + line.count("(") if line.strip() else 0
        if brackets > MOST_BRACKETS:
            return number, f"more than {MOST_BRACKETS} brackets in one paragraph"
        if len(line) - len(line.lstrip(" \t>*+-")) > MOST_INDENT and line.strip(" \t>*+-"):
            return number, f"indented by more than {MOST_INDENT} columns"
        if line.count("|") > MOST_CELLS:
            return number, f"more than {MOST_CELLS} cells in one line"
    return None


def _html(text: str, resolve: Resolve | None, title: _Title | None) -> Markup:
    prefix = "n" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    extensions = [
        FootnoteExtension(SEPARATOR="-"),
        TableExtension(use_align_attribute=True),
        SaneListExtension(),
        _Finish(prefix, resolve, title),
    ]
    html = markdown.markdown(text, extensions=extensions, output_format="html")
    return Markup(nh3.clean(html, attributes=_ATTRIBUTES, attribute_filter=_kept, url_schemes=_SCHEMES, link_rel=None))


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Keep an attribute, or leave it out: pictures of other hosts are never asked for, ids are those of footnotes."""
    if attribute == "id":
        return value if re.fullmatch(r"n[0-9a-f]{6}-fn(ref\d*)?-.+", value, re.DOTALL) else None
    return None if tag == "img" and attribute == "src" and is_foreign(value) else value


def is_foreign(address: str) -> bool:
    """Tell whether an address names a host or a scheme, and so leads out of the site."""
    # Browsers take a backslash for a slash, and leave out what stands around an address and the line ends in it.
    read = "".join(address.split()).replace("\\", "/")
    return read.startswith("//") or ":" in re.split("[/?#]", read, maxsplit=1)[0]


class _Title:
    """The title of a text, once it was read."""

    title: str | None = None


class _Finish(Extension):
    """The last steps over a text that was read: addresses are resolved, footnotes named, the title taken out."""

    def __init__(self, prefix: str, resolve: Resolve | None, title: _Title | None) -> None:
        super().__init__()
        self.prefix, self.resolve, self.title = prefix, resolve, title

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Add the steps after all others."""
        md.treeprocessors.register(_Last(md, self), "roundtable", -10)


class _Last(Treeprocessor):
    def __init__(self, md: markdown.Markdown, finish: _Finish) -> None:
        super().__init__(md)
        self.finish = finish

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        if self.finish.title is not None:
            _take_title(root, self.finish.title)
        for element in root.iter():
            for name in ("href", "src"):
                if value := element.get(name):
                    self._address(element, name, value)
            if value := element.get("id"):
                element.set("id", self._footnote(value))

    def _address(self, element: Element, name: str, value: str) -> None:
        if value.startswith("#"):
            element.set(name, "#" + self._footnote(value[1:]))
        elif self.finish.resolve is not None:
            for attribute, resolved in (self.finish.resolve(name, value) or {}).items():
                element.set(attribute, resolved)

    def _footnote(self, name: str) -> str:
        """Name a footnote so that several texts stand on one page."""
        found = _FOOTNOTE.fullmatch(name)
        return f"{self.finish.prefix}-{found['kind']}-{found['name']}" if found else name


def _take_title(root: Element, found: _Title) -> None:
    """Take the first heading of the first order out of a text, or the heading that it opens with."""
    opening = root[0] if len(root) and root[0].tag in _HEADINGS else None
    heading = next((child for child in root if child.tag == "h1"), opening)
    if heading is not None:
        found.title = " ".join("".join(heading.itertext()).split()) or None
        root.remove(heading)
