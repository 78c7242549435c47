"""Write a change into a content file: only into the file that was looked at, and never half of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from roundtable_site.content.nodes import read_bytes
from roundtable_site.errors import RoundtableError
from roundtable_site.files import write_atomically
from roundtable_site.publishing import hold
from roundtable_site.review.changes import Sheaf
from roundtable_site.review.records import Item

PATIENCE = 20.0
"""Seconds that a change waits for a build to be done with the content files."""
_ONE_AT_A_TIME = threading.Lock()
_MARK_OF_ORDER = "\ufeff"


class StaleError(Exception):
    """What an editor saw is not what the file says now; nothing was written."""


class Written(Struct, frozen=True):
    """A change that was made: the file, and its bytes before and after."""

    path: Path
    before: bytes
    after: bytes


def write(path: Path, key: str, mark: str, change: Callable[[Sheaf, Item], str]) -> Written:
    """Change one record of the file at `path`, if it still says what it said when `mark` was taken.

    Whatever else was changed in the file since stays. Raises StaleError where the record is gone or another, and
    RoundtableError where the file cannot be read or written, or the change does not fit; nothing is then written.
    """
    with _ONE_AT_A_TIME, hold(path.parent, patience=PATIENCE):
        data = _bytes_of(path)
        text = read_bytes(data, str(path))
        plain = text.replace("\r\n", "\n")
        windows = "\r\n" in text and plain.count("\n") == text.count("\r\n")
        sheaf = Sheaf(plain if windows else text, str(path))
        item = sheaf.item(key)
        if item is None or sheaf.lines.mark(item.place) != mark:
            raise StaleError
        new = change(sheaf, item)
        new = new.replace("\n", "\r\n") if windows else new
        if data.startswith(_MARK_OF_ORDER.encode()):
            new = _MARK_OF_ORDER + new
        return _put(path, data, new)


def undo(written: Written) -> None:
    """Take a change back. Raises StaleError where the file was changed since."""
    with _ONE_AT_A_TIME, hold(written.path.parent, patience=PATIENCE):
        _put(written.path, written.after, written.before.decode("utf-8"))


def _put(path: Path, seen: bytes, text: str) -> Written:
    # Another program may have saved the file while the change was worked out.
    if _bytes_of(path) != seen:
        raise StaleError
    write_atomically(path, text)
    return Written(path, seen, text.encode("utf-8"))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise StaleError from error
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {error.strerror or error}") from error
