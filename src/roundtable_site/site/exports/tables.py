"""The tables of an article: its figures and its quotations, each column with what it holds and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Literal, get_args

from msgspec import Struct

from roundtable_site.model import DistrictKind, Measure, QuoteKind
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, PlacedSentence, Saying

Cell = str | int | Decimal | None
ColumnType = Literal["text", "number", "whole"]


class Column(Struct, frozen=True):
    """One column: its name for programs, the kind of its cells, the only values they may have, whether one may lack."""

    name: str
    type: ColumnType = "text"
    values: tuple[str, ...] = ()
    required: bool = False
    unique: bool = False


class Table(Struct, frozen=True):
    """A table by its name; a row has a cell for each column, None where nothing is stated."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_ID = Column("id", required=True, unique=True)
_PLACE = (
    Column("sentence", required=True),
    Column("sentence_anchor", required=True),
    Column("paragraph", required=True),
    Column("line", "whole"),
)
INDICATOR_COLUMNS = (
    _ID,
    Column("district"),
    Column("district_kind", values=get_args(DistrictKind)),
    Column("speaker"),
    Column("name", required=True),
    Column("figure", required=True),
    Column("printed"),
    Column("value", "number"),
    Column("value_to", "number"),
    Column("unit"),
    Column("measure", values=get_args(Measure), required=True),
    Column("from", "number"),
    Column("qualifier"),
    Column("period"),
    Column("text", required=True),
    *_PLACE,
)
QUOTE_COLUMNS = (
    _ID,
    Column("speaker", required=True),
    Column("kind", values=get_args(QuoteKind), required=True),
    Column("cue"),
    Column("text", required=True),
    *_PLACE,
)


NAMED: Mapping[str, tuple[Column, ...]] = {"indicators": INDICATOR_COLUMNS, "quotes": QUOTE_COLUMNS}
"""The columns of each table by its name."""


def indicators_table(dossier: Dossier) -> Table:
    """Give the figures of an article, in printed order: names as printed, numbers in base units."""
    return Table("indicators", INDICATOR_COLUMNS, tuple(_indicator(claim) for claim in dossier.claims))


def quotes_table(dossier: Dossier) -> Table:
    """Give the quotations of an article, in printed order."""
    return Table("quotes", QUOTE_COLUMNS, tuple(_quote(saying) for saying in dossier.sayings))


TABLES: Mapping[str, Callable[[Dossier], Table]] = {"indicators": indicators_table, "quotes": quotes_table}
"""The tables of an article by name, in the order in which they are offered."""


def _indicator(claim: Claim) -> tuple[Cell, ...]:
    indicator, district = claim.indicator, claim.district
    return (
        indicator.id,
        district.name if district else None,
        district.district.kind if district else None,
        claim.speaker_name,
        indicator.name,
        indicator.figure,
        next((correction.printed for correction in indicator.editorial.corrections if correction.printed), None),
        indicator.value,
        indicator.value_to,
        indicator.unit,
        indicator.measure,
        indicator.start_value,
        indicator.qualifier,
        indicator.period,
        indicator.text,
        *_place(claim.sentence, indicator.paragraph),
    )


def _quote(saying: Saying) -> tuple[Cell, ...]:
    quote = saying.quote
    place = _place(saying.sentence, quote.paragraph)
    return (quote.id, saying.speaker_name, quote.kind, quote.cue or None, quote.text, *place)


def _place(sentence: PlacedSentence, paragraph: str) -> tuple[Cell, ...]:
    """Give where a record stands: its sentence, the sentence's anchor, the paragraph, the first line of the source."""
    return sentence.text, sentence.address.fragment, paragraph, sentence.lines[0] if sentence.lines else None


def plain(number: int | Decimal) -> str:
    """Give a number in full, without an exponent.

    >>> plain(Decimal("7.888E+11"))
    '788800000000'
    """
    return format(Decimal(number), "f")
