"""Read the unit after a number, with its parts (五元六角), a half (三年半) and what it is divided by (吨/年)."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.units import LENGTHS, NOT_UNITS, UNITS

_DIVISOR = re.compile(r"月|(?:h|s|d|min)(?![A-Za-z])")


def unit_length(text: str, at: int) -> int:
    """Give the length of the longest unit at `at`, 0 if there is none.

    A unit that is only the beginning of a word is none: 群 in 76万群众, m in mRNA.

    >>> unit_length("10平方公里", 2), unit_length("76万群众", 3)
    (4, 0)
    """
    for length in LENGTHS.get(text[at : at + 1], ()):
        word = text[at : at + length]
        if len(word) == length and word in UNITS:
            following = text[at + length : at + length + 1]
            if following in NOT_UNITS.get(word, ()) if following else False:
                continue
            if word[-1] < "\x80" and word[-1].isalpha() and following.isascii() and following.isalnum():
                continue
            return length
    return 0


def divisor_length(text: str, at: int) -> int:
    """Give the length of what a unit may be divided by at `at`, 0 if nothing: 元/月, km/h."""
    length = unit_length(text, at)
    if length:
        return length
    match = _DIVISOR.match(text, at)
    return match.end() - at if match else 0
