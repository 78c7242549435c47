"""Read an article out of a Word document: its paragraphs, cells, captions and text boxes as they stand."""

from __future__ import annotations

import zipfile
from io import BytesIO

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing.documents.docx_text import lines_of
from roundtable_site.parsing.documents.extras import needs
from roundtable_site.parsing.documents.lines import Document, trimmed

EXPANDED_LIMIT = 200 * 1024 * 1024
"""Most bytes that a document's parts may take when unpacked."""
XML_LIMIT = 30 * 1024 * 1024
"""Most bytes that one part with text may take."""
PARTS_LIMIT = 5000
_SAVE = "save it as .docx again, or its text as a .txt file"


def read_docx(data: bytes, path: str) -> Document:
    """Read a document's text, one line for each paragraph and each line break within one.

    Raises RoundtableError, one line, for what is no Word document, is broken, or unpacks to far too much.
    """
    _check_size(data, path)
    with needs("docx", path):
        import docx
    try:
        document = docx.Document(BytesIO(data))
        styles = {style.style_id: (style.name or "").lower() for style in document.styles}
        lines = lines_of(document.element.body, styles)
    except Exception as error:  # the library raises whatever its own parts raise: zip, XML, KeyError
        raise RoundtableError.at(path, f"the Word document is broken ({_reason(error)}): {_SAVE}") from None
    return Document(trimmed(lines), "utf-8")


def _reason(error: Exception) -> str:
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:80]}" if text else type(error).__name__


def _check_size(data: bytes, path: str) -> None:
    """Refuse what is no zip file or unpacks to more than any article; sizes are those that unpacking stops at."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise RoundtableError.at(path, f"this is no Word document, or a broken one: {_SAVE}") from None
    total = sum(part.file_size for part in parts)
    largest = max((part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))), default=0)
    if total > EXPANDED_LIMIT or largest > XML_LIMIT or len(parts) > PARTS_LIMIT:
        raise RoundtableError.at(
            path,
            f"the document unpacks to {total >> 20} MB in {len(parts)} parts, far more than an article: {_SAVE}",
        )
