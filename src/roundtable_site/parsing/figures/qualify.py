"""Find the words that make a figure approximate or a bound, beside it."""

from __future__ import annotations

from roundtable_site.parsing.lexicon.qualifiers import AFTER, BEFORE, FILLERS, NOT_AFTER, NOT_BEFORE

Span = tuple[int, int]


def word_before(text: str, at: int) -> Span | None:
    """Give the span of the qualifier that ends right before `at`, or one 了, 为 or 有 before it.

    >>> word_before("总量突破了3万", 5)
    (2, 4)
    """
    if text.endswith("距今", 0, at):
        at -= 2
    if at and text[at - 1] in FILLERS:
        at -= 1
    if not at:
        return None
    last = text[at - 1]
    if last == "上":
        above = text[at : at + 1] in tuple("百千万亿") and text[at - 2 : at - 1] not in tuple(NOT_AFTER["上"])
        return (at - 1, at) if above else None
    for word in BEFORE.get(last, ()):
        if text.endswith(word, 0, at):
            if len(word) == 1 and at > 1 and text[at - 2] in NOT_AFTER.get(word, ""):
                return None
            return at - len(word), at
    return None


def word_after(text: str, at: int, kind: str) -> Span | None:
    """Give the span of the qualifier that begins at `at`; 多 and 余 qualify after units (两年多), no measure words."""
    for word in AFTER.get(text[at : at + 1], ()):
        if text.startswith(word, at):
            if len(word) == 1 and (kind == "count" or text[at + 1 : at + 2] in NOT_BEFORE):
                return None
            return at, at + len(word)
    return None
