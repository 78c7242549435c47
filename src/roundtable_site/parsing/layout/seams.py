"""Judge the seam between two lines: one sentence cut in two, a heading before its text, or two paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from roundtable_site.parsing.lexicon.furniture import FRESH_STARTS
from roundtable_site.parsing.lexicon.tables import alternatives, words

# A paragraph ends in one of these, with the closing marks that follow it. An ASCII full stop after a digit is a decimal
# point that a column break has cut.
_END = re.compile(r"(?:[。！？!?…｡：:；;]|——|--|(?<![0-9])\.)[”’」』\"）)】》]*$")
_SENTENCE_END = re.compile(r"[。！？!?｡][”’」』\"）)】》]*")
_FINAL_SENTENCE = re.compile(r"[。！？!?…｡][”’」』\"）)】》]*$")
# No sentence begins with these: the line goes on with what stands above it.
_GOES_ON = re.compile(
    r"[，、。；：！？,;:!?.%％”’」』）)】》〉…的们們]|了(?!解|不)|着(?!力|手|眼|重|装|陆|实)|(?:之一|之间|之間|以及|及其|并且|並且)"
)
# No heading ends with these, whatever comes next.
_DANGLING = re.compile(
    r"[，、,（(《“‘「『【的和与與及或在从從对對将將为為把被向以于於由让讓使是有其这這该該并並而但若]$"
)
_MARKS = re.compile(r"[，,。；;：:]")
_FRESH = re.compile(
    rf"""
    \d{{4}}年 | \d{{1,2}}月(?:\d{{1,2}}日)? | \d{{1,2}}日
    | [一二三四五六七八九十]是 | 第[一二三四五六七八九十] | 其[一二三]，
    | {alternatives(FRESH_STARTS)}
    """,
    re.VERBOSE,
)
# A paragraph that opens with a whole sentence between quotation marks.
_OPENS_WITH_SPEECH = re.compile(r"[“「\"][^”」\"]{4,400}[。！？!?，,…｡]['’』]?[”」\"]|[“「\"](?=[^”」\"]{60})")
_TWO_HALVES = re.compile(r"^[^\s，。；：]{3,22}[ 　]+[^\s，。；：]{3,22}(?:[ 　]+[^\s，。；：]{3,22})?$")
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
_PAIRS = ("“”", "‘’", "「」", "『』", "（）", "()", "《》", "【】")
_SHORT_CLAUSE = re.compile(r"(?P<clause>[^，。；：、！？,;:!?]{1,3})[，。；、,;]")
_ADVERBS = words("""
    同时 目前 此外 另外 因此 然而 其实 所以 但是 不过 去年 今年 如今 近年来 近日 日前 首先 其次 再次 最后 当然 其中
    为此 对此
    同時 當然 對此 不過 最後 於是 于是 总之 事实上
""")

MAX_HEADING = 45  # characters; longer lines are text
_ENOUGH = 3  # points that make a heading


@dataclass(slots=True)
class Facts:
    """What the document tells of itself: how often two characters stand side by side, how long its headings are."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    heading_widths: Counter[int] = field(default_factory=Counter)

    @classmethod
    def of(cls, texts: list[str]) -> Facts:
        """Count the pairs of neighbours within each line."""
        facts = cls()
        for text in texts:
            facts.pairs.update(pairwise(text))
        return facts

    def usual_width(self, length: int) -> bool:
        """Tell whether at least two headings of the document are about that long."""
        return sum(self.heading_widths[width] for width in range(length - 2, length + 3)) >= 2


def ends(text: str) -> bool:
    """Tell whether a paragraph may end here.

    >>> [ends(text) for text in ("很好。”", "分四步走：", "增长4.", "形成")]
    [True, True, False, False]
    """
    return bool(_END.search(text[-8:]))


def last_sentence(text: str) -> int:
    """Give the offset at which the last sentence begins that has no closing mark; len(text) where all are closed."""
    start = max((text.rfind(mark) for mark in "。！？!?｡"), default=-1) + 1
    while start and start < len(text) and text[start] in '”’」』"）)】》':
        start += 1
    return start


def goes_on(text: str) -> bool:
    """Tell whether a line can only be the continuation of another."""
    return bool(_GOES_ON.match(text))


def is_marked_heading(text: str) -> bool:
    """Tell whether a line says itself that it is a heading: ### or **…**."""
    return len(text) <= MAX_HEADING + 15 and bool(_MARKDOWN.match(text))


def looks_like_heading(text: str) -> bool:
    """Tell whether a line has the outer form of a heading, whatever stands around it."""
    return (
        len(text) <= MAX_HEADING
        and not _DANGLING.search(text)
        and not goes_on(text)
        and balanced(text)
        and not _SENTENCE_END.search(text[:-1])
        and not text.endswith(("。", "；", "：", ":", "｡", ";"))
    )


def balanced(text: str) -> bool:
    """Tell whether every opening mark of a line is closed in it.

    >>> [balanced(text) for text in ("迈向“双碳”", "深入“一带一", "（一）稳投资")]
    [True, False, True]
    """
    return all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def opens_fresh(text: str) -> int:
    """Give points for a line that opens like a paragraph of its own."""
    if _OPENS_WITH_SPEECH.match(text[:500]):
        return 2
    return 1 if _FRESH.match(text) else 0


def heading_points(text: str, following: str, facts: Facts, *, alone: bool) -> int:
    """Weigh whether `text`, which has no closing mark, is a heading before `following` and not a cut sentence.

    `alone` says that it has a line of its own below a finished paragraph.
    """
    if not looks_like_heading(text) or (following and goes_on(following)):
        return -9
    points = 2 if alone else 0
    points += 3 if _TWO_HALVES.match(text) else 0
    points += 3 if _NUMBERED.match(text) else 0
    points += 1 if 4 <= len(text) <= 28 else 0
    points += _comma_points(text)
    points += opens_fresh(following)
    points += 1 if not alone and facts.usual_width(len(text)) else 0
    points -= 2 if _FRESH.match(text) and "，" in text else 0
    points -= _cohesion(text, following, facts)
    clause = _SHORT_CLAUSE.match(following)
    points -= 2 if clause and clause["clause"] not in _ADVERBS else 0
    return points


def is_heading(text: str, following: str, facts: Facts, *, alone: bool) -> bool:
    """Tell whether `text` is a heading before `following`."""
    return is_marked_heading(text) or heading_points(text, following, facts, alone=alone) >= _ENOUGH


def _comma_points(text: str) -> int:
    """A heading has no comma, or one between two halves of about one length."""
    halves = [len(half) for half in _MARKS.split(text)]
    if len(halves) == 1:
        return 1
    return 1 if len(halves) == 2 and abs(halves[0] - halves[1]) <= 2 and halves[0] >= 4 else -2


def _cohesion(text: str, following: str, facts: Facts) -> int:
    """Give points against a seam whose two sides stand together elsewhere in the document: 推|动."""
    if not text or not following:
        return 0
    count = facts.pairs[(text[-1], following[0])]
    return 3 if count >= 3 else 2 if count else 0
