"""Whether a printed line goes on with the one before: by indents, by the column's edges, by the white between lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.parsing.documents.lines import LineKind
from roundtable_site.parsing.documents.pdf_page import PdfLine

_NEAR = 8  # lines above and below that show where a column's edges are
_SAME_EDGE = 3  # ems within which lines begin at the edge of one column, first lines of paragraphs too
_INDENT = 1.2  # ems, at least
_RAGGED = 1.6  # ems that a full line may end before its column: a mark that may not begin a line moves a character down
_NEARLY_ALL = (3, 4)
_MORE_WHITE = 0.35  # ems above the usual white between lines: a block ends
_SENTENCE_END = re.compile(r"[。！？!?…：:；;][”’」』）)]*$")


class Printed(Struct, frozen=True):
    """A line of a page with what its place and its size tell; the edges are its column's, in points."""

    line: PdfLine
    page: int
    kind: LineKind | None
    column_left: float = 0
    column_right: float = 0
    usual_white: float = 0

    @property
    def indented(self) -> bool:
        """Whether the line begins a paragraph by its indent."""
        return self.line.left - self.column_left >= _INDENT * self.line.em


def with_columns(printed: Sequence[Printed]) -> list[Printed]:
    """Tell each line its column's edges and the usual white, from its neighbours in reading order."""
    found: list[Printed] = []
    for index, each in enumerate(printed):
        around = printed[max(0, index - _NEAR) : index + _NEAR + 1]
        column = [other.line for other in around if _in_one_column(each, other)]
        whites = [a.bottom - b.top for a, b in pairwise(column) if a.bottom > b.bottom]
        found.append(
            replace(
                each,
                column_left=min(line.left for line in column),
                column_right=max(line.right for line in column),
                usual_white=_usual(whites, each.line.em),
            )
        )
    return found


def _usual(whites: Sequence[float], em: float) -> float:
    """Give the white within a block: the lower middle of what is found, since blocks have more lines than ends."""
    small = sorted(white for white in whites if white < 2 * em)
    return median(small[: max(1, (len(small) + 1) * 2 // 3)]) if small else 0.75 * em


def _in_one_column(one: Printed, other: Printed) -> bool:
    return (
        one.page == other.page
        and one.kind == other.kind
        and not differ(one.line.em, other.line.em)
        and abs(one.line.left - other.line.left) <= _SAME_EDGE * one.line.em
    )


def differ(one: float, other: float) -> bool:
    """Tell whether two sizes of type are two."""
    return max(one, other) > 1.15 * min(one, other)


def is_full(printed: Printed) -> bool:
    """Tell whether a line reaches its column's right edge."""
    return printed.column_right - printed.line.right < _RAGGED * printed.line.em


def is_apart(above: Printed, below: Printed) -> bool:
    """Tell whether white, another column, another page or another kind of line stands between two lines."""
    if above.page != below.page or above.kind != below.kind or differ(above.line.em, below.line.em):
        return True
    white = above.line.bottom - below.line.top
    return white > above.usual_white + _MORE_WHITE * above.line.em or white < -2 * above.line.em


def uses_indents(printed: Sequence[Printed]) -> bool:
    """Tell whether paragraphs are set with an indent: of the lines below one that ends short, nearly all have one."""
    pairs = [(a, b) for a, b in pairwise(printed) if a.kind is None and b.kind is None and a.page == b.page]
    starts = [b.indented for a, b in pairs if not is_full(a) and _SENTENCE_END.search(a.line.text)]
    return len(starts) >= 2 and sum(starts) * _NEARLY_ALL[1] >= len(starts) * _NEARLY_ALL[0]


def goes_on(above: Printed, below: Printed, *, indents: bool) -> bool:
    """Tell whether a line surely goes on with the paragraph, or the heading, of the line above it in reading order.

    `indents` says that the document sets its paragraphs with an indent.
    """
    if above.kind != below.kind or below.kind == "furniture" or differ(above.line.em, below.line.em):
        return False
    moved = above.page != below.page or above.line.bottom < below.line.bottom
    if above.kind == "heading":
        return not moved and not is_apart(above, below)
    if below.indented or not is_full(above):
        return False
    # At a column's end the white tells nothing; without an indent to tell, a sentence's end may be a paragraph's.
    return indents or not _SENTENCE_END.search(above.line.text) if moved else not is_apart(above, below)
