"""Read the indicators of one paragraph: figures → items → names, measures, periods, districts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from roundtable_site.model import Indicator, Paragraph
from roundtable_site.parsing.figures import Figure, find_figures
from roundtable_site.parsing.indicators.admission import admit
from roundtable_site.parsing.indicators.clauses import Clause, Item, cut_clauses, cut_items
from roundtable_site.parsing.indicators.holding import PeriodFinder
from roundtable_site.parsing.indicators.measures import Context, is_rank, measure_of, moves, signed
from roundtable_site.parsing.indicators.names import Name
from roundtable_site.parsing.indicators.naming import Naming
from roundtable_site.parsing.indicators.pairs import pair_up
from roundtable_site.parsing.indicators.scopes import Scopes
from roundtable_site.parsing.periods import find_times

_NUMBER = re.compile(r"[\d０-９一二三四五六七八九十百千万亿两半首翻萬億兩]")
_SUMS_UP = re.compile(r"累计(?!销量|产量|确诊|装机|增长|同比|进出口|出口|完成额|收入)")
_WINDOW = 80
"""No rule looks further than this from a figure, so that reading stays linear in the text."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure in its item, with its name, the figure it started from and a doubt of its admission."""

    item: Item
    figure: Figure
    name: Name
    start: Figure | None
    doubt: str | None


@dataclass(slots=True)
class ParagraphReader:
    """Reads one paragraph from left to right."""

    paragraph: Paragraph
    scopes: Scopes
    context: Context = field(default_factory=Context)
    span: bool = False  # whether the last time at the head of a clause spans several years

    def __post_init__(self) -> None:
        """Begin with what the text before told."""
        self.span = self.context.span

    def read(self) -> Iterator[Indicator]:
        """Yield the indicators in printed order, without ids."""
        text = self.paragraph.text
        figures = find_figures(text) if _NUMBER.search(text) else []
        if not figures:
            return
        clauses = cut_clauses(text)
        finder = PeriodFinder(text, clauses, find_times(text, tuple(c.start for c in clauses)))
        naming = Naming(text)
        self.scopes.open_paragraph(self.paragraph)
        for clause, inside in _by_clause(clauses, figures):
            finder.advance(clause)
            self.scopes.advance(text[clause.start : clause.end])
            for stated in self._stated(clause, inside, finder, naming):
                yield self._indicator(stated, finder)
        if finder.last:
            self.span = finder.last.several_years

    def _stated(self, clause: Clause, figures: list[Figure], finder: PeriodFinder, naming: Naming) -> Iterator[_Stated]:
        """Yield what a clause states: its figures that are indicators, each with its name."""
        text = self.paragraph.text
        pairs = {figure.start: (figure, start) for figure, start in pair_up(text, figures, clause.start)}
        verdicts = {at: admit(text, figure, clause, finder.inside) for at, (figure, _) in pairs.items()}
        kept = [figure for at, (figure, _) in pairs.items() if verdicts[at].listed]
        for item in cut_items(text, clause, kept) if kept else ():
            names = naming.name(item, pairs[item.figures[0].start][1])
            for figure, name in zip(item.figures, names, strict=True):
                yield _Stated(item, figure, name, pairs[figure.start][1], verdicts[figure.start].doubt)

    def _indicator(self, stated: _Stated, finder: PeriodFinder) -> Indicator:
        """Complete a statement with its measure, period, district and speaker."""
        text, item, figure, start = self.paragraph.text, stated.item, stated.figure, stated.start
        opening = (start or item.figures[0]).start
        between = text[start.end : figure.start] if start else ""
        before = text[max(item.clause.start, opening - _WINDOW) : opening] + between
        near = text[max(item.start, opening - _WINDOW) : opening] + between
        after = text[figure.end : min(item.clause.end, figure.end + _WINDOW)]
        moving = moves(near) and not is_rank(figure, near, after)
        holding = finder.holding(figure.start, moves=moving, sums_up=_SUMS_UP.search(near) is not None)
        measure = measure_of(text, figure, item, before, near, holding.time, self.context)
        if start is not None and measure != "target":
            measure = "from_to"
        speaker = self.scopes.speaker_at(figure.start)
        home = self.scopes.home(speaker)
        falls = start is None and measure in ("change", "rate", "target")
        unit = "the figure has no unit" if figure.unit is None and measure != "rank" else None
        doubts = [d for d in (stated.doubt, stated.name.doubt, holding.doubt, home.doubt, unit) if d]
        return Indicator(
            id="", district=home.name, speaker=speaker, paragraph=self.paragraph.id, name=stated.name.text,
            figure=figure.printed, value=signed(figure.value, figure.printed, near) if falls else figure.value,
            value_to=signed(figure.value_to, figure.printed, near) if falls else figure.value_to, unit=figure.unit,
            measure=measure, start_value=start.value if start else None, qualifier=figure.qualifier,
            period=holding.time.text if holding.time else None, text=text[item.start : item.end], start=item.start,
            figure_start=figure.start, unsure="; ".join(dict.fromkeys(doubts)) or None,
        )  # fmt: skip


def _by_clause(clauses: list[Clause], figures: list[Figure]) -> Iterator[tuple[Clause, list[Figure]]]:
    """Yield each clause with the figures that begin in it."""
    at = 0
    for clause in clauses:
        first = at
        while at < len(figures) and figures[at].start < clause.end:
            at += 1
        yield clause, [f for f in figures[first:at] if f.start >= clause.start]
