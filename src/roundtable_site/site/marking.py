"""Mark the figures and quotations in the sentences of a paragraph.

A paragraph is swept once from left to right, so that the work grows with its length and its marks, not with their
product.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from typing import TypeVar

from msgspec import Struct

from roundtable_site.model import PrintedLine
from roundtable_site.site.entries import Claim, MarkedSentence, Part, PlacedSentence, Run, Saying

Entry = TypeVar("Entry", Claim, Saying)


_CLOSING = '”’」』"'


class _Stretch(Struct, frozen=True):
    """A run of the paragraph, where it stands, and the quotation that it lies in."""

    start: int
    end: int
    run: Run
    saying: Saying | None


def mark_paragraph(
    cuts: Sequence[PlacedSentence],
    claims: Sequence[Claim],
    sayings: Sequence[Saying],
    printed: Sequence[PrintedLine],
) -> tuple[MarkedSentence, ...]:
    """Cut the sentences of a paragraph wherever a mark or a source line begins or ends.

    The texts of the runs, joined, are the paragraph: nothing is lost or added.
    """
    text = "".join(cut.sentence.text for cut in cuts)
    stretches = _stretches(text, cuts, claims, sayings, {line.start: line.line for line in printed})
    marked, at = [], 0
    for cut in cuts:
        inside = []
        while at < len(stretches) and stretches[at].end <= cut.sentence.end:
            inside.append(stretches[at])
            at += 1
        marked.append(MarkedSentence(cut, tuple(_parts(inside))))
    return tuple(marked)


def _stretches(
    text: str,
    cuts: Sequence[PlacedSentence],
    claims: Sequence[Claim],
    sayings: Sequence[Saying],
    lines: dict[int, int],
) -> list[_Stretch]:
    """Sweep the paragraph, keeping the marks that are open."""
    closing = _closing(text, sayings)
    spans = [entry.span for entry in claims] + [entry.span for entry in sayings]
    bounds = {
        0,
        len(text),
        *lines,
        *closing,
        *(cut.sentence.end for cut in cuts),
        *(at for span in spans for at in span),
    }
    opening_claims, opening_sayings = _by_start(claims), _by_start(sayings)
    open_claims: list[Claim] = []
    open_sayings: list[Saying] = []
    stretches = []
    for start, end in pairwise(sorted(at for at in bounds if 0 <= at <= len(text))):
        begins = opening_claims.get(start, [])
        open_claims = [claim for claim in open_claims if claim.span[1] > start] + begins
        open_sayings = [saying for saying in open_sayings if saying.span[1] > start] + opening_sayings.get(start, [])
        run = Run(text[start:end], tuple(open_claims), tuple(begins), tuple(closing.get(end, ())), lines.get(start))
        stretches.append(_Stretch(start, end, run, open_sayings[-1] if open_sayings else None))
    return stretches


def _by_start(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """Group marks by the offset at which they begin."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.span[0], []).append(entry)
    return found


def _closing(text: str, sayings: Iterable[Saying]) -> dict[int, list[Saying]]:
    """Group quotations by the offset where a reader expects their link: behind the closing mark, if there is one."""
    found: dict[int, list[Saying]] = {}
    for saying in sayings:
        end = saying.span[1]
        found.setdefault(end + 1 if text[end : end + 1] in _CLOSING and end < len(text) else end, []).append(saying)
    return found


def _parts(stretches: Iterable[_Stretch]) -> Iterable[Part]:
    """Group the runs of a sentence by the quotation that they lie in."""
    for _, group in groupby(stretches, key=lambda item: item.saying.id if item.saying else ""):
        members = list(group)
        saying, runs = members[0].saying, tuple(member.run for member in members)
        if saying is None:
            yield Part(runs)
        else:
            yield Part(runs, saying, first=members[0].start == saying.span[0])
