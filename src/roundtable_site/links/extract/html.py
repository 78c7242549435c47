"""The links of an HTML page, read from the tree that a browser would build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser

from roundtable_site.links.extract.data import find_json_addresses, find_json_ld
from roundtable_site.links.extract.facts import Facts
from roundtable_site.links.extract.styles import find_addresses
from roundtable_site.links.extract.tables import IGNORE, META, NO_LINK_RELATIONS, ONLY_ON, SVG_PAINT
from roundtable_site.links.srcset import candidates

Attributes = dict[str, str | None]
_REFRESH = re.compile(r"\s*(\d+)?(?:\.[\d.]*)?\s*[;,\s]\s*(?:url\s*=\s*)?(.*)", re.IGNORECASE | re.DOTALL)


def read_html(markup: bytes | str) -> Facts:
    """Collect the links and the ids of a page. Comments, scripts and templates are no markup.

    >>> read_html('<a href="a.html#b">x</a><!-- <a href="c.html"> --><p id="d">').links
    [('a href', 'a.html#b')]
    """
    return read_elements(_elements(LexborHTMLParser(markup)))


def _elements(tree: LexborHTMLParser) -> Iterator[tuple[str, Attributes, Callable[[], str]]]:
    root = tree.root
    if root is None:
        return
    ignored: set[int] = set()
    for node in root.traverse():
        attributes = node.attributes
        tag = node.tag or ""
        if not attributes and tag != "style" and tag != "a":
            continue
        if not attributes.keys().isdisjoint(IGNORE):
            ignored.update(inner.mem_id for inner in node.traverse())
        if ignored and node.mem_id in ignored:
            attributes = {"": None, **{name: attributes[name] for name in ("id", "name") if name in attributes}}
        yield tag, attributes, node.text


def read_elements(elements: Iterator[tuple[str, Attributes, Callable[[], str]]]) -> Facts:
    """Collect from elements: their names, their attributes, and a function that gives the text within."""
    facts = Facts()
    takes = _TAKES
    for tag, attributes, text in elements:
        for name, value in attributes.items():
            take = takes.get(name)
            if take is not None:
                take(facts, tag, name, value or "", attributes)
        if tag == "style":
            facts.links.extend(("style " + place, address) for place, address in find_addresses(text()))
        elif tag == "script":
            _script(facts, attributes, text)
        elif tag == "a" and not attributes:
            facts.notes.append(("no-address", "an <a> without href, id or name leads nowhere", False))
    return facts


Take = Callable[[Facts, str, str, str, Attributes], None]


def _identity(facts: Facts, _tag: str, _name: str, value: str, _attributes: Attributes) -> None:
    if value:
        facts.ids.append(value)


def _name(facts: Facts, tag: str, _name: str, value: str, attributes: Attributes) -> None:
    if tag == "a" and value and value != attributes.get("id"):
        facts.names.append(value)
    elif tag == "map":
        facts.maps.append(value)


def _address(facts: Facts, tag: str, name: str, value: str, attributes: Attributes) -> None:
    if tag == "link" and name == "href" and _names_a_host(attributes):
        return
    if tag == "base":
        if name == "href" and facts.base is None:
            facts.base = value
        return
    facts.links.append((f"{tag} {name}", value))


def _names_a_host(attributes: Attributes) -> bool:
    relations = (attributes.get("rel") or "").lower().split()
    return bool(relations) and NO_LINK_RELATIONS.issuperset(relations)


def _only_on(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    if tag in ONLY_ON[name]:
        facts.links.append((f"{tag} {name}", value))


def _candidates(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    found = candidates(value)
    facts.links.extend((f"{tag} {name}", address) for address in found)
    if not found and value.strip(" ,\t\n\r\f"):
        facts.notes.append(("srcset", f"no address in {name}={value!r}", False))


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


def _meta(facts: Facts, tag: str, _name: str, value: str, attributes: Attributes) -> None:
    if tag != "meta":
        return
    if (attributes.get("http-equiv") or "").strip().lower() == "refresh":
        _refresh(facts, value)
        return
    for key in ("property", "name", "itemprop"):
        named = (attributes.get(key) or "").strip().lower()
        if named in META and (key == "itemprop" or named not in {"image", "url", "logo"}):
            facts.links.append((f"meta {named}", value))
            return


def _refresh(facts: Facts, value: str) -> None:
    match = _REFRESH.fullmatch(value)
    if not match or not match[2].strip():
        return
    address = match[2].strip()
    if address[0] in "\"'":
        address = address[1:].partition(address[0])[0]
    facts.links.append(("meta refresh", address))
    if facts.refresh is None:
        facts.refresh = (float(match[1] or 0), address)


def _map(facts: Facts, tag: str, name: str, value: str, _attributes: Attributes) -> None:
    if value.startswith("#") and tag in ONLY_ON[name]:
        facts.links.append((f"{tag} usemap", value))


def _script(facts: Facts, attributes: Attributes, text: Callable[[], str]) -> None:
    kind = (attributes.get("type") or "").strip().lower()
    if kind == "application/ld+json":
        for place, address in find_json_ld(text(), facts.notes):
            facts.links.append((place, address))
    elif kind == "importmap":
        for place, address in find_json_addresses(text(), "importmap", facts.notes):
            facts.links.append((place, address))


def _ignored(facts: Facts, _tag: str, _name: str, _value: str, _attributes: Attributes) -> None:
    facts.ignored += 1


_TAKES: dict[str, Take] = {
    "": _ignored,
    "id": _identity,
    "name": _name,
    "content": _meta,
    "usemap": _map,
    "srcdoc": _within,
    "ping": _several,
    "style": _style,
    **dict.fromkeys(("srcset", "imagesrcset"), _candidates),
    **dict.fromkeys(("href", "src", "xlink:href", "cite", "background", "longdesc"), _address),
    **dict.fromkeys(("action", "formaction", "poster", "data", "manifest", "icon", "lowsrc", "dynsrc"), _only_on),
    **dict.fromkeys(SVG_PAINT, _style),
}
