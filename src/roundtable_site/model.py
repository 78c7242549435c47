"""The nouns of the newsroom, frozen: what an article says, who says it, and where it stands.

Everything here is a value. Where a record was found (`location` in the content file, `start` in its paragraph) travels
with it but is no part of what it is, so two readings of one article compare equal.

Before ids are given (inside `parsing`), `speaker` and `district` hold names as printed; in a finished `Article` they
hold ids of guests and districts, or, for a quotation's source that is no guest, the source as printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from roundtable_site.errors import Location

Role = Literal["panellist", "interviewee"]
QuoteKind = Literal["direct", "indirect"]
Measure = Literal["level", "change", "rate", "from_to", "share", "ratio", "rank", "target"]
DistrictKind = Literal["district", "zone", "city", "province", "country", "organisation", "world", "event", "place"]
LayoutKind = Literal[
    "headline", "subtitle", "column", "label", "credit", "byline", "guest", "caption",
    "heading", "kicker", "question-label", "speaker-label", "furniture",
]  # fmt: skip
Lines = tuple[int, int]
"""First and last line of the source that a record takes from, counted from 1."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction made after publishing: when (as written), what was corrected, why, and what was printed before."""

    date: str
    what: str
    why: str
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article is withdrawn: when (as written) and why. Its addresses say so."""

    date: str
    why: str


@dataclass(frozen=True, slots=True)
class Review:
    """A sign-off: by whom and when (as written)."""

    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Editorial:
    """What only an editor writes on a record; the parser never does."""

    accepted: tuple[tuple[str, str], ...] = ()  # finding → reason
    corrections: tuple[Correction, ...] = ()
    publish: bool = True
    hidden: bool = False
    note: str | None = None  # Markdown
    portrait: str | None = None
    alt: str | None = None
    order: int | None = None
    reviewed: tuple[Review, ...] = ()
    withdrawn: Withdrawal | None = None  # of an article only


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What every record may carry besides its own fields."""

    unsure: str | None = None  # the parser's reason for doubt
    was: str | None = None  # an id that this record had before
    editorial: Editorial = Editorial()
    location: Location | None = field(default=None, compare=False, repr=False)  # in the content file


@dataclass(frozen=True, slots=True)
class Paragraph(Record):
    """One written paragraph, whole, verbatim. `speaker` only where its section has several."""

    id: str
    lines: Lines
    text: str
    speaker: str | None = None
    question: bool = False


@dataclass(frozen=True, slots=True)
class LayoutItem(Record):
    """Something printed that is no paragraph: a heading, a caption, a byline, page furniture."""

    lines: Lines
    kind: LayoutKind
    text: str


@dataclass(frozen=True, slots=True)
class Unplaced(Record):
    """Text that no rule recognised."""

    lines: Lines
    text: str


@dataclass(frozen=True, slots=True)
class District(Record):
    """Everyone and everything that figures are about: a place, an organisation, an event."""

    id: str
    name: str
    kind: DistrictKind


@dataclass(frozen=True, slots=True)
class Guest(Record):
    """A person who is given a voice. `district` is a district's id, None where none is printed."""

    id: str
    name: str
    titles: tuple[str, ...]
    district: str | None
    role: Role
    reporters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section(Record):
    """One headed piece, or the whole text of an article without headings (`heading` None)."""

    id: str
    heading: str | None
    speaker: str | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Quote(Record):
    """Words given to a speaker. `start` is the offset of `text` in its paragraph, in characters."""

    id: str
    speaker: str
    paragraph: str
    kind: QuoteKind
    cue: str
    text: str
    start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Indicator(Record):
    """One figure that a speaker states about one district for one period.

    `figure` is verbatim, `value` is in base units of `unit` (7888亿元 → 788800000000 元), percentages as printed.
    "Not stated" is None, never 0. `text` is the shortest clause that states the figure, verbatim; `start` is the offset
    of `text` in the paragraph and `figure_start` that of `figure` (both in characters).
    """

    id: str
    district: str | None
    speaker: str | None
    paragraph: str
    name: str
    figure: str
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    measure: Measure
    start_value: Decimal | None  # `from` in the content file
    qualifier: str | None
    period: str | None
    text: str
    start: int = field(default=0, compare=False)
    figure_start: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word or term with its TF-IDF weight (Decimal, rounded when computed so that every machine agrees)."""

    word: str
    weight: Decimal


@dataclass(frozen=True, slots=True)
class Keywords:
    """The article's keywords and each speaker's, best first; speakers as (guest id, keywords) in printed order."""

    article: tuple[Keyword, ...] = ()
    speakers: tuple[tuple[str, tuple[Keyword, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Which file the article was read from, and what only the editor knows of its publication."""

    file: str
    sha256: str
    encoding: str
    publication: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None
    rights: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of the source within a paragraph: its number, and the offset in the paragraph where its text begins."""

    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Article(Record):
    """One round table, whole: the content file as values."""

    source: SourceRecord
    slug: str
    headline: str | None
    subtitle: str | None
    column: str | None
    reporters: tuple[str, ...]
    photographers: tuple[str, ...]
    standfirst: tuple[Paragraph, ...]
    layout: tuple[LayoutItem, ...]
    districts: tuple[District, ...]
    guests: tuple[Guest, ...]
    captions: tuple[str, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
    indicators: tuple[Indicator, ...]
    keywords: Keywords = Keywords()
    unplaced: tuple[Unplaced, ...] = ()

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph in printed order, the standfirst first."""
        yield from self.standfirst
        for section in self.sections:
            yield from section.paragraphs
