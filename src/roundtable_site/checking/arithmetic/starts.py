"""Find the printed figure that a change starts from (由8万亩增加到12.5万亩)."""

from __future__ import annotations

from roundtable_site.checking.arithmetic.amounts import Span, span_of
from roundtable_site.checking.arithmetic.rows import Row
from roundtable_site.model import Indicator
from roundtable_site.parsing.figures import find_figures


def printed_start(indicator: Indicator, row: Row) -> tuple[str, Span] | None:
    """Give the figure that an indicator starts from as printed, and the values that it may stand for.

    None where there is none, where it is not printed before the figure, and where it has another unit (8小时 → 30分钟).
    """
    if indicator.start_value is None or "第" in indicator.figure or indicator.unit in ("位", "名次"):
        return None  # a rise from the tenth place to the seventh
    end = indicator.figure_start - row.start
    for figure in reversed(find_figures(row.text[:end])):
        if figure.value is not None and abs(figure.value) == abs(indicator.start_value):
            if figure.unit not in (None, indicator.unit):
                return None
            return figure.printed, span_of(figure.printed, figure.value, figure.qualifier)
    return None
