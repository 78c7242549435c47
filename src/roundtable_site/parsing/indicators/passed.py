"""What clauses without figures tell of those behind them: a project or product, a subject."""

from __future__ import annotations

import re

from roundtable_site.parsing.indicators.clauses import Clause
from roundtable_site.parsing.indicators.trimming import strip_head, subject_of

_THING = re.compile(
    r"^[从就在](?P<trade>[^，。；：的]{1,6}业)(?:上|方面)?(?:来?看|来说|来讲|而言|方面)$"  # 从种植业来看，总产值…
    r"|(?:生产|销售|种植|养殖|出口|研发|制造|加工|建设)(?!业)(?P<made>[^，。；：的]{2,8})$"
    r"|(?P<built>[^，。；：“”]{2,20}?(?:项目|工程|基地|电站|公路|高速|铁路|大桥|隧道|水库|生产线|产业园|管线|线路))"
)
_REACH = 60
"""Characters of a clause that are looked at."""


class Passed:
    """The clauses without figures of a paragraph, as they are passed by."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._unasked: list[Clause] = []
        self._thing = ""
        self._thing_sentence = -1
        self._before: Clause | None = None  # the last one, if no name was found since

    def note(self, clause: Clause) -> None:
        """Take note of a clause without figures."""
        self._unasked.append(clause)
        self._before = clause

    def named(self) -> None:
        """Take note that a name was found: the clause before has told its subject."""
        self._before = None

    def thing_in(self, sentence: int) -> str:
        """Give the project that a sentence spoke of last, or the thing that somebody makes in it; empty if none."""
        for clause in reversed(self._unasked):
            if match := _THING.search(self._opening(clause)):
                self._thing = strip_head(match["trade"] or match["made"] or match["built"])
                self._thing_sentence = clause.sentence
                break
        self._unasked = []
        return self._thing if self._thing_sentence == sentence else ""

    def subject_in(self, sentence: int) -> str:
        """Give the subject of the clause before, if it has no figures and stands in the sentence; empty if not."""
        before = self._before
        return subject_of(self._opening(before)) if before is not None and before.sentence == sentence else ""

    def _opening(self, clause: Clause) -> str:
        return self._text[clause.start : min(clause.end, clause.start + _REACH)]
