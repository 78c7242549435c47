"""Explain a record: the sentence it stands in, the rules that took it and what each of them took."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from roundtable_site.errors import Location, RoundtableError
from roundtable_site.model import Indicator, Paragraph, Quote
from roundtable_site.parsing.door import frame_of
from roundtable_site.parsing.drafts import Outline, Source
from roundtable_site.parsing.explain.explanation import Explanation, Piece
from roundtable_site.parsing.explain.indicators import indicator_call, indicator_pieces
from roundtable_site.parsing.explain.quotes import quote_call, quote_pieces
from roundtable_site.parsing.explain.trace import watched
from roundtable_site.parsing.indicators import find_indicators
from roundtable_site.parsing.quotes import find_quotes
from roundtable_site.sentences import sentence_spans

__all__ = ["Explainer", "Explanation", "Piece"]


class Explainer:
    """A source, read once more with its rules watched; any number of its records can then be explained."""

    def __init__(self, source: Source) -> None:
        self._path = source.path
        frame = frame_of(source)
        with watched() as self._root:
            find_indicators(frame, find_quotes(frame))
        self._place = _places(frame, source.path)

    def explain(self, record: Quote | Indicator) -> Explanation:
        """Say how the rules come to a record.

        Raises RoundtableError where today's rules do not find it: an editor changed it, or the source or the rules have
        changed since.
        """
        if isinstance(record, Quote):
            if found := quote_call(self._root, record):
                pieces = tuple(quote_pieces(self._root, found, record, self._place))
                return _told(record, found.given["reading"].paragraph, self._place, pieces)
        elif made := indicator_call(self._root, record):
            pieces = tuple(indicator_pieces(self._root, made, record, self._place))
            return _told(record, made.given["self"].paragraph, self._place, pieces)
        message = f"no rule gives {record.id} ({record.text[:20]}) from this source: it was edited, or the source was"
        raise RoundtableError.at(self._path, message)


def _told(
    record: Quote | Indicator,
    paragraph: Paragraph,
    place: Callable[[Paragraph, int], Location],
    pieces: tuple[Piece, ...],
) -> Explanation:
    """Put the record back into its sentence."""
    start = paragraph.text.find(record.text, max(0, min(record.start, len(paragraph.text))))
    start = start if start >= 0 else max(0, paragraph.text.find(record.text))
    end = start + len(record.text)
    around = [span for span in sentence_spans(paragraph.text) if span[0] < end and span[1] > start]
    first, last = (around[0][0], around[-1][1]) if around else (start, end)
    what = record.kind if isinstance(record, Quote) else record.figure
    return Explanation(
        f"{record.id} {what}",
        place(paragraph, start),
        paragraph.text[first:start],
        record.text,
        paragraph.text[end:last],
        pieces,
        record.unsure,
    )


def _places(frame: Outline, path: str) -> Callable[[Paragraph, int], Location]:
    """Give the function that leads from a place in a paragraph back to the line it is printed on."""

    def place(paragraph: Paragraph, start: int) -> Location:
        printed = frame.printed.get(paragraph.id, ())
        at = bisect_right([line.start for line in printed], start) - 1
        return Location(path, printed[at].line if at >= 0 else paragraph.lines[0])

    return place
