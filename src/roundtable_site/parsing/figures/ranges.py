"""Join two numbers into a range: 160万到180万辆, 20%—30%, 8%至20%, 3—5万元, 二十年或五十年一遇."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount, read_number
from roundtable_site.parsing.figures.measure import with_unit
from roundtable_site.parsing.numerals import EXACT, numeral_value, plain

_JOIN = re.compile(r"(?P<join>[-—–~～]{1,2}|至|到|或)(?P<sign>零[下上]|负|-)?")
_JOINS = frozenset("-—–~～至到或")
# 两到三千 are two to three thousand: a digit and magnitudes, with which the low end shares them.
_ROUND = re.compile(r"[\d一二两三四五六七八九][百千]?[万亿]*")
# 20、30亿元, 七、八个: two neighbouring round numbers stand for something between them.
_NEIGHBOUR = re.compile(
    r"(?P<low>[1-8]|[二三四五六七八])(?P<zeros>0{0,2})、(?=(?P<high>[2-9三四五六七八九])(?P=zeros)(?![\d.、]))"
)
_NUMBERED = re.compile(r"[第为各是年月之\d、和及与—-]$")
_LONE = re.compile(r"[\d一二两三四五六七八九]")


def with_range(text: str, low: Amount, read: Callable[[str, int], Amount | None] = read_number) -> Amount:
    """Give the range that begins with `low`, or `low` itself if none does; `read` reads the number of the high end."""
    join = _JOIN.match(text, low.end) if text[low.end : low.end + 1] in _JOINS else None
    if not join or low.value_to is not None or low.value is None:
        return low
    number = read(text, join.end())
    if number is None or number.value is None or number.value_to is not None:
        return low
    if join["sign"] and join["sign"] != "零上":
        number = number._replace(value=number.value.copy_negate())
    high = with_unit(text, number)
    return _joined(text, low, high, join["join"])


def with_neighbour(text: str, low: Amount) -> Amount:
    """Give the range that two neighbouring round numbers make with a magnitude (20、30亿元), or `low` itself."""
    match = _NEIGHBOUR.match(text, low.start) if low.unit is None and low.value is not None else None
    if match is None or match.end() != low.end + 1 or _NUMBERED.search(text, max(0, low.start - 1), low.start):
        return low
    number = read_number(text, match.end())
    digit, other = numeral_value(match["low"]), numeral_value(match["high"])
    if number is None or number.value is None or digit is None or other is None or other - digit != 1:
        return low
    high = with_unit(text, number)
    if high.unit is None or not high.power:
        return low
    value = plain(EXACT.divide(EXACT.multiply(number.value, digit), other))
    return high._replace(start=low.start, value=value, value_to=high.value)


def _joined(text: str, low: Amount, high: Amount, join: str) -> Amount:
    """Join two ends if their units agree; a magnitude printed once holds for both (3—5万元)."""
    value = low.value
    if value is None or high.value is None:
        return low
    if low.unit is not None:
        if high.unit is None or not text[slice(*high.unit)].startswith(text[slice(*low.unit)]):
            return low
    elif join == "或" or (high.unit is None and not high.power and not low.word):
        return low
    if (shared := _shared(text, low, high)) is not None:
        value = shared
    elif high.power and not low.power and high.mantissa is not None and 0 <= value < high.mantissa:
        value = plain(EXACT.scaleb(value, high.power))
    if value > high.value and low.unit is None and join in "到至或":
        return low
    return high._replace(
        start=low.start,
        number_end=low.number_end,
        value=value,
        value_to=high.value,
        inner=low.inner or high.inner,
        word=low.word or high.word,
        power=max(low.power, high.power),
    )


def _shared(text: str, low: Amount, high: Amount) -> Decimal | None:
    """Give the low end that shares the magnitudes of a round high one (两到三千, 三到五百万), None if it does not."""
    printed = text[high.start : high.number_end]
    if len(printed) < 2 or low.number_end - low.start > 1 or low.value is None or high.value is None:
        return None
    if not _ROUND.fullmatch(printed) or not _LONE.fullmatch(text, low.start, low.number_end):
        return None
    digit = numeral_value(printed[0])
    return plain(EXACT.multiply(low.value, high.value / digit)) if digit and low.value < digit else None
