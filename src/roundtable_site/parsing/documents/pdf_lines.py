"""From the pages of a PDF to numbered lines: headings by their size, running heads by their repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from roundtable_site.parsing.documents.lines import DocumentLine, LineKind, clean, trimmed
from roundtable_site.parsing.documents.pdf_flow import Printed, goes_on, is_apart, is_full, uses_indents, with_columns
from roundtable_site.parsing.documents.pdf_page import Page, PdfLine

_LARGER = 1.15  # times the size of the running text: a heading
_EDGE = 0.12  # of the page's height, above and below, where running heads stand
_EDGE_GAP = 0.8  # ems of white between the text and a running head, at least
_LONGEST = 400  # lines of one paragraph
_DIGITS = re.compile(r"\d+")


def lines_of_pages(pages: Sequence[Page]) -> tuple[DocumentLine, ...]:
    """Give the document's lines in reading order, with an empty line where a block, a column or a page ends."""
    running = _running_heads(pages)
    body = _body_size(pages)
    printed = with_columns(
        [
            Printed(line, number, _kind(line, page, running, body))
            for number, page in enumerate(pages)
            for line in _edges_outside(page)
        ]
    )
    lines: list[DocumentLine] = []
    text: Printed | None = None  # the last line that is not furniture
    last: Printed | None = None
    run = 0
    indents = uses_indents(printed)
    for each in printed:
        continued = text is not None and goes_on(text, each, indents=indents) and run < _LONGEST
        if continued and text is last and text is not None and not is_full(text):
            lines[-1] = DocumentLine(lines[-1].text + " ", lines[-1].kind, lines[-1].goes_on)
        if last is not None and is_apart(last, each):
            lines.append(DocumentLine(""))
        lines.append(DocumentLine(clean(each.line.text), each.kind, continued))
        last = each
        if each.kind != "furniture":
            text, run = each, run + 1 if continued else 0
    return trimmed(lines)


def _body_size(pages: Sequence[Page]) -> float:
    """Give the size of type in which most characters are printed."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.em, 1)] += len(line.characters)
    return sizes.most_common(1)[0][0]


def _place(line: PdfLine, page: Page) -> tuple[str, int]:
    """Give what makes a running head the same on every page: its text without numbers, and its height."""
    return _DIGITS.sub("0", line.text), round((line.top + line.bottom) / 2 / page.height * 100)


def _at_edges(page: Page) -> list[PdfLine]:
    """Give the lines above and below the page's text, with white between."""
    middle = [line for line in page.lines if _EDGE < (line.top + line.bottom) / 2 / page.height < 1 - _EDGE]
    top = max((line.top for line in middle), default=page.height / 2)
    bottom = min((line.bottom for line in middle), default=page.height / 2)
    found: list[PdfLine] = []
    for line in sorted(page.lines, key=lambda line: line.bottom):
        if line.bottom - top > _EDGE_GAP * line.em:
            found.append(line)
        else:
            top = max(top, line.top)
    for line in sorted(page.lines, key=lambda line: -line.top):
        if bottom - line.top > _EDGE_GAP * line.em:
            found.append(line)
        else:
            bottom = min(bottom, line.bottom)
    return found


def _running_heads(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Give the heads and feet that stand at one height on several pages."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_place(line, page) for line in _at_edges(page)})
    return frozenset(place for place, count in seen.items() if count >= 2)


def _edges_outside(page: Page) -> list[PdfLine]:
    """Put what stands above and below the page's text before and behind it, in whatever order it is drawn."""
    ends = sorted(_at_edges(page), key=lambda line: (-line.top, line.left))
    moved = {id(line) for line in ends}
    heads = [line for line in ends if line.bottom > page.height / 2]
    feet = [line for line in ends if line.bottom <= page.height / 2]
    return [*heads, *(line for line in page.lines if id(line) not in moved), *feet]


def _kind(line: PdfLine, page: Page, running: frozenset[tuple[str, int]], body: float) -> LineKind | None:
    if _place(line, page) in running:
        return "furniture"
    return "heading" if line.em >= _LARGER * body else None
