"""How a record is told on its card: what it is called, and what it says in a few words."""

from __future__ import annotations

from msgspec import Struct

from roundtable_site.model import (
    Article,
    District,
    Guest,
    Indicator,
    LayoutItem,
    Paragraph,
    Quote,
    Record,
    Section,
    Unplaced,
)
from roundtable_site.review.forms import typed
from roundtable_site.review.words import Words

SHOWN = 20
"""Characters of a text that stands for a name."""
FACTS = ("value", "value_to", "unit", "measure", "from", "qualifier", "period", "district", "speaker")


class Teller(Struct, frozen=True):
    """Tells records of one article in the words of one language."""

    article: Article
    words: Words

    def title(self, record: Record) -> str:
        """Name a record."""
        match record:
            case Quote():
                return self._speaker(record.speaker)
            case Indicator():
                return f"{record.name} {record.figure}".strip()
            case Guest() | District():
                return record.name
            case Section():
                return record.heading or record.id
            case Article():
                return record.headline or record.slug
            case LayoutItem() | Unplaced() | Paragraph():
                return record.text[:SHOWN] + ("…" if len(record.text) > SHOWN else "")
        return ""

    def facts(self, record: Record) -> list[tuple[str, str]]:
        """Give what a record says as pairs of a field's name and its value; what is empty is left out."""
        fields, choices = self.words["fields"], self.words["choices"]
        if isinstance(record, Quote):
            kind = choices["quote-kind"][record.kind]
            return [(fields["kind"], kind), *([(fields["cue"], record.cue)] if record.cue else [])]
        if isinstance(record, Guest):
            return [(fields["titles"], "、".join(record.titles))] if record.titles else []
        if not isinstance(record, Indicator):
            return []
        values = {
            "value": typed(record.value),
            "value_to": typed(record.value_to),
            "unit": record.unit,
            "measure": choices["indicator-measure"][record.measure],
            "from": typed(record.start_value),
            "qualifier": record.qualifier,
            "period": record.period,
            "district": next((d.name for d in self.article.districts if d.id == record.district), None),
            "speaker": self._speaker(record.speaker) if record.speaker else None,
        }
        return [(fields[name], str(values[name])) for name in FACTS if values[name]]

    def _speaker(self, speaker: str) -> str:
        return next((guest.name for guest in self.article.guests if guest.id == speaker), speaker)
