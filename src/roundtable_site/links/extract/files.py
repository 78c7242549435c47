"""From the bytes of a file to its facts: by its kind, its size and its encoding."""

from __future__ import annotations

import codecs
import re
import zlib

from roundtable_site.links.extract.data import find_json_addresses, is_json_feed
from roundtable_site.links.extract.facts import Facts, Note
from roundtable_site.links.extract.html import read_elements, read_html
from roundtable_site.links.extract.scan import scan
from roundtable_site.links.extract.styles import find_addresses
from roundtable_site.links.extract.xml import SITEMAPS, read_xml

PAGES = (".html", ".htm", ".xhtml", ".xht")
_KINDS = {
    ".css": "css", ".svg": "xml", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml",
    ".webmanifest": "manifest", ".json": "json",
    **dict.fromkeys(PAGES, "page"),
}  # fmt: skip
_SITEMAP_MOST = 52_428_800
_TREE_MOST = 4_000_000
"""Bytes up to which a page is read as a tree, which takes twenty times the page's size in memory."""
_DEEP_FROM = 30_000
"""Bytes from which it is worth asking how deep a page is nested: a tree takes quadratic time in that."""
_DEPTH_MOST = 2_000
_CHARSET = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:\-]+)""", re.IGNORECASE)
_CSS_CHARSET = re.compile(rb'@charset "([a-z0-9_.:\-]+)";')
_NESTING = re.compile(
    rb"""<(/?)(?!  # neither elements that are never open nor those that may stay so
    (?:area|base|basefont|bgsound|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr
    |p|li|dt|dd|option|optgroup|colgroup|thead|tbody|tfoot|tr|td|th|rt|rp|html|head|body)(?=[\s/>]))[a-z]""",
    re.IGNORECASE | re.VERBOSE,
)
_OFTEN = (b"<td>", b"<td ", b"<tr>", b"<tr ", b"<p>", b"<p ")
_BROWSER_CODES = {
    **dict.fromkeys(("gb2312", "gbk", "gb_2312-80", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "latin1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf8"), "utf-8"),
    "big5": "big5hkscs",
    "shift_jis": "cp932",
}
"""How browsers read some declared encodings (https://encoding.spec.whatwg.org/#names-and-labels)."""


def kind_of(path: str) -> str:
    """Say how a file is read: "page", "css", "xml", "manifest", "json", "robots", or "" for a mere target."""
    name = path.rpartition("/")[2].lower()
    if name in ("robots.txt", "sitemap.txt"):
        return name.removesuffix(".txt")
    if name.endswith(".xml.gz"):
        return "xml"
    dot = name.rfind(".")
    return _KINDS.get(name[dot:], "") if dot >= 0 else ""


def read_facts(kind: str, data: bytes, name: str) -> tuple[str, Facts]:
    """Read a file of some kind; give what it turned out to be ("" if it holds no links at all) and its facts."""
    if kind == "page":
        return "page", read_page(data)
    if kind == "xml":
        root, facts = read_xml(data)
        if not root and name.lower().endswith(".gz"):
            facts.notes.append(Note("xml", "this sitemap cannot be unpacked", False))
            return "sitemap", facts
        return ("sitemap" if root in SITEMAPS else "drawing" if root == "svg" else "feed" if facts.links else ""), facts
    text, _ = decoded(data)
    facts = Facts()
    if kind == "css":
        facts.links.extend((place, found) for place, found in find_addresses(text) if not found.startswith("#"))
    elif kind == "robots":
        facts.links.extend(("sitemap", match[1]) for match in re.finditer(r"(?im)^sitemap:[ \t]*(\S+)", text))
    elif kind == "sitemap":
        facts.links.extend(("sitemap", line) for line in text.split())
        return "sitemap", facts
    elif kind == "manifest" or name.endswith("manifest.json"):
        facts.links.extend(find_json_addresses(text, "manifest", facts.notes))
    elif is_json_feed(text):
        facts.links.extend(find_json_addresses(text, "feed", facts.notes))
    else:
        return "", facts
    return kind, facts


def unpacked(path: str, data: bytes) -> bytes:
    """Give the bytes of a file, unpacked if it is a packed sitemap: up to what a sitemap may hold, whatever it claims.

    Source: https://www.sitemaps.org/protocol.html (a sitemap is at most 50 MB, unpacked)
    """
    if not path.lower().endswith(".xml.gz") or not data.startswith(b"\x1f\x8b"):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, _SITEMAP_MOST)
    except zlib.error:
        return data


def read_page(data: bytes) -> Facts:
    """Read a page, by its tree where that is safe."""
    text, trouble = decoded(data)
    if len(data) > _TREE_MOST or (len(data) > _DEEP_FROM and _may_be_deep(data) and _depth(data) > _DEPTH_MOST):
        facts = read_elements(scan(text))
    else:
        facts = read_html(text)
    if b"\0" in data[:4096] and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        facts.notes.append(Note("not-html", "this is no HTML page: it holds binary data", True))
    elif trouble:
        facts.notes.append(Note("encoding", trouble, False))
    return facts


def decoded(data: bytes) -> tuple[str, str]:
    """Give the text of a file as a browser reads it, and what is wrong with its encoding.

    >>> decoded("图".encode()), decoded('<meta charset="gbk">图'.encode("gbk"))[0]
    (('图', ''), '<meta charset="gbk">图')
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), ""
    label = _label(data)
    try:
        return data.decode("utf-8-sig" if label == "utf-8" else _BROWSER_CODES.get(label, label)), ""
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return data.decode("utf-8", "replace"), f"line {line} is not readable as {label}: save the page as UTF-8"
    except LookupError:
        return data.decode("utf-8", "replace"), f"unknown encoding {label}: save the page as UTF-8"


def _label(data: bytes) -> str:
    """Give the encoding that a page states, in lower case; "utf-8" if it states none."""
    head = data[:1024].lower()
    if head.startswith(codecs.BOM_UTF8) or b"charset" not in head or b'charset="utf-8"' in head:
        return "utf-8"
    declared = _CSS_CHARSET.match(head) or _CHARSET.search(head)
    return declared[1].decode("ascii") if declared else "utf-8"


def _may_be_deep(data: bytes) -> bool:
    """Tell whether there are more elements than may be open at once; most of a long table may not stay open."""
    return data.count(b"<") - data.count(b"</") - sum(map(data.count, _OFTEN)) > _DEPTH_MOST


def _depth(data: bytes) -> int:
    """Give how many elements at the most are open at once, roughly: end tags that may be left out do not count."""
    depth = most = 0
    for match in _NESTING.finditer(data):
        depth = max(0, depth - 1) if match[1] else depth + 1
        most = max(most, depth)
    return most
