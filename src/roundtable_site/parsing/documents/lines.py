"""The lines of a document, as every reader of a format gives them."""

from __future__ import annotations

import re
from typing import Literal

from msgspec import Struct

LineKind = Literal["heading", "caption", "furniture"]
"""What the document itself says that a line is."""

# Characters that no text has, and those that only say where a word may break.
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u00ad\u200b\u2060\ufffe\uffff]")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")


class DocumentLine(Struct, frozen=True):
    """One line of a document; `kind` is None where the document leaves it open.

    `goes_on` says that the document shows it to be one with the line before it that is no furniture.
    """

    text: str
    kind: LineKind | None = None
    goes_on: bool = False


class Document(Struct, frozen=True):
    """A document's lines in reading order, numbered by position from 1, and how its text was coded."""

    lines: tuple[DocumentLine, ...]
    encoding: str


def clean(text: str) -> str:
    """Take out control characters and marks of where a word may break.

    >>> clean("增\\u00ad长\\x07")
    '增长'
    """
    return _NO_TEXT.sub("", text)


def split_lines(text: str) -> list[str]:
    """Split text at any line end, clean.

    >>> split_lines("甲\\v乙")
    ['甲', '乙']
    """
    return [clean(line) for line in _LINE_END.split(text)]


def trimmed(lines: list[DocumentLine]) -> tuple[DocumentLine, ...]:
    """Leave out the empty lines at the end."""
    while lines and not lines[-1].text.strip():
        lines.pop()
    return tuple(lines)
