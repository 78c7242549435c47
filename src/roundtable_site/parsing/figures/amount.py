"""Read one number and its unit where it stands: 1000多万元, 三米九, 两三个, 10万吨/年."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from roundtable_site.parsing.figures.figure import Kind
from roundtable_site.parsing.lexicon.qualifiers import INNER
from roundtable_site.parsing.lexicon.units import LENGTHS, PARTS, UNITS
from roundtable_site.parsing.numerals import DIGIT, EXACT, NUMERAL, numeral_value, plain

_APPROXIMATE = re.compile(
    r"""
    (?P<head>.*[十百千万亿])?                              # 二十, 一百
    (?P<low>[一二三四五六七八两])(?P<high>[二两三四五六七八九])  # 五六
    (?P<tail>[十百千万亿]*)                                # 十, 百万
    """,
    re.VERBOSE,
)
_NEIGHBOURS = frozenset(["一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"])
_INNER = re.compile(rf"(?P<word>[{INNER}])(?P<more>[十百千万亿]*)(?P<ge>个?)")
_PART_NUMBER = re.compile(rf"[{DIGIT}\d半]")
_HALF = re.compile(r"个半(?P<unit>小时|月|钟头|世纪|星期)|半(?![年月天导径])")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as read: spans of number and whole, values, the span of its unit and the word between the two."""

    start: int
    number_end: int
    end: int
    value: Decimal | None
    value_to: Decimal | None
    unit: tuple[int, int] | None = None
    kind: Kind = "plain"
    inner: str | None = None
    mantissa: Decimal | None = None  # the number before its last 万 or 亿, and …
    power: int = 0  # … that magnitude, for ranges that share it (3—5万元)


def read_number(text: str, at: int) -> Amount | None:
    """Read the numeral at `at`, with the word and magnitude that may follow it (1000多万); None if it is none."""
    match = NUMERAL.match(text, at)
    if not match:
        return None
    printed = match[0]
    low, high = numeral_value(printed), None
    pair = _APPROXIMATE.fullmatch(printed) if len(printed) <= 12 else None
    if pair and pair["low"] + pair["high"] in _NEIGHBOURS:
        head, tail = pair["head"] or "", pair["tail"]
        low, high = numeral_value(head + pair["low"] + tail), numeral_value(head + pair["high"] + tail)
    if low is None:
        return None
    mantissa, power = _magnitude(printed)
    number = Amount(at, match.end(), match.end(), low, high, mantissa=mantissa, power=power)
    return _with_inner(text, number)


def _magnitude(printed: str) -> tuple[Decimal | None, int]:
    """Tell the magnitude that ends a numeral, for a range whose first end lacks it."""
    for word, power in (("万亿", 12), ("亿", 8), ("万", 4)):
        if printed.endswith(word):
            return numeral_value(printed[: -len(word)]), power
    return None, 0


def _with_inner(text: str, number: Amount) -> Amount:
    """Take in 余, 多, 来 or 几 and the magnitude after it, if a unit follows."""
    match = _INNER.match(text, number.end)
    if not match or number.value is None:
        return number
    end = match.end("more")
    if match["word"] == "来" and not (text[number.end - 1] in "0十百千万" and (match["more"] or match["ge"])):
        return number
    if not match["more"] and unit_length(text, end) == 0:
        return number
    value = number.value
    for mark in match["more"]:
        value = EXACT.scaleb(value, {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[mark])
    return replace(number, end=end, value=plain(value), inner=match["word"])


def unit_length(text: str, at: int) -> int:
    """Give the length of the longest unit at `at`, 0 if there is none."""
    for length in LENGTHS.get(text[at : at + 1], ()):
        word = text[at : at + length]
        if len(word) == length and word in UNITS and not _cut_short(word, text[at + length : at + length + 1]):
            return length
    return 0


def _cut_short(word: str, following: str) -> bool:
    """Tell whether a unit in Latin letters is only the beginning of a word: m in mRNA."""
    return word[-1].isascii() and word[-1].isalpha() and following.isascii() and following.isalnum()


def with_unit(text: str, number: Amount) -> Amount:
    """Add the unit that follows a number, its parts (五元六角), a half (三年半) and what it is divided by (吨/年)."""
    length = unit_length(text, number.end)
    if not length:
        return number
    end = number.end + length
    unit = text[number.end : end]
    amount = replace(number, end=end, unit=(number.end, end), kind=UNITS[unit])
    if unit in PARTS:
        amount = _with_parts(text, amount, unit)
    amount = _with_half(text, amount)
    return _divided(text, amount)


def _with_parts(text: str, amount: Amount, unit: str) -> Amount:
    """Add smaller units that continue the number: 五元六角, 块二, 三米九."""
    parts = dict(PARTS[unit])
    value, at = amount.value, amount.end
    while value is not None and _PART_NUMBER.match(text, at):
        match = NUMERAL.match(text, at)
        number = numeral_value(match[0]) if match else None
        if match is None or number is None:
            break
        share = parts.pop(text[match.end() : match.end() + 1], None)
        if share is not None:
            value, at = value + number * Decimal(share), match.end() + 1
            unit = text[match.end()]
        elif match.end() - at == 1 and unit in "块米毛角" and not unit_length(text, match.end()):
            value, at = value + number * Decimal(dict(PARTS[unit][:1]).get("", "0.1")), match.end()
            break
        elif text[at] == "零" and match.end() - at == 2 and unit in "元块":
            value, at = value + number * Decimal("0.01"), match.end()
            break
        else:
            break
    if text[at : at + 1] in ("整", "正") and unit == "元":
        at += 1
    return replace(amount, value=value, end=at)


def _with_half(text: str, amount: Amount) -> Amount:
    """Add a half that follows the unit: 三年半, 三成半, 两斤半; 一个半小时."""
    match = _HALF.match(text, amount.end)
    whole = text[amount.end - 1]
    if not match or amount.value is None or amount.end != (amount.unit or (0, 0))[1]:
        if whole == "个" and (match := re.compile(r"半(?P<unit>小时|月|钟头|世纪|星期)").match(text, amount.end)):
            value = (amount.value or Decimal(0)) + Decimal("0.5")
            return replace(amount, value=value, end=match.end(), unit=match.span("unit"), kind="time")
        return amount
    if whole in "年成斤两米倍块亩里度岁":
        return replace(amount, value=amount.value + Decimal("0.5"), end=amount.end + 1)
    return amount


def _divided(text: str, amount: Amount) -> Amount:
    """Take in what a unit is divided by: 吨/年, 元/平方米, 微克/立方米."""
    at = amount.end
    if amount.unit is None or amount.unit[1] != at or text[at : at + 1] not in ("/", "每"):
        return amount
    length = unit_length(text, at + 1)
    if not length:
        return amount
    return replace(amount, end=at + 1 + length, unit=(amount.unit[0], at + 1 + length))
