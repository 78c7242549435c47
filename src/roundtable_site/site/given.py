"""What people put into a site's own folders: read as text of a sound size, and never from behind a link out of them."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.files import strays
from roundtable_site.settings import Settings

MOST_BYTES = 4 * 1024 * 1024
"""The longest page, and the longest catalogue of labels, that anybody writes by hand is a tenth of this."""


def refuse_links(settings: Settings) -> None:
    """Raise RoundtableError for each file among the templates and the editor's pages that is a link out of there."""
    folders = (settings.templates, settings.content / "pages")
    problems = [problem for folder in folders for problem in strays(folder, sorted(folder.rglob("*")))]
    if problems:
        raise RoundtableError(problems)


def text_of(path: Path) -> str:
    """Give the text of a file in UTF-8. Raises RoundtableError, one line, where it is none or far too long."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {error.strerror or error}") from error
    if len(data) > MOST_BYTES:
        raise RoundtableError.at(path, f"is larger than {MOST_BYTES // 2**20} MB: nobody wrote that much; shorten it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RoundtableError.at(path, "not UTF-8: save the file as UTF-8", line) from error
