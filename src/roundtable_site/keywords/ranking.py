"""Rank the words of a text: TF-IDF over content words, exact and in one stable order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from roundtable_site.keywords.rarity import UNKNOWN, idf_of, is_known
from roundtable_site.keywords.segment import Word
from roundtable_site.keywords.terms import KEPT, NOUNS
from roundtable_site.model import Keyword

Run = Sequence[Word]
# Weights have four places: enough to tell words of a long article apart.
PLACES = Decimal("0.0001")
_VERBS = frozenset(["v", "vd", "vg"])
# A word that stands in most texts (中心 4.8, 系统 5.0) says nothing of this one.
LEAST_RARITY = Decimal(5)
_NO_KEYWORD = re.compile(r"[0-9]|^.$|^[A-Za-z]+$(?<![A-Z])|^[一二两三四五六七八九十百千万亿几数]+$")
# Scraps of an unknown word: counts (三大), a measure word or a verb of saying at the end (某某说).
_SCRAP = re.compile(r"^[一二两三四五六七八九十百千万亿几第]|[个名家项次等是说作的了为与和及在]$")
# A size before a word for a place says what sort of place it is, and names none (大区, 强县).
_SORT = re.compile(r"^[大小强弱][区县市省州国]$")


class Vocabulary(Struct, frozen=True):
    """What the whole article says of its words.

    How often each stands (`counts`), which words a term is made of (`parts`), how many of its `speaker_count` speakers
    use a word (`speakers`), which words are only pieces of longer ones (`fragments`), and which may be keywords.
    """

    counts: Mapping[str, int]
    parts: Mapping[str, tuple[str, ...]]
    nominal_verbs: frozenset[str]
    stop: Container[str]
    kept: frozenset[str]
    speakers: Mapping[str, int]
    speaker_count: int
    fragments: frozenset[str] = frozenset()

    def is_content(self, word: Word) -> bool:
        """Say whether a word may be a keyword: a term, a noun, or a verb that this article uses as a noun."""
        if word.text in self.kept:
            return True
        if word.text in self.stop or _NO_KEYWORD.search(word.text):
            return False
        if word.tag == "" and (word.text in self.fragments or _SCRAP.search(word.text)):
            return False
        if word.tag != KEPT and _SORT.search(word.text):
            return False
        if word.tag != KEPT and idf_of(word.text) < LEAST_RARITY:
            return False
        return word.tag == KEPT or word.tag in NOUNS or word.text in self.nominal_verbs

    def rarity(self, word: str) -> Decimal:
        """Give a word's inverse document frequency.

        A term is rarer than any of its words: half way from its rarest word to a word that the table does not have.
        """
        known = [idf_of(part) for part in self.parts.get(word, ()) if is_known(part)]
        return idf_of(word) if is_known(word) or not known else (max(known) + UNKNOWN) / 2

    def distinction(self, word: str) -> Decimal:
        """Say how far a word tells one speaker of the article from the others: 1 for a word that all of them use."""
        using = self.speakers.get(word, 0)
        return 1 + (Decimal(self.speaker_count) / using).ln() if using else Decimal(1)


def nominal_verbs(runs: Iterable[Run], stop: Container[str]) -> frozenset[str]:
    """List the verbs that at least half the time stand where a noun does: after a noun, after 的, as an object."""
    all_: Counter[str] = Counter()
    nominal: Counter[str] = Counter()
    for run in runs:
        for before, word in zip([Word("", "w"), *run], run, strict=False):
            if word.tag in _VERBS and word.text not in stop:
                all_[word.text] += 1
                governed = before.text in stop and before.tag in {"v", "vn"}
                noun_before = before.tag in NOUNS or before.tag == KEPT
                nominal[word.text] += before.text == "的" or governed or noun_before
    return frozenset(word for word, count in all_.items() if 2 * nominal[word] >= count)


_HAN = re.compile(r"[\u3400-\u9fff]+")


def fragments(runs: Iterable[Run]) -> frozenset[str]:
    """List the words that no dictionary has and that are not seen to be whole: cut from something longer, or once only.

    A whole word stands beside different words, or at the edge of a run, on either side; a piece of a longer one always
    has the rest of it beside it.
    """
    before: dict[str, set[str | None]] = {}
    after: dict[str, set[str | None]] = {}
    counts: Counter[str] = Counter()
    for run in runs:
        texts = [None, *(word.text for word in run), None]
        for at, word in enumerate(run):
            if word.tag == "" and _HAN.fullmatch(word.text):
                counts[word.text] += 1
                before.setdefault(word.text, set()).add(texts[at])
                after.setdefault(word.text, set()).add(texts[at + 2])
    fixed = (word for word in counts if any(len(s) == 1 and None not in s for s in (before[word], after[word])))
    return frozenset(fixed) | {word for word, count in counts.items() if count == 1}


def ranked(runs: Iterable[Run], vocabulary: Vocabulary, number: int, *, distinct: bool = False) -> tuple[Keyword, ...]:
    """Give the best keywords of a text, best first, equals in the order of the text.

    With `distinct`, words that few speakers of the article use weigh more. A word counts that the article repeats; a
    short text without such words gives its single nouns. A word that is part of a better keyword is left out.
    """
    words = [word for run in runs for word in run]
    counts = Counter(word.text for word in words if vocabulary.is_content(word))
    repeated = {word: count for word, count in counts.items() if vocabulary.counts[word] > 1 or word in vocabulary.kept}
    candidates = repeated if len(repeated) >= 3 else dict(counts)
    total = Decimal(max(len(words), 1))
    weighed = []
    for word, count in candidates.items():
        factor = vocabulary.distinction(word) if distinct else Decimal(1)
        weighed.append((word, (count * vocabulary.rarity(word) * factor / total).quantize(PLACES)))
    weighed.sort(key=lambda pair: -pair[1])
    return _without_parts(weighed, number)


def _without_parts(weighed: Iterable[tuple[str, Decimal]], number: int) -> tuple[Keyword, ...]:
    chosen: list[Keyword] = []
    for word, weight in weighed:
        if len(chosen) >= number:
            break
        if weight > 0 and not any(word in better.word for better in chosen):
            chosen.append(Keyword(word, weight))
    return tuple(chosen)
