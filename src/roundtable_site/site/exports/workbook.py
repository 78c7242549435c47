"""The tables of an article as one Excel workbook, with a sheet that says what each column holds.

What all workbooks of a language have in common (styles, widths, the frozen header) is made once, by XlsxWriter: a book
without rows. The rows of each article are put into it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.container import Part, contained, part
from roundtable_site.site.exports.sheets import Strings, column, escaped, sheet_rows
from roundtable_site.site.exports.tables import NAMED, Cell, Table
from roundtable_site.site.frame import Frame

_CREATED = datetime(2000, 1, 1)  # fixed: the same article gives the same bytes
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDE = {"text", "sentence", "name", "note"}
_FAR = 1_000_000
"""A row that no table reaches: where it stands in the empty book, a table's last row belongs."""
_TITLE = "\ue000"
_SIZE = re.compile(r'(<dimension ref="A1:[A-Z]+)1"')


class Sheet(Struct, frozen=True):
    """A sheet without rows: its name, its columns' titles and names, and the rows that are the same in every book."""

    name: str
    titles: tuple[str, ...]
    names: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()


class Book(Struct, frozen=True):
    """A workbook without rows: its sheets, and its parts in their order, with their texts by name."""

    sheets: tuple[Sheet, ...]
    parts: tuple[Part, ...]
    texts: Mapping[str, str]


def to_workbook(frame: Frame, dossier: Dossier, tables: Sequence[Table]) -> bytes:
    """Write the workbook. Every text is typed as text, so that no cell is ever run as a formula."""
    book: Book = frame.once("workbook", lambda: _empty(frame))
    strings = Strings()
    ends = [max(len(table.rows), 1) + 1 for table in tables]
    changed = {"docProps/core.xml": book.texts["docProps/core.xml"].replace(_TITLE, escaped(dossier.title))}
    changed["xl/workbook.xml"] = _reaching(book.texts["xl/workbook.xml"], "$", ends)
    for number, sheet in enumerate(book.sheets):
        name = f"xl/worksheets/sheet{number + 1}.xml"
        rows = tables[number].rows if number < len(tables) else sheet.rows
        head, tail = _around(book.texts[name], len(rows))
        end = column(len(sheet.titles) - 1)
        changed[name] = head + sheet_rows(sheet.titles, rows, strings) + _reaching(tail, end, ends)
    changed["xl/sharedStrings.xml"] = strings.xml()
    return contained(part(each.name, changed[each.name]) if each.name in changed else each for each in book.parts)


def _reaching(part: str, before: str, ends: Sequence[int]) -> str:
    """Say in a part where each table ends."""
    for number, end in enumerate(ends):
        part = part.replace(f"{before}{_FAR + number}", f"{before}{end}")
    return part


def _around(sheet: str, rows: int) -> tuple[str, str]:
    """Give what stands before and behind the rows of a sheet; it says how many there are, with the header."""
    head, _, rest = sheet.partition("<sheetData>")
    _, _, tail = rest.partition("</sheetData>")
    head = _SIZE.sub(rf'\g<1>{rows + 1}"', head, count=1)
    return f"{head}<sheetData>", f"</sheetData>{tail}"


def _empty(frame: Frame) -> Book:
    """Make the workbook of a language without any rows but the headers."""
    from xlsxwriter import Workbook

    sheets, out = _sheets(frame), io.BytesIO()
    book = Workbook(out, _OPTIONS)
    book.set_properties({"title": _TITLE, "created": _CREATED})
    bold = book.add_format({"bold": True})
    for number, sheet in enumerate(sheets):
        made: Any = book.add_worksheet(sheet.name)
        for at, title in enumerate(sheet.titles):
            made.write_string(0, at, title, bold)
            made.set_column(at, at, 40 if sheet.names[at] in _WIDE else 14)
        made.freeze_panes(1, 1)
        if number < len(NAMED):
            made.autofilter(0, 0, _FAR + number - 1, len(sheet.titles) - 1)
    book.close()
    with zipfile.ZipFile(out) as packed:
        texts = {name: packed.read(name).decode("utf-8") for name in packed.namelist()}
    return Book(sheets, tuple(part(name, text) for name, text in texts.items()), texts)


def _sheets(frame: Frame) -> tuple[Sheet, ...]:
    """Give the sheets: one for each table, and the one that says what each column holds."""
    tables = [
        Sheet(
            _sheet_name(frame.word(name)),
            tuple(frame.word("column", column.name) for column in columns),
            tuple(column.name for column in columns),
        )
        for name, columns in NAMED.items()
    ]
    names = ("table", "title", "name", "note")
    notes = tuple(
        (frame.word(name), frame.word("column", column.name), column.name, frame.word("column_note", column.name))
        for name, columns in NAMED.items()
        for column in columns
    )
    titles = tuple(frame.word("data", name) for name in names)
    return (*tables, Sheet(_sheet_name(frame.word("data", "columns")), titles, names, notes))


def _sheet_name(word: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", word)[:31]
