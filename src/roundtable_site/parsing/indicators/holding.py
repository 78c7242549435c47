"""Choose the time that holds for a figure among those that its paragraph prints."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.indicators.clauses import MARKS, Clause, trimmed
from roundtable_site.parsing.periods import AFTERWARDS, Time, adverbial_clause

_LEAD = re.compile(r"(?:然而|而|但|不过|其实|在(?!此))")

# A report's year is the time of what it states (其2015年报显示).
_REPORTING = re.compile(r"(?:年?度?报告?|财报|季报|业绩|统计公报)[^，。；]{0,4}(?:显示|披露|称|指出)")
_PLANS_OPEN = ("下一步", "下阶段", "下一阶段", "接下来", "今后", "面向未来", "展望")
_LAST = frozenset("".join(AFTERWARDS) + MARKS)
_PREPOSITIONS = tuple("为对在把将以从由向按")
_PASSING = ("近日", "日前", "此前", "近期", "最近", "之前", "日")
_COMPARING = ("比", "较", "同", "与")


# A number of years alone says how long the one thing took (十年增加近70万亿元), not when all that follows was.
_LENGTH = re.compile(r"(?:[一二两三四五六七八九十]{1,3}|\d{1,2})年")
_LISTED = re.compile(r"\s?(?:、|和|及|与|以及)\s?")
_BEHIND = 16  # characters from a figure to a time behind it in its clause


class Holding(NamedTuple):
    """The period of a figure (None if none is printed), and what makes us doubt it."""

    time: Time | None
    doubt: str | None = None


@dataclass(slots=True)
class _Latest:
    """The latest time that carries on: of any kind, of a kind that a level takes, and of a point in time."""

    moving: tuple[Time, Clause] | None = None
    level: tuple[Time, Clause] | None = None
    point: tuple[Time, Clause] | None = None

    def take(self, time: Time, home: Clause) -> None:
        """Note a time that stands after all noted before."""
        self.moving = (time, home)
        if time.kind != "vague":
            self.level = (time, home)
        if time.kind in ("point", "now"):
            self.point = (time, home)


class PeriodFinder:
    """Follows the times of one paragraph clause by clause and says which holds for a figure."""

    def __init__(self, text: str, clauses: list[Clause], times: list[Time]) -> None:
        self._text = text
        self._all = _by_home(times, clauses)
        for clause in clauses:
            if clause.end - clause.start < 30 and text[clause.end - 1] in _LAST and (time := _whole(text, clause)):
                inside = self._all.get(clause.start, [])
                if not any(t.start <= time.start and t.end == time.end for t in inside):
                    self._all[clause.start] = [time]
        self.inside: list[Time] = []
        self.shared: tuple[Time, ...] = ()  # the times that the clause lists, one for each of its figures
        self._starts: list[int] = []
        self._clause: Clause | None = None
        self._heads = _Latest()
        self._in_part = _Latest()

    @property
    def last(self) -> Time | None:
        """The last time that stood at the head of a clause so far."""
        latest = self._heads.moving
        return latest[0] if latest else None

    def advance(self, clause: Clause) -> None:
        """Go on to the next clause; what stood before it may carry on."""
        home = self._clause
        if home is not None:
            if self.inside and not self.shared:
                headed = any(t.head and not t.bound and not t.comparing for t in self.inside)
                for time in self.inside:
                    self._note(time, home, headed=headed)
            if home.part != clause.part:
                self._in_part = _Latest()
        if self._text.startswith(_PLANS_OPEN, clause.start):  # what held for the past holds for no plan
            self._heads, self._in_part = _Latest(), _Latest()
        self._clause = clause
        self.inside = self._all.get(clause.start, [])
        self._starts = [time.start for time in self.inside]
        self.shared = self._listed(clause) if len(self.inside) > 1 else ()

    def given(self, figures: Sequence[Figure]) -> bool:
        """Tell whether the clause lists a time for each of some figures."""
        return len(self.shared) == len(figures) > 1 and figures[0].start >= self.shared[-1].end

    def _listed(self, clause: Clause) -> tuple[Time, ...]:
        """Give the times that a clause lists for figures that it gives one by one (一季度、上半年…增速分别为…)."""
        joined = all(_LISTED.fullmatch(self._text, a.end, b.start) for a, b in pairwise(self.inside))
        told = any(self._text.find(word, self.inside[-1].end, clause.end) > 0 for word in ("分别", "分別"))
        return tuple(self.inside) if joined and told else ()

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a time of the clause takes in a stretch of the text."""
        before = bisect_left(self._starts, end)
        return before > 0 and self.inside[before - 1].end > start

    def _note(self, time: Time, home: Clause, *, headed: bool) -> None:
        """Keep a time that holds beyond its clause: at its head, or after a subject up to the next ；."""
        if time.bound or time.comparing or time.text.startswith("连续"):
            return
        if time.head and not _LENGTH.fullmatch(time.text):
            self._heads.take(time, home)
            self._in_part = _Latest()
        elif _REPORTING.match(self._text, time.end, home.end):
            self._heads.take(time, home)
        elif not headed and time.start - home.start <= 10 and not self._text.startswith(_PREPOSITIONS, home.start):
            self._in_part.take(time, home)

    def holding(self, figure: Figure, figures: Sequence[Figure], *, moves: bool, sums_up: bool) -> Holding:
        """Give the time for a figure, one of some in a list; `moves` for changes and rates, `sums_up` after 累计."""
        if self.given(figures):
            return Holding(self.shared[figures.index(figure)])
        at = figure.start
        before = bisect_left(self._starts, at)
        own = [t for t in self.inside[max(0, before - 4) : before] if t.end <= at and not t.bound]
        said = [t for t in own if not t.comparing]
        if said:
            return Holding(said[-1])
        behind = next((t for t in self.inside[before : before + 1] if t.start - at <= _BEHIND and not t.bound), None)
        if behind and not behind.comparing and behind.kind == "point" and behind.year:
            return Holding(behind)  # 867家上市公司2009年上半年实现…
        carried = Holding(None) if sums_up else self._carried(moves=moves)
        return carried if carried.time or not own else Holding(self._base(own[-1]))

    def _carried(self, *, moves: bool) -> Holding:
        """The last adverbial before the clause in the paragraph; for levels the last point in time before any span."""
        found = None
        for latest in (self._in_part, self._heads):
            found = latest.moving if moves else latest.point or found
            if found:
                break
        if found is None and not moves:
            found = self._in_part.level or self._heads.level
        if found is None or self._clause is None:
            return Holding(None)
        time, home = found
        passing = time.kind == "now" or time.text.endswith(_PASSING)
        far = self._clause.sentence - home.sentence >= (1 if passing else 4)
        return Holding(time, "the time stands far before the figure" if far else None)

    def _base(self, base: Time) -> Time:
        """A base of comparison, which stands for the time only if nothing else is printed."""
        start = base.start - (self._text[max(0, base.start - 1) : base.start] in _COMPARING)
        return base._replace(start=start, text=self._text[start : base.end])


def _whole(text: str, clause: Clause) -> Time | None:
    """Give a clause that is wholly a time (新厂建成后), without what joins it to the sentence."""
    if not text[clause.start : clause.end].rstrip(MARKS).endswith(AFTERWARDS):
        return None
    start, end = trimmed(text, clause.start, clause.end)
    if lead := _LEAD.match(text, start, end):
        start = lead.end()
    said = adverbial_clause(text[start:end])
    return Time(start, end, said, "point", head=True) if said else None


def _by_home(times: list[Time], clauses: list[Clause]) -> dict[int, list[Time]]:
    """Give the times that begin in each clause, by the clause's start."""
    homes: dict[int, list[Time]] = {}
    at = 0
    for time in times:
        while at + 1 < len(clauses) and clauses[at + 1].start <= time.start:
            at += 1
        homes.setdefault(clauses[at].start, []).append(time)
    return homes
