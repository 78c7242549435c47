"""What a page is, and the pages of one article.

A page holds what it is about, no HTML; what it shows is worked out when it is asked for, so that a
planned site is small.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from roundtable_site.model import Keyword
from roundtable_site.site import selection
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.charts import Chart, Mark, charts, marks_by_id
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, DistrictEntry, Piece, Saying, SpeakerEntry
from roundtable_site.site.frame import Frame, Language
from roundtable_site.site.offering import Offer, offers


class Page(Struct, frozen=True, kw_only=True, dict=True):
    """A page of the site: its address, its title, the way to it and the file that an editor would mend it in."""

    template: ClassVar[str]
    anywhere: ClassVar[bool] = False  # shown under addresses that are not its own
    listed: ClassVar[bool] = True  # told to search engines
    own_title: ClassVar[bool] = False  # whether the title is the article's words, not the interface's

    frame: Frame
    address: Address
    title: str
    source: str
    trail: tuple[Link, ...] = ()
    previous: Link | None = None
    following: Link | None = None

    @property
    def description(self) -> str | None:
        """What a search engine may show of the page."""
        return None

    @property
    def alternates(self) -> tuple[tuple[Language, Address], ...]:
        """The same page in every language of the site, its own included; none where the site has one language."""
        languages = self.frame.languages
        if len(languages) < 2 or self.anywhere:
            return ()
        return tuple((each, self.address.rebased(self.frame.root, each.root)) for each in languages)


class ArticlePage(Page, frozen=True, kw_only=True, dict=True):
    """A page about one article."""

    MOST_FIGURES: ClassVar[int] = 120  # in a list; the table has all
    dossier: Dossier

    def pull_quote(self, speaker: SpeakerEntry) -> Saying | None:
        """Give what is shown large, and on cards, of what a guest says."""
        return selection.pull_quote(self.dossier, speaker)

    @property
    def downloads(self) -> tuple[Offer, ...]:
        """What readers may download of the article."""
        return offers(self.frame, self.dossier)

    @property
    def description(self) -> str | None:
        """The first paragraph of the standfirst, if there is one."""
        standfirst = self.dossier.article.standfirst
        return standfirst[0].text if standfirst else None


class SpeakerPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """One guest of an article."""

    template: ClassVar[str] = "speaker.html"
    own_title: ClassVar[bool] = True

    speaker: SpeakerEntry

    @property
    def description(self) -> str | None:
        """Their name, titles and heading."""
        return "，".join(part for part in (self.speaker.name, *self.speaker.guest.titles, self.speaker.heading) if part)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures they state."""
        return self.dossier.claims_by(self.speaker)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """What is quoted of them."""
        return self.dossier.sayings_by(self.speaker)

    @property
    def drawn(self) -> tuple[Chart, ...]:
        """Their figures, drawn."""
        return charts(self.claims)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Their words in the transcript."""
        return self.dossier.pieces_of(self.speaker)

    @property
    def keywords(self) -> tuple[selection.KeywordPlaces, ...]:
        """Their keywords, best first, each with where it stands in their words."""
        words = dict(self.dossier.article.keywords.speakers).get(self.speaker.guest.id, ())
        return tuple(selection.places(word, self.pieces) for word in words)


class DistrictPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """One district, organisation or event of an article."""

    template: ClassVar[str] = "district.html"
    own_title: ClassVar[bool] = True

    district: DistrictEntry

    @property
    def guests(self) -> tuple[SpeakerEntry, ...]:
        """The guests who speak for it."""
        return self.dossier.guests_of(self.district)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures about it."""
        return self.dossier.claims_about(self.district)

    @property
    def stated_by(self) -> tuple[SpeakerEntry, ...]:
        """The guests who state figures about it."""
        return tuple(dict.fromkeys(claim.speaker for claim in self.claims if claim.speaker))

    @property
    def mentions(self) -> tuple[selection.Place, ...]:
        """Where its name stands in the text."""
        return selection.places(Keyword(self.district.name, Decimal(0)), self.dossier.pieces).places

    @property
    def drawn(self) -> tuple[Chart, ...]:
        """The figures about it, drawn."""
        return charts(self.claims)

    def sayings_of(self, speaker: SpeakerEntry) -> tuple[Saying, ...]:
        """What is quoted of one of its guests."""
        return self.dossier.sayings_by(speaker)

    def figures_of(self, speaker: SpeakerEntry) -> tuple[DistrictEntry, ...]:
        """Where the figures of one of its guests are listed, when that is elsewhere."""
        claims = self.dossier.claims_by(speaker)
        return tuple(dict.fromkeys(c.district for c in claims if c.district and c.district != self.district))


class SpeakersPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """The guests of an article."""

    template: ClassVar[str] = "speakers.html"


class DistrictsPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """The districts, organisations and events of an article."""

    template: ClassVar[str] = "districts.html"

    def telling(self, district: DistrictEntry) -> list[Claim]:
        """Give the two figures about a district that tell most."""
        return selection.most_telling(self.dossier, self.dossier.claims_about(district))


class IndicatorsPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """The table of all figures of an article."""

    template: ClassVar[str] = "indicators.html"
    MOST_BARS: ClassVar[int] = 24
    MOST_WITH_NEIGHBOURS: ClassVar[int] = 150

    @property
    def groups(self) -> tuple[tuple[DistrictEntry | None, tuple[Claim, ...]], ...]:
        """The figures by district, in printed order; those about none come last."""
        entries: tuple[DistrictEntry | None, ...] = (*self.dossier.districts, None)
        grouped = ((entry, self.dossier.claims_about(entry)) for entry in entries)
        return tuple((entry, claims) for entry, claims in grouped if claims)

    @property
    def neighbours(self) -> bool:
        """Whether each figure's view has the sentences before and after its own.

        Where figures are very many, the page would have most of the text several times, and weigh too much for a phone.
        """
        return len(self.dossier.claims) <= self.MOST_WITH_NEIGHBOURS

    @property
    def choices(self) -> Mapping[str, tuple[str, ...]]:
        """What a reader may narrow the table to: speakers, units and measures, each as they first appear."""
        claims = self.dossier.claims
        return {
            "speaker": tuple(dict.fromkeys(name for claim in claims if (name := claim.speaker_name))),
            "unit": tuple(dict.fromkeys(unit for claim in claims if (unit := claim.indicator.unit))),
            "measure": tuple(dict.fromkeys(claim.indicator.measure for claim in claims)),
        }

    @cached_property
    def alike(self) -> tuple[Chart, ...]:
        """All figures that can be compared, drawn, in charts that are not too long to be read."""
        return tuple(chart for chart in charts(self.dossier.claims) if len(chart.marks) <= self.MOST_BARS)

    @property
    def compared(self) -> tuple[Chart, ...]:
        """The charts that the table may be narrowed to: those of several figures."""
        return tuple(chart for chart in self.alike if len(chart.marks) > 1)

    @property
    def marks(self) -> Mapping[str, Mark]:
        """The drawing of each figure, by the figure's id."""
        return marks_by_id(self.alike)


class TranscriptPage(ArticlePage, frozen=True, kw_only=True, dict=True):
    """The whole text of an article."""

    template: ClassVar[str] = "transcript.html"
