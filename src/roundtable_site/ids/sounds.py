"""Which characters sound alike: misprints come from keyboards that take pinyin."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def readings(character: str) -> frozenset[str]:
    """Give all readings of a character without tones."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(found[0]) if found else frozenset()


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two characters have a reading in common, tones aside.

    >>> sound_alike("平", "萍"), sound_alike("平", "安")
    (True, False)
    """
    return not readings(one).isdisjoint(readings(other))
