"""One article with every record placed: who says what of which district, in which sentence.

Pages and exports only read it; `placing.open_dossier` makes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property, partial
from typing import TypeVar

from msgspec import Struct

from roundtable_site.model import Article, Paragraph, PrintedLine, Record, Section
from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dates import changed_on
from roundtable_site.site.entries import (
    Claim,
    DistrictEntry,
    MarkedParagraph,
    MarkedSentence,
    Piece,
    PlacedSentence,
    Saying,
    SpeakerEntry,
)
from roundtable_site.site.marking import mark_paragraph

Key = TypeVar("Key", bound=str | None)
Entry = TypeVar("Entry")
Printed = Mapping[str, tuple[PrintedLine, ...]]
"""Paragraph id → where each source line begins in it."""


class Dossier(Struct, frozen=True, dict=True):
    """An article, its addresses and its entries, all in printed order."""

    article: Article
    printed: Printed
    speakers: tuple[SpeakerEntry, ...]
    districts: tuple[DistrictEntry, ...]
    sentences: Mapping[str, tuple[PlacedSentence, ...]]  # by paragraph id
    claims: tuple[Claim, ...]
    sayings: tuple[Saying, ...]
    root: Address = HOME
    withheld: bool = False  # whether the editor hides anything of the article

    @property
    def address(self) -> Address:
        """The overview of the article."""
        return self.root.under(self.article.slug)

    @property
    def title(self) -> str:
        """The headline; for an article without one its subtitle, its first heading, or its slug."""
        headings = (section.heading for section in self.article.sections)
        known = (self.article.headline, self.article.subtitle, *headings, self.article.slug)
        return next(name for name in known if name)

    @property
    def source(self) -> str:
        """The content file, where an editor would mend what its pages say."""
        location = self.article.location
        return location.path if location else f"content/{self.article.slug}.yml"

    @cached_property
    def changed(self) -> date | None:
        """The day of the last correction, or of publication; None where neither is known."""
        return changed_on(self.article)

    def source_of(self, record: Record) -> str:
        """Give the place of a record in the content file, the file alone where the place is not known."""
        return str(record.location) if record.location else self.source

    @property
    def transcript(self) -> Address:
        """The page of the whole text."""
        return self.address.under("transcript")

    @property
    def table(self) -> Address:
        """The page of all figures."""
        return self.address.under("indicators")

    @property
    def data(self) -> Address:
        """The folder of downloads, the same for all languages; `named` gives one of them."""
        return HOME.under(self.article.slug, "data")

    @property
    def content_offered(self) -> bool:
        """Whether the content file is a download: it exists, and nothing in it is hidden from the pages."""
        return self.article.location is not None and not self.withheld

    def claims_by(self, speaker: SpeakerEntry) -> tuple[Claim, ...]:
        """Give the figures that a guest states."""
        return self._claims_by.get(speaker.guest.id, ())

    def claims_about(self, district: DistrictEntry | None) -> tuple[Claim, ...]:
        """Give the figures about a district, or those about none."""
        return self._claims_about.get(district.district.id if district else None, ())

    def claims_in(self, paragraph: Paragraph) -> tuple[Claim, ...]:
        """Give the figures of a paragraph."""
        return self._claims_in.get(paragraph.id, ())

    def sayings_by(self, speaker: SpeakerEntry) -> tuple[Saying, ...]:
        """Give the quotations of a guest."""
        return self._sayings_by.get(speaker.guest.id, ())

    def sayings_in(self, paragraph: Paragraph) -> tuple[Saying, ...]:
        """Give the quotations of a paragraph."""
        return self._sayings_in.get(paragraph.id, ())

    @cached_property
    def _claims_by(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((claim.speaker.guest.id, claim) for claim in self.claims if claim.speaker)

    @cached_property
    def _claims_about(self) -> Mapping[str | None, tuple[Claim, ...]]:
        return _grouped((claim.district.district.id if claim.district else None, claim) for claim in self.claims)

    @cached_property
    def _claims_in(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((claim.indicator.paragraph, claim) for claim in self.claims)

    @cached_property
    def _sayings_by(self) -> Mapping[str, tuple[Saying, ...]]:
        return _grouped((saying.speaker.guest.id, saying) for saying in self.sayings if saying.speaker)

    @cached_property
    def _sayings_in(self) -> Mapping[str, tuple[Saying, ...]]:
        return _grouped((saying.quote.paragraph, saying) for saying in self.sayings)

    def sayings_of_others(self) -> tuple[Saying, ...]:
        """Give the quotations whose source is no guest: a document, a body, a person in passing."""
        return tuple(saying for saying in self.sayings if saying.speaker is None)

    def guests_of(self, district: DistrictEntry) -> tuple[SpeakerEntry, ...]:
        """Give the guests who speak for a district."""
        return tuple(speaker for speaker in self.speakers if speaker.district == district)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The whole text with every figure and quotation marked, the standfirst first."""
        lead = (_piece(self, None, self.article.standfirst),) if self.article.standfirst else ()
        return lead + tuple(_piece(self, section, section.paragraphs) for section in self.article.sections)

    def pieces_of(self, speaker: SpeakerEntry) -> tuple[Piece, ...]:
        """Give what stands under a guest's name: whole sections, and paragraphs of sections that several share."""
        own = []
        for piece in self.pieces:
            if piece.speaker == speaker:
                own.append(piece)
            elif paragraphs := tuple(item for item in piece.paragraphs if item.speaker == speaker):
                own.append(Piece(piece.section, piece.address, piece.speaker, paragraphs))
        return tuple(own)


def _piece(dossier: Dossier, section: Section | None, paragraphs: Iterable[Paragraph]) -> Piece:
    """Make the piece of a section, or of the standfirst."""
    by_id = {speaker.guest.id: speaker for speaker in dossier.speakers}
    address = dossier.transcript.at(section.id if section else "s0")
    return Piece(
        section,
        address,
        by_id.get((section.speaker if section else None) or ""),
        tuple(
            MarkedParagraph(
                item, dossier.sentences[item.id], partial(_marked, dossier, item), by_id.get(item.speaker or "")
            )
            for item in paragraphs
        ),
    )


def _marked(dossier: Dossier, paragraph: Paragraph) -> tuple[MarkedSentence, ...]:
    """Mark the sentences of a paragraph."""
    return mark_paragraph(
        dossier.sentences[paragraph.id],
        dossier.claims_in(paragraph),
        dossier.sayings_in(paragraph),
        dossier.printed.get(paragraph.id, ()),
    )


def _grouped(entries: Iterable[tuple[Key, Entry]]) -> dict[Key, tuple[Entry, ...]]:
    """Group entries by what they have in common, in their order."""
    found: dict[Key, list[Entry]] = {}
    for key, entry in entries:
        found.setdefault(key, []).append(entry)
    return {key: tuple(group) for key, group in found.items()}
