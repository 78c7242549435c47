"""The table of figures as files: CSV for spreadsheets and programs, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim
from roundtable_site.site.search import search_data, search_file

Cell = str | int | Decimal | None

# A spreadsheet takes a cell that begins like this for a formula (OWASP, "CSV Injection"); an apostrophe stops it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


Form = Literal["csv", "json", "search"]


@dataclass(frozen=True)
class DataFile:
    """A download: where it stands, of which article, and in which form."""

    address: Address
    dossier: Dossier
    form: Form
    source: str


def data_files(dossier: Dossier) -> Iterator[DataFile]:
    """Yield the downloads of an article."""
    source = dossier.source
    yield DataFile(dossier.data.named("indicators.csv"), dossier, "csv", source)
    yield DataFile(dossier.data.named("indicators.json"), dossier, "json", source)
    yield DataFile(search_file(dossier), dossier, "search", source)


def export(file: DataFile) -> bytes:
    """Give the bytes of a download, in UTF-8."""
    return _TEXT_OF[file.form](file.dossier).encode("utf-8")


COLUMNS = (
    "id", "district", "district_kind", "speaker", "name", "figure", "value", "value_to", "unit", "measure", "from",
    "qualifier", "period", "text", "sentence", "sentence_anchor", "paragraph", "line",
)  # fmt: skip


def _row(claim: Claim) -> dict[str, Cell]:
    """Give a figure as a row: names as printed, numbers in base units."""
    indicator, lines = claim.indicator, claim.sentence.lines
    cells: Sequence[Cell] = (
        indicator.id,
        claim.district.name if claim.district else None,
        claim.district.district.kind if claim.district else None,
        claim.speaker_name,
        indicator.name,
        indicator.figure,
        indicator.value,
        indicator.value_to,
        indicator.unit,
        indicator.measure,
        indicator.start_value,
        indicator.qualifier,
        indicator.period,
        indicator.text,
        claim.sentence.text,
        claim.sentence.address.fragment,
        indicator.paragraph,
        lines[0] if lines else None,
    )
    return dict(zip(COLUMNS, cells, strict=True))


def _rows(dossier: Dossier) -> list[dict[str, Cell]]:
    """Give the figures of an article as rows."""
    return [_row(claim) for claim in dossier.claims]


def _csv(dossier: Dossier) -> str:
    """Write rows as RFC 4180 has it: a header, commas, CRLF."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in row.values()] for row in _rows(dossier))
    return out.getvalue()


def _safe(cell: Cell) -> str:
    """Give a cell as text; words that a spreadsheet would run get an apostrophe, numbers stay numbers.

    >>> _safe("=1+1"), _safe(Decimal("-16.1"))
    ("'=1+1", '-16.1')
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return _number(cell)


def _number(number: int | Decimal) -> str:
    """Give a number in full, without an exponent."""
    return format(Decimal(number), "f")


def _json_table(dossier: Dossier) -> str:
    """Write the article's name and its rows, one row to a line; numbers are exact."""
    article = dossier.article
    head = {"article": article.slug, "headline": article.headline, "source": article.source.file}
    lines = ",\n".join(
        "  {" + ", ".join(f"{_text(key)}: {_json(cell)}" for key, cell in row.items()) + "}" for row in _rows(dossier)
    )
    fields = ",\n".join(f" {_text(key)}: {_json(value)}" for key, value in head.items())
    return f'{{\n{fields},\n "indicators": [\n{lines}\n ]\n}}\n'


def _json(cell: Cell) -> str:
    """Give a cell as a JSON value."""
    if cell is None:
        return "null"
    return _text(cell) if isinstance(cell, str) else _number(cell)


def _text(text: str) -> str:
    """Give a JSON string."""
    return json.dumps(text, ensure_ascii=False)


_TEXT_OF: Mapping[Form, Callable[[Dossier], str]] = {"csv": _csv, "json": _json_table, "search": search_data}
