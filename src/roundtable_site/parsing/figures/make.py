"""Make figures of what was read: back to the original text, with unit, value and qualifier as the guide wants them."""

from __future__ import annotations

from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount
from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.normal import WIDE, Normal
from roundtable_site.parsing.figures.qualify import word_after, word_before
from roundtable_site.parsing.figures.words import Worded
from roundtable_site.parsing.lexicon.units import GROUPS
from roundtable_site.parsing.numerals import EXACT, plain

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
        qualifier=_qualifier(normal, original, amount),
        kind=kind,
        number_start=number_start,
        number_end=number_end,
    )


def tenths(value: Decimal | None) -> Decimal | None:
    """Give tenths as percent: 三成半 is 35, 八折 is 80; two digits are percent already (八五折)."""
    if value is None:
        return None
    return plain(value * 10) if value <= 10 else value


def _qualifier(normal: Normal, original: str, found: Amount | Worded) -> str | None:
    """Give the word that qualifies a figure, as printed: the one inside it, else the one before, else the one after."""
    text = normal.text
    if isinstance(found, Amount) and found.inner:
        at = text.index(found.inner, found.number_end)
        return original[normal.span(at, at + 1)[0]]
    span = word_before(text, found.start) or word_after(text, found.end, found.kind)
    if span is None:
        return None
    start, end = normal.span(*span)
    return "".join(original[start:end].split())


def _printed_unit(normal: Normal, original: str, unit: tuple[int, int]) -> str:
    """Give a unit as printed, without spaces and with half-width signs."""
    start, end = normal.span(*unit)
    if normal.offsets is None and (printed := original[start:end]) == normal.text[start:end]:
        return printed
    return "".join(original[start:end].split()).translate(WIDE)


def share_in_percent(found: Worded) -> Worded:
    """Give a fraction as percent: 三分之一 is 33.33 %."""
    if found.kind != "plain" or found.value is None or found.value.copy_abs() > 1:  # 一又三分之一 is no share
        return found
    value = EXACT.quantize(EXACT.multiply(found.value, Decimal(100)), _CENT).normalize(EXACT)
    return found._replace(value=plain(value), unit="%", kind="percent")


def figure_of_words(normal: Normal, original: str, found: Worded) -> Figure:
    """Make the figure of a figure in words."""
    start, end = normal.span(found.start, found.end)
    number_start, number_end = normal.span(*found.number) if found.number[0] < found.number[1] else (start, start)
    return Figure(
        start=start,
        end=end,
        printed=original[start:end],
        value=found.value,
        value_to=found.value_to,
        unit=found.unit,
        qualifier=_qualifier(normal, original, found),
        kind=found.kind,
        number_start=number_start,
        number_end=number_end,
    )


def figure_of_number(normal: Normal, original: str, found: Amount | Worded) -> Figure:
    """Make the figure of a number for its own sake: a fraction stays one (0.5), a pair counts two."""
    if isinstance(found, Worded):
        half = found.value == _HALF_PERCENT and normal.text[found.start : found.end] in ("一半", "半数")
        fraction = found._replace(value=Decimal("0.5"), unit=None, kind="plain") if half else found
        return figure_of_words(normal, original, fraction)
    figure = figure_of_amount(normal, original, found)
    group = GROUPS.get(normal.text[slice(*found.unit)]) if found.unit else None
    if group is None:
        return figure
    value_to = None if figure.value_to is None else figure.value_to * group
    return figure._replace(value=None if figure.value is None else figure.value * group, value_to=value_to, unit=None)
