"""The rows of all articles, found by topic and key. Rows stay packed until a page is made of them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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
_DIGEST, _NUMBERS = 16, 3
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
    return blake2b(part, digest_size=_DIGEST).digest()


class _Places:
    """Where the rows of one key are, article by article, in two rows of numbers: an archive has millions."""

    __slots__ = ("digests", "rows", "where")

    def __init__(self) -> None:
        self.where = array("I")  # number of the article, start, length
        self.digests = bytearray()
        self.rows: list[tuple[bytes, ...]] = []  # of light topics

    def __len__(self) -> int:
        return len(self.where) // _NUMBERS

    def add(self, article: int, mark: Mark) -> None:
        self.where.extend((article, mark.start, mark.length))
        self.digests += mark.digest
        if mark.rows:
            self.rows.append(mark.rows)

    def marks(self, span: tuple[int, int] | None) -> Iterator[tuple[int, Mark]]:
        first, end = span or (0, len(self))
        for at in range(first, min(end, len(self))):
            article, start, length = self.where[_NUMBERS * at : _NUMBERS * (at + 1)]
            digest = bytes(self.digests[_DIGEST * at : _DIGEST * (at + 1)])
            yield article, Mark(digest, start, length, self.rows[at] if self.rows else ())

    def digest(self, span: tuple[int, int] | None) -> bytes:
        first, end = span or (0, len(self))
        return bytes(self.digests[_DIGEST * first : _DIGEST * end])


class Facts:
    """The rows of all articles in one language, in the order of the articles, loaded where a page needs them.

    `add` takes the articles in order; `load` gives the rows of a mark. Rows of heavy topics are not kept once there are
    more articles than `most_heavy`: no page of a large site needs them.
    """

    def __init__(self, most_heavy: int | None = None) -> None:
        self._marks: dict[str, dict[str, _Places]] = {}
        self._heavy: list[tuple[str, Marks]] = []
        self._most_heavy = most_heavy
        self._articles: list[str] = []
        self._load: dict[str, Callable[[Mark], Sequence[bytes]]] = {}

    def add(self, article: str, marks: Marks, load: Callable[[Mark], Sequence[bytes]]) -> None:
        """Add the next article."""
        number = len(self._articles)
        self._articles.append(article)
        self._load[article] = load
        for topic, keys in marks.items():
            if topic not in HEAVY:
                known = self._marks.setdefault(topic, {})
                for key, mark in keys.items():
                    if (places := known.get(key)) is None:
                        places = known[key] = _Places()
                    places.add(number, mark)
        if self._most_heavy is None or len(self.keys("standing")) <= self._most_heavy:
            self._heavy.append((article, {topic: marks[topic] for topic in HEAVY if topic in marks}))
        else:
            self._heavy = []

    def keys(self, topic: Topic) -> Collection[str]:
        """Give the keys of a topic, as they first appear."""
        return self._marks.get(topic, {}).keys()

    def count(self, topic: Topic, key: str) -> int:
        """Count the articles that have rows of a topic and a key; heavy topics are not counted."""
        return len(self._marks.get(topic, {}).get(key, ()))

    def packed(self, need: Need) -> Sequence[bytes]:
        """Give the packed rows that are needed, by key as it first appears, then by article."""
        return [row for article, mark in self.places(need) for row in mark.rows or self._load[article](mark)]

    def key(self, need: Need) -> bytes:
        """Give a digest of the rows that are needed."""
        if need.topic in HEAVY:
            digests = [mark.digest for _, mark in self._heavy_rows(need)]
        else:
            digests = [places.digest(need.span) for places in self._wanted(need)]
        return blake2b(b"".join(digests), digest_size=_DIGEST).digest()

    def articles(self, need: Need) -> Sequence[str]:
        """Name the articles that the needed rows are of."""
        return tuple(dict.fromkeys(article for article, _ in self.places(need)))

    def places(self, need: Need) -> Iterator[tuple[str, Mark]]:
        """Say in which articles' cards the rows are that are needed, and where."""
        if need.topic in HEAVY:
            yield from self._heavy_rows(need)
            return
        for places in self._wanted(need):
            for article, mark in places.marks(need.span):
                yield self._articles[article], mark

    def _wanted(self, need: Need) -> Iterable[_Places]:
        keys = self._marks.get(need.topic, {})
        if need.key is None:
            return keys.values()
        return [keys[need.key]] if need.key in keys else []

    def _heavy_rows(self, need: Need) -> Iterator[tuple[str, Mark]]:
        for article, topics in self._heavy:
            for key, mark in topics.get(need.topic, {}).items():
                if need.key in (None, key):
                    yield article, mark


def unpacked(topic: Topic, rows: Iterable[bytes], form: type[Struct] | None = None) -> tuple[Any, ...]:
    """Read rows of a topic; a smaller `form` than the topic's takes of them what it has fields for."""
    decode = msgspec.msgpack.Decoder(form).decode if form else _DECODERS[topic].decode
    return tuple(decode(row) for row in rows)
