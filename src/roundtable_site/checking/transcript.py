"""Findings about the text against its source: what reads otherwise there, and what was corrected on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import LayoutItem, Lines, Paragraph, Record

_AROUND = 4
"""Characters shown on both sides of a difference."""
_NEAR = 6
"""Differences with fewer characters between them are told as one."""
_MOST = 3
"""Differences told of one text."""


def check_transcript(galley: Galley) -> Iterator[Finding]:
    """Yield a finding for each text that reads otherwise in the source; white space does not count."""
    if galley.source is None:
        return
    whole = _bare("".join(galley.source))
    for paragraph in galley.paragraphs.values():
        yield from _compared(paragraph, "text", paragraph.text, _printed(paragraph, galley, galley.source))
    for item in galley.article.layout:
        yield from _compared(item, "text", item.text, _lines(galley.source, item.lines))
    for record, field, text in _headings(galley):
        if _bare(text) not in whole:
            near = get_close_matches(text, [item.text for item in galley.article.layout], 1)
            yield from _compared(record, field, text, _bare(near[0]) if near else "")


def _headings(galley: Galley) -> Iterator[tuple[Record, str, str]]:
    article = galley.article
    for field in ("headline", "subtitle"):
        if text := getattr(article, field):
            yield article, field, text
    for section in article.sections:
        if section.heading:
            yield section, "heading", section.heading


def _compared(record: Record, field: str, now: str, printed: str) -> Iterator[Finding]:
    """Yield the differences between a text and what is printed for it; more printed at its ends is another's."""
    bare = _bare(now)
    if bare in printed:
        return
    for ours, theirs in _differences(printed, bare):
        corrections = record.editorial.corrections
        given = facts(now=ours, printed=theirs)
        if corrections:
            why = corrections[-1].why or corrections[-1].what
            yield Finding("text-corrected", record, (*given, ("why", why)), field, ours, now)
        else:
            yield Finding("text-differs", record, given, field, ours, now)


def _differences(printed: str, now: str) -> list[tuple[str, str]]:
    """Give what differs as (what the text reads, what is printed), each with a few characters around it."""
    spans: list[tuple[int, int, int, int]] = []
    for what, i1, i2, j1, j2 in SequenceMatcher(None, printed, now, autojunk=False).get_opcodes():
        if what == "equal" or (what == "delete" and (j1 in (0, len(now)))):
            continue
        if spans and j1 - spans[-1][3] < _NEAR and i1 - spans[-1][1] < _NEAR:
            spans[-1] = (spans[-1][0], i2, spans[-1][2], j2)
        else:
            spans.append((i1, i2, j1, j2))
    return [
        (now[max(0, j1 - _AROUND) : j2 + _AROUND], printed[max(0, i1 - _AROUND) : i2 + _AROUND])
        for i1, i2, j1, j2 in spans[:_MOST]
    ]


def _printed(paragraph: Paragraph, galley: Galley, source: Sequence[str]) -> str:
    """Give what is printed for a paragraph: its lines without what else stands in them (captions, another's part)."""
    printed = _lines(source, paragraph.lines)
    if _bare(paragraph.text) in printed:
        return printed
    others: list[LayoutItem | Paragraph] = [*galley.article.layout, *galley.paragraphs.values()]
    for other in others:
        if other is not paragraph and _overlap(other.lines, paragraph.lines):
            printed = printed.replace(_bare(other.text), "", 1)
    return printed


def _overlap(one: Lines, other: Lines) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _lines(source: Sequence[str], lines: Lines) -> str:
    return _bare("".join(source[max(lines[0] - 1, 0) : lines[1]]))


def _bare(text: str) -> str:
    return "".join(text.split())
