"""The quotations of one sentence, once its attributions are known."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container
from typing import NamedTuple

from roundtable_site.model import QuoteKind
from roundtable_site.parsing.quotes.attribution import Attribution
from roundtable_site.parsing.quotes.marks import Span
from roundtable_site.parsing.quotes.reading import TERMINAL, Reading, Sentence

_EDGE = "，。；：！？—…、 "
_SHORTEST_SPEECH = 4  # right behind a verb of saying (他说“尊重决定”)
_LONGEST_TERM = 6  # up to so many characters without a closing mark are a term, unless they hold a predicate
_PREDICATE = re.compile("[是有要会能可就了不没很都也还把被让将别得]")
_RUNNING = re.compile(r"[\u4e00-\u9fff]")
_TRIM = re.compile(r"^[，：、；\s]+")
_TRAIL = re.compile(r"[，：、；\s]+$")
_JOINT = re.compile(r"^(?:但|而|并|同时|还|且|也|又|他|她|随后|接着|，)*$")


class Words(NamedTuple):
    """Words given to somebody: their place in the paragraph, and the attribution that gives them (None: none does)."""

    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution | None
    unsure: str | None = None


def is_speech(reading: Reading, span: Span, sentence: Sentence, said: Container[int], named: Container[int]) -> bool:
    """Tell speech from a term, a slogan or a title: it opens and closes a clause of its own.

    What stands between marks in the middle of a clause (`落实“…”要求`) is a term. `said` are the places behind a verb
    of saying, `named` those where a clause with a speaker begins.
    """
    frame, plain = reading.frame, reading.plain
    before = frame[span.start - 1] if span.start > sentence.start else ""
    after = frame[span.end] if span.end < sentence.end else ""
    inner = plain[span.inner_start : span.inner_end]
    if not inner.strip():
        return False
    terminal = inner[-1] in TERMINAL or inner[-1] == "，" or span.is_open
    opens = before == "" or before in _EDGE or before in '”」』"' or span.start in said
    closes = terminal or after == "" or after in "，。；：！？—…" or span.end in named or span.end + 1 in named
    clause = len(inner) > _LONGEST_TERM or bool(len(inner) > 3 and _PREDICATE.search(inner))
    spoken = span.start in said and len(inner) >= _SHORTEST_SPEECH
    return opens and closes and (terminal or clause or spoken)


def words_of_sentence(reading: Reading, sentence: Sentence, cues: list[Attribution]) -> list[Words]:
    """Give the direct and reported words of a sentence, in printed order; `cues` are in printed order too."""
    said, named = {cue.end for cue in cues}, {cue.start for cue in cues}
    spans = [span for span in sentence.spans if is_speech(reading, span, sentence, said, named)]
    ends = [cue.end for cue in cues]
    found = [_direct(span, cues, bisect_right(ends, span.start), sentence, reading) for span in spans]
    openings = [span.start for span in spans]
    for place, cue in enumerate(cues):
        stop = cues[place + 1].start if place + 1 < len(cues) else sentence.end
        within = spans[bisect_left(openings, cue.end) : bisect_left(openings, stop)]
        found += _reported(reading, cue, stop, within)
    return sorted(found, key=lambda words: words.start)


def _direct(span: Span, cues: list[Attribution], place: int, sentence: Sentence, reading: Reading) -> Words:
    """Give a stretch of speech to the last attribution before it, or to the first behind it.

    `place` counts the attributions that end before the stretch.
    """
    words = Words(span.inner_start, span.inner_end, "direct", None)
    if place:
        return words._replace(attribution=cues[place - 1])
    behind = cues[0] if cues else None
    if behind is None or not (span.start == sentence.start or _only_speech(reading.frame, sentence.start, span.start)):
        return words
    far = behind.start - span.end > 30
    return words._replace(attribution=behind, unsure="the verb of saying stands far away" if far else None)


def _only_speech(frame: str, start: int, end: int) -> bool:
    return not _RUNNING.search(frame, start, end)


def _reported(reading: Reading, cue: Attribution, stop: int, spans: list[Span]) -> list[Words]:
    """Give the reported clauses that follow a verb, without the speech between marks among them."""
    if not cue.reports:
        return []
    pieces: list[tuple[int, int]] = []
    place = cue.end
    for span in spans:
        pieces.append((place, span.start))
        place = span.end
    pieces.append((place, stop))
    lead_in = len(pieces) > 1 and reading.frame[pieces[0][1] - 1] == "：" and cue.mark not in ("，", "：")
    if len(pieces) > 1 and (lead_in or not _words(reading, *pieces[0])):  # X说，“甲”，then what X did
        return []
    found = [_trimmed(reading, start, end, cue) for start, end in pieces if _words(reading, start, end)]
    return (
        [found[0], *(words._replace(unsure="reported speech goes on behind a quotation") for words in found[1:])]
        if found
        else []
    )


def _words(reading: Reading, start: int, end: int) -> bool:
    text = reading.frame[start:end].strip("，。：；！？、 ")
    return len(text) >= 3 and not _JOINT.match(text)


def _trimmed(reading: Reading, start: int, end: int, cue: Attribution) -> Words:
    text = reading.plain[start:end]
    head = _TRIM.match(text)
    tail = _TRAIL.search(text)
    return Words(start + (head.end() if head else 0), start + (tail.start() if tail else len(text)), "indirect", cue)
