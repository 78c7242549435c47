"""A paragraph made ready for the rules: one script, one set of marks, what is quoted set aside, sentences cut."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from roundtable_site.model import Paragraph
from roundtable_site.parsing.lexicon.cues import FIXED, HEARSAY, PROVERBS, SAYING
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.quotes.marks import MASK, Span, mask, read_marks

TERMINAL = "。！？…"
_NO_CUES = FIXED | HEARSAY | PROVERBS
_FIRST = "".join(sorted({word[0] for word in _NO_CUES | SAYING} | set("发致作支接插留撰")))
_CUE = re.compile(
    rf"""
    (?=[{_FIRST}])(?:                                                                # one look passes by most places
    (?:{alternatives(_NO_CUES)})                                   # words that only look like one
    | (?P<cue>
          (?:{alternatives(SAYING)})(?:说道|说|道|称|认为|指出|表示|介绍)?             # 介绍说, 分析认为
        | (?:发言|致辞|致词|作答|支招|接话|插话|留言|发文|撰文)(?=[：])                 # …率先发言：“
      )
    )
    """,
    re.VERBOSE,
)
_STOP = re.compile(r"[。！？]+[）)】》]*")
_COMMA = re.compile(r",(?!\d)|(?<!\d),")
_POINT = re.compile(r"(?<=[\u4e00-\u9fff”」])\.(?=[\s“「”」]|$|[\u4e00-\u9fff])")


class Verb(NamedTuple):
    """A verb that may attribute: its plain form and where it stands."""

    word: str
    start: int
    end: int


class Sentence(NamedTuple):
    """A sentence of the frame: a half-open span, the stretches between marks that begin in it, the verbs of saying."""

    start: int
    end: int
    spans: tuple[Span, ...]
    verbs: tuple[Verb, ...]


class Reading(NamedTuple):
    """A paragraph with what the rules look at; every offset is that of the printed text.

    `plain` is the text in simplified characters and full-width marks, `frame` is `plain` with what stands between
    quotation marks masked.
    """

    paragraph: Paragraph
    text: str
    plain: str
    frame: str
    spans: tuple[Span, ...]
    sentences: tuple[Sentence, ...]


def plain_text(text: str) -> str:
    """Give the text in simplified characters and full-width marks, character for character.

    >>> plain_text("陳先生說,增長1,200輛.")
    '陈先生说，增长1,200辆。'
    """
    plain = as_read(text)
    if "," in plain:
        plain = _COMMA.sub("，", plain)
    return _POINT.sub("。", plain) if "." in plain else plain


def read_paragraph(paragraph: Paragraph) -> Reading:
    """Make a paragraph ready for the rules."""
    plain = plain_text(paragraph.text)
    spans = read_marks(plain)
    frame = mask(plain, spans)
    verbs = list(_verbs(frame))
    sentences = _sentences(_cut(plain, frame, spans), spans, verbs)
    return Reading(paragraph, paragraph.text, plain, frame, spans, sentences)


def _verbs(frame: str) -> Iterator[Verb]:
    """Give the verbs of saying; one right behind another goes on with it."""
    last = -1
    for match in _CUE.finditer(frame):
        if match["cue"] and match.start() != last:
            yield Verb(match["cue"], *match.span())
        last = match.end()


def _sentences(cut: list[tuple[int, int]], spans: tuple[Span, ...], verbs: list[Verb]) -> tuple[Sentence, ...]:
    """Give each sentence what begins in it."""
    openings = [span.start for span in spans]
    beginnings = [verb.start for verb in verbs]
    return tuple(
        Sentence(
            start,
            end,
            spans[bisect_left(openings, start) : bisect_left(openings, end)],
            tuple(verbs[bisect_left(beginnings, start) : bisect_left(beginnings, end)]),
        )
        for start, end in cut
    )


def _cut(plain: str, frame: str, spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    """Cut at full stops outside marks, and behind a whole sentence between marks unless it opens its sentence.

    A quotation that opens the sentence waits for its attribution (`“甲。”张三说。`).
    """
    stops = [match.end() for match in _STOP.finditer(frame)]
    stops += [
        span.end
        for span in spans
        if plain[span.inner_end - 1] in TERMINAL and frame[span.end : span.end + 1] not in "，、；："
    ]
    opening = {span.end: span.start for span in spans}
    cut: list[tuple[int, int]] = []
    start = 0
    for stop in sorted(set(stops)):
        while start < stop and frame[start].isspace():
            start += 1
        if stop in opening and opening[stop] == start and frame[stop : stop + 1] not in ("", "“", "「", "『", '"'):
            continue
        if stop > start:
            cut.append((start, stop))
            start = stop
    if frame[start:].strip():
        cut.append((start, len(frame)))
    return cut


def printed(reading: Reading, place: int, plain: str) -> str:
    """Give the printed form of plain words that stand at or behind a place."""
    if reading.plain == reading.text and MASK not in plain:
        return plain
    found = reading.plain.find(plain, place)
    if MASK in plain:  # the frame holds no words between quotation marks: “某某”获得者
        match = re.compile(re.escape(plain).replace(MASK, ".")).search(reading.plain, place)
        found = match.start() if match else -1
    return reading.text[found : found + len(plain)] if found >= 0 else plain
