"""Which characters stand beside one another in an article, and an index of that over a block of articles.

A search for any substring must look through the whole text, but not through texts in which two of its characters never
stand side by side. The index says in which articles each pair of characters stands (and each single one): what a query
may be found in is in the lists of all its pairs. A pair knows no words, so it holds for whatever a reader asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import add
from unicodedata import normalize

from roundtable_site.site.dossier import Dossier
from roundtable_site.site.search import in_script

Grams = tuple[str, ...]
"""The grams of an article, heap by heap."""
SLICES = 64
"""Heaps that the pairs of an article are kept in, so that an index is made heap by heap and never held whole."""
ALONE = " "
"""What stands behind a single character in place of a second one; no query has it."""
_END = " "
_FAR = "!"
_DIGITS = [chr(code) for code in range(35, 127) if chr(code) != "\\"]
"""Signs of one byte that JSON leaves as they are, without those two."""


def plain(text: str) -> str:
    """Give a text as it is compared: `plain` of search.js."""
    return normalize("NFKC", text).lower()


def searched(dossier: Dossier) -> Iterator[str]:
    """Yield all that a search looks through in an article, as `search.js` opens it."""
    for speaker in dossier.speakers:
        yield speaker.name
        yield "、".join(speaker.guest.titles)
    for claim in dossier.claims:
        yield claim.indicator.name
        yield claim.wording
        yield claim.indicator.period or ""
    for saying in dossier.sayings:
        yield saying.quote.text
    for piece in dossier.pieces:
        for item in piece.paragraphs:
            for placed in item.placed:
                yield placed.sentence.text


def grams_of(dossier: Dossier) -> Grams:
    """Give the pairs and the single characters of an article, two signs each, in `SLICES` heaps."""
    # Names and figures return from paragraph to paragraph; no pair reaches over the end of a line.
    text = plain("\n".join(dict.fromkeys(searched(dossier))))
    found = set(map(add, text, text[1:]))
    found.update(sign + ALONE for sign in set(text))
    heaps: list[list[str]] = [[] for _ in range(SLICES)]
    for gram in sorted(found):
        if "\n" not in gram and gram[0] != ALONE:
            heaps[shard_of(gram, SLICES)].append(gram)
    return tuple(map("".join, heaps))


def shards_for(articles: int) -> int:
    """Say into how many files the index of so many articles is cut: a power of two, so that each stays light.

    >>> shards_for(1), shards_for(51), shards_for(365)
    (4, 128, 1024)
    """
    return 2 << max(articles - 1, 1).bit_length()


def shard_of(gram: str, shards: int) -> int:
    """Say in which of so many files, or heaps, a gram stands."""
    return (ord(gram[0]) * 31 + ord(gram[1])) % shards


def index_scripts(block: str, articles: Sequence[Grams]) -> list[str]:
    """Give the scripts of a block, made of its articles' grams: [block, number, grams, articles of each gram].

    An article is told by how many lie between it and the one before: a sign, behind as many `!` as it is times 91.
    """
    shards = shards_for(len(articles))
    gaps = [_FAR * (gap // len(_DIGITS)) + _DIGITS[gap % len(_DIGITS)] for gap in range(len(articles))]
    parts: list[list[str]] = [[] for _ in range(shards)]
    lists: list[list[str]] = [[] for _ in range(shards)]
    for number in range(SLICES):
        found = _inverted([grams[number] for grams in articles])
        for gram in sorted(found):
            shard = shard_of(gram, shards)
            parts[shard].append(gram)
            lists[shard].append(_listed(found[gram], gaps))
    return [
        index_script([block, number, "".join(part), "".join(told)])
        for number, (part, told) in enumerate(zip(parts, lists, strict=True))
    ]


def _inverted(heaps: Sequence[str]) -> dict[str, list[int]]:
    """Give the numbers of the articles that have each gram."""
    found: dict[str, list[int]] = {}
    for number, heap in enumerate(heaps):
        for gram in map(add, heap[::2], heap[1::2]):
            if gram in found:
                found[gram].append(number)
            else:
                found[gram] = [number]
    return found


def _listed(numbers: Sequence[int], gaps: Sequence[str]) -> str:
    """Write rising numbers as the gaps between them."""
    return "".join([gaps[there - here - 1] for here, there in pairwise((-1, *numbers))]) + _END


def index_script(row: Sequence[object]) -> str:
    """Give a script that hands a row to the search page."""
    rows = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
    return f"(window.roundtableIndex=window.roundtableIndex||[]).push({in_script(rows)});\n"
