"""The rows of all articles, found by topic and key. Rows stay packed until a page is made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from typing import Any

import msgspec

from roundtable_site.site.addresses import Address
from roundtable_site.site.cards import card_rows, gone_rows
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.rows import HEAVY, ROWS, Topic, WordRow
from roundtable_site.site.share.cards import Card as ShareCard

Packed = Mapping[str, Mapping[str, Sequence[bytes]]]
"""Topic → key → rows of one article in one language, each as MessagePack."""

_ENCODER = msgspec.msgpack.Encoder()
_DECODERS = {topic: msgspec.msgpack.Decoder(form) for topic, form in ROWS.items()}


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What pages across articles need of one article in one language; `heavy` is what few pages look at."""

    rows: dict[str, dict[str, list[bytes]]] = field(default_factory=dict)
    heavy: dict[str, dict[str, list[bytes]]] = field(default_factory=dict)
    places: int = 0  # where keywords stand


@dataclass(frozen=True, slots=True)
class Need:
    """Rows that a page needs: those of a topic, of one key or of all (None)."""

    topic: Topic
    key: str | None = None


def card_of(dossier: Dossier, across: Address, share: ShareCard | None = None) -> ArticleCard:
    """Make the card of an article in one language; see `card_rows`."""
    card, places = ArticleCard(), 0
    gone = dossier.article.editorial.withdrawn is not None
    for topic, key, row in gone_rows(dossier, across) if gone else card_rows(dossier, across, share):
        part = card.heavy if topic in HEAVY else card.rows
        part.setdefault(topic, {}).setdefault(key, []).append(_ENCODER.encode(row))
        places += row.total if topic == "word" and isinstance(row, WordRow) else 0
    return replace(card, places=places)


class Facts:
    """The rows of all articles in one language, in the order of the articles.

    `add` takes the articles in order. `heavy` gives an article's heavy rows when they are asked for.
    """

    def __init__(self) -> None:
        self._rows: dict[str, dict[str, list[tuple[str, bytes]]]] = {}
        self._heavy: list[tuple[str, Callable[[], Packed]]] = []

    def add(self, article: str, rows: Packed, heavy: Callable[[], Packed] = dict) -> None:
        """Add the rows of the next article."""
        for topic, keys in rows.items():
            known = self._rows.setdefault(topic, {})
            for key, found in keys.items():
                known.setdefault(key, []).extend((article, row) for row in found)
        self._heavy.append((article, heavy))

    def keys(self, topic: Topic) -> Sequence[str]:
        """Give the keys of a topic, as they first appear."""
        return tuple(self._rows.get(topic, ()))

    def packed(self, need: Need) -> Sequence[bytes]:
        """Give the packed rows that are needed, by key as it first appears, then by article."""
        return [row for _, row in self._found(need)]

    def key(self, need: Need) -> bytes:
        """Give a digest of the rows that are needed."""
        digest = blake2b(digest_size=16)
        for _, row in self._found(need):
            digest.update(b"%d:" % len(row))
            digest.update(row)
        return digest.digest()

    def articles(self, need: Need) -> Sequence[str]:
        """Name the articles that the needed rows are of."""
        return tuple(dict.fromkeys(article for article, _ in self._found(need)))

    def _found(self, need: Need) -> Iterable[tuple[str, bytes]]:
        if need.topic in HEAVY:
            return self._heavy_rows(need)
        keys = self._rows.get(need.topic, {})
        if need.key is not None:
            return keys.get(need.key, ())
        return (entry for found in keys.values() for entry in found)

    def _heavy_rows(self, need: Need) -> Iterator[tuple[str, bytes]]:
        for article, load in self._heavy:
            for key, found in load().get(need.topic, {}).items():
                if need.key in (None, key):
                    yield from ((article, row) for row in found)


def unpacked(topic: Topic, rows: Iterable[bytes]) -> tuple[Any, ...]:
    """Read rows of a topic."""
    decode = _DECODERS[topic].decode
    return tuple(decode(row) for row in rows)
