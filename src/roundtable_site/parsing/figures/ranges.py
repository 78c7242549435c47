"""Join two numbers into a range: 160万到180万辆, 20%—30%, 8%至20%, 3—5万元, 二十年或五十年一遇."""

from __future__ import annotations

import re

from roundtable_site.parsing.figures.amount import Amount, read_number
from roundtable_site.parsing.figures.measure import with_unit
from roundtable_site.parsing.numerals import EXACT, plain

_JOIN = re.compile(r"(?P<join>[-—–~～]{1,2}|至|到|或)(?P<sign>零下|负|-)?")


def with_range(text: str, low: Amount) -> Amount:
    """Give the range that begins with `low`, or `low` itself if none does."""
    join = _JOIN.match(text, low.end)
    if not join or low.value_to is not None or low.value is None:
        return low
    number = read_number(text, join.end())
    if number is None or number.value is None or number.value_to is not None:
        return low
    if join["sign"]:
        number = number._replace(value=number.value.copy_negate())
    high = with_unit(text, number)
    return _joined(text, low, high, join["join"])


def _joined(text: str, low: Amount, high: Amount, join: str) -> Amount:
    """Join two ends if their units agree; a magnitude printed once holds for both (3—5万元)."""
    value = low.value
    if value is None or high.value is None:
        return low
    if low.unit is not None:
        if high.unit is None or not text[slice(*high.unit)].startswith(text[slice(*low.unit)]):
            return low
    elif join == "或" or (high.unit is None and not high.power):
        return low
    if high.power and not low.power and high.mantissa is not None and 0 <= value < high.mantissa:
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
