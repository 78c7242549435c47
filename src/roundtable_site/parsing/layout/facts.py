"""What a document tells of itself: how its headings look, which characters stand side by side in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from roundtable_site.parsing.layout.forms import comma_points, has_comma, has_heading_form, looks_like_heading
from roundtable_site.parsing.layout.seams import ends, goes_on

_ENOUGH = 3  # headings that show a form
_FEW = 300  # seams that are looked for one by one
_PARAGRAPH = 25  # characters of the shortest line that tells how long paragraphs are
_KIN = 4  # characters by which headings of one article may differ


@dataclass(slots=True)
class Facts:
    """What the document tells of itself: how often two characters stand side by side, how long its headings are.

    Few seams are asked about in an article; where many are, counting all pairs once is cheaper than looking for each.
    """

    text: str = ""  # the lines, one below the other
    widths: Counter[int] = field(default_factory=Counter)
    plain: Counter[int] = field(default_factory=Counter)  # the lengths of those without a number or halves
    paragraphs: list[int] = field(default_factory=list)  # how long the lines that are whole paragraphs are, sorted
    paired: Counter[int] = field(default_factory=Counter)  # the lengths of those in two halves with a comma between
    _pairs: Counter[str] = field(default_factory=Counter)
    _asked: int = 0

    @classmethod
    def of(cls, texts: Sequence[str]) -> Facts:
        """Take the lines, and count the lengths of those that have a heading's form."""
        facts = cls("\n".join(texts))
        facts.paragraphs = sorted(len(text) for text in texts if len(text) >= _PARAGRAPH and ends(text))
        for above, text, below in zip(texts, texts[1:], texts[2:], strict=False):
            if ends(above) and not ends(text) and looks_like_heading(text) and not goes_on(below):
                facts.widths[len(text)] += 1
                facts.plain[len(text)] += not has_heading_form(text)
                facts.paired[len(text)] += comma_points(text, alone=True) >= 0 and has_comma(text)
        return facts

    def stretch(self, before: int, tail: int, below: int) -> int:
        """Give points for a paragraph that would be longer than any: 2 if its two parts are as long as paragraphs are.

        Its parts are the sentences `before` the unfinished one, that `tail`, and the line `below`, in characters.
        """
        known = self.paragraphs
        if len(known) < _ENOUGH or not below:
            return 0
        longer = len(known) - bisect_left(known, before + tail + below)
        if longer:
            return -1 if 2 * longer > len(known) else 0
        usual = known[len(known) // 4]
        return 2 if before >= usual and below >= usual else 1

    def together(self, left: str, right: str) -> int:
        """Tell how often two characters stand side by side within a line."""
        self._asked += 1
        if self._asked < _FEW:
            if left != right:
                return self.text.count(left + right)
            return sum(len(run) - 1 for run in re.findall(f"{re.escape(left)}{{2,}}", self.text))
        if not self._pairs:
            self._pairs.update(map("".join, pairwise(self.text)))
        return self._pairs[left + right]

    def has_headings(self) -> bool:
        """Tell whether any line of the document has the form of a heading."""
        return bool(self.widths)

    def is_paired(self, text: str, least: int = _ENOUGH) -> bool:
        """Tell whether the document's headings are pairs of phrases (补短板，锻长板), and this one is."""
        near = range(len(text) - _KIN, len(text) + _KIN + 1)
        return has_comma(text) and sum(self.paired[width] for width in near) >= least

    def is_plain_kin(self, text: str, spread: int = 2) -> bool:
        """Tell whether at least two plain headings of the document are about as long as this one."""
        near = range(len(text) - spread, len(text) + spread + 1)
        return sum(self.plain[width] for width in near) >= 2 and not has_heading_form(text)

    def is_usual(self, length: int, spread: int = 2, least: int = 2) -> bool:
        """Tell whether at least two headings of the document are about that long."""
        return sum(self.widths[width] for width in range(length - spread, length + spread + 1)) >= least
