"""Cut a paragraph into clauses, and a clause into the items that each state something of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.indicators.names import split_predicate

_BREAK = re.compile(
    r"""
    (?=[（(，；。！？：…｡!?;\n—－、,:.])(?:       # one look passes by most places
    （[^（）。]{0,40}） | \([^()。]{0,40}\)      # what stands in brackets does not cut
  | (?P<mark>
        [，；。！？：…｡!?;\n] | —— | －－
      | 、(?=突破|[稳位]?居[^民]|位列|名列|排名|超[过出]|达到?\d|增长\d|同比|环比|占
          |[从由][^，。；、]{1,12}[升高降大加少小至到])
      | (?<!\d)[,:] | [,:](?!\d)               # 1,280 and 2.4:1 are no ends of a clause
      | (?<!\d)\.(?=\s|$)
    ))
    """,
    re.VERBOSE,
)
_ENDS_SENTENCE = frozenset("。！？…｡!?.\n")
_ENDS_PART = _ENDS_SENTENCE | frozenset("；;")
_PAIRS = (("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("《", "》"))
_PAIRED = re.compile("[“”‘’「」『』（）()《》]")
MARKS = "".join(opening + closing for opening, closing in _PAIRS) + " \u3000、"
"""What may be left out at the edges of a clause."""
_EDGES = "“”‘’「」『』\"'（）() \u3000　、的"
_JOINTS = ("以及", "、", "和", "及", "与", "並", "并", "或", "(", "（", "，")
_LAST_JOINTS = ("以及", "、", "和", "及", "与")
_HAS_VERB = re.compile(
    r"引进|签约|建成|培育|举办|实施|入驻|完成|拥有|[汇集]聚|达|为|有|是|开展|推出|发展|形成|获|包括|投入|聚焦|启动|推进"
)
_COUNTED_OWNER = re.compile(
    r"[^，。；的、]{1,8}的(?=[^，。；的、]{2,10}(?:率|额|量|值|指数|收入|利润|面积|增速|比重)[^，。；、]{0,6}$)"
)
_IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]")
_LIST_GAP = re.compile(r"\s*(?:、|和|及|与|以及|或|，|~|、?分别为)\s*")


class Clause(NamedTuple):
    """A stretch between marks: its span, the mark before it, and the numbers of its sentence and of its ；-part."""

    start: int
    end: int
    mark: str
    sentence: int
    part: int


class Item(NamedTuple):
    """Figures that share one statement (分别增长4%和6%), and the stretch of the clause that states them."""

    figures: tuple[Figure, ...]
    start: int
    end: int
    clause: Clause


def cut_clauses(text: str, figures: Sequence[Figure] = ()) -> list[Clause]:
    """Cut a paragraph at its commas and stops; no mark inside one of its figures cuts.

    >>> [(c.start, c.end, c.sentence, c.part) for c in cut_clauses("甲1，乙（丙，丁）；戊。己")]
    [(0, 2, 0, 0), (3, 9, 0, 0), (10, 11, 0, 1), (12, 13, 1, 2)]
    """
    clauses: list[Clause] = []
    start = sentence = part = at = 0
    mark = ""
    for match in _BREAK.finditer(text):
        while at < len(figures) and figures[at].end <= match.start():
            at += 1
        inside = at < len(figures) and figures[at].start < match.end()
        if match["mark"] is None or inside:
            continue
        if match.start() > start:
            clauses.append(Clause(start, match.start(), mark, sentence, part))
        mark, start = match["mark"], match.end()
        sentence += mark[0] in _ENDS_SENTENCE
        part += mark[0] in _ENDS_PART
    if len(text) > start:
        clauses.append(Clause(start, len(text), mark, sentence, part))
    return clauses


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks and quotation marks or brackets without their other half at the edges of a span.

    >>> trimmed("“产值10亿元", 0, 7)
    (1, 7)
    """
    inside = text[start:end]
    lonely = {" ", "\u3000", "、"}
    if _PAIRED.search(inside):
        lonely |= {mark for a, b in _PAIRS if inside.count(a) != inside.count(b) for mark in (a, b)}
    while start < end and text[start] in lonely:
        start += 1
    while end > start and text[end - 1] in lonely:
        end -= 1
    return start, end


def cut_items(text: str, clause: Clause, figures: list[Figure]) -> list[Item]:
    """Cut a clause into items, one for each run of figures that has words of its own.

    >>> from roundtable_site.parsing.figures import find_figures
    >>> text = "新建公园12个、绿道8条"
    >>> [text[i.start:i.end] for i in cut_items(text, cut_clauses(text)[0], find_figures(text))]
    ['新建公园12个', '绿道8条']
    """
    runs = _runs(text, figures)
    cuts = [clause.start]
    for left, right in pairwise(runs):
        cuts.append(_cut(text, left[-1], right[0]))
    cuts.append(clause.end)
    items = []
    for run, (start, end) in zip(runs, pairwise(cuts), strict=True):
        end = _without_joint(text, run[-1].end, end) if end < clause.end else end
        start, end = trimmed(text, _without_lead(text, start, run[0].start), end)
        items.append(Item(tuple(run), min(start, run[0].start), max(end, run[-1].end), clause))
    return items


def _without_joint(text: str, figure_end: int, end: int) -> int:
    """Leave out what joins an item to the next one (300万根电线杆和|150万个变压器)."""
    joint = next((joint for joint in _LAST_JOINTS if text.endswith(joint, figure_end, end)), "")
    return end - len(joint) if end - len(joint) > figure_end + 1 else end


def _without_lead(text: str, start: int, figure_start: int) -> int:
    """Leave out what is only joined to the figure (…机场和|3条公路, 甲厂、乙厂等|60家企业)."""
    before = text[start:figure_start]
    if before.endswith(_LAST_JOINTS) or (before.endswith("等") and "、" in before and not _HAS_VERB.search(before)):
        return figure_start
    return start


def _runs(text: str, figures: list[Figure]) -> list[list[Figure]]:
    """Join figures that follow one another with nothing but a joint between them."""
    runs: list[list[Figure]] = []
    for figure in figures:
        if runs and _LIST_GAP.fullmatch(text, runs[-1][-1].end, figure.start):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return runs


def _cut(text: str, left: Figure, right: Figure) -> int:
    """Give the offset where the item of the right figure begins."""
    gap = text[left.end : right.start]
    bracket = max(gap.rfind("（"), gap.rfind("("))
    if bracket >= 0 and not ({"）", ")"} & set(gap[bracket:])):
        return left.end + bracket + 1
    for joint in _JOINTS:
        if gap.startswith(joint):
            return left.end + len(joint)
        if gap.endswith(joint):
            return right.start
    if right.unit == "%" and "占" in gap:  # 7家企业的产量|占全球的45%
        return left.end + gap.index("占")
    if gap.startswith("的"):
        return right.start
    if "、" in (open_gap := _IN_BRACKETS.sub(lambda inside: "〇" * len(inside[0]), gap)):
        return left.end + open_gap.index("、") + 1
    if inside := _COUNTED_OWNER.match(gap):  # 31个大城市的|城镇调查失业率
        return left.end + inside.end()
    return left.end if _opens_with_verb(gap) else _after_noun(gap, left, right)


def _opens_with_verb(gap: str) -> bool:
    return not gap or gap[0] in "达为比占同环较增减升降居列，"


def _after_noun(gap: str, left: Figure, right: Figure) -> int:
    """Without a joint the words between belong to the counted thing on the left (3个片区18个村)."""
    for joint in ("和", "及", "与", "并") if not gap.endswith("的") else ():
        place = gap.rfind(joint)
        if place > 1:
            return left.end + place + 1
    noun = split_predicate(gap)[0] if left.kind == "count" else ""
    if noun and gap.startswith(noun):
        return left.end + len(noun)
    if left.unit is None or left.unit in ("%", "元"):
        return left.end
    return right.start
