"""Articles that come as documents: Markdown, web pages, Word documents and PDF, each by the ending of its name."""

from __future__ import annotations

import re
from pathlib import PurePath

from roundtable_site.errors import RoundtableError
from roundtable_site.model import LayoutKind
from roundtable_site.parsing.documents.lines import Document
from roundtable_site.parsing.documents.markdown import read_markdown
from roundtable_site.settings import Limits

SUFFIXES = (".htm", ".html", ".docx", ".pdf")
"""Endings of files that are read as documents."""
MARKDOWN_SUFFIXES = (".md", ".markdown")
_SENTENCE_END = re.compile(r"[。！？!?；;：:，,…][”’」』）)]*\s*$")


def is_document(path: str) -> bool:
    """Tell whether a file is read as a document, by its name.

    >>> is_document("talk.PDF"), is_document("talk.txt")
    (True, False)
    """
    return PurePath(path).suffix.lower() in SUFFIXES


def is_markdown(path: str) -> bool:
    """Tell whether a file is Markdown, by its name."""
    return PurePath(path).suffix.lower() in MARKDOWN_SUFFIXES


def read_document(data: bytes, path: str, limits: Limits) -> Document:
    """Read a document's lines by the ending of its name.

    Raises RoundtableError, one line, for a document that is broken, far too large or without text, and where the
    library for its format is not installed.
    """
    document = _read(data, path, limits)
    if not any(line.text.strip() for line in document.lines):
        raise RoundtableError.at(path, "the document holds no text, put the article's text into it")
    return document


def markdown_document(text: str, encoding: str) -> Document:
    """Read the lines of a Markdown text."""
    return Document(read_markdown(text), encoding)


def kinds_of(document: Document) -> dict[int, LayoutKind]:
    """Give what the document itself says of its lines, by number; a heading that ends like a sentence is none."""
    return {
        number: line.kind
        for number, line in enumerate(document.lines, start=1)
        if line.kind is not None and not (line.kind == "heading" and _SENTENCE_END.search(line.text[-8:]))
    }


def _read(data: bytes, path: str, limits: Limits) -> Document:
    """Load the reader of the format, and only that one."""
    suffix = PurePath(path).suffix.lower()
    if suffix == ".docx":
        from roundtable_site.parsing.documents.docx import read_docx

        return read_docx(data, path)
    if suffix == ".pdf":
        from roundtable_site.parsing.documents.pdf import read_pdf

        return read_pdf(data, path, limits.seconds)
    from roundtable_site.parsing.documents.html import read_html

    return read_html(data, path, limits.nesting)
