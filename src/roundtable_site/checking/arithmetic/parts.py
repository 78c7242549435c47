"""Findings about parts that do not add up to their whole, or that are larger than it.

Only parts that have nothing in common are added: those that a word of sum follows (共, 合计), what is done and what is
under way, and what words like 城镇 and 农村 tell apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from roundtable_site.checking.arithmetic.amounts import Span, in_words
from roundtable_site.checking.arithmetic.partitions import parts_of_one_whole
from roundtable_site.checking.arithmetic.rows import Row, counts, rows_of, span, value_of
from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator

# A sum of what stands before it: nothing but the word stands between the comma and the figure.
_IN_ALL = re.compile(r"(?:^|[，、；,;])(?:一共|总共|共计|合计|总计|共|两者共|三者共|合起来)(?:有|为|达|是)?$")
_OF_THEM = re.compile(r"^(?:其中|包括|含)")
_DONE = re.compile(r"建成|完工|竣工|投产|投用|投入使用|已完成|开业|交付|已开工|办结|已落地")
_UNDER_WAY = re.compile(r"在建|正在|正加快|加快建设|推进|施工|筹建|待建|未开工|未完成|尚未|尚有|剩余|其余|还有|待办")
_MARKS = "，、；,;"


def check_parts(galley: Galley) -> Iterator[Finding]:
    """Yield parts that do not agree with their whole, sentence by sentence."""
    for row in rows_of(galley):
        yield from _summed(row)
        for at, whole in enumerate(row.indicators):
            if counts(whole):
                yield from _divided(whole, row.indicators[at + 1 :], row)


def _summed(row: Row) -> Iterator[Finding]:
    """Hold a sum (共28名) against the figures of its unit that stand before it."""
    for at, whole in enumerate(row.indicators):
        if not counts(whole) or not _IN_ALL.search(row.before(whole)):
            continue
        parts = [part for part in row.indicators[:at] if counts(part) and part.unit == whole.unit]
        # Any run that ends at the sum may be what is summed up.
        sums = [_total(parts[first:]) for first in range(len(parts) - 1)]
        total = span(whole)
        if len(parts) > 1 and total and not any(added is None or added.meets(total) for added in sums):
            yield _differ(parts, whole)


def _divided(whole: Indicator, rest: Sequence[Indicator], row: Row) -> Iterator[Finding]:
    """Hold a whole against the parts that follow it in the sentence."""
    parts = []
    for part in rest:
        if not counts(part) or part.unit != whole.unit or part.district != whole.district:
            break
        parts.append(part)
    if not parts:
        return
    if _OF_THEM.search(_clause(row, parts[0])) and _kin(whole, parts[0]):
        first, total = span(parts[0]), span(whole)
        if first and total and first.low > total.high:
            given = facts(part=parts[0].figure, whole=whole.figure)
            yield Finding("part-exceeds", parts[0], given, mark=parts[0].figure, sentence=row.text, others=(whole,))
            return
    if len(parts) > 1 and _cover(whole, parts, row):
        added, total = _total(parts), span(whole)
        if added and total and not added.meets(total) and (_exhaust(parts, row) or added.low > total.high):
            yield _differ(parts, whole)


def _clause(row: Row, part: Indicator) -> str:
    """Give the words of a figure's clause that stand before it."""
    before = row.text[: part.figure_start - row.start]
    return before[max(before.rfind(mark) for mark in _MARKS) + 1 :]


def _kin(whole: Indicator, part: Indicator) -> bool:
    """Tell whether a part's name may be that of a part: it ends like the whole's, or has no noun of its own."""
    return whole.name[-2:] == part.name[-2:] or whole.name in part.name


def _cover(whole: Indicator, parts: Sequence[Indicator], row: Row) -> bool:
    """Tell whether the parts have nothing in common and are parts of this whole."""
    names = [part.name for part in parts]
    if parts_of_one_whole(names):
        return all(name[-2:] == whole.name[-2:] for name in names)
    return _states(parts, row) and not _state(_clause_of(row, whole)) and all(_kin(whole, part) for part in parts)


def _exhaust(parts: Sequence[Indicator], row: Row) -> bool:
    """Tell whether nothing is left beside the parts."""
    named = parts_of_one_whole([part.name for part in parts])
    return named.complete if named else _states(parts, row)


def _states(parts: Sequence[Indicator], row: Row) -> bool:
    """Tell whether two parts are what is done and what is not yet."""
    return len(parts) == 2 and {_state(_clause_of(row, part)) for part in parts} == {"done", "under way"}


def _state(clause: str) -> str:
    done, going_on = _DONE.search(clause), _UNDER_WAY.search(clause)
    if bool(done) == bool(going_on):
        return ""
    return "done" if done else "under way"


def _clause_of(row: Row, part: Indicator) -> str:
    """Give the whole clause in which a figure stands."""
    at = part.figure_start - row.start
    end = min((place for mark in _MARKS + "。" if (place := row.text.find(mark, at)) >= 0), default=len(row.text))
    return _clause(row, part) + row.text[at:end]


def _total(parts: Sequence[Indicator]) -> Span | None:
    total: Span | None = None
    for part in parts:
        here = span(part)
        if here is None:
            return None
        total = here if total is None else total + here
    return total


def _differ(parts: Sequence[Indicator], whole: Indicator) -> Finding:
    total = sum((value_of(part) for part in parts), Decimal(0))
    given = facts(
        sum=" + ".join(part.figure for part in parts), total=in_words(total, whole.unit or ""), whole=whole.figure
    )
    return Finding("parts-differ", whole, given, mark=whole.figure, sentence=whole.text, others=tuple(parts))
