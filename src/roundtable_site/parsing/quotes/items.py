"""The quotations of one sentence, once its attributions are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from roundtable_site.model import QuoteKind
from roundtable_site.parsing.quotes.attribution import Attribution
from roundtable_site.parsing.quotes.marks import Span
from roundtable_site.parsing.quotes.reading import TERMINAL, Reading

_EDGE = "，。；：！？—…、 "
_LONGEST_TERM = 6  # up to so many characters without a closing mark are a term, unless they hold a predicate
_PREDICATE = re.compile("[是有要会能可就了不没很都也还把被让将别得]")
_TRIM = re.compile(r"^[，：、；\s]+")
_TRAIL = re.compile(r"[，：、\s]+$")
_JOINT = re.compile(r"^(?:但|而|并|同时|还|且|也|又|他|她|随后|接着|，)*$")


@dataclass(frozen=True, slots=True)
class Words:
    """Words given to somebody: their place in the paragraph, and the attribution that gives them (None: none does)."""

    start: int
    end: int
    kind: QuoteKind
    attribution: Attribution | None
    unsure: str | None = None


def is_speech(reading: Reading, span: Span, sentence: tuple[int, int], cues: list[Attribution]) -> bool:
    """Tell speech from a term, a slogan or a title: it opens and closes a clause of its own.

    What stands between marks in the middle of a clause (`落实“…”要求`) is a term.
    """
    frame, plain = reading.frame, reading.plain
    before = frame[span.start - 1] if span.start > sentence[0] else ""
    after = frame[span.end] if span.end < sentence[1] else ""
    inner = plain[span.inner_start : span.inner_end]
    if not inner.strip():
        return False
    terminal = inner[-1] in TERMINAL or inner[-1] == "，" or span.is_open
    said = any(cue.end == span.start for cue in cues)
    opens = before == "" or before in _EDGE or said or before in '”」』"'
    named = any(span.end <= cue.start <= span.end + 1 for cue in cues)
    closes = terminal or after == "" or after in "，。；：！？—…" or named
    return (
        opens
        and closes
        and (terminal or len(inner) > _LONGEST_TERM or bool(len(inner) > 3 and _PREDICATE.search(inner)))
    )


def words_of_sentence(reading: Reading, sentence: tuple[int, int], cues: list[Attribution]) -> list[Words]:
    """Give the direct and reported words of a sentence, in printed order."""
    spans = [span for span in reading.spans_within(*sentence) if is_speech(reading, span, sentence, cues)]
    direct = [_direct(span, cues, sentence, reading) for span in spans]
    found = [words for words in direct if words is not None]
    for place, cue in enumerate(cues):
        stop = cues[place + 1].start if place + 1 < len(cues) else sentence[1]
        found += _reported(reading, cue, stop, spans)
    return sorted(found, key=lambda words: words.start)


def _direct(span: Span, cues: list[Attribution], sentence: tuple[int, int], reading: Reading) -> Words | None:
    """Give a stretch of speech to the last attribution before it, or to the first behind it."""
    before = [cue for cue in cues if cue.end <= span.start]
    if before:
        return Words(span.inner_start, span.inner_end, "direct", before[-1])
    behind = [cue for cue in cues if cue.cue_start >= span.end]
    if behind and (span.start == sentence[0] or _only_speech(reading.frame, sentence[0], span.start)):
        far = behind[0].start - span.end > 30
        reason = "the verb of saying stands far from the quotation" if far else None
        return Words(span.inner_start, span.inner_end, "direct", behind[0], reason)
    return Words(span.inner_start, span.inner_end, "direct", None)


def _only_speech(frame: str, start: int, end: int) -> bool:
    return not re.search(r"[\u4e00-\u9fff]", frame[start:end])


def _reported(reading: Reading, cue: Attribution, stop: int, spans: list[Span]) -> list[Words]:
    """Give the reported clauses that follow a verb, without the speech between marks among them."""
    if not cue.reports:
        return []
    pieces: list[tuple[int, int]] = []
    place = cue.end
    for span in [span for span in spans if cue.end <= span.start < stop]:
        pieces.append((place, span.start))
        place = span.end
    pieces.append((place, stop))
    if len(pieces) > 1 and not _words(reading, *pieces[0]):  # X说，“甲”，then what X did
        return []
    found = [_trimmed(reading, start, end, cue) for start, end in pieces if _words(reading, start, end)]
    return (
        [found[0], *(replace(words, unsure="reported speech goes on behind a quotation") for words in found[1:])]
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
