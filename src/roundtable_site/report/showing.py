"""Show text on one line so that nothing in it hides, and point at a column of it."""

from __future__ import annotations

import re
import unicodedata

WIDTH = 96
"""Columns of a terminal that a quoted line may take."""
_TAB = "    "
_CUT = "…"
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """Give text as one line in which nothing hides: control characters, marks that turn the reading direction, …

    >>> visible("a\\x1b[31m\\u202eb")
    'a\\\\x1b[31m\\\\u202eb'
    """
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode() for mark in text)


def harmless(text: str) -> str:
    """Give text of several lines without what would steer a terminal: controls, marks of direction, broken halves.

    They are written as JSON has them, so that JSON stays JSON.

    >>> harmless("甲\\x1b[31m　乙\\n\\u202e")
    '甲\\\\u001b[31m\\u3000乙\\n\\\\u202e'
    """
    return _STEERING.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def excerpt(line: str, column: int, width: int = WIDTH) -> tuple[str, str]:
    """Give a line as it is quoted, and a line with a caret under its `column` (counted in characters, from 1).

    Tabs become spaces, what cannot be seen is escaped, a long line is cut around the column; the caret stands right
    where East Asian characters are two columns wide.

    >>> excerpt("名称: 茶园", 5)
    ('名称: 茶园', '      ^')
    """
    shown = [_TAB if mark == "\t" else visible(mark) for mark in line]
    place = min(max(column, 1) - 1, len(shown))
    first, last = _window(shown, place, width)
    before = (_CUT if first else "") + "".join(shown[first:place])
    text = before + "".join(shown[place:last]) + (_CUT if last < len(shown) else "")
    return text.rstrip(), " " * _columns(before) + "^"


def _window(shown: list[str], place: int, width: int) -> tuple[int, int]:
    """Choose the part of the line that is quoted: all of it where it fits, else about the same on both sides."""
    widths = [_columns(mark) for mark in shown]
    if sum(widths) <= width:
        return 0, len(shown)
    first, last = place, place
    left = right = 0
    while first > 0 and left + widths[first - 1] <= width // 2:
        first -= 1
        left += widths[first]
    while last < len(shown) and left + right + widths[last] <= width:
        right += widths[last]
        last += 1
    while first > 0 and left + right + widths[first - 1] <= width:
        first -= 1
        left += widths[first]
    return first, last


def _columns(text: str) -> int:
    """Give how many columns of a terminal a text takes."""
    return sum(0 if unicodedata.combining(mark) else 1 + (unicodedata.east_asian_width(mark) in "WF") for mark in text)
