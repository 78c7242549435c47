"""How a table of words is written: words parted by white space, on as many lines as they need."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words(text: str) -> frozenset[str]:
    """Give the words of a table.

    >>> sorted(words("说 表示"))
    ['表示', '说']
    """
    return frozenset(text.split())


def alternatives(table: Iterable[str]) -> str:
    """Give a regular expression for any word of a table, the longest first; it wants brackets before a `*`.

    Words that begin alike share their beginning, and one look at a character tells whether any word can begin there:
    so a table of hundreds of words costs a search hardly more than one of ten.

    >>> alternatives(words("主任 主任医师 村长"))
    '(?=[主村])(?:主任(?:医师)?|村长)'
    """
    root = _Beginning()
    for word in sorted(table):
        beginning = root
        for character in word:
            beginning = beginning.setdefault(character, _Beginning())
        beginning[_END] = _Beginning()
    ways = _ways_on(root)
    return ways if _END in root or len(root) < 2 else f"(?=[{_escaped(root)}]){ways}"


_END = ""


class _Beginning(dict[str, "_Beginning"]):
    """What may follow the beginning that some words share, by the next character; `_END` where a word ends."""


def _ways_on(beginning: _Beginning) -> str:
    """Give the expression for what may follow: longer words before the one that ends here."""
    last = [character for character, after in beginning.items() if character and list(after) == [_END]]
    ways = [
        re.escape(character) + _ways_on(after)
        for character, after in beginning.items()
        if character and character not in last
    ]
    if last:
        ways.append(re.escape(last[0]) if len(last) == 1 else f"[{_escaped(last)}]")
    if _END not in beginning:
        return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{'|'.join(ways)})?" if ways else ""


def _escaped(characters: Iterable[str]) -> str:
    return "".join(map(re.escape, characters))
