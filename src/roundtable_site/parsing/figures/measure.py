"""Add to a number its unit, the unit's parts (五元六角, 三米九), a half (三年半) and what it is divided by (吨/年)."""

from __future__ import annotations

import re
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount
from roundtable_site.parsing.figures.units import divisor_length, unit_length
from roundtable_site.parsing.lexicon.units import BARE_PARTS, HALVED_AFTER, PARTS, UNITS
from roundtable_site.parsing.numerals import DIGIT, NUMERAL, numeral_value, plain

_PART_NUMBER = re.compile(rf"又?[{DIGIT}\d]")
_HALF_OF_NEXT = re.compile(r"半(?P<unit>小时|月|钟头|世纪|星期|学期)")
_MORE_OF_NEXT = re.compile(r"[多来](?P<unit>小时|月|钟头|世纪|星期|百分点|学期|工作日)")
_HALF_WORD = re.compile(r"半(?![年月天导径个])")
_TENTH = Decimal("0.1")


def with_unit(text: str, number: Amount) -> Amount:
    """Give the amount with the unit that follows its number; the number itself if none does."""
    at = number.end
    length = unit_length(text, at)
    if not length:
        return number
    end = at + length
    unit = text[at:end]
    amount = Amount(
        number.start, number.number_end, end, number.value, number.value_to, (at, end), UNITS[unit], number.inner,
        number.mantissa, number.power, number.word,
    )  # fmt: skip
    following = text[end : end + 1]
    if not following:
        return amount
    if following in "半多来":
        return _with_half(text, amount, unit)
    if following in "/每":
        return _divided(text, amount)
    if unit in PARTS:
        return _with_half(text, _with_parts(text, amount, unit), "")
    return amount


def _with_half(text: str, amount: Amount, unit: str) -> Amount:
    """Add a half that follows the unit (三年半, 一个半小时), or take in 5个多月."""
    if unit == "个" and (match := _HALF_OF_NEXT.match(text, amount.end)):
        return _next(amount, match)._replace(value=_plus_half(amount))
    if unit == "个" and (match := _MORE_OF_NEXT.match(text, amount.end)):
        return _next(amount, match)._replace(inner=match[0][0])
    if text[amount.end - 1] in HALVED_AFTER and amount.value_to is None and _HALF_WORD.match(text, amount.end):
        return amount._replace(value=_plus_half(amount), end=amount.end + 1)
    return amount


def _next(amount: Amount, match: re.Match[str]) -> Amount:
    """Give the amount the unit that is completed after 半 or 多: 个…月."""
    unit = "个" + match["unit"]
    return amount._replace(end=match.end(), unit=match.span("unit"), word=unit, kind=UNITS[unit])


def _plus_half(amount: Amount) -> Decimal | None:
    return None if amount.value is None else amount.value + Decimal("0.5")


def _divided(text: str, amount: Amount) -> Amount:
    """Take in what a unit is divided by: 吨/年, 元/平方米·天, 元每公斤."""
    if amount.unit is None:
        return amount
    end = amount.end
    while text[end : end + 1] in ("/", "每", "·") and (length := divisor_length(text, end + 1)):
        end += 1 + length
    return amount._replace(end=end, unit=(amount.unit[0], end))


def _with_parts(text: str, amount: Amount, unit: str) -> Amount:
    """Add smaller units that continue the number: 五元六角, 一块二, 三块零四, 三米九; and 整 of a sum written out."""
    parts, share = dict(PARTS[unit]), Decimal(1)
    value, at = amount.value, amount.end
    while value is not None and _PART_NUMBER.match(text, at):
        match = NUMERAL.match(text, at + (text[at] == "又"))
        number = numeral_value(match[0]) if match else None
        if match is None or number is None:
            break
        name = next((name for name in parts if text.startswith(name, match.end())), None)
        if name is not None:
            share, at = Decimal(parts.pop(name)), match.end() + len(name)
            value += number * share
            continue
        digits = match[0].lstrip("零")
        short = len(digits) == 1 or (unit == "米" and len(digits) == 2 and digits.isdigit())
        if short and unit in BARE_PARTS and not unit_length(text, match.end()):
            value, at = value + number * share * _TENTH ** len(match[0]), match.end()
        break
    if unit == "元" and text[at : at + 1] in ("整", "正"):
        at += 1
    return amount if at == amount.end else amount._replace(value=None if value is None else plain(value), end=at)
