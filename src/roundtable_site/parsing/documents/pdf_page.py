"""One page of a PDF as characters with places: lines, columns and the order in which they are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

_RADICALS = re.compile("[\u2e80-\u2fdf]")
_LINE_END = 10
_WIDE_GAP = 3  # ems between two characters of one line that make two lines of it: fields of a page's head
_GUTTER = 0.7  # ems of white between two columns, at least
# White that is a space, in ems: between two Chinese characters (above the line's usual step), between two Latin ones,
# and between one of each, where good type leaves a quarter.
_WIDE_SPACE, _NARROW_SPACE, _MIXED_SPACE = 0.2, 0.15, 0.5
_MOST_LINES = 2000  # of a page that is put into columns; the work grows with the square
_COLUMN = 6  # characters that a column's lines have at least
_ROWS = 3  # lines that jump over a gutter and back before the page is read column by column


class Character(Struct, frozen=True):
    """A printed character, its edges in points from the page's lower left corner, and where the pen began it."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    origin: float


class PdfLine(Struct, frozen=True):
    """Characters of one line, from left to right; `em` is the size of its type in points."""

    characters: tuple[Character, ...]
    em: float

    @property
    def left(self) -> float:
        """The left edge, in points."""
        return self.characters[0].left

    @property
    def right(self) -> float:
        """The right edge, in points."""
        return self.characters[-1].right

    @property
    def bottom(self) -> float:
        """The lower edge, in points."""
        return min(character.bottom for character in self.characters)

    @property
    def top(self) -> float:
        """The upper edge, in points."""
        return max(character.top for character in self.characters)

    @property
    def text(self) -> str:
        """The line's text; space that only spreads its characters over the column is none."""
        pairs = list(pairwise(self.characters))
        steps = [b.origin - a.origin for a, b in pairs if _is_wide(a.text) and _is_wide(b.text)]
        usual = median(steps) if steps else self.em
        parts = [self.characters[0].text]
        for a, b in pairs:
            parts.append(" " if self._is_space(a, b, usual) else "")
            parts.append(b.text)
        return "".join(parts).strip()

    def _is_space(self, a: Character, b: Character, usual: float) -> bool:
        """Tell whether the white between two characters is a space that is printed but not drawn."""
        if a.text.isspace() or b.text.isspace():
            return False
        if _is_wide(a.text) and _is_wide(b.text):
            return b.origin - a.origin - usual > _WIDE_SPACE * self.em
        narrow = not _is_wide(a.text) and not _is_wide(b.text)
        return b.left - a.right > (_NARROW_SPACE if narrow else _MIXED_SPACE) * self.em + max(0, usual - self.em)


class Page(Struct, frozen=True):
    """A page's lines in reading order, with its size in points."""

    width: float
    height: float
    lines: tuple[PdfLine, ...]


def page_of(width: float, height: float, characters: Sequence[Sequence[float]]) -> Page:
    """Make a page of its characters in the order in which they are drawn; line ends have a code alone."""
    runs: list[list[Character]] = [[]]
    for code, *edges in characters:
        if int(code) == _LINE_END or not edges:
            runs.append([])
        else:
            runs[-1].append(Character(_text_of(int(code)), *edges))
    lines = [line for run in runs for line in _lines_of_run(run)]
    return Page(width, height, tuple(_in_order(_cut_at_gutters(lines))))


def _text_of(code: int) -> str:
    """Give a character; the radicals that some fonts stand for whole characters become these (⼭ → 山)."""
    text = chr(code) if 0 < code < 0x110000 else "\ufffd"
    if 0xD800 <= code < 0xE000:
        return "\ufffd"
    return unicodedata.normalize("NFKC", text) if _RADICALS.match(text) else text


def _is_wide(text: str) -> bool:
    return unicodedata.east_asian_width(text[0]) in "WF"


def _lines_of_run(run: list[Character]) -> Iterable[PdfLine]:
    """Cut what is drawn in one go where it jumps back, to another height, or over much white."""
    em = _em(run)
    part: list[Character] = []
    for character in run:
        if part and (
            character.left - part[-1].right > _WIDE_GAP * em
            or character.left < part[-1].left - em
            or abs(character.bottom - part[-1].bottom) > 0.8 * em
        ):
            yield from _line(part)
            part = []
        part.append(character)
    yield from _line(part)


