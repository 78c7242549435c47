"""How a table of words is written: words parted by white space, on as many lines as they need."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Give the words of a table.

    >>> sorted(words("说 表示"))
    ['表示', '说']
    """
    return frozenset(text.split())


def alternatives(table: frozenset[str] | tuple[str, ...]) -> str:
    """Give a regular expression for any word of a table, the longest first.

    >>> alternatives(words("主任 主任医师"))
    '主任医师|主任'
    """
    return "|".join(sorted(table, key=lambda word: (-len(word), word)))
