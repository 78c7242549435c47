"""The corrections made after publishing, of all articles, newest first: each with the record that it was made to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from typing import ClassVar

from roundtable_site.model import Correction, Record
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dates import read_date
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page

_SHOWN = 24  # characters of a text that stand for it


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction, what it was made to (`name`, in which article), and where that stands."""

    correction: Correction
    name: str
    address: Address
    dossier: Dossier

    @property
    def day(self) -> date | None:
        """The day of the correction, None where its date is not read as one."""
        return read_date(self.correction.date)

    @property
    def anchor(self) -> str:
        """The place of the correction on the page of all corrections: made of what it says, so that links survive."""
        correction, place = self.correction, self.address.fragment or self.address.folder.rpartition("/")[2]
        said = (self.dossier.article.slug, place, self.name, correction.date, correction.what)
        return "c-" + sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, kw_only=True)
class CorrectionsPage(Page):
    """All corrections."""

    template: ClassVar[str] = "corrections.html"

    @cached_property
    def entries(self) -> tuple[Corrected, ...]:
        """The corrections of all articles, newest first."""
        return corrections(self.frame)


def corrections_page(frame: Frame, home: Link) -> CorrectionsPage:
    """Give the page of all corrections; it is there before the first one, so that readers know where to look."""
    return CorrectionsPage(
        frame=frame, address=frame.corrections, title=frame.word("corrections"), source="content", trail=(home,)
    )


def corrections(frame: Frame) -> tuple[Corrected, ...]:
    """Give the corrections of all articles, newest first, then in printed order; withdrawn articles are among them."""
    found = [entry for dossier in frame.articles for entry in _of_article(dossier)]
    found += [entry for dossier in frame.withdrawn for entry in _withdrawal(frame, dossier)]
    ordered = sorted(found, key=lambda entry: -(entry.day.toordinal() if entry.day else 0))
    return tuple({entry.anchor: entry for entry in ordered}.values())


def _withdrawal(frame: Frame, dossier: Dossier) -> Iterator[Corrected]:
    if gone := dossier.article.editorial.withdrawn:
        correction = Correction(gone.date, frame.word("note", "withdrawn"), gone.why)
        yield Corrected(correction, dossier.title, dossier.address, dossier)


def _of_article(dossier: Dossier) -> Iterator[Corrected]:
    """Yield the corrections of what an article's pages show."""
    for record, name, address in _places(dossier):
        for correction in record.editorial.corrections:
            yield Corrected(correction, name, address, dossier)


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
