"""The sign of a figure: a fall is negative, unless its words say to what something fell."""

from __future__ import annotations

import re
from decimal import Decimal

from roundtable_site.parsing.indicators.measures import COMPARED_LESS, GAP, REACHING
from roundtable_site.parsing.lexicon import measures as words
from roundtable_site.parsing.wordlists import any_of

_FALLING = re.compile(rf"(?P<verb>{any_of(words.FALL)}){GAP}$")
_BELOW = re.compile(r"(?:低于|少于|慢于|低出|落后)[^，。；]{1,14}$")
_FALL_NOUN = re.compile(rf"{any_of(words.FALL_NOUNS)}[^，。；]{{0,6}}$")


def signed(value: Decimal | None, printed: str, before: str) -> Decimal | None:
    """Give the value with its sign: a fall is negative (下降16.1% → -16.1), unless it says to what (下降到3%)."""
    if value is None or value < 0:
        return value
    near = before[-16:]
    points = printed.endswith("点")
    if REACHING.search(near):
        return value
    if (
        (points and _BELOW.search(near))
        or _FALLING.search(near)
        or COMPARED_LESS.search(before[-36:])
        or _FALL_NOUN.search(near)
        or printed.startswith("减半")
    ):
        return -value
    return value
