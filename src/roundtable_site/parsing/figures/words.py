"""Read figures in words: 百分之三, 三分之一, 2.4:1, 翻两番, 减半, 一半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from roundtable_site.parsing.figures.amount import read_number
from roundtable_site.parsing.figures.figure import Kind
from roundtable_site.parsing.numerals import EXACT, NUMERAL, numeral_value, plain


class Worded(NamedTuple):
    """A figure in words, with offsets in the normalised text: its span, its number's span, values, unit and kind."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    kind: Kind


_PERCENT = Decimal(100)
_WHOLE_OF = re.compile(r"(?P<whole>[百千万亿]{1,3}|十万)分之(?P<sign>负|-)?")
_KILO = re.compile(r"[kK](?![A-Za-z])")
_TO = re.compile(r"(?:至|到|[-—–~]{1,2})(?:(?P<whole>[百千万])分之)?")
_SLASHED = re.compile(r"(?<![\d/.])(?P<above>[1-9])/(?P<below>[2-9]|10)(?=[的多强弱，。、]|以[上下]|左右)")
_BELOW = re.compile(r"分之(?P<sign>负?)")
# What a whole is divided into; 百 and 千 belong to it only behind a digit (一百分之二; 百分之二 is a percentage).
_PARTS = re.compile(r"[\d零一二三四五六七八九两][\d零一二三四五六七八九十百千万亿两]*(?=分之)")
_RATIO_MARK = re.compile(r"[:比](?=[\d一二两三四五六七八九十])")
# 三次产业结构15.3:31.3:53.4: three parts or more of a whole of 100 or 10, no time of day.
_PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2})?(?::\d{1,2}(?:\.\d{1,2})?){2,5}(?![\d:.])")
_WHOLES = (Decimal(100), Decimal(10))
_AND_BARE = re.compile(r"(?:、|和|及|与|以及)(?P<more>\d{1,3}(?:\.\d{1,2})?)(?=[，。；,;)）的]|$)")
_DOUBLING = re.compile(
    r"翻[了上]?(?:近|约|超过|超|至少|将近|不止)?(?:(?P<times>[一二两三四五六七八九十\d]{1,2})番(?P<half>半)?|(?:一|1)?[番倍])"
)
_HALVING = re.compile(r"减半|折半|腰斩")
_HALF = re.compile(r"一半(?![是儿])|半数(?!票)")


def read_whole_of(text: str, at: int) -> Worded | None:
    """Read 百分之三点五, 千分之二 (0.2 %), 百分之二十到三十; 五百分之二 is no percentage."""
    match = _WHOLE_OF.match(text, at)
    if not match or (at and NUMERAL.match(text, at - 1)):
        return None
    number = read_number(text, match.end())
    whole = numeral_value(match["whole"])
    if number is None or number.value is None or whole is None:
        return None
    scale = EXACT.divide(_PERCENT, whole)
    value, end = plain(EXACT.multiply(number.value, scale)), number.number_end
    value_to = None if number.value_to is None else plain(EXACT.multiply(number.value_to, scale))
    if match["sign"]:
        value = value.copy_negate()
    if _KILO.match(text, end):
        value, end = plain(EXACT.scaleb(value, 3)), end + 1
    span = (match.end(), number.number_end)
    if (join := _TO.match(text, end)) and join["whole"] in (None, match["whole"]):
        high = read_number(text, join.end())
        if (
            high is not None
            and high.value is not None
            and high.value > number.value
            and text[high.end : high.end + 1] != "个"
        ):
            return Worded(at, high.number_end, span, value, plain(EXACT.multiply(high.value, scale)), "%", "percent")
    return Worded(at, end, span, value, value_to, "%", "percent")


def read_fraction(text: str, at: int) -> Worded | None:
    """Read 三分之一 and 一又二分之一, as the plain number that they are."""
    below = _below(text, at)
    if not below:
        return None
    ones = Decimal(0)
    if text[below.end() : below.end() + 1] == "又":
        ones = numeral_value(below[0]) or ones
        below = _below(text, below.end() + 1)
    if not below or not (mark := _BELOW.match(text, below.end())):
        return None
    above = NUMERAL.match(text, mark.end())
    if not above or (below[0][-1] in "百千" and "." in above[0]):  # 五百分之2.2 is no fraction
        return None
    low, high = numeral_value(below[0]), numeral_value(above[0])
    if not low or high is None:
        return None
    part = EXACT.divide(high, low)
    value = ones + (part.copy_negate() if mark["sign"] else part)
    return Worded(at, above.end(), (at, above.end()), value, None, None, "plain")


def _below(text: str, at: int) -> re.Match[str] | None:
    return _PARTS.match(text, at) or NUMERAL.match(text, at)


def read_slashed(text: str, at: int) -> Worded | None:
    """Read 1/3的村 and 2/3以上; 9/11 and 1/3 elsewhere may be dates or pages."""
    match = _SLASHED.match(text, at)
    if not match or not int(match["above"]) < int(match["below"]):
        return None
    value = EXACT.divide(Decimal(match["above"]), Decimal(match["below"]))
    return Worded(at, match.end(), match.span(), value, None, None, "plain")


def read_ratio(text: str, at: int) -> Worded | None:
    """Read 2.4:1 and 3比1: the value is the number on the left, the unit `:1`."""
    if parted := read_parted(text, at):
        return parted
    left = NUMERAL.match(text, at)
    if not left or not (mark := _RATIO_MARK.match(text, left.end())):
        return None
    right = NUMERAL.match(text, mark.end())
    if not right or text[right.end() : right.end() + 1] in (":", "."):
        return None
    value, other = numeral_value(left[0]), numeral_value(right[0])
    if value is None or not other:
        return None
    return Worded(at, right.end(), left.span(), value, None, f":{other}", "ratio")


def read_parted(text: str, at: int) -> Worded | None:
    """Read the parts of a whole (5:3:2, 15.3:31.3:53.4): the value is the first, the unit the others."""
    match = _PARTED.match(text, at)
    if not match:
        return None
    first, *others = match[0].split(":")
    whole = sum(map(Decimal, others), Decimal(first))
    if not any(abs(whole - each) <= each / 200 for each in _WHOLES):
        return None
    end = at + len(first)
    return Worded(at, match.end(), (at, end), Decimal(first), None, ":" + ":".join(others), "ratio")


def more_of_whole(text: str, found: Worded) -> Worded | None:
    """Read a bare number that goes on with a percentage in words: 下跌百分之0.8及3.3."""
    match = _AND_BARE.match(text, found.end) if found.unit == "%" and found.value_to is None else None
    if not match or "分之" not in text[found.start : found.end]:
        return None
    return Worded(match.start("more"), match.end(), match.span("more"), Decimal(match["more"]), None, "%", "percent")


def read_multiple(text: str, at: int) -> Worded | None:
    """Read 翻一番 (a rise by 1 倍), 翻两番 (by 3 倍), 翻倍 and 减半 (-50 %)."""
    if match := _HALVING.match(text, at):
        return Worded(at, match.end(), match.span(), Decimal(-50), None, "%", "percent")
    match = _DOUBLING.match(text, at)
    if not match:
        return None
    times = numeral_value(match["times"]) if match["times"] else Decimal(1)
    if times is None or not 0 < times <= 12:
        return None
    value = EXACT.power(2, times) - 1
    return Worded(at, match.end(), match.span(), value, None, "倍", "multiple")


def read_half(text: str, at: int) -> Worded | None:
    """Read 一半 and 半数 as 50 %."""
    match = _HALF.match(text, at)
    return Worded(at, match.end(), match.span(), Decimal(50), None, "%", "percent") if match else None
