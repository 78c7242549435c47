"""Read a source file into numbered lines: bytes, encoding, line ends; what is no article is refused in one line."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import documents
from roundtable_site.parsing.documents.lines import Document
from roundtable_site.parsing.drafts import Source
from roundtable_site.parsing.encoding import ENCODINGS_TRIED, text_of
from roundtable_site.settings import Limits

# Line ends: CR LF, LF, CR, and the form feed and line separators that text out of PDF or a word processor carries.
_LINE_END = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
# Control characters that no text has (tab and the line ends are no such).
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# How files begin that are no plain text, whatever their name says.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip file (a Word document?)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
)
_SAVE_AS_TEXT = "save its text as a .txt file"


_USUAL = Limits()
# Of a source that is in a site already: what could be read once can be read again.
_KNOWN = Limits(megabytes=10_000, lines=10**9, nesting=20_000, seconds=600)


def read_source(path: str | Path, limits: Limits = _KNOWN) -> Source:
    """Read the file at `path` into a `Source`.

    Raises RoundtableError, one line, for a file that is missing, empty, binary, beyond the limits, or in an encoding
    that can't be told.
    """
    return source_from(bytes_at(Path(path), (limits.megabytes << 20) + 1), str(path), limits)


def source_from(data: bytes, path: str, limits: Limits = _USUAL) -> Source:
    """Make a `Source` of a file's bytes; `path` is only named in errors.

    >>> source_from("标题\\r\\n正文。".encode("gb18030"), "a.txt").lines
    ('标题', '正文。')
    """
    if len(data) > limits.megabytes << 20:
        message = f"is larger than {limits.megabytes} MB: is it one article? (megabytes under [limits] allows more)"
        raise RoundtableError.at(path, message)
    source = _read(data, path, limits)
    if len(source.lines) > limits.lines:
        message = f"has more than {limits.lines} lines: is it one article? (lines under [limits] allows more)"
        raise RoundtableError.at(path, message, limits.lines + 1, 1)
    return source


def _read(data: bytes, path: str, limits: Limits) -> Source:
    if not data.strip():
        raise RoundtableError.at(path, "the file is empty, put the article's text into it", 1, 1)
    if documents.is_document(path):
        return _source_of(documents.read_document(data, path, limits), data, path)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise RoundtableError.at(path, f"this is {what}, not text: {_SAVE_AS_TEXT}", 1, 1)
    text, encoding = _decoded(data, path)
    lines = tuple(_LINE_END.split(text))
    if not text.strip():
        raise RoundtableError.at(path, "the file holds white space only, put the article's text into it", 1, 1)
    for number, line in enumerate(lines, start=1) if _CONTROL.search(text) else ():
        if control := _CONTROL.search(line):
            what = f"control character U+{ord(control.group()):04X}"
            raise RoundtableError.at(
                path, f"{what}: is this a binary file? {_SAVE_AS_TEXT}", number, control.start() + 1
            )
    if documents.is_markdown(path):
        return _source_of(documents.markdown_document(text, encoding), data, path)
    return Source(path, sha256(data).hexdigest(), encoding, lines[:-1] if not lines[-1] else lines)


def _source_of(document: Document, data: bytes, path: str) -> Source:
    lines = tuple(line.text for line in document.lines)
    going_on = frozenset(number for number, line in enumerate(document.lines, start=1) if line.goes_on)
    return Source(path, sha256(data).hexdigest(), document.encoding, lines, documents.kinds_of(document), going_on)


def bytes_at(path: Path, most: int = -1) -> bytes:
    """Read a file's bytes, turning what the disk says into a line an editor can act on (a RoundtableError).

    No more than `most` bytes are read, all of them where it is negative.
    """
    try:
        with path.open("rb") as stream:
            return stream.read(most)
    except FileNotFoundError:
        raise RoundtableError.at(path, "no such file, check the name") from None
    except IsADirectoryError:
        raise RoundtableError.at(path, "this is a folder, name a file in it") from None
    except PermissionError:
        raise RoundtableError.at(path, "the file may not be read, check its permissions") from None
    except OSError as error:
        raise RoundtableError.at(path, f"the file can't be read ({error.strerror or error})") from None
    except ValueError:  # a name with a NUL in it
        raise RoundtableError.at(repr(str(path)), "this is no file name, check it") from None


def _decoded(data: bytes, path: str) -> tuple[str, str]:
    """Decode, or say where the text stops being UTF-8 and what else was tried."""
    found = text_of(data)
    if found is not None:
        return found
    good = _utf8_prefix(data)
    line = len(_LINE_END.findall(good)) + 1
    column = len(_LINE_END.split(good)[-1]) + 1
    raise RoundtableError.at(
        path, f"the encoding can't be told (tried {', '.join(ENCODINGS_TRIED)}): save the file as UTF-8", line, column
    )


def _utf8_prefix(data: bytes) -> str:
    """Give the text before the first byte that is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data[: error.start].decode("utf-8")
