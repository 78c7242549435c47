"""Findings about single characters: quotation marks without a partner, characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Guest, LayoutItem, Paragraph, Record
from roundtable_site.sentences import sentence_spans

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", "《": "》", "〈": "〉"}
_CLOSING = {closing: opening for opening, closing in _PAIRS.items()}
_HEADS = ("headline", "subtitle", "heading")
# Zero-width characters, soft hyphens, marks that turn the reading direction, fillers, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
# An emoji may be joined of several by U+200D.
_JOINED = re.compile(r"(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
# ’98 for 1998
_YEAR = re.compile(r"’[5-90-3]\d(?!\d)")
_LATIN = re.compile(r"[A-Za-z0-9]")


def check_marks(galley: Galley) -> Iterator[Finding]:
    """Yield unpaired quotation marks and invisible characters, in printed order."""
    for paragraph, goes_on in _with_next(galley):
        for at in unpaired(paragraph.text, goes_on=goes_on):
            yield _unpaired(paragraph, at, "paragraph")
    for item in galley.article.layout:
        if item.kind in _HEADS:
            for at in unpaired(item.text):
                yield _unpaired(item, at, "heading")
    yield from _invisible(galley)


def _with_next(galley: Galley) -> Iterator[tuple[Paragraph, bool]]:
    """Yield each paragraph, and whether the next one opens with a quotation mark.

    A quotation of several paragraphs opens anew at each and closes at the last: the marks between are not missing.
    """
    for section in (galley.article.standfirst, *(s.paragraphs for s in galley.article.sections)):
        for paragraph, following in pairwise((*section, None)):
            if paragraph is not None:
                yield paragraph, following is not None and following.text.startswith(("“", "「", "『"))


def unpaired(text: str, *, goes_on: bool = False) -> list[int]:
    """Give the places of quotation marks without a partner; `goes_on`: the next paragraph opens the quotation anew.

    >>> unpaired("“路通了，‘茶’就好卖。他说"), unpaired("‘茶’”"), unpaired('"茶"')
    ([0], [3], [])
    """
    open_: list[int] = []
    lonely: list[int] = []
    waiting: Counter[str] = Counter()  # how many of each opening mark are open
    for at, mark in enumerate(text):
        if mark in _PAIRS:
            open_.append(at)
            waiting[mark] += 1
        elif mark in _CLOSING and not _apostrophe(text, at):
            if not waiting[_CLOSING[mark]]:
                lonely.append(at)
                continue
            # Marks that were left open inside lack a partner, not this one.
            while text[place := open_.pop()] != _CLOSING[mark]:
                lonely.append(place)
                waiting[text[place]] -= 1
            waiting[_CLOSING[mark]] -= 1
    if goes_on and open_ and text[open_[0]] in "“「『":
        open_ = open_[1:]
    straight = [at for at, mark in enumerate(text) if mark == '"']
    found = sorted({*lonely, *open_, *(straight[-1:] if len(straight) % 2 else [])})
    # Two of one mark: the second was to be the other half (“茶“).
    return found[1:] if len(found) == 2 and text[found[0]] == text[found[1]] else found


def _apostrophe(text: str, at: int) -> bool:
    return (text[at] == "’" and _YEAR.match(text, at) is not None) or (
        text[at] == "’" and at > 0 and _LATIN.match(text[at - 1]) is not None and _LATIN.match(text, at + 1) is not None
    )


def _unpaired(record: Paragraph | LayoutItem, at: int, place: str) -> Finding:
    spans = _spans(record.text)
    begin, end = spans[max(0, bisect_right(spans, (at, len(record.text))) - 1)] if spans else (0, len(record.text))
    sentence = record.text[begin:end] if begin <= at < end else record.text
    mark = record.text[at]
    shown = record.text[at : at + 8] if mark in _PAIRS else record.text[max(0, at - 7) : at + 1]
    return Finding("quote-unpaired", record, facts(mark=mark, place=place, text=shown), mark=shown, sentence=sentence)


@lru_cache(maxsize=1)
def _spans(text: str) -> tuple[tuple[int, int], ...]:
    # A paragraph of countless marks is cut into its sentences once, not for each of them.
    return tuple(sentence_spans(text))


def _invisible(galley: Galley) -> Iterator[Finding]:
    for record, field, text in _texts(galley):
        seen: set[str] = set()
        for found in _INVISIBLE.finditer(text):
            character = found[0]
            if character in seen or (character == "\u200d" and _JOINED.match(text, found.start())):
                continue
            seen.add(character)
            name = unicodedata.name(character, "control character")
            given = facts(code=f"U+{ord(character):04X}", name=name)
            yield Finding("invisible-character", record, given, field, character, text)


def _texts(galley: Galley) -> Iterator[tuple[Record, str, str]]:
    article = galley.article
    for record in galley.records():
        if isinstance(record, Paragraph | LayoutItem):
            yield record, "text", record.text
        elif isinstance(record, Guest):
            yield record, "name", record.name
            yield from ((record, "titles", title) for title in record.titles)
    for district in article.districts:
        yield district, "name", district.name
    for indicator in article.indicators:
        yield indicator, "name", indicator.name
