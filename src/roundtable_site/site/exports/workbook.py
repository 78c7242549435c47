"""The tables of an article as one Excel workbook, with a sheet that says what each column holds."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.tables import TABLES, Cell, Column, Table, plain
from roundtable_site.site.frame import Frame

_CREATED = datetime(2000, 1, 1)  # fixed: the same article gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_LONGEST = 32_767  # characters that a cell of a workbook holds
_DIGITS = 15  # digits that Excel keeps of a number; a longer one is written as text, exactly
_WIDE = {"text", "sentence", "name", "note"}


def to_workbook(frame: Frame, dossier: Dossier) -> bytes:
    """Write the workbook. Every text is typed as text, so that no cell is ever run as a formula."""
    out = io.BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": dossier.title, "created": _CREATED})
    tables = [make(dossier) for make in TABLES.values()]
    for table in tables:
        titles = [frame.word("column", column.name) for column in table.columns]
        sheet = _sheet(book, frame.word(table.name), titles, [column.name for column in table.columns])
        for number, row in enumerate(table.rows, start=1):
            _write(sheet, number, row)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    _explain(book, frame, tables)
    book.close()
    return out.getvalue()


def _sheet(book: Workbook, name: str, titles: Sequence[str], names: Sequence[str]) -> Worksheet:
    """Add a sheet with a bold header that stays in sight."""
    sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:31])
    bold = book.add_format({"bold": True})
    for at, title in enumerate(titles):
        sheet.write_string(0, at, title, bold)
        sheet.set_column(at, at, 40 if names[at] in _WIDE else 14)
    sheet.freeze_panes(1, 1)
    return sheet


def _write(sheet: Worksheet, number: int, row: Sequence[Cell]) -> None:
    """Write a row; None leaves its cell empty."""
    for at, cell in enumerate(row):
        if isinstance(cell, str):
            sheet.write_string(number, at, cell if len(cell) <= _LONGEST else cell[: _LONGEST - 1] + "…")
        elif cell is not None:
            digits = plain(cell)
            if len(digits.strip("-0.").replace(".", "")) > _DIGITS:
                sheet.write_string(number, at, digits)
            else:
                # A decimal number: of a float the library writes the sixteenth digit (9.36 as 9.359999999999999).
                sheet.write_number(number, at, Decimal(digits))


def _explain(book: Workbook, frame: Frame, tables: Sequence[Table]) -> None:
    """Add the sheet that says what each column holds."""
    names = ("table", "title", "name", "note")
    sheet = _sheet(book, frame.word("data", "columns"), [frame.word("data", name) for name in names], names)
    rows: list[tuple[Table, Column]] = [(table, column) for table in tables for column in table.columns]
    for number, (table, column) in enumerate(rows, start=1):
        title, note = frame.word("column", column.name), frame.word("column_note", column.name)
        _write(sheet, number, (frame.word(table.name), title, column.name, note))
