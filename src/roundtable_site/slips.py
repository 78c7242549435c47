"""Slips in an editor's Markdown: what is left out of the page, or stands on it as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Slip(NamedTuple):
    """A piece of Markdown that does not show as it is meant, with its line and column (from 1)."""

    line: int
    column: int
    what: str


# What may stand between ` and is no Markdown.
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_SLIPS = re.compile(
    r"""
    </?(?:script|style|iframe|object|embed|form|input|button|link|meta|base|svg|video|audio)\b[^>\n]*>?  # is taken out
  | \]\(\s*(?:javascript|vbscript|data|file):[^)\n]*\)?  # leads nowhere
  | \[[^\]\n]+\]\(\s*\)  # an empty address
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REFERENCE = re.compile(r"\[(?P<text>[^\]\n]+)\]\[(?P<name>[^\]\n]*)\]|\[\^(?P<note>[^\]\n]+)\](?!:)")
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]\n]+)\]:", re.MULTILINE)
_STRONG = re.compile(r"\*\*|__")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+")


def slips_in(text: str) -> list[Slip]:
    """Find the slips in a text, in order.

    >>> slips_in("见[附表]()。"), slips_in("见 [附表](data.csv)，`<script>` 是代码。")
    ([Slip(line=1, column=2, what='[附表]()')], [])
    """
    bare = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    return sorted({_slip(text, start, end) for start, end in _places(bare)})


def _places(text: str) -> Iterator[tuple[int, int]]:
    for found in _SLIPS.finditer(text):
        yield found.span()
    defined = {found["name"].casefold() for found in _DEFINED.finditer(text)}
    for found in _REFERENCE.finditer(text):
        name = f"^{found['note']}" if found["note"] else found["name"] or found["text"]
        if name.casefold() not in defined:
            yield found.span()
    for paragraph in _PARAGRAPH.finditer(text):
        for mark in ("**", "__"):
            marks = [at for at in _STRONG.finditer(text, *paragraph.span()) if at[0] == mark]
            if len(marks) % 2:
                yield marks[-1].start(), min(marks[-1].end() + 8, paragraph.end())


def _slip(text: str, start: int, end: int) -> Slip:
    before = text[:start]
    what = text[start:end].split("\n")[0].strip()
    return Slip(before.count("\n") + 1, start - (before.rfind("\n") + 1) + 1, what)
