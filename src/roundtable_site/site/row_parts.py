"""What rows are made of: figures and quotations as pages across articles show them."""

from __future__ import annotations

from msgspec import Struct

from roundtable_site.model import Indicator
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


class QuoteRow(Struct, frozen=True):
    """A guest's words as cards show them, with the names that `Saying` has."""

    text: str
    sentence: Spot
    speaker: SpeakerEntry
