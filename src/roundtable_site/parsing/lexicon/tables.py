"""How a table of words is written: words parted by white space, on as many lines as they need."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """Give the words of a table.

    >>> sorted(words("说 表示"))
    ['表示', '说']
    """
    return frozenset(text.split())


def alternatives(table: frozenset[str] | tuple[str, ...]) -> str:
    """Give a regular expression for any word of a table, the longest first.

    Words are grouped by their first character, so that a search asks only about words that can begin where it stands.

    >>> alternatives(words("主任 主任医师 村长"))
    '主(?:任医师|任)|村(?:长)'
    """
    groups: dict[str, list[str]] = {}
    for word in sorted(table, key=lambda word: (-len(word), word)):
        groups.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
