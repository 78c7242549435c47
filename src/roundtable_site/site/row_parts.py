"""What rows are made of: figures and quotations as pages across articles show them."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from roundtable_site.model import Indicator, Measure
from roundtable_site.site.addresses import Address
from roundtable_site.site.entries import SpeakerEntry


class Spot(Struct, frozen=True):
    """A place that something leads to."""

    address: Address


class FigureRow(Struct, frozen=True):
    """A figure as lists show it, with the names that `Claim` has."""

    id: str
    address: Address
    indicator: Indicator
    wording: str
    sentence: Spot
    speaker: SpeakerEntry | None
    district: None = None

    @property
    def speaker_name(self) -> str | None:
        """Who says it, a guest's name or the source as printed."""
        return self.speaker.name if self.speaker else self.indicator.speaker


class SeriesGuest(Struct, frozen=True):
    """A guest of a figure in a series."""

    name: str


class SeriesSpeaker(Struct, frozen=True):
    """Who says a figure of a series."""

    guest: SeriesGuest


class SeriesIndicator(Struct, frozen=True):
    """What a series needs of an indicator."""

    name: str
    unit: str | None
    measure: Measure
    value: Decimal | None
    value_to: Decimal | None
    period: str | None
    speaker: str | None


class SeriesFigure(Struct, frozen=True):
    """A `FigureRow` as a series needs it: a third of its size, and a district may have thousands."""

    address: Address
    indicator: SeriesIndicator
    wording: str
    speaker: SeriesSpeaker | None

    @property
    def speaker_name(self) -> str | None:
        """Who says it, a guest's name or the source as printed."""
        return self.speaker.guest.name if self.speaker else self.indicator.speaker


class QuoteRow(Struct, frozen=True):
    """A guest's words as cards show them, with the names that `Saying` has."""

    text: str
    sentence: Spot
    speaker: SpeakerEntry
