"""Undo hard wrapping: a text in which every line was broken at one width, as copied out of a PDF or a mail."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from roundtable_site.parsing.layout.forms import is_marked_heading, looks_like_heading
from roundtable_site.parsing.layout.labels import opens_with_label
from roundtable_site.parsing.layout.lines import Line, one_line, width_of
from roundtable_site.parsing.layout.seams import ends

_MAX_WIDTH = 130  # columns; a text of longer lines is not wrapped
_MIN_WIDTH = 20
_MIN_LINES = 6  # a text of fewer full lines shows no width
_SLACK = 4  # columns that a full line may be short: a mark may not begin a line, a word or number is not cut
_MOSTLY = 0.5  # share of the lines with another one straight below that must be full


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of each paragraph, if the text was broken at one width; else give the lines as they are.

    A line goes on below if it is full and the next one is neither set off by an empty line nor indented.
    """
    width = _width_of_text(lines)
    if width is None:
        return list(lines)
    spacing = _usual_gap(lines)
    found: list[Line] = []
    full = False
    for line in lines:
        if found and full and line.gap <= spacing and not _begins(line, found[-1], width):
            found[-1] = one_line(found[-1], line, spaced=False)
        else:
            found.append(line)
        full = _is_full(line, width)
    return found


def _begins(line: Line, above: Line, width: int) -> bool:
    """Tell whether a line begins a paragraph by its indent or form, or is a title or label below a finished one."""
    if line.indent >= above.indent + 2 or line.indent >= 4 or line.kind is not None or is_marked_heading(line.text):
        return True
    title = not _is_full(line, width) and looks_like_heading(line.text) and not ends(line.text)
    return ends(above.text) and (title or opens_with_label(line.text))


def _is_full(line: Line, width: int) -> bool:
    return line.indent + width_of(line.text) >= width - _SLACK


def _usual_gap(lines: Sequence[Line]) -> int:
    """Give the number of empty lines between two lines of one paragraph: that above most lines."""
    return Counter(line.gap for line in lines[1:]).most_common(1)[0][0] if len(lines) > 1 else 0


def _width_of_text(lines: Sequence[Line]) -> int | None:
    """Give the width at which the lines were broken, in columns; None where they were not."""
    lengths = sorted(line.indent + len(line.text) for line in lines)
    if lengths and lengths[len(lengths) * 9 // 10] > _MAX_WIDTH:  # no character is narrower than a column
        return None
    widths = [line.indent + width_of(line.text) for line in lines]
    # Marks may hang over the edge and a word or number may stay whole, so the longest line proves nothing.
    width = sorted(widths)[len(widths) * 9 // 10] if widths else 0
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return None
    spacing = _usual_gap(lines)
    above = [place for place in range(len(lines) - 1) if lines[place + 1].gap <= spacing]
    full = [place for place in above if widths[place] >= width - _SLACK]
    unfinished = sum(not ends(lines[place].text) for place in full)
    if len(full) < _MIN_LINES or len(full) < _MOSTLY * len(above) or unfinished * 2 < len(full):
        return None
    return width
