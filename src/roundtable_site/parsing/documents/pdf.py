"""Read an article out of a PDF: its printed lines in reading order."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing.documents.extras import needs
from roundtable_site.parsing.documents.lines import Document
from roundtable_site.parsing.documents.pdf_lines import lines_of_pages
from roundtable_site.parsing.documents.pdf_page import Page, page_of

SIZE_LIMIT = 100 * 1024 * 1024
PAGES_LIMIT = 300
CHARACTERS_LIMIT = 600_000
_PROCESS = Path(__file__).with_name("pdfium_process.py")
_SAVE = "save the article's text as a .txt file"
_REFUSED = {
    "locked": "the PDF is locked with a password: take the password off, or save its text as a .txt file",
    "broken": f"this is no PDF, or a broken one: {_SAVE}",
    "pages": f"the PDF has more than {PAGES_LIMIT} pages: cut the article's pages out of it",
    "characters": f"the PDF holds more than {CHARACTERS_LIMIT} characters: cut the article's pages out of it",
}
_MOST_UNREADABLE = 20  # one character in so many


def read_pdf(data: bytes, path: str, seconds: float) -> Document:
    """Read a PDF's printed lines; an empty line stands where a block, a column or a page ends.

    Raises RoundtableError, one line, for a PDF that is broken, locked, too large, or a picture without text.
    """
    if len(data) > SIZE_LIMIT:
        raise RoundtableError.at(path, f"the PDF is larger than {SIZE_LIMIT >> 20} MB: {_SAVE}")
    with needs("pdf", path):
        import pypdfium2  # noqa: F401  # used by the process
    pages = _pages(data, path, seconds)
    characters = [character.text for page in pages for line in page.lines for character in line.characters]
    if not any(not character.isspace() for character in characters):
        message = "the PDF holds no text (is it a scan?): run text recognition on it, or type the text into a .txt file"
        raise RoundtableError.at(path, message)
    if characters.count("\ufffd") * _MOST_UNREADABLE > len(characters):
        raise RoundtableError.at(path, f"the PDF's fonts don't say which characters they draw: {_SAVE}")
    return Document(lines_of_pages(pages), "pdf")


def _pages(data: bytes, path: str, seconds: float) -> list[Page]:
    """Have the characters of each page read in a process of its own."""
    command = [sys.executable, "-P", str(_PROCESS), str(PAGES_LIMIT), str(CHARACTERS_LIMIT)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        raise RoundtableError.at(path, f"the PDF takes more than {seconds} seconds to read: {_SAVE}") from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        raise RoundtableError.at(path, f"the PDF breaks its reader or needs too much memory: {_SAVE}") from None
    if "refused" in answer:
        raise RoundtableError.at(path, _REFUSED[answer["refused"]])
    return [page_of(*page) for page in answer["pages"]]
