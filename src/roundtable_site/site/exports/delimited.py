"""Tables as CSV: for programs in UTF-8, for Excel the same with a byte order mark, without which it garbles Chinese."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from roundtable_site.site.exports.tables import Cell, Table, plain

BYTE_ORDER_MARK = "\ufeff"

# A spreadsheet runs a cell that begins like this as a formula (OWASP, "CSV Injection"); full-width signs count in
# Chinese and Japanese editions. A signed number is no formula and stays as printed.
_RUNS = re.compile(
    r"""
    [=@＝＠\t\r\n]
    | [+\-＋－] (?! \d[\d,.]*[%‰％]?\Z )
    """,
    re.VERBOSE,
)
_RISKY = frozenset("=@＝＠\t\r\n+-＋－")
"""What such a cell begins with: nearly all cells begin with something else."""


def to_csv(table: Table) -> str:
    """Write a table as RFC 4180 has it: a header, commas, CRLF. Nothing in it is run when a spreadsheet opens it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows(map(_line, table.rows))
    return out.getvalue()


def _line(row: Sequence[Cell]) -> list[Cell]:
    """Write the cells of a row where they are not written as they stand: the writer leaves None empty."""
    return [
        cell if cell is None or (isinstance(cell, str) and cell[:1] not in _RISKY) else written(cell) for cell in row
    ]


def for_excel(text: str) -> str:
    """Give the same table for a double click: Excel takes a file with a byte order mark for UTF-8."""
    return BYTE_ORDER_MARK + text


def written(cell: Cell) -> str:
    """Give a cell as text; words that a spreadsheet would run get an apostrophe, numbers stay numbers.

    >>> from decimal import Decimal
    >>> written("=1+1"), written("-2+3"), written("-16.1%"), written(Decimal("-16.1")), written(None)
    ("'=1+1", "'-2+3", '-16.1%', '-16.1', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if _RUNS.match(cell) else cell
    return plain(cell)
