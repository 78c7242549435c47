"""The printed lines as they stand on the page: text, place, the white space around them."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from msgspec.structs import replace

from roundtable_site.model import LayoutKind, PrintedLine
from roundtable_site.parsing.drafts import Block, Source


class Line(NamedTuple):
    """One line that holds text: its number in the source, `gap` empty lines before it, `indent` columns of space."""

    number: int
    text: str
    gap: int
    indent: int
    kind: LayoutKind | None = None  # what its own form tells; None for running text and what may be a title
    whole: str = ""  # of a line that a document shows to be printed on several: all of it …
    printed: tuple[PrintedLine, ...] = ()  # … and where in it each printed line begins


def read_lines(source: Source) -> list[Line]:
    """Give the lines of `source` that hold text, without the white space around it."""
    lines: list[Line] = []
    gap = 0
    for number, raw in enumerate(source.lines, start=1):
        text = raw.strip()
        if not text:
            gap += 1
            continue
        indent = width_of(raw[: len(raw) - len(raw.lstrip())])
        line = Line(number, text, gap, indent, source.kinds.get(number))
        gap = 0
        above = _line_above(lines) if number in source.going_on else None
        if above is None:
            lines.append(line)
        else:
            lines[above] = one_line(lines[above], line, spaced=source.lines[_last(lines[above]) - 1][-1:] == " ")
    return lines


def _line_above(lines: list[Line]) -> int | None:
    return next((place for place in range(len(lines) - 1, -1, -1) if lines[place].kind != "furniture"), None)


def _last(line: Line) -> int:
    return line.printed[-1].line if line.printed else line.number


def one_line(above: Line, below: Line, *, spaced: bool) -> Line:
    """Make one line of two that a document shows to be one."""
    between = " " if spaced or _two_words(above.text, below.text) else ""
    printed = above.printed or (PrintedLine(above.number, 0),)
    text = above.text + between + below.text
    return above._replace(
        text=text, whole=text, printed=(*printed, PrintedLine(below.number, len(text) - len(below.text)))
    )


def width_of(text: str) -> int:
    """Give the columns that text takes in print: two for a Chinese character or mark, one for the rest.

    >>> width_of("增长5%")
    6
    """
    return len(text) + sum(unicodedata.east_asian_width(char) in "WFA" for char in text)


def block_of(line: Line) -> Block:
    """Make a block of one line, or of what is left of one that was printed on several."""
    offset = line.whole.find(line.text) if line.printed else 0
    if line.printed:
        before = [part for part in line.printed if part.start <= offset]
        within = [part for part in line.printed if offset < part.start < offset + len(line.text)]
        printed = (
            PrintedLine(before[-1].line, 0),
            *(PrintedLine(part.line, part.start - offset) for part in within),
        )
        return Block(line.text, (printed[0].line, printed[-1].line), printed, line.kind)
    return Block(line.text, (line.number, line.number), (PrintedLine(line.number, 0),), line.kind)


def joined(left: Block, right: Block) -> Block:
    """Make one block of two that were one before the page was set.

    Nothing stands between two Chinese characters; between two Latin words stood the space that the line end replaced.
    """
    between = " " if _two_words(left.text, right.text) else ""
    offset = len(left.text) + len(between)
    moved = tuple(PrintedLine(part.line, part.start + offset) for part in right.printed)
    return Block(left.text + between + right.text, (left.lines[0], right.lines[1]), left.printed + moved, left.kind)


def _two_words(left: str, right: str) -> bool:
    """Tell whether Latin words meet; capitals at both sides are one short form that was cut (GD|P)."""
    before, after = left[-1:], right[:1]
    latin = before.isascii() and after.isascii() and before.isalpha() and after.isalpha()
    return latin and not (before.isupper() and after.isupper())


def cut(block: Block, offset: int) -> tuple[Block, Block]:
    """Cut a block at `offset` in two, each with the lines it takes from, no white space at the seam."""
    head, tail = block.text[:offset].rstrip(), block.text[offset:].lstrip()
    start = len(block.text) - len(tail)
    before = tuple(part for part in block.printed if part.start < len(head))
    within = [part for part in block.printed if part.start <= start]
    after = [PrintedLine(within[-1].line, 0)]
    after += [PrintedLine(part.line, part.start - start) for part in block.printed if part.start > start]
    left = Block(head, (block.lines[0], before[-1].line), before, block.kind)
    return left, Block(tail, (after[0].line, block.lines[1]), tuple(after), None)


def of_kind(block: Block, kind: LayoutKind | None) -> Block:
    """Give the block another kind."""
    return replace(block, kind=kind)
