"""Read an article out of a web page: its main text, one line for each block that a reader sees."""

from __future__ import annotations

import codecs
import re

from selectolax.lexbor import LexborHTMLParser

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing.documents.html_blocks import HtmlBlock, blocks_of
from roundtable_site.parsing.documents.html_main import main_blocks
from roundtable_site.parsing.documents.lines import Document, DocumentLine, LineKind, trimmed
from roundtable_site.parsing.encoding import ENCODINGS_TRIED, text_of

LIMIT = 20 * 1024 * 1024
"""Largest page that is read, in bytes."""
_NESTING_LIMIT = 2000  # elements within one another; the parser's time grows with the square
_NESTING = re.compile(
    rb"<(/?)(?:div|span|section|article|main|center|font|ul|ol|dl|table|blockquote|fieldset)\b", re.IGNORECASE
)
_SAVE = "save the article's text as a .txt file"
_HEAD = 4096  # bytes in which a page says how it is coded
_CHARSET = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,20})", re.IGNORECASE)
# Pages say gb2312 and big5 and use characters of the larger sets.
_LARGER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}


def read_html(data: bytes, path: str, nesting: int = _NESTING_LIMIT) -> Document:
    """Read a page's main text: headings, paragraphs, list items, cells and captions, one line each.

    >>> page = "<nav><a href=/>首页</a></nav><h1>茶香</h1><p>今年，茶园<b>增加</b>了。<br>好。</p>"
    >>> [line.text for line in read_html(page.encode(), "a.html").lines]
    ['茶香', '今年，茶园增加了。', '好。']
    """
    if len(data) > LIMIT:
        raise RoundtableError.at(path, f"the page is larger than {LIMIT >> 20} MB: {_SAVE}")
    if _depth(data) > nesting:
        message = (
            f"elements stand more than {nesting} deep in one another: {_SAVE} (nesting under [limits] allows more)"
        )
        raise RoundtableError.at(path, message)
    text, encoding = _decoded(data, path)
    blocks = main_blocks(blocks_of(LexborHTMLParser(text)))
    return Document(trimmed([DocumentLine(block.text, _kind(block)) for block in blocks]), encoding)


def _kind(block: HtmlBlock) -> LineKind | None:
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "heading"
    return "caption" if block.tag in ("figcaption", "caption") else None


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """Decode by the byte order mark, as UTF-8, or as the page says itself; else by what reads as Chinese."""
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for encoding in () if marked else ("utf-8", _declared(data)):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    found = text_of(data)
    if found is None:
        tried = ", ".join(ENCODINGS_TRIED)
        raise RoundtableError.at(path, f"the encoding can't be told (tried {tried}): save the page as UTF-8", 1, 1)
    return found


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:_HEAD])
    name = match.group(1).decode("ascii").lower() if match else "utf-8"
    return _LARGER.get(name, name)


def _depth(data: bytes) -> int:
    """Give about how deep the page's elements stand in one another."""
    depth = deepest = 0
    for match in _NESTING.finditer(data):
        depth = max(0, depth - 1) if match.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest
