"""Make figures of what was read: back to the original text, with unit, value and qualifier as the guide wants them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount
from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.normal import WIDE, Normal
from roundtable_site.parsing.figures.qualify import word_after, word_before
from roundtable_site.parsing.figures.words import Worded
from roundtable_site.parsing.lexicon.units import GROUPS
from roundtable_site.parsing.numerals import plain

_HALF_PERCENT = Decimal(50)
_CENT = Decimal("0.01")


def figure_of_amount(normal: Normal, original: str, amount: Amount) -> Figure:
    """Make the figure of a number with its unit; 三成 becomes 30 %, 八五折 85 %."""
    start, end = normal.span(amount.start, amount.end)
    number_start, number_end = normal.span(amount.start, amount.number_end)
    unit, value, value_to = amount.word, amount.value, amount.value_to
    if amount.unit is not None and unit is None:
        unit = _printed_unit(normal, original, amount.unit)
        if unit in ("成", "折"):
            unit, value, value_to = "%", tenths(value), tenths(value_to)
    kind = "money" if amount.word and not amount.unit else amount.kind
    return Figure(
        start=start,
        end=end,
        printed=original[start:end],
        value=value,
        value_to=value_to,
        unit=unit,
        qualifier=amount.inner
        or word_before(normal.text, amount.start)
        or word_after(normal.text, amount.end, amount.kind),
        kind=kind,
        number_start=number_start,
        number_end=number_end,
    )


def tenths(value: Decimal | None) -> Decimal | None:
    """Give tenths as percent: 三成半 is 35, 八折 is 80; two digits are percent already (八五折)."""
    if value is None:
        return None
    return plain(value * 10) if value <= 10 else value


def _printed_unit(normal: Normal, original: str, unit: tuple[int, int]) -> str:
    """Give a unit as printed, without spaces and with half-width signs."""
    start, end = normal.span(*unit)
    return "".join(original[start:end].split()).translate(WIDE)


def figure_of_words(normal: Normal, original: str, found: Worded) -> Figure:
    """Make the figure of a figure in words; a fraction is a share: 三分之一 is 33.33 %."""
    start, end = normal.span(found.start, found.end)
    number_start, number_end = normal.span(*found.number) if found.number[0] < found.number[1] else (start, start)
    value, unit, kind = found.value, found.unit, found.kind
    if kind == "plain" and value is not None:
        value, unit, kind = (value * 100).quantize(_CENT).normalize(), "%", "percent"
        value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    return Figure(
        start=start,
        end=end,
        printed=original[start:end],
        value=value,
        value_to=found.value_to,
        unit=unit,
        qualifier=word_before(normal.text, found.start) or word_after(normal.text, found.end, kind),
        kind=kind,
        number_start=number_start,
        number_end=number_end,
    )


def figure_of_number(normal: Normal, original: str, found: Amount | Worded) -> Figure:
    """Make the figure of a number for its own sake: a fraction stays one (0.5), a pair counts two."""
    if isinstance(found, Worded):
        figure = figure_of_words(normal, original, found)
        if found.value == _HALF_PERCENT and normal.text[found.start : found.end] in ("一半", "半数"):
            return replace(figure, value=Decimal("0.5"), unit=None, kind="plain")
        return replace(figure, value=found.value, unit=found.unit, kind=found.kind)
    figure = figure_of_amount(normal, original, found)
    group = GROUPS.get(normal.text[slice(*found.unit)]) if found.unit else None
    if group is None:
        return figure
    value_to = None if figure.value_to is None else figure.value_to * group
    return replace(figure, value=None if figure.value is None else figure.value * group, value_to=value_to, unit=None)
