"""Quote the line of a file that a finding points at, with a caret under its column."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from roundtable_site.errors import Location
from roundtable_site.report.showing import excerpt

_LINE_END = re.compile(r"\r\n|[\r\n]")
_LARGEST = 32 * 1024 * 1024
_INDENT = "    "


def quoted(where: Location) -> list[str]:
    """Give the line and the caret, indented, that follow a finding's own line.

    Nothing where the place has no line, where there is no such file or line, and where the file is no UTF-8 text.
    """
    if not where.line:
        return []
    lines = _lines(where.path)
    if where.line > len(lines) or not lines[where.line - 1].strip():
        return []
    text, caret = excerpt(lines[where.line - 1], where.column)
    return [_INDENT + text, *([_INDENT + caret] if where.column else [])]


def _lines(path: str) -> tuple[str, ...]:
    try:
        file = Path(path).resolve()
        stat = file.stat()
        return _lines_of(file, stat.st_mtime_ns, stat.st_size) if stat.st_size <= _LARGEST else ()
    except (OSError, UnicodeDecodeError, ValueError):
        return ()


@lru_cache(maxsize=4)
def _lines_of(file: Path, changed: int, size: int) -> tuple[str, ...]:
    del changed, size  # another time or size is another file
    return tuple(_LINE_END.split(file.read_bytes().decode("utf-8-sig")))
