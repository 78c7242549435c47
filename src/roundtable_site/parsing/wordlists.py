"""Turn tables of words into patterns, the longest word first, so that 万亿 is read before 万."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roundtable_site.parsing.lexicon.tables import alternatives, beginnings


def listed(text: str) -> tuple[str, ...]:
    """Give the words of a table in the order written; a word written twice stands once.

    >>> listed("增长 增加 增长")
    ('增长', '增加')
    """
    return tuple(dict.fromkeys(text.split()))


def any_of(words: Iterable[str]) -> str:
    """Give the alternation of plain words, longest first, for use inside a pattern.

    >>> any_of(["万", "万亿"])
    '(?:万(?:亿)?)'
    """
    return f"(?:{alternatives(words)})"


class Leading:
    """Any run of given words at the start of a text, stopping before any word of `guard`."""

    def __init__(self, words: Iterable[str], guard: Iterable[str] = ()) -> None:
        words = tuple(words)
        self._first = frozenset(word[0] for word in words)
        stop = f"(?!{any_of(guard)})" if guard else ""
        self._pattern = re.compile(f"(?:(?={beginnings(words)}){stop}{any_of(words)})*")

    def end(self, text: str) -> int:
        """Give where the run ends; 0 if there is none.

        >>> Leading(["其中", "全市"], guard=["全市场"]).end("其中全市产值")
        4
        """
        if text[:1] not in self._first:
            return 0
        match = self._pattern.match(text)
        return match.end() if match else 0


class Trailing:
    """Any run of given words at the end of a text, found by reading the text backwards (so in linear time)."""

    def __init__(self, words: Iterable[str], guard: Iterable[str] = ()) -> None:
        self._backwards = Leading((w[::-1] for w in words), tuple(w[::-1] for w in guard))

    def start(self, text: str) -> int:
        """Give where the run begins; the text's length if there is none.

        >>> Trailing(["增长", "同比"], guard=["负增长"]).start("产值同比增长")
        2
        """
        return len(text) - self._backwards.end(text[::-1])
