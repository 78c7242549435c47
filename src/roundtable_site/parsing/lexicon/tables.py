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

    Words that begin alike share their beginning, and one look at two characters tells whether any word can begin
    there: so a table of hundreds of words costs a search hardly more than one of ten.

    >>> alternatives(words("主任 主任医师 村长"))
    '(?=[主村])(?:主任(?:医师)?|村长)'
    """
    root = _trie(table)
    ways = _ways_on(root)
    return ways if _END in root or len(root) < 2 else f"(?={_glance(root)}){ways}"


def beginnings(table: Iterable[str]) -> str:
    """Give a cheap regular expression for how the words of a table begin, which few other places match.

    >>> beginnings(words("主任 村长 也"))
    '(?:[主也村])'
    """
    return f"(?:{_glance(_trie(table))})"


_END = ""
_LARGE = 48


class _Beginning(dict[str, "_Beginning"]):
    """What may follow the beginning that some words share, by the next character; `_END` where a word ends."""


def _trie(table: Iterable[str]) -> _Beginning:
    root = _Beginning()
    for word in sorted(table):
        beginning = root
        for character in word:
            beginning = beginning.setdefault(character, _Beginning())
        beginning[_END] = _Beginning()
    return root


def _glance(root: _Beginning) -> str:
    """Give what passes by where no word begins: the first characters and, of longer words in a large table, the next.

    Of a small table the first characters tell enough, and a second set costs more than it saves.
    """
    if len(root) < _LARGE:
        return f"[{_escaped(root)}]"
    short = [character for character, after in root.items() if _END in after]
    long = [character for character in root if character not in short]
    seconds = dict.fromkeys(second for character in long for second in root[character])
    looks = [f"[{_escaped(short)}]"] if short else []
    looks += [f"[{_escaped(long)}][{_escaped(seconds)}]"] if long else []
    return "|".join(looks)


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
