"""A transcript held against the source, word for word and line for line, and against its own anchors."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.errors import Severity
from roundtable_site.sentences import anchor_of
from roundtable_site.verify.evidence import Evidence
from roundtable_site.verify.markup import bare

_SHOWN = 30


def shown(text: str) -> str:
    """Give the beginning of words, enough to find them."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def transcript_troubles(evidence: Evidence) -> Iterator[tuple[str, str, Severity]]:
    """Yield the words, what is wrong with them, and how grave it is."""
    yield from _anchors(evidence)
    if evidence.lines is not None:
        yield from _runs(evidence, evidence.lines)
    if evidence.article is not None:
        yield from _left_out(evidence)
        yield from _sayers(evidence)


def _anchors(evidence: Evidence) -> Iterator[tuple[str, str, Severity]]:
    for anchor, words in evidence.transcript.sentences.items():
        if anchor_of(words) != "-".join(anchor.split("-")[:2]):
            yield words, f"the sentence is not the one that its address #{anchor} was made of", "error"


def _runs(evidence: Evidence, lines: tuple[str, ...]) -> Iterator[tuple[str, str, Severity]]:
    runs = evidence.transcript.runs
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        last = following.line if following and following.line >= run.line else run.line
        # They begin on the line that is said, and may go on where the page marks no line of its own.
        if run.line and 0 <= "".join(lines[run.line - 1 : last]).find(run.text) < len(_line(lines, run.line)):
            continue
        if run.text in evidence.source:
            if run.line:
                yield run.text, f"these words are not on line {run.line} of the source", "error"
        elif run.text in evidence.edited:
            yield run.text, "the source has other words: an editor's correction stands in the content file", "warning"
        else:
            yield run.text, "these words are not in the source", "error"


def _line(lines: tuple[str, ...], number: int) -> str:
    """Give the words of a line of the source, "" for one that there is not."""
    return lines[number - 1] if number <= len(lines) else ""


def _left_out(evidence: Evidence) -> Iterator[tuple[str, str, Severity]]:
    assert evidence.article is not None
    article = evidence.article
    shown_ones = [*article.standfirst, *(p for s in article.sections if not s.editorial.hidden for p in s.paragraphs)]
    for paragraph in shown_ones:
        if not paragraph.editorial.hidden and bare(paragraph.text) not in evidence.transcript.text:
            yield paragraph.text, f"paragraph {paragraph.id} of the content file is not on this page", "error"


def _sayers(evidence: Evidence) -> Iterator[tuple[str, str, Severity]]:
    assert evidence.article is not None
    for quote in evidence.article.quotes:
        led = evidence.transcript.sayers.get(quote.id, "").split("/")
        if "speakers" in led[:-1] and led[led.index("speakers") + 1] != quote.speaker:
            yield quote.text, f"the quotation {quote.id} leads to the page of somebody else", "error"
