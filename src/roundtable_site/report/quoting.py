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


@lru_cache(maxsize=4)
def _lines(path: str) -> tuple[str, ...]:
    try:
        data = Path(path).read_bytes()
        return tuple(_LINE_END.split(data.decode("utf-8-sig"))) if len(data) <= _LARGEST else ()
    except (OSError, UnicodeDecodeError, ValueError):
        return ()
