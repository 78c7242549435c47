"""Where each part of a paragraph was printed, read again from the source for an article that was edited since."""

from __future__ import annotations

from roundtable_site.model import Article, Paragraph, PrintedLine
from roundtable_site.parsing.drafts import Source

_LEAST = 2  # characters that a line's end and a paragraph must share, so that a stray comma proves nothing


def printed_lines(article: Article, source: Source) -> dict[str, tuple[PrintedLine, ...]]:
    """Map each paragraph's id to the source lines that its parts were printed on.

    Gives {} where the source is not the file that the article was read from. A paragraph whose text an editor has
    changed keeps the lines whose text still stands in it; one that has none left is left out.
    """
    if article.source.sha256 != source.sha256:
        return {}
    return {
        paragraph.id: printed for paragraph in article.paragraphs() if (printed := _printed(paragraph, source.lines))
    }


def _printed(paragraph: Paragraph, lines: tuple[str, ...]) -> tuple[PrintedLine, ...]:
    found: list[PrintedLine] = []
    first, last = paragraph.lines
    place = 0
    for number in range(max(first, 1), min(last, len(lines)) + 1):
        text = lines[number - 1].strip()
        if not text:
            continue
        start = _start_of(text, paragraph.text, place, whole=first < number < last)
        if start is not None:
            found.append(PrintedLine(number, start))
            place = start + 1
    return tuple(found)


def _start_of(line: str, text: str, place: int, *, whole: bool) -> int | None:
    """Find where in the paragraph a line's text begins, at `place` or behind it; None where it stands elsewhere.

    A line in the middle stands there whole; of the first line the paragraph may take the end only (the rest is another
    paragraph's), of the last one the beginning only.
    """
    if (start := text.find(line, place)) >= 0:
        return start
    if whole:
        return None
    if place == 0 and _overlap(line, text) >= _LEAST:
        return 0
    start = text.find(line[: _LEAST * 8], place)
    if start >= 0 and line.startswith(text[start:]):
        return start
    return 0 if place == 0 and text in line else None


def _overlap(line: str, text: str) -> int:
    """Give the length of the longest end of `line` that `text` begins with, in linear time."""
    # The failure function of text + separator + line is the longest border between the two.
    joined = text[: len(line)] + "\x00" + line
    border = [0] * len(joined)
    for index in range(1, len(joined)):
        length = border[index - 1]
        while length and joined[index] != joined[length]:
            length = border[length - 1]
        border[index] = length + (joined[index] == joined[length])
    return border[-1]
