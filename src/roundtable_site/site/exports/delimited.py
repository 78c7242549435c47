"""Tables as CSV: for programs in UTF-8, for Excel the same with a byte order mark, without which it garbles Chinese."""

from __future__ import annotations

import csv
import io
import re

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


def to_csv(table: Table) -> str:
    """Write a table as RFC 4180 has it: a header, commas, CRLF. Nothing in it is run when a spreadsheet opens it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([written(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def to_excel_csv(table: Table) -> str:
    """Write the same for a double click: Excel takes a file with a byte order mark for UTF-8."""
    return BYTE_ORDER_MARK + to_csv(table)


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
