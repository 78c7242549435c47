"""What all articles tell of, as digests, so that facts are loaded only where two articles tell of one thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import TypeVar

from msgspec import Struct

from roundtable_site.checking.across.facts import ArticleFacts, FigureFact, GuestFact

T = TypeVar("T")
_MANY = 50
"""Guests of one id or post that are compared at the most."""
_TERM, _FACT = 12, 8
_FIGURE = _TERM + _FACT
_GUEST = 2 * _TERM + _FACT
_LOADED = 256
"""Articles whose facts are in memory at once."""
_GUEST_LISTS = 8192
"""Articles whose guests are in memory at once: they are compared with those of many articles, and take little."""
Row = tuple[str, int]
"""A figure or a guest: the slug of its article, and which one it is there."""


class Terms(Struct, frozen=True):
    """What an article tells of: for each figure the digests of its key and of all that it says, for each guest those of
    the id, of the posts and of all that is said of them.
    """

    slug: str
    date: str
    figures: bytes
    guests: bytes


def terms_of(facts: ArticleFacts) -> Terms:
    """Give the terms of an article's facts."""
    figures = b"".join(_term("figure", fact.key) + _whole(facts.slug, fact) for fact in facts.figures)
    guests = (
        _term("guest", fact.guest) + _term("posts", fact.posts) + _whole(facts.slug, fact) for fact in facts.guests
    )
    return Terms(facts.slug, facts.date, figures, b"".join(guests))


class Index:
    """The terms of all articles; `load` gives the facts of one by its slug."""

    def __init__(self, terms: Iterable[Terms], load: Callable[[str], ArticleFacts]) -> None:
        by_slug = {one.slug: one for one in terms}
        order = sorted(by_slug.values(), key=lambda one: (one.date == "", one.date, one.slug))
        self._terms = {one.slug: one for one in order}
        self._oldest: dict[bytes, Row] = {}
        self._several: set[bytes] = set()
        self._guests: dict[bytes, list[Row]] = {}
        for one in order:
            self._take(one)
        self.facts = lru_cache(maxsize=_LOADED)(load)
        self._guests_of = lru_cache(maxsize=_GUEST_LISTS)(lambda slug: self.facts(slug).guests)

    def _take(self, terms: Terms) -> None:
        slug, oldest = terms.slug, self._oldest
        for row, term in enumerate(_figure_terms(terms)):
            if oldest.setdefault(term, (slug, row)) != (slug, row):
                self._several.add(term)
        for row, (guest, posts) in enumerate(_guest_terms(terms)):
            self._guests.setdefault(guest, []).append((slug, row))
            self._guests.setdefault(posts, []).append((slug, row))

    def oldest(self, key: str) -> tuple[str, FigureFact]:
        """Give the slug and the figure of a key in the oldest article that has it. Raises KeyError where none has."""
        slug, row = self._oldest[_term("figure", key)]
        return slug, self.facts(slug).figures[row]

    def guests(self, *, guest: str = "", posts: str = "") -> list[tuple[str, GuestFact]]:
        """Give the guests of an id, or of the very same posts, with their articles' slugs, older articles first."""
        rows = self._guests.get(_term("guest", guest) if guest else _term("posts", posts), [])
        return [(slug, self._guests_of(slug)[row]) for slug, row in rows[:_MANY]]

    def disputed(self) -> Iterator[str]:
        """Yield the slugs of articles that have a figure or a guest which another place tells of too."""
        for slug, terms in self._terms.items():
            figures = any(term in self._several for term in _figure_terms(terms))
            if figures or any(len(self._guests[term]) > 1 for pair in _guest_terms(terms) for term in pair):
                yield slug

    def rivals_key(self, slug: str) -> bytes:
        """Give a digest of all that what is found about an article across articles depends on: its terms and those
        of others that stand before it.
        """
        terms, digest = self._terms[slug], blake2b(digest_size=16)
        digest.update(terms.figures + terms.guests)
        for term in _figure_terms(terms):
            if term in self._several:
                other, row = self._oldest[term]
                digest.update(self._terms[other].figures[row * _FIGURE + _TERM : (row + 1) * _FIGURE])
        for term in (term for pair in _guest_terms(terms) for term in pair):
            digest.update(b"|")
            for other, row in before(slug, self._guests[term][:_MANY]):
                digest.update(self._terms[other].guests[(row + 1) * _GUEST - _FACT : (row + 1) * _GUEST])
        return digest.digest()


def before(slug: str, rows: list[tuple[str, T]]) -> list[tuple[str, T]]:
    """Give the rows that stand before those of an article."""
    places = [at for at, (other, _) in enumerate(rows) if other == slug]
    return rows[: places[0]] if places else rows


def _figure_terms(terms: Terms) -> Iterator[bytes]:
    figures = terms.figures
    return (figures[at : at + _TERM] for at in range(0, len(figures), _FIGURE))


def _guest_terms(terms: Terms) -> Iterator[tuple[bytes, bytes]]:
    guests = terms.guests
    for at in range(0, len(guests), _GUEST):
        yield guests[at : at + _TERM], guests[at + _TERM : at + 2 * _TERM]


def _term(kind: str, text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_TERM, person=kind.encode()).digest()


def _whole(slug: str, fact: FigureFact | GuestFact) -> bytes:
    return blake2b(repr((slug, fact)).encode("utf-8", "surrogatepass"), digest_size=_FACT).digest()
