"""What the rows of data files say of a record beside its words: who said it, about whom, when, in which unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from roundtable_site.model import Article

FIELDS = (
    *("speaker", "district", "name", "period", "unit", "measure", "qualifier", "value_to", "from"),  # of a figure
    *("kind", "cue"),  # of a quotation
)


def fields_of(article: Article) -> Mapping[str, Mapping[str, str]]:
    """Give what the content file says of each figure and quotation, by its id; "" for what it does not state."""
    people = {guest.id: guest.name for guest in article.guests}
    places = {district.id: district.name for district in article.districts}
    said = {
        item.id: {
            "speaker": people.get(item.speaker or "", item.speaker or ""),
            "district": places.get(item.district or "", item.district or ""),
            "name": item.name,
            "period": item.period or "",
            "unit": item.unit or "",
            "measure": item.measure,
            "qualifier": item.qualifier or "",
            "value_to": _number(item.value_to),
            "from": _number(item.start_value),
        }
        for item in article.indicators
    }
    quoted = {
        quote.id: {"speaker": people.get(quote.speaker, quote.speaker), "kind": quote.kind, "cue": quote.cue}
        for quote in article.quotes
    }
    return {**said, **quoted}


def says_other(told: str, known: str) -> bool:
    """Tell whether a cell says other than the content file; an apostrophe keeps a cell from being run."""
    if told in (known, "'" + known):
        return False
    try:
        return Decimal(told) != Decimal(known)
    except InvalidOperation:
        return " ".join(told.removeprefix("'").split()) != " ".join(known.split())


def _number(value: Decimal | None) -> str:
    return "" if value is None else str(value)
