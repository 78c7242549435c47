"""The nouns of the newsroom, frozen: what an article says, who says it, and where it stands.

Everything here is a value. Where a record was found (`location` in the content file, `start` in its paragraph) travels
with it but is no part of what it is, so two readings of one article compare equal.

Before ids are given (inside `parsing`), `speaker` and `district` hold names as printed; in a finished `Article` they
hold ids of guests and districts, or, for a quotation's source that is no guest, the source as printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from msgspec import Struct

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
_PLACES = frozenset({"location", "start", "figure_start"})
"""What says where a record stands, and is no part of what it is."""


class Correction(Struct, frozen=True):
    """A correction made after publishing: when (as written), what was corrected, why, and what was printed before."""

    date: str
    what: str
    why: str
    printed: str | None = None


class Withdrawal(Struct, frozen=True):
    """An article is withdrawn: when (as written) and why. Its addresses say so."""

    date: str
    why: str


class Review(Struct, frozen=True):
    """A sign-off: by whom and when (as written)."""

    by: str
    date: str


class Editorial(Struct, frozen=True):
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


class Record(Struct, frozen=True, kw_only=True, eq=False):
    """What every record may carry besides its own fields."""

    unsure: str | None = None  # the parser's reason for doubt
    was: str | None = None  # an id that this record had before
    editorial: Editorial = Editorial()
    location: Location | None = None  # in the content file

    def __eq__(self, other: object) -> bool:
        """Tell whether both say the same, wherever that stands."""
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name) for name in self.__struct_fields__ if name not in _PLACES
        )

    def __ne__(self, other: object) -> bool:
        """Tell the contrary: a struct that has no equality of its own goes by identity here."""
        return not self == other

    def __hash__(self) -> int:
        """Give the same for equal records."""
        return hash(tuple(getattr(self, name) for name in self.__struct_fields__ if name not in _PLACES))


class Paragraph(Record, frozen=True, eq=False):
    """One written paragraph, whole, verbatim. `speaker` only where its section has several."""

    id: str
    lines: Lines
    text: str
    speaker: str | None = None
    question: bool = False


class LayoutItem(Record, frozen=True, eq=False):
    """Something printed that is no paragraph: a heading, a caption, a byline, page furniture."""

    lines: Lines
    kind: LayoutKind
    text: str


class Unplaced(Record, frozen=True, eq=False):
    """Text that no rule recognised."""

    lines: Lines
    text: str


class District(Record, frozen=True, eq=False):
    """Everyone and everything that figures are about: a place, an organisation, an event."""

    id: str
    name: str
    kind: DistrictKind


class Guest(Record, frozen=True, eq=False):
    """A person who is given a voice. `district` is a district's id, None where none is printed."""

    id: str
    name: str
    titles: tuple[str, ...]
    district: str | None
    role: Role
    reporters: tuple[str, ...] = ()


class Section(Record, frozen=True, eq=False):
    """One headed piece, or the whole text of an article without headings (`heading` None)."""

    id: str
    heading: str | None
    speaker: str | None
    paragraphs: tuple[Paragraph, ...]


class Quote(Record, frozen=True, eq=False):
    """Words given to a speaker. `start` is the offset of `text` in its paragraph, in characters."""

    id: str
    speaker: str
    paragraph: str
    kind: QuoteKind
    cue: str
    text: str
    start: int = 0


class Indicator(Record, frozen=True, eq=False):
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
    start: int = 0
    figure_start: int = 0


class Keyword(Struct, frozen=True):
    """A word or term with its TF-IDF weight (Decimal, rounded when computed so that every machine agrees)."""

    word: str
    weight: Decimal


class Keywords(Struct, frozen=True):
    """The article's keywords and each speaker's, best first; speakers as (guest id, keywords) in printed order."""

    article: tuple[Keyword, ...] = ()
    speakers: tuple[tuple[str, tuple[Keyword, ...]], ...] = ()


class SourceRecord(Struct, frozen=True):
    """Which file the article was read from, and what only the editor knows of its publication."""

    file: str
    sha256: str
    encoding: str
    publication: str | None = None
    date: str | None = None
    page: str | None = None
    url: str | None = None
    rights: str | None = None


class PrintedLine(Struct, frozen=True):
    """One line of the source within a paragraph: its number, and the offset in the paragraph where its text begins."""

    line: int
    start: int


class Article(Record, frozen=True, eq=False):
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
