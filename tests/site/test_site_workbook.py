"""The rows of a workbook are written as XlsxWriter writes them, byte by byte."""

import io
import re
import zipfile
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from roundtable_site.site.exports.sheets import LONGEST, shortened
from roundtable_site.site.exports.tables import INDICATOR_COLUMNS, NAMED, QUOTE_COLUMNS, TABLES, Table
from roundtable_site.site.exports.workbook import to_workbook

TEXTS = [
    "=1+1",
    "a<b>&\"c'",
    " 前后 ",
    "两\n行",
    "\t",
    "\x01_x0041_",
    "_x12",
    "\ufffe\uffff",
    "😀" * 3,
    "</t></si>",
    "",
]
NUMBERS = [Decimal("9.36"), Decimal("7.888E+20"), Decimal("-0.0000001"), 12, Decimal("123456789012345")]


def tables(rows):
    """Give tables with so many rows, of all kinds of texts and numbers, and with cells left empty."""

    def row(number, columns):
        cells = [*TEXTS, *NUMBERS, None, None, None]
        picked = [cells[(number * 7 + at * 3) % len(cells)] for at in range(len(columns))]
        return (f"i{number}", *picked[1:])

    return [
        Table("indicators", INDICATOR_COLUMNS, tuple(row(number, INDICATOR_COLUMNS) for number in range(rows))),
        Table("quotes", QUOTE_COLUMNS, tuple(row(number, QUOTE_COLUMNS) for number in range(rows // 3))),
    ]


def by_the_library(frame, dossier, given):
    """Write the same workbook cell by cell with XlsxWriter."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": dossier.title, "created": datetime(2000, 1, 1)})
    bold = book.add_format({"bold": True})
    notes = tuple(
        (frame.word(name), frame.word("column", c.name), c.name, frame.word("column_note", c.name))
        for name, columns in NAMED.items()
        for c in columns
    )
    heads = ("table", "title", "name", "note")
    sheets = [(frame.word(t.name), [(frame.word("column", c.name), c.name) for c in t.columns], t.rows) for t in given]
    sheets.append((frame.word("data", "columns"), [(frame.word("data", name), name) for name in heads], notes))
    for number, (name, columns, rows) in enumerate(sheets):
        sheet = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", name)[:31])
        for at, (title, column) in enumerate(columns):
            sheet.write_string(0, at, title, bold)
            sheet.set_column(at, at, 40 if column in {"text", "sentence", "name", "note"} else 14)
        sheet.freeze_panes(1, 1)
        for line, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                if isinstance(cell, str):
                    sheet.write_string(line, at, cell)
                elif cell is not None:
                    sheet.write_number(line, at, Decimal(format(Decimal(cell), "f")))
        if number < len(given):
            sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    book.close()
    return out.getvalue()


def parts(book):
    with zipfile.ZipFile(io.BytesIO(book)) as packed:
        return {name: packed.read(name).decode("utf-8") for name in packed.namelist()}


@pytest.mark.parametrize("rows", [0, 1, 15, 16, 17, 100])
def test_a_workbook_is_what_the_library_writes(site, rows):
    given, dossier = tables(rows), site.dossiers[0]
    ours, theirs = to_workbook(site.frame, dossier, given), by_the_library(site.frame, dossier, given)
    assert parts(ours) == parts(theirs)
    assert ours == theirs


def test_two_workbooks_of_one_language_share_nothing_but_their_frame(site):
    dossier = site.dossiers[0]
    first = to_workbook(site.frame, dossier, tables(5))
    to_workbook(site.frame, dossier, tables(40))
    assert to_workbook(site.frame, dossier, tables(5)) == first


def test_text_that_looks_like_the_formats_own_stays_text(site):
    (first, *others), quotes = TABLES["indicators"](site.dossiers[0]).rows, TABLES["quotes"](site.dossiers[0])
    forged = Table("indicators", INDICATOR_COLUMNS, ((*first[:4], "<r><t>fett</t></r>", *first[5:]), *others))
    sheet = load_workbook(io.BytesIO(to_workbook(site.frame, site.dossiers[0], [forged, quotes]))).worksheets[0]
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("<r><t>fett</t></r>", "s")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("字" * LONGEST, "字" * LONGEST),
        ("字" * (LONGEST + 1), "字" * (LONGEST - 1) + "…"),
        ("😀" * LONGEST, "😀" * ((LONGEST - 1) // 2) + "…"),
    ],
    ids=["fits", "too long", "too long in units of two"],
)
def test_a_cell_holds_as_much_of_a_text_as_the_format_allows(text, held):
    assert shortened(text) == held
