"""Which characters sound alike: misprints come from keyboards that take pinyin."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4096)
def reading(character: str) -> str:
    """Give the usual reading of a character without its tone, "" for what is none; rare readings make all alike."""
    from pypinyin import Style, lazy_pinyin

    return "".join(lazy_pinyin(character, style=Style.NORMAL, errors="ignore"))


def sound_alike(one: str, other: str) -> bool:
    """Tell whether two characters are usually read alike, tones aside.

    >>> sound_alike("平", "萍"), sound_alike("平", "安")
    (True, False)
    """
    return reading(one) == reading(other) != ""
