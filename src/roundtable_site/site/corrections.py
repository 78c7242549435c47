"""The corrections made after publishing, of all articles, newest first: each with the record that it was made to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import ClassVar

from msgspec.structs import replace

from roundtable_site.model import Correction, Record
from roundtable_site.records import records_of
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import CorrectionRow

_SHOWN = 24  # characters of a text that stand for it


class CorrectionsPage(Page, frozen=True, kw_only=True, dict=True):
    """All corrections."""

    template: ClassVar[str] = "corrections.html"

    rows: tuple[CorrectionRow, ...]

    @cached_property
    def entries(self) -> tuple[CorrectionRow, ...]:
        """The corrections of all articles, newest first."""
        return corrections(self.frame, self.rows)


def corrections(frame: Frame, rows: Iterable[CorrectionRow]) -> tuple[CorrectionRow, ...]:
    """Give corrections newest first, then in the order given, each once; withdrawals are told in the language."""
    gone = frame.word("note", "withdrawn")
    told = [replace(row, correction=replace(row.correction, what=gone)) if row.gone else row for row in rows]
    ordered = sorted(told, key=lambda row: -(row.day.toordinal() if row.day else 0))
    return tuple({row.anchor: row for row in ordered}.values())


def correction_rows(dossier: Dossier) -> Iterator[CorrectionRow]:
    """Yield the corrections of what an article's pages show; that of a withdrawn article is its withdrawal."""
    of, slug = Link(dossier.title, dossier.address, own=True), dossier.article.slug
    if gone := dossier.article.editorial.withdrawn:
        yield CorrectionRow(Correction(gone.date, "", gone.why), dossier.title, dossier.address, of, slug, gone=True)
        return
    if not any(record.editorial.corrections for record in records_of(dossier.article)):
        return  # as in nearly all articles: nothing needs a place
    for record, name, address in _places(dossier):
        for correction in record.editorial.corrections:
            yield CorrectionRow(correction, name, address, of, slug)


def _places(dossier: Dossier) -> Iterator[tuple[Record, str, Address]]:
    """Yield every record that is shown, with what it is called and where it stands."""
    article, title = dossier.article, dossier.title
    yield article, title, dossier.address
    for item in article.layout:
        yield item, _short(item.text), dossier.address
    for district in dossier.districts:
        yield district.district, district.name, district.address
    for speaker in dossier.speakers:
        yield speaker.guest, speaker.name, speaker.address
    for piece in dossier.pieces:
        if piece.section:
            yield piece.section, piece.heading or title, piece.address
        for paragraph in piece.paragraphs:
            place = dossier.transcript.at(paragraph.paragraph.id)
            yield paragraph.paragraph, _short(paragraph.paragraph.text), place
    for saying in dossier.sayings:
        yield saying.quote, _short(saying.quote.text), saying.address
    for claim in dossier.claims:
        yield claim.indicator, claim.indicator.name, claim.address


def _short(text: str) -> str:
    """Give the beginning of a text."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
