"""The records of an article as a reader meets them: each with its address and with what it leads to.

An entry adds addresses to a record of the model and takes nothing away. Entries refer one way (a claim knows its
sentence and its speaker; a speaker knows no claims): the way back is `Dossier`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property

from msgspec import Struct

from roundtable_site.model import District, Guest, Indicator, Paragraph, Quote, Section
from roundtable_site.sentences import Sentence
from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.pictures import published_suffix


class DistrictEntry(Struct, frozen=True):
    """Something that figures are about, and its page."""

    district: District
    address: Address

    @property
    def name(self) -> str:
        """Its name as printed."""
        return self.district.name


class SpeakerEntry(Struct, frozen=True):
    """A guest, their page, the district they speak for and the heading over their piece."""

    guest: Guest
    address: Address
    district: DistrictEntry | None
    heading: str | None
    pictures: Address = HOME

    @property
    def name(self) -> str:
        """Their name as printed."""
        return self.guest.name

    @property
    def portrait(self) -> Address | None:
        """The picture that the editor gives, the same for all languages."""
        suffix = published_suffix(self.guest.editorial.portrait or "")
        return None if suffix is None else self.pictures.named(self.guest.id + suffix)

    @property
    def small_portrait(self) -> Address | None:
        """The same picture for screens with up to two pixels to one of the page's."""
        suffix = published_suffix(self.guest.editorial.portrait or "")
        return None if suffix is None else self.pictures.named(f"{self.guest.id}-small{suffix}")


class PlacedSentence(Struct, frozen=True):
    """A sentence of the transcript: its place there, and the source lines it was read from (None: not known)."""

    sentence: Sentence
    paragraph: str
    address: Address
    lines: tuple[int, int] | None

    @property
    def text(self) -> str:
        """The sentence without white space around it."""
        return self.sentence.text.strip()


class Claim(Struct, frozen=True):
    """A figure as somebody's claim: who said it, of what, in which sentence, between which others."""

    indicator: Indicator
    address: Address
    sentence: PlacedSentence
    before: PlacedSentence | None
    after: PlacedSentence | None
    speaker: SpeakerEntry | None
    district: DistrictEntry | None

    @property
    def id(self) -> str:
        """The figure's id, its anchor in the table."""
        return self.indicator.id

    @property
    def speaker_name(self) -> str | None:
        """Who says it, a guest's name or the source as printed."""
        return self.speaker.name if self.speaker else self.indicator.speaker

    @property
    def wording(self) -> str:
        """The figure as it was read: with its qualifier where that stands right before it or after it (突破1万列)."""
        figure, qualifier = self.indicator.figure, self.indicator.qualifier
        if not qualifier or qualifier in figure:
            return figure
        start = self.indicator.figure_start - self.sentence.sentence.start
        before, after = self.sentence.sentence.text[:start], self.sentence.sentence.text[start + len(figure) :]
        if after.startswith(qualifier):
            return figure + qualifier
        return qualifier + figure if before.endswith(qualifier) else figure

    @property
    def wording_span(self) -> tuple[int, int]:
        """Where the wording stands in its paragraph."""
        start = self.indicator.figure_start
        qualifier = self.indicator.qualifier or ""
        if self.wording == qualifier + self.indicator.figure:
            start -= len(qualifier)
        return start, start + len(self.wording)

    @property
    def span(self) -> tuple[int, int]:
        """Where the printed figure stands in its paragraph."""
        return self.indicator.figure_start, self.indicator.figure_start + len(self.indicator.figure)


class Saying(Struct, frozen=True):
    """A quotation: whose it is and in which sentence it begins."""

    quote: Quote
    address: Address
    sentence: PlacedSentence
    speaker: SpeakerEntry | None

    @property
    def id(self) -> str:
        """The quotation's id, its anchor on the speaker's page."""
        return self.quote.id

    @property
    def text(self) -> str:
        """The quoted words."""
        return self.quote.text

    @property
    def speaker_name(self) -> str:
        """Who is quoted, a guest's name or the source as printed."""
        return self.speaker.name if self.speaker else self.quote.speaker

    @property
    def span(self) -> tuple[int, int]:
        """Where the quoted words stand in their paragraph."""
        return self.quote.start, self.quote.start + len(self.quote.text)


class Run(Struct, frozen=True):
    """A stretch of text within one sentence that has the same marks throughout.

    `begins` are the claims whose printed figure starts here, `ends` the quotations that end here, closing mark
    included; `line` is the source line that starts here, if one does.
    """

    text: str
    claims: tuple[Claim, ...] = ()
    begins: tuple[Claim, ...] = ()
    ends: tuple[Saying, ...] = ()
    line: int | None = None


class Part(Struct, frozen=True):
    """Runs of one sentence that belong to one quotation, or to none; `first` where that quotation begins."""

    runs: tuple[Run, ...]
    saying: Saying | None = None
    first: bool = False


class MarkedSentence(Struct, frozen=True):
    """A sentence of the transcript with every figure and quotation in it marked."""

    placed: PlacedSentence
    parts: tuple[Part, ...]

    def claims(self) -> Iterator[Claim]:
        """Yield the claims whose figure stands in this sentence."""
        for part in self.parts:
            for run in part.runs:
                yield from run.begins


class MarkedParagraph(Struct, frozen=True, dict=True):
    """A paragraph with its sentences; `speaker` where the section has several.

    They are marked when that is asked for: what only looks for words need not wait for it.
    """

    paragraph: Paragraph
    placed: tuple[PlacedSentence, ...]
    mark: Callable[[], tuple[MarkedSentence, ...]]
    speaker: SpeakerEntry | None

    @cached_property
    def sentences(self) -> tuple[MarkedSentence, ...]:
        """The sentences with every figure and quotation in them marked."""
        return self.mark()

    @property
    def quoted_whole(self) -> bool:
        """Whether the paragraph is one quotation from end to end, as an answer in an interview is."""
        parts = [part for sentence in self.sentences for part in sentence.parts]
        return bool(parts) and all(part.saying is not None for part in parts)


class Piece(Struct, frozen=True):
    """A section of the article, or its standfirst (`section` None), as marked paragraphs."""

    section: Section | None
    address: Address
    speaker: SpeakerEntry | None
    paragraphs: tuple[MarkedParagraph, ...]

    @property
    def heading(self) -> str | None:
        """The heading as printed."""
        return self.section.heading if self.section else None
