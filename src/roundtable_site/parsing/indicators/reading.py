"""Read the indicators of one paragraph: figures → items → names, measures, periods, districts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from roundtable_site.model import Indicator, Measure, Paragraph
from roundtable_site.parsing.figures import Figure, find_figures
from roundtable_site.parsing.indicators.admission import admit
from roundtable_site.parsing.indicators.clauses import Clause, Item, cut_clauses, cut_items
from roundtable_site.parsing.indicators.holding import Holding, PeriodFinder
from roundtable_site.parsing.indicators.measures import Context, measure_of, said_of
from roundtable_site.parsing.indicators.names import Name, opens_with_verb
from roundtable_site.parsing.indicators.naming import Naming
from roundtable_site.parsing.indicators.pairs import pair_up
from roundtable_site.parsing.indicators.scopes import Home, Scopes
from roundtable_site.parsing.indicators.script import as_printed, simplified
from roundtable_site.parsing.indicators.signs import signed
from roundtable_site.parsing.indicators.speakers import Speakers
from roundtable_site.parsing.indicators.topics import head_of
from roundtable_site.parsing.indicators.trimming import strip_head
from roundtable_site.parsing.lexicon.places import ORGANISATION_ENDS
from roundtable_site.parsing.periods import find_times

_NUMBER = re.compile(r"[\d０-９一二三四五六七八九十百千万亿两半首翻萬億兩]")
_SUMS_UP = re.compile(r"累计(?!销量|产量|确诊|装机|增长|同比|进出口|出口|完成额|收入)")
# A paragraph's lead tells the span of what it sums up (这是综合实力跃升的五年).
_SPAN_TOLD = re.compile(r"这?是[^，。；]*的(?:[二两三四五六七八九十]|\d{1,2})年$")
_GOALS_NAMED = ("目标", "目标是", "目标为", "目标任务是")
_PROPOSAL = re.compile(r"[^，。；]{0,12}(?:建议|提议|倡议|呼吁)")
# A plan goes on where the next clause lays down what each gets or does (每户补助不低于…).
_PLAN_GOES_ON = re.compile(
    r"""
      (?:最高|不低于|不少于|不超过|每[名户家人])[^，。；]{0,6}(?:补助|奖励|资助|补贴)
    | (?:补助|奖励|资助|补贴)(?:最高|不低于|不少于|不超过)
    | ^至(?:约|近|逾|超)?\d
    | ^再(?:次)?[建盖修增添投开购买引]
    | 各(?:布局|建设|建|新建|选)
    | ^并?(?:把|使|让)(?!用|命)
    | ^(?:同比|环比|季增|年增|月增|季减|年减|月减|比上年|较上年|比去年|较去年)(?:增长|增加|下降|减少|提高|约|近|\d)
    """,
    re.VERBOSE,
)
_EXPECTED = ("预料", "预计", "预估", "估计", "还", "将")
_WINDOW, _LONGEST = 80, 300
"""No rule looks further than this from a figure, so that reading stays linear in the text."""


class _Stated(NamedTuple):
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
    speakers: Speakers
    context: Context = field(default_factory=Context)
    ids: Iterator[str] = field(default_factory=lambda: repeat(""))
    named: str = ""  # the name of the last figure
    _text: str = ""
    _planned: Clause | None = None
    _goal: bool = False  # the plan is a list of goals: all its clauses are targets
    _same: tuple[tuple[str, int, str | None], Home] = (("", -1, None), Home(None))
    span: bool = False  # whether the last time at the head of a clause spans several years

    def __post_init__(self) -> None:
        """Begin with what the text before told."""
        self.span = self.context.span
        self._text = simplified(self.paragraph.text)

    def read(self) -> Iterator[Indicator]:
        """Yield the indicators in printed order, with the next ids."""
        text = self._text
        figures = find_figures(self.paragraph.text) if _NUMBER.search(text) else []
        if not figures:
            return
        clauses = cut_clauses(text, figures)
        finder = PeriodFinder(text, clauses, find_times(text, tuple(c.start for c in clauses)))
        naming = Naming(text, self.context.named)
        self.scopes.open_paragraph()
        self.speakers.open_paragraph(self.paragraph)
        for clause, inside in _by_clause(clauses, figures):
            finder.advance(clause)
            self.scopes.advance(text[clause.start : clause.end], clause.part)
            stated = self._stated(clause, inside, finder, naming) if inside else []
            for statement in stated:
                yield self._indicator(statement, finder)
            if not stated:
                naming.pass_by(clause)
                self._pass_by(clause)
        self.named = naming.last
        if finder.last:
            self.span = finder.last.several_years

    def _pass_by(self, clause: Clause) -> None:
        """Note what a clause without figures tells of those behind it: a span of years, or a plan."""
        said = self._text[clause.start : min(clause.end, clause.start + _WINDOW)]
        if said[-1:] == "年" and _SPAN_TOLD.search(said):
            self.context = self.context._replace(span=True)
            self.span = True
        if _PROPOSAL.match(said):
            self._planned = clause
        if said.endswith(_GOALS_NAMED):
            self._planned, self._goal = clause, True

    def _printed(self, name: str) -> str:
        """Give a name in the characters of the page."""
        return as_printed(name, self.paragraph.text, self._text)

    def _home(self, stated: _Stated, speaker: str | None) -> Home:
        """Give the district; a figure of the same name in the same sentence is about the same one."""
        key = (stated.name.text, stated.item.clause.sentence, speaker)
        if key != self._same[0]:
            self._same = (key, self.scopes.home(speaker, stated.name))
        return self._same[1]

    def _goes_on_with_plan(self, item: Item) -> bool:
        """Whether a clause goes on with the plan of the one before: it opens with a verb (…将新建…，新增…)."""
        plan, clause = self._planned, item.clause
        if plan is None or (plan.part != clause.part and not (self._goal and plan.sentence == clause.sentence)):
            return False
        opening = self._text[clause.start : min(clause.end, clause.start + 24)]
        on = _PLAN_GOES_ON.search(opening) is not None
        return plan is clause or self._goal or on or opens_with_verb(head_of(opening))

    def _stated(self, clause: Clause, figures: list[Figure], finder: PeriodFinder, naming: Naming) -> list[_Stated]:
        """Give what a clause states: its figures that are indicators, each with its name."""
        stated = []
        text = self._text
        pairs = {figure.start: (figure, start) for figure, start in pair_up(text, figures, clause.start)}
        verdicts = {
            at: admit(text, figure, clause, timed=finder.overlaps(figure.start, figure.end))
            for at, (figure, _) in pairs.items()
        }
        kept = [figure for at, (figure, _) in pairs.items() if verdicts[at].listed]
        for item in cut_items(text, clause, kept) if kept else ():
            names = naming.name(item, pairs[item.figures[0].start][1])
            for figure, name in zip(item.figures, names, strict=True):
                stated.append(_Stated(item, figure, name, pairs[figure.start][1], verdicts[figure.start].doubt))
        return stated

    def _measured(self, stated: _Stated, near: str, finder: PeriodFinder) -> tuple[Measure, Holding]:
        """Tell the measure of a statement and the time that holds for it; `near` is its item up to the figure."""
        text, item, figure = self._text, stated.item, stated.figure
        after = text[figure.end : min(item.clause.end, figure.end + _WINDOW)]
        before = text[max(item.clause.start, item.start - _WINDOW) : item.start] + near
        said = said_of(figure, before, near, after)
        moving = stated.start is not None or said.moving
        holding = finder.holding(
            figure, item.figures, moves=moving, sums_up="累计" in near and bool(_SUMS_UP.search(near))
        )
        planned = self._goes_on_with_plan(item)
        measure = measure_of(figure, said, holding.time, self.context, planned=planned)
        self._planned = item.clause if measure == "target" else None
        self._goal = measure == "target" and ((planned and self._goal) or "目标" in before)
        return "from_to" if stated.start and measure != "target" else measure, holding

    def _indicator(self, stated: _Stated, finder: PeriodFinder) -> Indicator:
        """Complete a statement with its measure, period, district and speaker."""
        text, item, figure, start = self.paragraph.text, stated.item, stated.figure, stated.start
        opening = (start or item.figures[0]).start
        near = self._text[max(item.start, opening - _WINDOW) : opening]
        near += self._text[start.end : figure.start] if start else ""
        near = near.rstrip(" \u3000")
        measure, holding = self._measured(stated, near, finder)
        speaker = self.speakers.at(figure.start)
        home = self._home(stated, speaker)
        falls = start is None and measure in ("change", "rate", "target")
        unit = "the figure has no unit" if figure.unit is None and measure != "rank" else None
        said = self.speakers.doubt(figure.start, speaker)
        named = None if finder.given(item.figures) else stated.name.doubt
        doubts = [d for d in (stated.doubt, named, holding.doubt, home.doubt, unit, said) if d]
        period = holding.time
        # A clause without end is no clause: keep what stands around the figure.
        first, last = max(item.start, figure.start - _LONGEST), min(item.end, figure.end + _LONGEST)
        return Indicator(
            id=next(self.ids),
            district=home.name and self.scopes.printed(home.name),
            speaker=speaker,
            paragraph=self.paragraph.id,
            name=self._printed(_without_owner(stated.name.text, home.name)),
            figure=figure.printed,
            value=signed(figure.value, figure.printed, near) if falls else figure.value,
            value_to=signed(figure.value_to, figure.printed, near) if falls else figure.value_to,
            unit=figure.unit,
            measure=measure,
            start_value=start.value if start else None,
            qualifier=figure.qualifier,
            period=text[period.start : period.end] if period else None,
            text=text[first:last],
            start=first,
            figure_start=figure.start,
            unsure="; ".join(dict.fromkeys(doubts)) or None,
        )


def _without_owner(name: str, owner: str | None) -> str:
    """Leave the district out of the name: it has a field of its own.

    >>> _without_owner("甲公司的累计销量", "甲公司")
    '累计销量'
    """
    length = _owner_length(name, owner) if owner else 0
    if not length or name.startswith(("和", "与", "及", "、"), length):
        return name
    rest = name[length:].removeprefix("的")
    if length < len(owner or "") or rest.startswith(_EXPECTED):
        rest = strip_head(rest)
    return rest if len(rest) >= 2 + (length == len(owner or "")) else name


def _owner_length(name: str, owner: str) -> int:
    """Give how many characters at the head of a name stand for its owner: in full, without 市 or 县, or clipped.

    >>> _owner_length("台电投资", "台湾电力公司"), _owner_length("禾川学位", "禾川市")
    (2, 2)
    >>> _owner_length("教育经费", "教育部")
    0
    """
    if name.startswith(owner):
        return len(owner)
    stem = owner[:-1] if owner[-1] in "省市县区州镇乡村" else ""
    if len(stem) >= 2 and name.startswith(stem) and name[len(stem) : len(stem) + 1] != "大":
        return len(stem)
    clipped = name[:2]
    at = owner.find(clipped[1:], 2) if len(owner) >= 5 and owner[0] == name[:1] and len(clipped) == 2 else -1
    return 2 if at > 0 and owner.endswith(ORGANISATION_ENDS) else 0


def _by_clause(clauses: list[Clause], figures: list[Figure]) -> Iterator[tuple[Clause, list[Figure]]]:
    """Yield each clause with the figures that begin in it."""
    at = 0
    for clause in clauses:
        first = at
        while at < len(figures) and figures[at].start < clause.end:
            at += 1
        yield clause, [f for f in figures[first:at] if f.start >= clause.start]
