"""Choose what is shown large, by rules that the pages state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from roundtable_site.model import Keyword, Measure
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, Piece, PlacedSentence, Saying

# What tells a reader most first: a movement between two figures, then parts and rates, then sums.
_TELLING: tuple[Measure, ...] = ("from_to", "share", "rate", "change", "target", "ratio", "level", "rank")
_KEY_CLAIMS_PER_SPEAKER = 2

# A pull quote is short enough to be read at a glance and long enough to say something (characters).
_PULL_QUOTE = range(12, 91)


def key_claims(dossier: Dossier) -> tuple[Claim, ...]:
    """Give two figures of each guest who states any, in printed order; the most telling kinds first."""
    chosen = []
    for speaker in dossier.speakers:
        ranked = sorted(
            (
                claim
                for claim in dossier.claims_by(speaker)
                if claim.indicator.value is not None and claim.indicator.unit
            ),
            key=lambda claim: _TELLING.index(claim.indicator.measure),
        )
        chosen += sorted(ranked[:_KEY_CLAIMS_PER_SPEAKER], key=dossier.claims.index)
    return tuple(chosen)


def pull_quote(sayings: Iterable[Saying]) -> Saying | None:
    """Give the shortest direct quotation of 12 to 90 characters, the first of equals; None where there is none."""
    fit = [saying for saying in sayings if saying.quote.kind == "direct" and len(saying.quote.text) in _PULL_QUOTE]
    return min(fit, key=lambda saying: len(saying.quote.text), default=None)


@dataclass(frozen=True, slots=True)
class Place:
    """One place where a word stands: its sentence, whose piece it is in, and the words around it."""

    sentence: PlacedSentence
    piece: Piece
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class KeywordPlaces:
    """A keyword and every place where it stands, in printed order."""

    keyword: Keyword
    places: tuple[Place, ...]


@dataclass(frozen=True)
class SharedKeyword:
    """A keyword of one article or more, with where it stands in each."""

    word: str
    appearances: tuple[tuple[Dossier, KeywordPlaces], ...]


def shared_keywords(dossiers: Iterable[Dossier]) -> tuple[SharedKeyword, ...]:
    """Join the articles' keywords: those of most articles first, then those of most weight."""
    found: dict[str, list[tuple[Dossier, KeywordPlaces]]] = {}
    for dossier in dossiers:
        for keyword in dossier.article.keywords.article:
            found.setdefault(keyword.word, []).append((dossier, places(keyword, dossier.pieces)))
    joined = [SharedKeyword(word, tuple(appearances)) for word, appearances in found.items()]
    return tuple(sorted(joined, key=_standing))


def _standing(shared: SharedKeyword) -> tuple[int, Decimal, str]:
    """Order shared keywords."""
    return -len(shared.appearances), -max(found.keyword.weight for _, found in shared.appearances), shared.word


_AROUND = 14  # characters shown on either side of a word


def places(keyword: Keyword, pieces: Iterable[Piece]) -> KeywordPlaces:
    """Find a keyword in the sentences of some pieces: one place for each sentence that holds it."""
    found = []
    for piece in pieces:
        for paragraph in piece.paragraphs:
            for marked in paragraph.sentences:
                before, match, after = marked.placed.text.partition(keyword.word)
                if match:
                    found.append(Place(marked.placed, piece, before[-_AROUND:], after[:_AROUND]))
    return KeywordPlaces(keyword, tuple(found))
