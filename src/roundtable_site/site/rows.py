"""The rows that pages across articles are made of: plain data that can be kept.

A row belongs to a topic and a key (the guest of a person's page, the word of a keyword), and a page across articles
names the topics and keys it needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Literal

from msgspec import Struct

from roundtable_site.model import Correction, Keyword, Withdrawal
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dates import read_date
from roundtable_site.site.entries import DistrictEntry, SpeakerEntry
from roundtable_site.site.row_parts import FigureRow, QuoteRow, SeriesFigure, Spot
from roundtable_site.site.share.cards import Card as ShareCard

Topic = Literal[
    "article", "standing", "sought", "listed", "person", "place", "placed", "word", "passages", "index", "feed",
    "moved", "gone", "correction",
]  # fmt: skip


class ArticleRow(Struct, frozen=True):
    """An article as a list of articles shows it."""

    slug: str
    title: str
    address: Address
    column: str | None
    subtitle: str | None
    deck: str | None  # the last paragraph of the standfirst
    date: str | None  # of publication, as the editor wrote it
    speakers: tuple[SpeakerEntry, ...]
    figures: int
    quotes: int
    table: Address
    transcript: Address
    source: str
    publication: str | None = None
    claims: tuple[FigureRow, ...] = ()  # those that the front page shows large
    said: tuple[QuoteRow, ...] = ()  # the pull quote of each guest who has one
    parts: tuple[Link, ...] = ()  # the headings, of an article without guests
    share: ShareCard | None = None  # the picture that stands beside a shared link to it


class StandingRow(Struct, frozen=True):
    """Where an article stands among all: `day` is its date as 2022-10-18, empty where none is known."""

    slug: str
    day: str
    column: str | None


class SoughtRow(Struct, frozen=True):
    """What an index of the text needs of an article: its day, and its grams (`site.grams`)."""

    slug: str
    day: str
    grams: tuple[str, ...]


class ListedRow(Struct, frozen=True):
    """An article as a long list shows it."""

    article: Link
    column: str | None
    publication: str | None
    date: str | None  # as the editor wrote it
    guests: tuple[Link, ...]


class PersonRow(Struct, frozen=True):
    """A guest in one article: the article, who they are there, and how much of theirs it has."""

    article: Link
    speaker: SpeakerEntry
    figures: int
    quotes: int
    source: str


class PlaceRow(Struct, frozen=True):
    """A district in one article: the figures about it and the guests who speak for it."""

    article: Link
    district: DistrictEntry
    claims: tuple[FigureRow, ...]
    guests: tuple[SpeakerEntry, ...]
    source: str
    date: str | None = None  # the article's, as the editor wrote it


class SeriesRow(Struct, frozen=True):
    """A `PlaceRow` as the series of a district need it; it is read from the same bytes."""

    article: Link
    district: DistrictEntry
    claims: tuple[SeriesFigure, ...]
    source: str
    date: str | None = None


class PlacedRow(Struct, frozen=True):
    """A district in one article, as the list of all districts shows it."""

    district: DistrictEntry


class Passage(Struct, frozen=True):
    """A place where a word stands: who speaks there, and the words around it."""

    sentence: Spot
    speaker: Link | None
    before: str
    after: str


class WordRow(Struct, frozen=True):
    """A keyword in one article: its weight, who says it, at how many places, and the first of them."""

    article: Link
    keyword: Keyword
    speakers: tuple[Link, ...]
    total: int
    places: tuple[Passage, ...]
    year: str = ""  # of the article, empty where its date is not known


class YearRow(Struct, frozen=True):
    """A `WordRow` as the count of a keyword by year needs it; it is read from the same bytes."""

    total: int
    year: str = ""


class IndexRow(Struct, frozen=True):
    """The names of an article for an index by initial: each with its spelling in pinyin."""

    entries: tuple[tuple[str, Link], ...]


class FeedRow(Struct, frozen=True):
    """An article as feeds tell it; `day` and `changed` are dates as 2022-10-18."""

    slug: str
    title: str
    address: Address
    day: str
    changed: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str


class MovedRow(Struct, frozen=True):
    """An address across articles that something had before, and where it stands now."""

    address: Address
    target: Link
    source: str


class GoneRow(Struct, frozen=True):
    """An address across articles of something that a withdrawn article had."""

    address: Address
    title: str
    source: str
    headline: str
    withdrawal: Withdrawal


class CorrectionRow(Struct, frozen=True):
    """A correction: what it was made to (`name`, in which article), and where that stands.

    `gone` says that it is the withdrawal of the article, which every language tells in its own words.
    """

    correction: Correction
    name: str
    address: Address
    article: Link
    slug: str
    gone: bool = False

    @property
    def day(self) -> date | None:
        """The day of the correction, None where its date is not read as one."""
        return read_date(self.correction.date)

    @property
    def anchor(self) -> str:
        """The place of the correction on the page of all corrections: made of what it says, so that links survive."""
        correction, place = self.correction, self.address.fragment or self.address.folder.rpartition("/")[2]
        said = (self.slug, place, self.name, correction.date, correction.what)
        return "c-" + sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()[:8]


Row = (
    ArticleRow | StandingRow | SoughtRow | ListedRow | PersonRow | PlaceRow | PlacedRow | WordRow | IndexRow | FeedRow
    | MovedRow | GoneRow | CorrectionRow
)  # fmt: skip
ROWS: Mapping[Topic, type[Row]] = {
    "article": ArticleRow,
    "standing": StandingRow,
    "sought": SoughtRow,
    "listed": ListedRow,
    "person": PersonRow,
    "place": PlaceRow,
    "placed": PlacedRow,
    "word": WordRow,
    "passages": WordRow,
    "index": IndexRow,
    "feed": FeedRow,
    "moved": MovedRow,
    "gone": GoneRow,
    "correction": CorrectionRow,
}
HEAVY: tuple[Topic, ...] = ("passages",)
"""Topics of which only small sites show the rows; those are in the order of the articles."""
