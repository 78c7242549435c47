"""Turn an article's text into runs of words: between punctuation marks, with names and the editor's words whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from roundtable_site.keywords.segment import Segmenter, Word
from roundtable_site.keywords.terms import KEPT

NAME = "name"
"""The tag of a person's name or title: whole, and no keyword (the page says it already)."""

_RUN = re.compile(r"[\u3400-\u9fff\uf900-\ufaffA-Za-z0-9·&+-]+(?:\.[0-9]+)?")
# A term, slogan or name in quotation marks, without any mark inside: “专精特新”. Speech has a mark at its end.
_MARKED = re.compile(r"[“‘「『]([\u3400-\u9fff]{2,8})[”’」』]")


def marked_terms(texts: Iterable[str]) -> list[str]:
    """List what the article sets in quotation marks as one term.

    >>> marked_terms(["扶持“专精特新”企业，他说：“很好。”"])
    ['专精特新']
    """
    return [match[1] for text in texts for match in _MARKED.finditer(text)]


class Cutter(Struct, frozen=True):
    """Cuts texts; `tags` holds what is kept in one piece, `lengths` its lengths by first character, longest first."""

    segmenter: Segmenter
    tags: Mapping[str, str]
    lengths: Mapping[str, tuple[int, ...]]

    def runs(self, text: str) -> Iterator[list[Word]]:
        """Yield the words of each stretch between punctuation marks."""
        for match in _RUN.finditer(text):
            yield list(self._words(match[0]))

    def _words(self, run: str) -> Iterator[Word]:
        done = at = 0
        while at < len(run):
            length = next((n for n in self.lengths.get(run[at], ()) if run[at : at + n] in self.tags), 0)
            if length:
                if at > done:
                    yield from self.segmenter.cut(run[done:at])
                yield Word(run[at : at + length], self.tags[run[at : at + length]])
                done = at + length
            at += length or 1
        if done < len(run):
            yield from self.segmenter.cut(run[done:])


def cutter(segmenter: Segmenter, kept: Iterable[str], names: Iterable[str]) -> Cutter:
    """Make a cutter that keeps words and names whole, the longest first; a kept word that is a name too is kept."""
    tags = dict.fromkeys((name for name in names if len(name) > 1), NAME)
    tags |= dict.fromkeys((word for word in kept if len(word) > 1), KEPT)
    lengths: dict[str, set[int]] = {}
    for word in tags:
        lengths.setdefault(word[0], set()).add(len(word))
    return Cutter(segmenter, tags, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})
