"""The rows of all articles, found by topic and key. Rows stay packed until a page is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from roundtable_site.site.addresses import Address
from roundtable_site.site.cards import card_rows, gone_rows
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.rows import HEAVY, ROWS, Topic, WordRow
from roundtable_site.site.share.cards import Card as ShareCard

_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = {topic: msgspec.msgpack.Decoder(form) for topic, form in ROWS.items()}
_LIST = msgspec.msgpack.Decoder(list[bytes])
_LIGHT: tuple[Topic, ...] = ("standing",)
"""Topics whose rows are wanted of every article at every build, and that are small."""


class Mark(msgspec.Struct, array_like=True, frozen=True, gc=False, omit_defaults=True):
    """Rows of one topic and key in a card: their digest, where they begin in it and how long they are.

    `rows` are those rows themselves where they are light.
    """

    digest: bytes
    start: int
    length: int
    rows: tuple[bytes, ...] = ()


Marks = Mapping[str, Mapping[str, Mark]]
"""Topic → key → where the rows of one article in one language are found, and their digest."""


class ArticleCard(Struct, frozen=True):
    """What pages across articles need of one article in one language: rows by topic and key, each as MessagePack."""

    rows: dict[str, dict[str, list[bytes]]] = field(default_factory=dict)
    places: int = 0  # where keywords stand


class CardMarks(Struct, frozen=True):
    """What is found where in a card; `places` tells in how many places keywords stand."""

    marks: dict[str, dict[str, Mark]] = field(default_factory=dict)
    places: int = 0


class Need(Struct, frozen=True):
    """Rows that a page needs: those of a topic, of one key or of all (None).

    `span` tells from which article on, and up to which, of those that have the key.
    """

    topic: Topic
    key: str | None = None
    span: tuple[int, int] | None = None


def card_of(dossier: Dossier, across: Address, share: ShareCard | None = None) -> ArticleCard:
    """Make the card of an article in one language; see `card_rows`."""
    card, places = ArticleCard(), 0
    gone = dossier.article.editorial.withdrawn is not None
    for topic, key, row in gone_rows(dossier, across) if gone else card_rows(dossier, across, share):
        card.rows.setdefault(topic, {}).setdefault(key, []).append(_ENCODER.encode(row))
        places += row.total if topic == "word" and isinstance(row, WordRow) else 0
    return replace(card, places=places)


def laid_out(cards: Iterable[ArticleCard]) -> tuple[bytes, tuple[CardMarks, ...]]:
    """Put the cards of an article in all languages into one text of bytes; give it, and what is found where."""
    parts, found, at = [], [], 0
    for card in cards:
        marks = CardMarks(places=card.places)
        for topic, keys in card.rows.items():
            known = marks.marks.setdefault(topic, {})
            for key, rows in keys.items():
                part = _ENCODER.encode(rows)
                known[key] = Mark(_digest(part), at, len(part), tuple(rows) if topic in _LIGHT else ())
                parts.append(part)
                at += len(part)
        found.append(marks)
    return b"".join(parts), tuple(found)


def rows_at(mark: Mark, part: bytes) -> list[bytes] | None:
    """Give the rows of a mark, read from its part of the card; None where that is not what it was."""
    return _LIST.decode(part) if _digest(part) == mark.digest else None


def _digest(part: bytes) -> bytes:
    return blake2b(part, digest_size=16).digest()


class Facts:
    """The rows of all articles in one language, in the order of the articles, loaded where a page needs them.

    `add` takes the articles in order; `load` gives the rows of a mark.
    """

    def __init__(self) -> None:
        self._marks: dict[str, dict[str, list[tuple[str, Mark]]]] = {}
        self._heavy: list[tuple[str, Marks]] = []
        self._load: dict[str, Callable[[Mark], Sequence[bytes]]] = {}

    def add(self, article: str, marks: Marks, load: Callable[[Mark], Sequence[bytes]]) -> None:
        """Add the next article."""
        self._load[article] = load
        self._heavy.append((article, {topic: marks[topic] for topic in HEAVY if topic in marks}))
        for topic, keys in marks.items():
            if topic not in HEAVY:
                known = self._marks.setdefault(topic, {})
                for key, mark in keys.items():
                    known.setdefault(key, []).append((article, mark))

    def keys(self, topic: Topic) -> Sequence[str]:
        """Give the keys of a topic, as they first appear."""
        return tuple(self._marks.get(topic, ()))

    def count(self, topic: Topic, key: str) -> int:
        """Count the articles that have rows of a topic and a key; heavy topics are not counted."""
        return len(self._marks.get(topic, {}).get(key, ()))

    def packed(self, need: Need) -> Sequence[bytes]:
        """Give the packed rows that are needed, by key as it first appears, then by article."""
        return [row for article, mark in self.places(need) for row in mark.rows or self._load[article](mark)]

    def key(self, need: Need) -> bytes:
        """Give a digest of the rows that are needed."""
        return blake2b(b"".join([mark.digest for _, mark in self.places(need)]), digest_size=16).digest()

    def articles(self, need: Need) -> Sequence[str]:
        """Name the articles that the needed rows are of."""
        return tuple(dict.fromkeys(article for article, _ in self.places(need)))

    def places(self, need: Need) -> Iterable[tuple[str, Mark]]:
        """Say in which articles' cards the rows are that are needed, and where."""
        if need.topic in HEAVY:
            return self._heavy_rows(need)
        keys = self._marks.get(need.topic, {})
        if need.key is not None:
            found = keys.get(need.key, ())
            return found[slice(*need.span)] if need.span else found
        return (entry for found in keys.values() for entry in found)

    def _heavy_rows(self, need: Need) -> Iterator[tuple[str, Mark]]:
        for article, topics in self._heavy:
            for key, mark in topics.get(need.topic, {}).items():
                if need.key in (None, key):
                    yield article, mark


def unpacked(topic: Topic, rows: Iterable[bytes]) -> tuple[Any, ...]:
    """Read rows of a topic."""
    decode = _DECODERS[topic].decode
    return tuple(decode(row) for row in rows)
