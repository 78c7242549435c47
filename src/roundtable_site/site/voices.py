"""How much of the text is whose, with where figures and direct speech stand in it.

One bar for each guest who has paragraphs of their own, one for each piece that belongs to nobody, in printed order.
Lengths and places are per cent of the longest, as in `charts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from msgspec import Struct

from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import MarkedParagraph, Piece, SpeakerEntry

_PLACES = Decimal("0.01")


class Voice(Struct, frozen=True):
    """The text of a guest or of a piece: `length` in characters, `width` and the places of marks in per cent."""

    speaker: SpeakerEntry | None
    heading: str | None
    address: Address
    length: int
    width: Decimal
    figures: tuple[Decimal, ...]
    speech: tuple[tuple[Decimal, Decimal], ...]
    claims: int
    sayings: int


@dataclass
class _Text:
    speaker: SpeakerEntry | None
    piece: Piece
    paragraphs: list[MarkedParagraph]

    @property
    def length(self) -> int:
        return sum(len(item.paragraph.text) for item in self.paragraphs)


def voices(dossier: Dossier) -> tuple[Voice, ...]:
    """Give a bar for each voice of an article; none where there is but one, since nothing is to be compared."""
    texts = [text for text in _texts(dossier) if text.length]
    longest = max((text.length for text in texts), default=0)
    return tuple(_voice(text, longest, dossier) for text in texts) if len(texts) > 1 else ()


def _texts(dossier: Dossier) -> list[_Text]:
    """Gather the paragraphs below the standfirst by whose they are."""
    found: dict[object, _Text] = {}
    for piece in dossier.pieces:
        if piece.section is None:
            continue
        for item in piece.paragraphs:
            speaker = item.speaker or piece.speaker
            whose = speaker.guest.id if speaker else piece.address
            found.setdefault(whose, _Text(speaker, piece, [])).paragraphs.append(item)
    return list(found.values())


def _voice(text: _Text, longest: int, dossier: Dossier) -> Voice:
    """Draw one voice."""

    def at(characters: int) -> Decimal:
        return (Decimal(characters) / longest * 100).quantize(_PLACES)

    before, stated, said = 0, 0, 0
    figures: list[Decimal] = []
    speech: list[tuple[Decimal, Decimal]] = []
    for item in text.paragraphs:
        own, quoted = dossier.claims_in(item.paragraph), dossier.sayings_in(item.paragraph)
        figures += [at(before + claim.span[0]) for claim in own]
        speech += [
            (at(before + saying.span[0]), at(saying.span[1] - saying.span[0]))
            for saying in quoted
            if saying.quote.kind == "direct"
        ]
        before, stated, said = before + len(item.paragraph.text), stated + len(own), said + len(quoted)
    heading = None if text.speaker else text.piece.heading
    address = text.speaker.address if text.speaker else text.piece.address
    return Voice(
        text.speaker, heading, address, before, at(before), tuple(dict.fromkeys(figures)), tuple(speech), stated, said
    )
