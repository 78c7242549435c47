"""The names that the figures before had, for clauses that leave their own out (同比增长5%, 产值占全市的68%)."""

from __future__ import annotations

import re

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.indicators.measures import is_rank
from roundtable_site.parsing.indicators.names import Name
from roundtable_site.parsing.lexicon.clippings import GENERAL
from roundtable_site.parsing.lexicon.measures import RATE_NOUNS
from roundtable_site.parsing.wordlists import any_of

_GENERAL_END = re.compile(rf"(?:的)?{any_of((*GENERAL, *RATE_NOUNS))}$")
_RATE_END = re.compile(rf"(?:年均|同比|平均)?(?:的)?{any_of(RATE_NOUNS)}$")
_SHARE_END = re.compile(r"(?<=.)占[^占]*$")
_TOTAL_END = re.compile(r"(?<=[\u4e00-\u9fff]{2})总量$")


class Neighbours:
    """Remembers, within a paragraph, the names of the last figures; `before` is the last of the paragraph before."""

    def __init__(self, before: str = "") -> None:
        self.last: tuple[str, ...] = ()
        self.sentence = -1
        self._recent: list[str] = []
        self._before = before

    def take(self, names: tuple[str, ...], sentence: int) -> None:
        """Take note of the names of figures of a sentence."""
        self.last = names
        if self.sentence != sentence:
            self._recent = []
        self.sentence = sentence
        self._recent += [name for name in names if name not in self._recent[-4:]]

    def base(self, *, keep: bool = False) -> str:
        """Give the last name without what it says of it (…总长度, …年均增速, …占比重)."""
        name = _SHARE_END.sub("", self.last[-1]) if self.last else ""
        return without_rate(name) if keep else _GENERAL_END.sub("", name) or name

    def names(self, figure: Figure, count: int, *, moving: bool, sentence: int) -> list[Name]:
        """Give the names for `count` figures of a clause without any, of which `figure` is the first."""
        doubt = None if self.sentence == sentence else "the name stands in another sentence"
        if len(self.last) == count:
            return [Name(name, doubt) for name in self._same(figure, moving=moving)]
        if 1 < count <= len(self._recent) and not doubt:
            return [Name(without_rate(name)) for name in self._recent[-count:]]
        if self.last:
            name = _RATE_END.sub("", self.last[-1])
            return [Name(name, doubt if count == 1 else "one name for several figures")] * count
        if self._before and moving:  # 其中，三季度增长6.7%
            return [Name(without_rate(self._before), "the name stands in another paragraph")] * count
        return [Name("", "no name stands near the figure")] * count

    def _same(self, figure: Figure, *, moving: bool) -> list[str]:
        if is_rank(figure, "", ""):
            return [*self.last]
        if figure.kind == "points":
            return [without_rate(name) for name in self.last]
        kept = [_SHARE_END.sub("", name) for name in self.last]
        if not moving:  # 增长率达5%，全年超过6%
            return kept
        return [_TOTAL_END.sub("", without_rate(name)) for name in kept]


def without_rate(name: str) -> str:
    """Leave a rate out of what it is the rate of.

    >>> without_rate("产值年均增速"), without_rate("增速")
    ('产值', '增速')
    """
    return _RATE_END.sub("", name) or name
