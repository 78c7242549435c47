"""The rows of a workbook as its format has them (ECMA-376), and the texts that its sheets share.

Written as XlsxWriter writes them, byte by byte, without its object for each cell: an article has a thousand of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from roundtable_site.site.exports.tables import Cell, plain

LONGEST = 32_767
"""Characters that a cell of a workbook holds, counted in UTF-16."""
_DIGITS = 15  # digits that Excel keeps of a number; a longer one is written as text, exactly
_BLOCK = 16  # rows that tell their first and last column together
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_SPECIAL = re.compile(r"[&<>\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9a-fA-F]{4}_")
_CODE = re.compile(r"_(?=x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")


class Strings:
    """The texts of a workbook, each kept once, in the order in which they are first written."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._written = 0

    def cells(self, text: str) -> int:
        """Note that a cell has a text; give the text's number."""
        self._written += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def xml(self) -> str:
        """Give the part of the workbook that holds the texts."""
        head = f'{_HEAD}<sst xmlns="{_SPACE}" count="{self._written}" uniqueCount="{len(self._numbers)}">'
        return "".join((head, *map(_item, self._numbers), "</sst>"))


def _item(text: str) -> str:
    """Give a text as an item of the shared ones; white space at its ends is part of it."""
    text = escaped(text) if _SPECIAL.search(text) else text
    return f'<si><t xml:space="preserve">{text}</t></si>' if text.strip() != text else f"<si><t>{text}</t></si>"


def escaped(text: str) -> str:
    """Write characters that XML cannot hold as the format has it, and words that look like that so that they stay.

    >>> escaped("a<b"), escaped("\\x01"), escaped("_x0041_")
    ('a&lt;b', '_x0001_', '_x005F_x0041_')
    """
    text = _CODE.sub("_x005F_", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


def sheet_rows(titles: Sequence[str], rows: Iterable[Sequence[Cell]], strings: Strings) -> str:
    """Give the rows of a sheet, a bold header first. Every text is typed as text; None leaves its cell empty."""
    columns = [column(at) for at in range(len(titles))]
    text = strings.cells
    lines = [
        "".join(
            f'<c r="{name}1" s="1" t="s"><v>{text(title)}</v></c>' for name, title in zip(columns, titles, strict=True)
        )
    ]
    for number, row in enumerate(rows, start=2):
        cells = [
            f'<c r="{name}{number}" t="s"><v>{text(cell if len(cell) * 2 <= LONGEST else shortened(cell))}</v></c>'
            if isinstance(cell, str)
            else _number(f"{name}{number}", cell, strings)
            for name, cell in zip(columns, row, strict=True)
            if cell is not None
        ]
        lines.append("".join(cells))
    return "".join(_numbered(lines))


def _number(place: str, number: int | Decimal, strings: Strings) -> str:
    """Give the cell of a number; one that Excel would round is written as text."""
    digits = plain(number)
    if len(digits.strip("-0.").replace(".", "")) > _DIGITS:
        return f'<c r="{place}" t="s"><v>{strings.cells(digits)}</v></c>'
    # A decimal number: of a float the sixteenth digit would be written (9.36 as 9.359999999999999).
    return f'<c r="{place}"><v>{Decimal(digits):.16G}</v></c>'


def _numbered(lines: Sequence[str]) -> Iterator[str]:
    """Yield the rows with their numbers; each sixteen say together from which column to which they reach."""
    for start in range(0, len(lines), _BLOCK):
        block = lines[start : start + _BLOCK]
        ends = [(_place(line, line.find('"') + 1), _place(line, line.rfind(' r="') + 4)) for line in block if line]
        spans = f' spans="{min(first for first, _ in ends)}:{max(last for _, last in ends)}"'
        yield from (f'<row r="{at}"{spans}>{line}</row>' for at, line in enumerate(block, start=start + 1) if line)


def _place(line: str, start: int) -> int:
    """Give the number of the column that a cell's name begins with."""
    number = 0
    while line[start].isalpha():
        number = number * 26 + ord(line[start]) - 64
        start += 1
    return number


def column(number: int) -> str:
    """Name a column, counted from 0.

    >>> column(0), column(25), column(26)
    ('A', 'Z', 'AA')
    """
    return (column(number // 26 - 1) if number > 25 else "") + chr(65 + number % 26)


def shortened(text: str) -> str:
    """Give what a cell holds of a text: all of it, or its beginning with a mark that says so."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
