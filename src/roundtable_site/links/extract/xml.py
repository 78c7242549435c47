"""The addresses in XML: feeds (RSS, Atom), sitemaps, drawings (SVG), search descriptions and tile settings."""

from __future__ import annotations

import re
from xml.parsers import expat

from roundtable_site.links.extract.facts import Facts, Note
from roundtable_site.links.extract.html import read_html
from roundtable_site.links.extract.styles import find_addresses
from roundtable_site.links.extract.tables import SVG_PAINT

_TEXTS = {
    "rss": {"link", "url", "guid", "comments", "docs"},
    "rdf": {"link", "url"},
    "feed": {"icon", "logo", "uri"},
    "urlset": {"loc", "thumbnail_loc", "content_loc", "player_loc"},
    "sitemapindex": {"loc"},
    "opensearchdescription": {"image"},
}
"""Elements whose text is an address, by the root element they stand under (names in lower case, without prefix)."""

_ATTRIBUTES = {
    "rss": {"href", "url"},
    "rdf": {"href", "url"},
    "feed": {"href", "src", "url"},
    "urlset": {"href"},
    "sitemapindex": set[str](),
    "opensearchdescription": {"template"},
    "browserconfig": {"src"},
    "svg": {"href", "src"},
}
_MARKUP = {"rss": {"description", "encoded"}, "rdf": {"description", "encoded"}, "feed": {"content", "summary"}}
"""Elements whose text is HTML."""
_STYLESHEET = re.compile(r"""href\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_WHOLE = re.compile(r"https?://|/", re.IGNORECASE)
SITEMAPS = frozenset({"urlset", "sitemapindex"})


class _Reader:
    """Collects what one document says, while expat reads it."""

    def __init__(self) -> None:
        self.facts = Facts()
        self.root = ""
        self.text: list[str] = []
        self.skip = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        self.root = self.root or tag.lower()
        self.text = []
        self.skip = attributes.get("isPermaLink") == "false"
        if self.root not in _ATTRIBUTES:
            return
        wanted = _ATTRIBUTES[self.root]
        for key, value in attributes.items():
            bare = key.rpartition(":")[2]
            if bare == "id" and self.root == "svg":
                self.facts.ids.append(value)
            elif key == "xml:base" and self.facts.base is None:
                self.facts.base = value
            elif bare in wanted and not key.startswith("xmlns"):
                self.facts.links.append((f"{name} {key}", value.partition("{")[0] if bare == "template" else value))
            elif self.root == "svg" and (bare == "style" or bare in SVG_PAINT) and "(" in value:
                self.facts.links.extend((f"{name} {key}", found) for _, found in find_addresses(value))

    def end(self, name: str) -> None:
        tag = name.rpartition(":")[2].lower()
        text = "".join(self.text).strip()
        if self.root == "svg" and tag == "style":
            self.facts.links.extend((place, found) for place, found in find_addresses(text) if found[:1] != "#")
        elif "<" in text and tag in _MARKUP.get(self.root, ()):
            # What a relative address in a feed belongs to is read in many ways; a whole one means the same to all.
            inner = read_html(text).links
            self.facts.links.extend((f"{tag} {place}", found) for place, found in inner if _WHOLE.match(found))
        elif text and not self.skip and tag in _TEXTS.get(self.root, ()):
            self.facts.links.append((tag, text))
        self.text = []

    def instruction(self, target: str, data: str) -> None:
        found = _STYLESHEET.search(data) if target == "xml-stylesheet" else None
        if found:
            self.facts.links.append(("xml-stylesheet href", found[1] or found[2] or ""))


def read_xml(data: bytes) -> tuple[str, Facts]:
    """Give the root element's name and the links of an XML file that is one of the known kinds.

    A file that is not well formed gives what stood before the fault, and a note.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = lambda part: reader.text.append(part)
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        if reader.root in _ATTRIBUTES:
            trouble = f"not well-formed XML: {expat.ErrorString(error.code)}"
            reader.facts.notes.append(Note("xml", trouble, False, line=error.lineno, column=error.offset + 1))
    except (ValueError, LookupError) as error:
        reader.facts.notes.append(Note("xml", f"not readable as XML: {error}", False))
    return reader.root, reader.facts
