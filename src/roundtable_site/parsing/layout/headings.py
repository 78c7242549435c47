"""Tell headings from sentences that a column break has cut: both have no closing mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from roundtable_site.parsing.layout.seams import (
    cuts_a_word,
    ends,
    goes_on,
    opens_adverbially,
    opens_fresh,
    opens_sentence,
    opens_with_cue,
    opens_within,
)
from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.seams import DANGLING_ENDS, WHOLE_ENDS
from roundtable_site.parsing.lexicon.tables import alternatives

MAX_HEADING = 45  # characters; longer lines are text
_LONG = 28  # a heading is seldom longer
_ENOUGH = 3  # points that make a heading
_NEVER = -9
_BALANCE = 3  # characters by which the halves of a heading on a line of its own may differ
_FEW = 300  # seams that are looked for one by one
_KIN = 4  # characters by which headings of one article may differ
_UNEVEN = -1  # points for two halves that differ by one character

_DANGLING = re.compile(
    rf"(?:[，、,（(《“‘「『【]|(?P<word>{alternatives(DANGLING_ENDS)})|\d[年月日]|、.|[一这那][个笔种项批位名条场次份套块片股家座])$"
)
_WHOLE = tuple(WHOLE_ENDS)
_MARKS = re.compile(r"[，,。；;]")
_WITHIN = re.compile(r"[。！？!?｡]")
# Two or three parts with a space between them, no stray space beside a figure or a foreign word.
PART = r"[^\s，。；：]{2,21}[^\s，。；：\x00-\x7f]"
_TWO_HALVES = re.compile(rf"{PART}[ 　]+(?![\x00-\x7f]{{1,4}}[^\x00-\x7f]{{0,2}}$){PART}(?:[ 　]+{PART})?$")
_NUMBERED = re.compile(
    r"""
    \#{1,6}\s*\S
    | [一二三四五六七八九十]{1,3}、
    | [（(][一二三四五六七八九十]{1,3}[）)]
    | 第[一二三四五六七八九十]{1,3}[章节節部编][分篇]?
    | \d{1,2}[.、．]\s*[^\d\s]
    """,
    re.VERBOSE,
)
_MARKDOWN = re.compile(r"#{1,6}\s*\S|\*\*[^*]{2,60}\*\*$")
# The first half of a sentence rather than of a heading: 某某说，某某是某某，
_CLAUSE = re.compile(r"(?:说|說|表示|认为|認為|指出|介绍|介紹|强调|強調)$|.是.")
_ASKS = re.compile(r"[？！?!][”’」』）)]*$")
_PAIRED = re.compile("[“”‘’「」『』（）()《》【】]")
_PAIRS = ("“”", "‘’", "「」", "『』", "（）", "()", "《》", "【】")


@dataclass(slots=True)
class Facts:
    """What the document tells of itself: how often two characters stand side by side, how long its headings are.

    Few seams are asked about in an article; where many are, counting all pairs once is cheaper than looking for each.
    """

    text: str = ""  # the lines, one below the other
    widths: Counter[int] = field(default_factory=Counter)
    paired: Counter[int] = field(default_factory=Counter)  # the lengths of those in two halves with a comma between
    _pairs: Counter[str] = field(default_factory=Counter)
    _asked: int = 0

    @classmethod
    def of(cls, texts: Sequence[str]) -> Facts:
        """Take the lines, and count the lengths of those that have a heading's form."""
        facts = cls("\n".join(texts))
        for above, text, below in zip(texts, texts[1:], texts[2:], strict=False):
            if ends(above) and not ends(text) and looks_like_heading(text) and not goes_on(below):
                facts.widths[len(text)] += 1
                facts.paired[len(text)] += _comma_points(text, alone=True) >= 0 and bool(_MARKS.search(text))
        return facts

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

    def is_paired(self, text: str) -> bool:
        """Tell whether the document's headings are pairs of phrases (补短板，锻长板), and this one is."""
        near = range(len(text) - _KIN, len(text) + _KIN + 1)
        return bool(_MARKS.search(text)) and sum(self.paired[width] for width in near) >= _ENOUGH

    def is_usual(self, length: int, spread: int = 2, least: int = 2) -> bool:
        """Tell whether at least two headings of the document are about that long."""
        return sum(self.widths[width] for width in range(length - spread, length + spread + 1)) >= least


class Place(NamedTuple):
    """Where a text without a closing mark stands."""

    alone: bool  # on a line of its own below a finished paragraph
    opening: bool = False  # the first line of all: the headline is expected there
    below_title: bool = False  # straight below the headline, where a subtitle may stand
    after_speech: bool = False  # right behind a closing quotation mark: an attribution may begin
    interrupted: bool = False  # a caption or a wide gap stands between it and the next line
    before_mark: bool = False  # the next line is a label, a byline, a guest line: no sentence goes on there


def is_marked_heading(text: str) -> bool:
    """Tell whether a line says itself that it is a heading: ### or **…**."""
    return len(text) <= MAX_HEADING + 15 and bool(_MARKDOWN.match(text))


