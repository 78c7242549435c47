"""Find the terms of an article that are more than one word to a dictionary: 高质量发展, 新能源汽车, 西部陆海新通道.

A term is a run of words that may stand in a name (nouns, verbal nouns, adjectives; a verb not at its head; no stop
word), that the article repeats, whose rarest word hardly ever stands without the others, and that is whole: somewhere
something else stands before it, and somewhere after it. That is a statement about the article alone, so that no list
of terms is needed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from fractions import Fraction

from roundtable_site.keywords.segment import Word

Run = Sequence[Word]
Gram = tuple[str, ...]

LONGEST_TERM = 6  # words
SHORTEST, LONGEST = 3, 12  # characters
# Of the occurrences of a term's rarest word, at least this share must be inside the term.
COHESION = Fraction(1, 2)
KEPT = "kept"
"""The tag of an editor's word, of a name, and of a term that was found: it is whole already."""

# Tags of jieba's dictionary: what names something, what may also stand inside a term, and what may end one.
NOUNS = frozenset(["n", "ng", "nr", "nrt", "nrfg", "ns", "nt", "nz", "vn", "an", "j", "l", ""])
_OPENING = NOUNS | {"b", "f", "a", "s"}
_FOLLOWING = _OPENING | {"v", "vd", "vg", "i", "k", "zg"}
_CLOSING = _FOLLOWING - {"b", "f", "a", "s", "vd"}
# Stop words that names are made of all the same.
_INSIDE = frozenset(
    [
        "新", "大", "小", "高", "发展", "经济", "现代化", "社会", "国家", "战略", "区域", "地区", "城市", "技术",
        "市场", "机构", "企业", "资源", "项目", "精神", "协调", "国际", "产品", "代表", "服务", "制度",
        "工程", "理念",
    ]
)  # fmt: skip
_HAN = re.compile(r"[\u3400-\u9fff]+")
_NUMERALS = re.compile(r"[一二两三四五六七八九十百千万亿几数第]")


def find_terms(runs: Iterable[Run], stop: Container[str]) -> frozenset[Gram]:
    """Give the terms of an article as the words they are made of; `runs` are its words between punctuation marks."""
    runs = list(runs)
    single = Counter(word.text for run in runs for word in run)
    found: Counter[Gram] = Counter()
    free_before: set[Gram] = set()
    free_after: set[Gram] = set()
    for run in runs:
        for start, end in _candidates(run, stop):
            gram = words_of(run[start:end])
            found[gram] += 1
            if start == 0 or not _opens(run[start - 1], stop):
                free_before.add(gram)
            if end == len(run) or not _follows(run[end], stop):
                free_after.add(gram)
    whole = free_before & free_after
    return frozenset(g for g, count in found.items() if count > 1 and g in whole and _coheres(g, count, single))


def join_terms(run: Run, terms: Container[Gram]) -> list[Word]:
    """Join the words of a run into the longest terms, from the left; a joined term has the tag `KEPT`."""
    joined: list[Word] = []
    at = 0
    while at < len(run):
        end = next((e for e in range(min(at + LONGEST_TERM, len(run)), at + 1, -1) if words_of(run[at:e]) in terms), 0)
        joined.append(Word("".join(words_of(run[at:end])), KEPT) if end else run[at])
        at = end or at + 1
    return joined


def variants(runs: Iterable[Run], names: Iterable[str] = ()) -> dict[str, str]:
    """Map forms of one term to the one that the article uses most.

    A term that ends a longer one which stands as often (陆海新通道 in 西部陆海新通道); a district with and without its
    generic word (渝北, 渝北区).
    """
    words = [word for run in runs for word in run]
    counts = Counter(word.text for word in words)
    joined = dict.fromkeys(word.text for word in words if word.tag == KEPT)
    preferred: dict[str, str] = {}
    for full in joined:
        for term in (full[start:] for start in range(1, len(full) - SHORTEST + 1)):
            best = preferred.get(term, term)
            if term in joined and counts[full] >= counts[best]:
                preferred[term] = full
    for name in names:
        if len(name) > 2 and name[-1] in "区县市" and counts[name] and counts[name[:-1]]:
            forms = sorted([name, name[:-1]], key=lambda form: (counts[form], form))
            preferred[forms[0]] = forms[1]
    return preferred


def with_one_form(run: Run, preferred: dict[str, str]) -> list[Word]:
    """Give a run with the preferred form for each other one."""
    return [Word(preferred[word.text], KEPT) if word.text in preferred else word for word in run]


def words_of(run: Run) -> Gram:
    """Give the words of a run without their tags."""
    return tuple(word.text for word in run)


def _coheres(gram: Gram, count: int, single: Counter[str]) -> bool:
    return count >= COHESION * min(single[word] for word in gram)


def _candidates(run: Run, stop: Container[str]) -> Iterator[tuple[int, int]]:
    """Yield the half-open span of every two to six words that could be a term."""
    for start, first in enumerate(run):
        if not _opens(first, stop):
            continue
        length = len(first.text)
        for end in range(start + 1, min(start + LONGEST_TERM, len(run))):
            if not _follows(run[end], stop):
                break
            length += len(run[end].text)
            if SHORTEST <= length <= LONGEST and run[end].tag in _CLOSING:
                yield start, end + 1


def _opens(word: Word, stop: Container[str]) -> bool:
    return word.tag in _OPENING and _may_stand(word, stop) and not _NUMERALS.match(word.text)


def _follows(word: Word, stop: Container[str]) -> bool:
    return word.tag in _FOLLOWING and _may_stand(word, stop)


def _may_stand(word: Word, stop: Container[str]) -> bool:
    return _HAN.fullmatch(word.text) is not None and (word.text not in stop or word.text in _INSIDE)
