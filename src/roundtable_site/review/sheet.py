"""An article laid out for review: its records as cards, what is doubtful first, and its text beside the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from roundtable_site.merge.editing import Lines
from roundtable_site.model import Indicator, LayoutItem, Paragraph, PrintedLine, Quote, Unplaced
from roundtable_site.review.findings import DOUBT, Found
from roundtable_site.review.records import Item

AROUND = 60
"""Characters of the paragraph that a card shows before and after a record's words."""


class Card(Struct, frozen=True):
    """One record to look at: why, where it stands (`where` in the content file, `printed` in the source), its words.

    `mark` tells later whether the record is still the same; `open` says whether there is anything to settle.
    """

    item: Item
    doubt: str | None
    findings: tuple[Found, ...]
    where: str
    printed: str | None
    before: str
    words: str
    after: str
    mark: str

    @property
    def open(self) -> bool:
        """Say whether somebody should look at the record."""
        return self.doubt is not None or bool(self.findings)

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules by which its findings may be accepted with a reason; those about acceptances are no such rules."""
        rules = dict.fromkeys(found.rule for found in self.findings)
        return tuple(rule for rule in rules if rule not in ("", DOUBT) and not rule.startswith("accepted-"))


class Run(Struct, frozen=True):
    """A stretch of a paragraph, with the quotation that it lies in and the figures that it states."""

    text: str
    quote: Item | None
    figures: tuple[Item, ...]
    begins: tuple[Item, ...]


class Row(Struct, frozen=True):
    """Lines of the source beside what was made of them."""

    lines: tuple[tuple[int, str], ...]
    item: Item
    runs: tuple[Run, ...]


class Papers(Struct, frozen=True):
    """Where the files of an article stand, as a person would type them, and the source's lines where it can be read."""

    content: str
    source: str
    lines: tuple[str, ...] = ()
    printed: Mapping[str, tuple[PrintedLine, ...]] | None = None


def cards_of(items: Sequence[Item], findings: Mapping[str, list[Found]], lines: Lines, papers: Papers) -> list[Card]:
    """Give a card for every quotation and figure, and for every other record that somebody should look at."""
    cards = [_card(item, tuple(findings.get(item.key, ())), lines, papers) for item in items]
    shown = [card for card in cards if card.open or card.item.kind in ("quote", "indicator")]
    return sorted(shown, key=lambda card: (not card.open, card.item.paragraph is not None, _place(card)))


def _place(card: Card) -> tuple[int, int]:
    item = card.item
    first = item.paragraph.lines[0] if item.paragraph else getattr(item.record, "lines", (0, 0))[0]
    return first, item.span[0]


def _card(item: Item, findings: tuple[Found, ...], lines: Lines, papers: Papers) -> Card:
    start, end = item.span
    text = item.paragraph.text if item.paragraph else str(getattr(item.record, "text", ""))
    whole = item.kind == "paragraph"
    location = item.record.location
    return Card(
        item,
        item.record.unsure,
        findings,
        f"{papers.content}:{location.line}" if location else papers.content,
        _printed(item, papers),
        "" if whole else text[max(0, start - AROUND) : start],
        text[start:end],
        "" if whole else text[end : end + AROUND],
        lines.mark(item.place),
    )


def _printed(item: Item, papers: Papers) -> str | None:
    """Give the line of the source that a record begins on."""
    own = getattr(item.record, "lines", None)
    if item.paragraph is None:
        return f"{papers.source}:{own[0]}" if own else None
    known = (papers.printed or {}).get(item.paragraph.id, ())
    before = [line.line for line in known if line.start <= item.span[0]]
    return f"{papers.source}:{max(before) if before else item.paragraph.lines[0]}"


def rows_of(items: Sequence[Item], papers: Papers) -> list[Row]:
    """Give all that was printed, in order: lines of the source beside paragraphs, layout and what nobody placed."""
    rows = []
    for item in items:
        record = item.record
        if isinstance(record, Paragraph | LayoutItem | Unplaced):
            first, last = record.lines
            numbered = tuple((n, papers.lines[n - 1]) for n in range(first, last + 1) if n <= len(papers.lines))
            rows.append(Row(numbered, item, tuple(_runs(record.text, _inside(items, item)))))
    return sorted(rows, key=lambda row: getattr(row.item.record, "lines", (0, 0)))


def _inside(items: Iterable[Item], paragraph: Item) -> list[Item]:
    return [item for item in items if item.paragraph is paragraph.record and item is not paragraph]


def _runs(text: str, records: Sequence[Item]) -> Iterable[Run]:
    """Cut a paragraph wherever a record begins or ends; the runs, joined, are its text."""
    ends = {0, len(text), *(at for item in records for at in item.span if 0 <= at <= len(text))}
    for start, end in pairwise(sorted(ends)):
        over = [item for item in records if item.span[0] <= start and end <= item.span[1]]
        quotes = [item for item in over if isinstance(item.record, Quote)]
        figures = tuple(item for item in over if isinstance(item.record, Indicator))
        begins = tuple(item for item in over if item.span[0] == start)
        yield Run(text[start:end], quotes[-1] if quotes else None, figures, begins)
