"""Cut paragraphs into sentences and give each sentence its lasting anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256

from msgspec import Struct

from roundtable_site.model import Paragraph

# A sentence ends after its closing mark and whatever closing quotation marks or brackets follow it. A full stop between
# digits is a decimal point; an ASCII full stop ends a sentence only before white space or the end.
_SENTENCE = re.compile(
    r"""
    .*?                                  # the sentence, as short as it can be
    (?:
        (?:[。！？!?…｡]+|\.(?=\s|$))      # its closing marks
        [”’」』"）)】》]*                   # closing quotation marks and brackets belong to it
        (?![，、；：,;:])                  # a mark that goes on (“甲！”，乙说) means that it has not ended
        \s*
      | $                                # or the paragraph ends
    )
    """,
    re.VERBOSE | re.DOTALL,
)


class Sentence(Struct, frozen=True):
    """One sentence of a paragraph: its text, its half-open span there in characters, and its anchor on the page."""

    text: str
    start: int
    end: int
    anchor: str


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Cut a paragraph into half-open spans that cover it without gaps.

    >>> [(a, b) for a, b in sentence_spans("“甲。”他说。乙占4.4%。")]
    [(0, 4), (4, 7), (7, 14)]
    """
    spans = [match.span() for match in _SENTENCE.finditer(text)]
    return [(start, end) for start, end in spans if end > start]


def anchor_of(text: str) -> str:
    """Give the anchor of a sentence: `t-` and eight hex digits of the sha256 of its text."""
    return "t-" + sha256(text.strip().encode("utf-8")).hexdigest()[:8]


def sentences(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph, tuple[Sentence, ...]]]:
    """Yield each paragraph with its sentences; a second sentence of equal text gets `-2`, a third `-3`."""
    seen: dict[str, int] = {}
    for paragraph in paragraphs:
        cut = []
        for start, end in sentence_spans(paragraph.text):
            text = paragraph.text[start:end]
            anchor = anchor_of(text)
            seen[anchor] = count = seen.get(anchor, 0) + 1
            cut.append(Sentence(text, start, end, anchor if count == 1 else f"{anchor}-{count}"))
        yield paragraph, tuple(cut)