def looks_like_heading(text: str) -> bool:
    """Tell whether a line has the outer form of a heading, whatever stands around it."""
    return (
        len(text) <= MAX_HEADING
        and not dangles(text)
        and not goes_on(text)
        and balanced(text)
        and not _WITHIN.search(text[:-1])
        and not text.endswith(("。", "；", "：", ":", "｡", ";"))
    )


def dangles(text: str) -> bool:
    """Tell whether a text ends as no heading does; 成就 ends in a noun, although 就 ends in an adverb."""
    if text.endswith(_WHOLE):
        return False
    match = _DANGLING.search(text[-8:])
    return match is not None and not (len(match["word"] or "") == 1 and as_read(text[-2:]) in COMMON_WORDS)


def has_heading_form(text: str) -> bool:
    """Tell whether a line is set as only headings are: in two halves, numbered, or marked."""
    return is_marked_heading(text) or bool(_TWO_HALVES.match(text) or _NUMBERED.match(text))


def asks_as_heading(text: str, facts: Facts, *, opening: bool = False) -> bool:
    """Tell whether a line that ends in a question or exclamation mark is a heading and no short paragraph.

    The first line of all is the headline; below it, such a line is about as long as the other headings.
    """
    if not _ASKS.search(text) or "。" in text or not balanced(text):
        return False
    if opening:
        return len(text) <= MAX_HEADING + 15
    return 6 <= len(text) <= _LONG and not _WITHIN.search(text[:-1]) and facts.is_usual(len(text), spread=4, least=1)


def balanced(text: str) -> bool:
    """Tell whether every opening mark of a line is closed in it.

    >>> [balanced(text) for text in ("迈向“双碳”", "深入“一带一", "（一）稳投资")]
    [True, False, True]
    """
    return not _PAIRED.search(text) or all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def is_heading(text: str, following: str, facts: Facts, place: Place) -> bool:
    """Tell whether `text`, which has no closing mark, is a heading before `following` and not a cut sentence."""
    return is_marked_heading(text) or heading_points(text, following, facts, place) >= _ENOUGH


def heading_points(text: str, following: str, facts: Facts, place: Place) -> int:
    """Weigh a text that may be a heading; `is_heading` says how much is enough."""
    if not looks_like_heading(text) or (following and goes_on(following)):
        return _NEVER
    return _form_points(text, facts, place) + _seam_points(text, following, facts, place)


def _form_points(text: str, facts: Facts, place: Place) -> int:
    """Weigh the text itself."""
    points = 2 * place.alone + 2 * place.opening - (not place.alone)
    points += 3 if _TWO_HALVES.match(text) else 0
    points += 3 if _NUMBERED.match(text) else 0
    points += 1 if 4 <= len(text) <= _LONG else 0
    commas = _comma_points(text, alone=place.alone)
    points += commas
    if facts.is_usual(len(text)):
        points += 2 * (commas == _UNEVEN) if place.alone else 1
    points += 2 * (place.alone and commas >= 0 and facts.is_paired(text))
    points -= 0 if place.alone or facts.has_headings() else 1
    points -= 1 if len(text) > _LONG and not has_heading_form(text) else 0
    points -= 3 if opens_adverbially(text) else 0
    return points - (2 if opens_sentence(text) else 0)


def _seam_points(text: str, following: str, facts: Facts, place: Place) -> int:
    """Weigh what stands below."""
    if place.before_mark:
        return 3
    fresh = opens_fresh(following)
    points = fresh + (1 if fresh and place.below_title else 0)
    points -= 2 if opens_within(following) else 0
    points -= 4 if cuts_a_word(text, following) else _cohesion(text, following, facts)
    points -= 5 if place.after_speech and opens_with_cue(following) else 0
    return points - (2 if place.interrupted and not place.alone else 0)


def _comma_points(text: str, *, alone: bool) -> int:
    """A heading has no comma, or one between two halves of about one length: 补短板，更要锻长板."""
    parts = _MARKS.split(text)
    halves = [len(half.strip()) for half in parts]
    if len(halves) == 1:
        return 0 if "：" in text or ":" in text else 1
    if len(halves) != 2 or min(halves) < 2 or sum(halves) < 6 or sum(halves) > _LONG or _CLAUSE.search(parts[0]):
        return -2
    if halves[0] == halves[1] or (alone and abs(halves[0] - halves[1]) <= _BALANCE):
        return 1 if halves[0] == halves[1] >= 4 else 0
    return _UNEVEN if alone and abs(halves[0] - halves[1]) <= 2 * _BALANCE else -2


def _cohesion(text: str, following: str, facts: Facts) -> int:
    """Give points against a seam whose two sides stand together elsewhere in the document: 推|动."""
    if not text or not following:
        return 0
    count = facts.together(text[-1], following[0])
    return 3 if count >= 3 else 2 if count else 0
