"""The links of an HTML page, read from the tree that a browser would build."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol
from urllib.parse import urljoin

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from roundtable_site.links.extract.data import find_json_addresses, find_json_ld
from roundtable_site.links.extract.facts import Attributes, Facts, Note
from roundtable_site.links.extract.meta import read_meta
from roundtable_site.links.extract.styles import find_addresses
from roundtable_site.links.extract.tables import (
    IGNORE,
    MUST_LEAD,
    NO_LINK_ELEMENTS,
    NO_LINK_RELATIONS,
    ONLY_ON,
    SVG_PAINT,
    lacks_address,
)
from roundtable_site.links.srcset import candidates


class Element(Protocol):
    """What is read of an element: of the tree of a page, or of a tag that was found without one."""

    @property
    def tag(self) -> str | None: ...  # noqa: D102 - its name in lower case

    @property
    def attributes(self) -> Attributes: ...  # noqa: D102 - character references undone

    def text(self) -> str: ...  # noqa: D102 - the raw text within


def read_html(markup: str) -> Facts:
    """Collect the links and the ids of a page. Comments, scripts and templates are no markup.

    >>> read_html('<a href="a.html#b">x</a><!-- <a href="c.html"> --><p id="d">').links
    [('a href', 'a.html#b')]
    """
    root = LexborHTMLParser(markup).root
    if root is None:
        return Facts()
    if any(mark in markup for mark in IGNORE):
        return read_elements(_with_ignored(root))
    return read_elements(root.traverse())


class _Ignored(Struct, frozen=True):
    """An element that is to be left out: its id can be pointed to, but it points nowhere."""

    tag: str
    attributes: Attributes

    def text(self) -> str:
        return ""


def _with_ignored(root: LexborNode) -> Iterator[Element]:
    left_out: set[int] = set()
    for node in root.traverse():
        attributes = node.attributes
        if not attributes.keys().isdisjoint(IGNORE):
            left_out.update(inner.mem_id for inner in node.traverse())
        if node.mem_id in left_out:
            kept: Attributes = {name: attributes[name] for name in ("id", "name") if name in attributes}
            yield _Ignored("a" if "name" in kept and node.tag == "a" else "-ignored", {"": None, **kept})
        else:
            yield node


def read_elements(elements: Iterable[Element]) -> Facts:
    """Collect the links and the ids of elements, in order."""
    facts = Facts()
    links, ids, takes = facts.links, facts.ids, _TAKES
    for element in elements:
        attributes = element.attributes
        tag = element.tag or ""
        if attributes:
            for name, value in attributes.items():
                if name == "href" and tag == "a":  # by far the most of all; the others are looked up
                    links.append(("a href", value or ""))
                elif name == "id":
                    if value:
                        ids.append(value)
                elif name in takes:
                    takes[name](facts, tag, name, value or "", attributes)
        if tag not in _TOLD:
            continue
        if tag == "style":
            _style_sheet(facts, attributes, element.text)
        elif tag == "script":
            _script(facts, attributes, element.text)
        elif tag in MUST_LEAD:
            _must_lead(facts, tag, attributes)
        elif tag == "meta" and "content" not in attributes and "http-equiv" in attributes:
            read_meta(facts, tag, "content", "", attributes)
    return facts


_TOLD = frozenset(("style", "script", "meta", *MUST_LEAD))
"""Elements that say something by what they are, or by what they lack."""


def _must_lead(facts: Facts, tag: str, attributes: Attributes) -> None:
    """Note an element that is nothing without an address, and has none."""
    if tag == "a":
        if not attributes:
            facts.notes.append(Note("no-address", "an <a> without href, id or name leads nowhere", False, tag))
    elif lacks_address(tag, attributes):
        facts.notes.append(
            Note("no-address", f"<{tag}> without {' or '.join(MUST_LEAD[tag])} shows nothing", True, tag)
        )


Take = Callable[[Facts, str, str, str, Attributes], None]


def _name(facts: Facts, tag: str, _name: str, value: str, attributes: Attributes) -> None:
    if tag == "a" and value and value != attributes.get("id"):
        facts.names.append(value)
    elif tag == "map":
        facts.maps.append(value)


def _address(facts: Facts, tag: str, name: str, value: str, attributes: Attributes) -> None:
    if (tag == "link" and name == "href" and _names_a_host(attributes)) or tag in NO_LINK_ELEMENTS:
        return
    if "-" in tag and not tag.startswith("amp-"):
        return  # what an attribute of an element of one's own means is not ours to say
    if tag == "base":
        if name == "href" and facts.base is None:
            facts.base = value
        return
    facts.links.append((f"{tag} {name}", value))


def _names_a_host(attributes: Attributes) -> bool:
    relations = (attributes.get("rel") or "").lower().split()
    return bool(relations) and NO_LINK_RELATIONS.issuperset(relations)


def _only_on(facts: Facts, tag: str, name: str, value: str, attributes: Attributes) -> None:
    if tag in ONLY_ON[name]:
        # Old pages name a folder that the data of an object lies in.
        whole = urljoin(attributes["codebase"] or "", value) if tag == "object" and "codebase" in attributes else value
        facts.links.append((f"{tag} {name}", whole))


def _candidates(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    found = candidates(value)
    facts.links.extend((f"{tag} {name}", address) for address in found)
    if not found and value.strip(" ,\t\n\r\f"):
        facts.notes.append(Note("srcset", f"no address in {name}={value!r}", False, f"{tag} {name}", value))


def _several(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    facts.links.extend((f"{tag} {name}", address) for address in value.split())


def _style(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    if "(" in value:
        facts.links.extend((f"{tag} {name}", address) for _, address in find_addresses(value))


def _within(facts: Facts, tag: str, _name: str, value: str, _attributes: Attributes) -> None:
    if tag != "iframe":
        return
    inner = read_html(value)
    facts.links.extend(("iframe " + place, address) for place, address in inner.links if not address.startswith("#"))


def _map(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    if tag in ONLY_ON[name]:
        facts.map_links.append((f"{tag} usemap", value))


def _style_sheet(facts: Facts, attributes: Attributes, text: Callable[[], str]) -> None:
    if (attributes.get("type") or "text/css").strip().lower() == "text/css":
        facts.links.extend(("style " + place, found) for place, found in find_addresses(text()) if found[:1] != "#")


def _script(facts: Facts, attributes: Attributes, text: Callable[[], str]) -> None:
    kind = (attributes.get("type") or "").strip().lower()
    if kind == "application/ld+json":
        for place, address in find_json_ld(text(), facts.notes):
            facts.links.append((place, address))
    elif kind in ("importmap", "speculationrules"):
        facts.links.extend(find_json_addresses(text(), kind, facts.notes))


def _ignored(facts: Facts, _tag: str, _name: str, _value: str, _attributes: Attributes) -> None:
    facts.ignored += 1


_TAKES: dict[str, Take] = {
    "": _ignored,
    "name": _name,
    "content": read_meta,
    "usemap": _map,
    "srcdoc": _within,
    "ping": _several,
    "style": _style,
    **dict.fromkeys(("srcset", "imagesrcset"), _candidates),
    **dict.fromkeys(("href", "src", "xlink:href", "cite", "background", "longdesc"), _address),
    **dict.fromkeys(("action", "formaction", "poster", "data", "manifest", "icon", "lowsrc", "dynsrc"), _only_on),
    **dict.fromkeys(SVG_PAINT, _style),
}
