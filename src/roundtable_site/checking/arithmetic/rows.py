"""The figures of an article, sentence by sentence, with what the rules of arithmetic ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from roundtable_site.checking.arithmetic.amounts import Span, span_of
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Indicator, Paragraph
from roundtable_site.sentences import sentence_spans


class Row(Struct, frozen=True):
    """One sentence and its figures in printed order; `start` is where it begins in its paragraph."""

    paragraph: Paragraph
    text: str
    start: int
    indicators: tuple[Indicator, ...]

    def before(self, indicator: Indicator, length: int = 12) -> str:
        """Give the characters of the sentence that stand before a figure."""
        at = indicator.figure_start - self.start
        return self.text[max(0, at - length) : at]

    def between(self, one: Indicator, other: Indicator) -> str:
        """Give what stands between the ends of one figure and the beginning of a later one."""
        first = one.figure_start + len(one.figure) - self.start
        return self.text[first : other.figure_start - self.start]


def rows_of(galley: Galley) -> Iterator[Row]:
    """Yield the sentences that have figures, in printed order."""
    by_paragraph: dict[str, list[Indicator]] = {}
    for indicator in galley.article.indicators:
        by_paragraph.setdefault(indicator.paragraph, []).append(indicator)
    for name, indicators in by_paragraph.items():
        paragraph = galley.paragraphs.get(name)
        if paragraph is None:
            continue
        ordered = sorted(indicators, key=lambda indicator: indicator.figure_start)
        for start, end in sentence_spans(paragraph.text):
            here = tuple(i for i in ordered if start <= i.figure_start < end)
            if here:
                yield Row(paragraph, paragraph.text[start:end], start, here)


def span(indicator: Indicator) -> Span | None:
    """Give the values that an indicator may stand for; None where it states none, or a range."""
    if indicator.value is None or indicator.value_to is not None:
        return None
    return span_of(indicator.figure, indicator.value, indicator.qualifier)


def same_thing(one: Indicator, other: Indicator) -> bool:
    """Tell whether two figures are of one indicator of one district."""
    return one.name == other.name and one.district == other.district


def counts(indicator: Indicator) -> bool:
    """Tell whether a figure is an amount that can be added to others of its unit."""
    return (
        indicator.measure in ("level", "target")
        and indicator.unit not in (None, "%", "倍")
        and indicator.value is not None
    )


def value_of(indicator: Indicator) -> Decimal:
    """Give the value without its sign; 0 where none is stated."""
    return abs(indicator.value) if indicator.value is not None else Decimal(0)