def _line(characters: list[Character]) -> Iterable[PdfLine]:
    """Give a line without the space at its ends, if anything is left."""
    while characters and characters[-1].text.isspace():
        characters = characters[:-1]
    first = next((index for index, character in enumerate(characters) if not character.text.isspace()), None)
    if first is not None:
        yield PdfLine(tuple(characters[first:]), _em(characters[first:]))


def _cut_at_gutters(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Cut lines that run on over the white between columns, where several do so at one place."""
    gutters: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        for index, (a, b) in enumerate(pairwise(line.characters), start=1):
            if b.left - a.right > _GUTTER * line.em:
                gutters.setdefault(round(b.left / line.em), []).append((index, len(line.characters) - index))
    places = {place for place, sides in gutters.items() if len(sides) >= _ROWS and _are_columns(sides)}
    return [part for line in lines for part in _cut_at(line, places)] if places else list(lines)


def _are_columns(sides: Sequence[tuple[int, int]]) -> bool:
    """Tell columns of text from a list of names with their posts: both sides are long."""
    return min(median(left for left, _ in sides), median(right for _, right in sides)) >= _COLUMN


def _cut_at(line: PdfLine, places: set[int]) -> Iterable[PdfLine]:
    start = 0
    for index, (a, b) in enumerate(pairwise(line.characters), start=1):
        if b.left - a.right > _GUTTER * line.em and round(b.left / line.em) in places:
            yield PdfLine(line.characters[start:index], line.em)
            start = index
    yield PdfLine(line.characters[start:], line.em)


def _em(characters: Sequence[Character]) -> float:
    """Give the size of type: the usual height of what is printed."""
    heights = [character.top - character.bottom for character in characters if not character.text.isspace()]
    return max(median(heights), 1.0) if heights else 1.0


def _in_order(lines: list[PdfLine]) -> list[PdfLine]:
    """Keep the order of drawing, which is the order of writing, unless it runs across the columns row by row."""
    return _by_columns(lines) if len(lines) <= _MOST_LINES and _crosses(lines) else lines


def _crosses(lines: Sequence[PdfLine]) -> bool:
    """Tell whether neighbours in the order of drawing stand side by side time and again."""
    beside = sum(_same_height(a, b) and b.left - a.right > _GUTTER * a.em for a, b in pairwise(lines))
    return beside >= _ROWS


def _same_height(a: PdfLine, b: PdfLine) -> bool:
    return abs(a.bottom - b.bottom) < 0.5 * max(a.em, b.em)


def _by_columns(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Cut the page at the widest white, across or down, again and again (an X-Y cut); columns from left to right."""
    done: list[PdfLine] = []
    waiting = [sorted(lines, key=lambda line: (-line.top, line.left))]
    while waiting:
        part = waiting.pop()
        halves = _cut_down(part) or _cut_across(part)
        if halves is None or len(part) < 2:
            done += part
        else:
            waiting += reversed(halves)
    return done


def _cut_down(lines: Sequence[PdfLine]) -> list[list[PdfLine]] | None:
    """Cut at the first gutter that no line crosses."""
    edge = None
    for line in sorted(lines, key=lambda line: line.left):
        if edge is not None and line.left - edge > _GUTTER * line.em:
            cut = line.left
            return [[a for a in lines if a.left < cut], [a for a in lines if a.left >= cut]]
        edge = line.right if edge is None else max(edge, line.right)
    return None


def _cut_across(lines: Sequence[PdfLine]) -> list[list[PdfLine]] | None:
    """Cut at the widest white between two rows, so that a headline above columns goes first."""
    ordered = sorted(lines, key=lambda line: -line.top)
    bottom = ordered[0].bottom
    best: tuple[float, int] | None = None
    for index, line in enumerate(ordered[1:], start=1):
        white = bottom - line.top
        if white > 0 and (best is None or white > best[0]):
            best = (white, index)
        bottom = min(bottom, line.bottom)
    return [ordered[: best[1]], ordered[best[1] :]] if best else None
