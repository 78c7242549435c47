"""Quotation marks: which stretches of a paragraph stand between them, whatever the kind of mark."""

from __future__ import annotations

import re
from typing import NamedTuple

MASK = "\ue000"
"""Stands for each character between marks, so that no rule about running text looks inside."""

_PAIRS = {"“": "”", "「": "」", "『": "』", "‘": "’"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_MARK = re.compile('[“”「」『』"]')
_SINGLE = re.compile("[‘’]")


class Span(NamedTuple):
    """A stretch between marks: `start` and `end` take the marks in, `inner_start` and `inner_end` do not.

    `is_open` says that no mark closes it (a quotation that runs on in the next paragraph).
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    is_open: bool = False


def read_marks(text: str) -> tuple[Span, ...]:
    """Give the outermost stretches between quotation marks, in order; marks within them belong to their text.

    >>> [(span.inner_start, span.inner_end) for span in read_marks("“甲‘乙’。”他说，“丙。”")]
    [(1, 6), (11, 13)]
    """
    spans = _pair(text, _MARK)
    return spans if spans or "‘" not in text else _pair(text, _SINGLE)


def _pair(text: str, marks: re.Pattern[str]) -> tuple[Span, ...]:
    found = [(match.start(), match[0]) for match in marks.finditer(text)]
    if not found:
        return ()
    nested, balanced = _outermost(found, len(text), nesting=True)
    return nested if balanced else _outermost(found, len(text), nesting=False)[0]


def _outermost(found: list[tuple[int, str]], length: int, *, nesting: bool) -> tuple[tuple[Span, ...], bool]:
    """Pair the marks; without nesting, an opening mark within its own kind is taken for a new beginning."""
    spans: list[Span] = []
    depth = 0
    begin = -1
    mark = ""
    for place, sign in found:
        if begin < 0:
            if sign in _PAIRS or sign == '"':
                begin, mark, depth = place, sign, 1
        elif sign == mark and sign != '"':
            if nesting:
                depth += 1
            else:
                spans.append(Span(begin, place, begin + 1, place, is_open=True))
                begin = place
        elif sign == '"' == mark or _CLOSING.get(sign) == mark:
            depth -= 1
            if depth == 0:
                spans.append(Span(begin, place + 1, begin + 1, place))
                begin = -1
    if begin >= 0:
        spans.append(Span(begin, length, begin + 1, length, is_open=True))
    return tuple(spans), begin < 0 or depth == 1


def mask(text: str, spans: tuple[Span, ...]) -> str:
    """Give the text with every character between marks replaced, place by place.

    >>> mask("他说，“好。”", read_marks("他说，“好。”")).replace(MASK, "x")
    '他说，“xx”'
    """
    pieces: list[str] = []
    last = 0
    for span in spans:
        pieces += [text[last : span.inner_start], MASK * (span.inner_end - span.inner_start)]
        last = span.inner_end
    return "".join(pieces) + text[last:]
