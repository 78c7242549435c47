"""Files that hold the same as others: workbooks the tables beside them, the archive the site."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

from roundtable_site.errors import Location, Problem
from roundtable_site.manifest import Manifest

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TABLES = ("indicators", "quotes")
"""The tables of an article, in the order in which they are the sheets of its workbook."""
MOST = 200 * 1024 * 1024
"""Bytes that one file of a workbook or an archive may unpack to."""
_BROKEN = (zipfile.BadZipFile, ElementTree.ParseError, KeyError, ValueError, IndexError, OSError, NotImplementedError)


def copy_problems(folder: Path, listed: Manifest, present: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each workbook that says other than its tables, and each archive that is not the site."""
    for name in present:
        try:
            said = ""
            if name.endswith(".zip"):
                said = _archive(folder / name, listed.files, present)
            elif name.endswith(".xlsx"):
                said = _workbook(folder / name)
        except _BROKEN:
            said = "cannot be opened"
        if said:
            yield Problem(Location(str(folder / name)), said)


def _archive(path: Path, listed: Mapping[str, str], present: Mapping[str, str]) -> str:
    with zipfile.ZipFile(path) as archive:
        for member in (member for member in archive.infolist() if not member.is_dir()):
            if member.file_size > MOST:
                return f"{member.filename} in it is larger than any file of a site"
            # A file of the site that was changed is told where it stands, and no fault of the archive.
            known = (listed.get(member.filename), present.get(member.filename))
            if sha256(archive.read(member)).hexdigest() not in known:
                return f"{member.filename} in it is not the file of the site"
    return ""


def _workbook(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        if any(member.file_size > MOST for member in book.infolist()):
            return "unpacks to far more than tables"
        words = ["".join(item.itertext()) for item in _xml(book, "xl/sharedStrings.xml")]
        for number, table in enumerate(TABLES, start=1):
            rows = list(_rows(_xml(book, f"xl/worksheets/sheet{number}.xml"), words))[1:]
            beside = path.with_name(f"{table}.csv")
            if not beside.exists():  # a site need not offer all formats; one that is listed and gone was told
                continue
            text = beside.read_bytes().decode("utf-8")
            told = list(csv.reader(io.StringIO(text, newline="")))[1:]
            if len(rows) != len(told):
                return f"its sheet {number} has {len(rows)} rows, {table}.csv has {len(told)}"
            for row, line in zip(rows, told, strict=True):
                for at, cell in enumerate(line):
                    if not _same(row.get(at, ""), cell):
                        return f"its sheet {number} says {row.get(at, '')!r} of {line[0]}, {table}.csv says {cell!r}"
    return ""


def _xml(book: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(book.read(name))


def _rows(sheet: ElementTree.Element, words: list[str]) -> Iterator[dict[int, str]]:
    """Yield the cells of each row by column, counted from 0."""
    for row in sheet.iter(f"{_SHEET}row"):
        cells = {}
        for cell in row.iter(f"{_SHEET}c"):
            letters = re.sub(r"\d", "", cell.get("r", ""))
            column = -1
            for letter in letters:
                column = (column + 1) * 26 + ord(letter) - ord("A")
            value = cell.findtext(f"{_SHEET}v", "")
            cells[column] = words[int(value)] if cell.get("t") == "s" else value
        yield cells


def _same(cell: str, told: str) -> bool:
    """Compare a cell with a table's, which has an apostrophe before what a spreadsheet would run."""
    if cell in (told, told.removeprefix("'")) or (cell.endswith("…") and told.startswith(cell[:-1])):
        return True
    try:
        return Decimal(cell) == Decimal(told)
    except InvalidOperation:
        return " ".join(cell.split()) == " ".join(told.removeprefix("'").split())
