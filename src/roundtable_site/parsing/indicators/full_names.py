"""Complete what an article calls a place for short: 全市, 我县, a county without 县."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from roundtable_site.parsing.indicators.aboutness import place_acted_on, stems_of
from roundtable_site.parsing.lexicon import places as words
from roundtable_site.parsing.places import most_named, named_in


class FullNames:
    """Knows the places and bodies that an article names in full, and which of them a short form stands for."""

    def __init__(self, texts: Sequence[str], places: Counter[str], bodies: Sequence[str]) -> None:
        self._texts = texts
        self._places = places
        self._bodies = bodies
        self._of_ending: dict[str, str | None] = {}
        self._named: Counter[str] | None = None  # what the gazetteer knows, counted when first asked for
        self.stems = stems_of((*bodies, *places))

    def of_ending(self, ending: str) -> str | None:
        """Give the full name of the article's city, province …, as it prints it elsewhere; None if it does not."""
        if ending not in self._of_ending:
            self._of_ending[ending] = self._most_named(ending)
        return self._of_ending[ending]

    def of_stem(self, head: str) -> str | None:
        """Give the full name of a place whose short form opens a clause (青禾凤梨 → 青禾县), None if none does."""
        return self.stems.get(head[:2]) or self.stems.get(head[:3])

    def of_zone(self, head: str) -> str | None:
        """Give the full name of a zone that a clause opens with by its kind alone (新区已安排 → 雄禾新区)."""
        kind = next((kind for kind in words.ZONE_KINDS if head.startswith(kind)), None)
        if kind is None:
            return None
        if kind not in self._of_ending:
            pattern = re.compile(rf"(?:^|[，。；、在和是“]|省委|市委){{0,1}}([\u4e00-\u9fff]{{2}}{kind})")
            named = Counter(name for text in self._texts for name in pattern.findall(text))
            told = [name for name in named if name[:2] not in words.NO_STEMS]
            self._of_ending[kind] = max(told, key=lambda name: named[name], default=None)
        return self._of_ending[kind]

    def _most_named(self, ending: str) -> str | None:
        if self._named is None:
            self._named = named_in(self._texts)
        named = most_named(self._named, ending)
        if named:
            return named
        local = max((n for n in self._places if n.endswith(ending)), key=lambda n: self._places[n], default=None)
        if local and self._places[local] > 1:
            return local
        bodies = [body for body in self._bodies if body.endswith(ending)]
        if bodies:
            return bodies[0]
        if acted_on := place_acted_on(self._texts, ending):
            return acted_on
        plain = most_named(self._named)
        if plain and ending == "省" and plain not in words.PROVINCES:
            return None
        return plain + ending if plain and ending in "省市" and not plain.endswith(("省", "市", "区")) else plain
