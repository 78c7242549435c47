"""Findings about words that are probably misprinted: near to a word of the article or of the editor's list.

Two slips are looked for, those of hands on a keyboard: two neighbouring characters that changed places, and one
character that only sounds like the right one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.likeness import swapped
from roundtable_site.ids.sounds import sound_alike
from roundtable_site.model import Paragraph
from roundtable_site.sentences import sentence_spans

_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_LONGEST = 12
_OFTEN = 3
"""How often a run of four characters must stand in the article to be taken for a word of it."""
_RUN = 4
_LEAST_SWAPPED, _LEAST_ALIKE = 3, 4
"""Characters of a word in which a swap, or a character that sounds alike, is no chance."""
# Characters that are written for one another in the same place with another sense.
_GRAMMAR = frozenset("的地得他她它们做作在再以已有又是和与及了不一二三四五六七八九十两年月日个大小上下中")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万亿两第")
_LISTED = "words.txt"


class _Near(Struct, frozen=True):
    """The misspellings of some words: swapped ones whole, others as the word with a gap."""

    swaps: Mapping[str, str]
    gaps: Mapping[tuple[str, int], tuple[str, ...]]
    lengths: tuple[int, ...]
    halves: frozenset[str]


def check_misprints(galley: Galley) -> Iterator[Finding]:
    """Yield words of the text that are near to one of the editor's or the article's words, and are none themselves."""
    texts = [(paragraph, run) for paragraph in galley.paragraphs.values() for run in _HAN_RUN.finditer(paragraph.text)]
    listed = tuple(word for word in galley.words if _HAN_RUN.fullmatch(word) and 2 < len(word) <= _LONGEST)
    seen: set[str] = set()
    for words, where, inner in ((listed, _LISTED, False), (_names(galley), "", False), (_runs(texts), "", True)):
        near = _near(words, inner=inner)
        known = frozenset((*words, *listed))
        for paragraph, run in texts:
            for printed, word in _slips(run[0], near, known):
                if printed not in seen:
                    seen.add(printed)
                    yield _finding(paragraph, run.start(), printed, word, where or _place_of(word, galley))


def _names(galley: Galley) -> tuple[str, ...]:
    """Give the names of places and bodies that the article's records bear."""
    names = {district.name for district in galley.article.districts}
    return tuple(sorted(name for name in names if 2 < len(name) <= _LONGEST and _HAN_RUN.fullmatch(name)))


def _runs(texts: list[tuple[Paragraph, re.Match[str]]]) -> tuple[str, ...]:
    """Give the runs of characters that the article prints again and again, numerals left out."""
    runs: Counter[str] = Counter()
    for _, run in texts:
        runs.update(run[0][at : at + _RUN] for at in range(len(run[0]) - _RUN + 1))
    return tuple(sorted(run for run, times in runs.items() if times >= _OFTEN and not _NUMERALS.intersection(run)))


@lru_cache(maxsize=4)
def _near(words: tuple[str, ...], *, inner: bool) -> _Near:
    """Give the misspellings of words; of a mere run of characters, whose ends may be cut out of others, the `inner`."""
    swaps: dict[str, str] = {}
    gaps: dict[tuple[str, int], list[str]] = {}
    for word in words:
        for other in swapped(word):
            if not inner or (other[0], other[-1]) == (word[0], word[-1]):
                swaps.setdefault(other, word)
        if len(word) >= _LEAST_ALIKE:
            for at in range(1, len(word) - 1) if inner else range(len(word)):
                gaps.setdefault((word[:at] + word[at + 1 :], at), []).append(word)
    lengths = tuple(sorted({len(word) for word in words if len(word) >= _LEAST_SWAPPED}))
    long = [word for word in words if len(word) >= _LEAST_ALIKE]
    halves = frozenset(half for word in long for half in (word[: len(word) // 2], word[len(word) // 2 :]))
    return _Near(swaps, {gap: tuple(found) for gap, found in gaps.items()}, lengths, halves)


def _slips(run: str, near: _Near, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each misspelling in a run of characters with the word it is near to."""
    for length in near.lengths:
        for start in range(len(run) - length + 1):
            piece = run[start : start + length]
            if piece in known:
                continue
            word = near.swaps.get(piece) or (_alike(piece, near) if length >= _LEAST_ALIKE else None)
            if word and not _part_of_right(run, start, word):
                yield piece, word


def _alike(piece: str, near: _Near) -> str | None:
    # One character is another, so one half of the word is whole.
    middle = len(piece) // 2
    if piece[:middle] not in near.halves and piece[middle:] not in near.halves:
        return None
    for at in range(len(piece)):
        for word in near.gaps.get((piece[:at] + piece[at + 1 :], at), ()):
            apart = piece[at] != word[at] and not _GRAMMAR.intersection((piece[at], word[at]))
            if apart and sound_alike(piece[at], word[at]):
                return word
    return None


def _part_of_right(run: str, start: int, word: str) -> bool:
    """Tell whether the right word itself overlaps the place, so that the piece is cut across words."""
    return word in run[max(0, start - len(word) + 1) : start + 2 * len(word) - 1]


def _place_of(word: str, galley: Galley) -> str:
    return next((paragraph.id for paragraph in galley.paragraphs.values() if word in paragraph.text), "districts:")


def _finding(paragraph: Paragraph, run: int, printed: str, word: str, where: str) -> Finding:
    at = paragraph.text.find(printed, run)
    sentence = next((paragraph.text[a:b] for a, b in sentence_spans(paragraph.text) if a <= at < b), paragraph.text)
    given = facts(printed=printed, word=word, where=where)
    return Finding("misprint", paragraph, given, mark=printed, sentence=sentence)
