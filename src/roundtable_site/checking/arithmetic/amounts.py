"""How exact a printed figure is: the values that it may stand for, so that rounding is never called a mistake."""

from __future__ import annotations

import re
from decimal import Decimal, localcontext

from msgspec import Struct

_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.(?P<decimals>\d+))?")
_MORE = frozenset(
    ["余", "多", "超", "超过", "突破", "以上", "上", "逾", "高达", "至少", "不低于", "不少于", "近万", "过"]
)
_LESS = frozenset(["近", "将近", "接近", "不足", "不到", "以下", "以内", "至多", "最多", "不超过", "不高于"])
_HALF = Decimal("0.5")
_ROUND = Decimal("0.025")
"""A short round number (2万) may be rounded, but hardly by more than this part of itself."""
_PRECISION = 50


class Span(Struct, frozen=True):
    """All values from `low` to `high`, both in it."""

    low: Decimal
    high: Decimal

    def meets(self, other: Span) -> bool:
        """Tell whether the two have a value in common, so that they may speak of the same."""
        return self.low <= other.high and other.low <= self.high

    def __add__(self, other: Span) -> Span:
        """Give all sums of a value of each."""
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        """Give all differences of a value of each."""
        return Span(self.low - other.high, self.high - other.low)

    def scaled(self, factor: Decimal) -> Span:
        """Give the values times a factor that is not negative."""
        return Span(self.low * factor, self.high * factor)

    def over(self, other: Span) -> Span:
        """Give all quotients; both must be positive."""
        with localcontext(prec=_PRECISION):
            return Span(self.low / other.high, self.high / other.low)


def span_of(figure: str, value: Decimal, qualifier: str | None = None) -> Span:
    """Give the values that a figure may stand for: rounded at its last printed digit, more or less as it says.

    >>> span_of("12.5万亩", Decimal(125000))
    Span(low=Decimal('124500'), high=Decimal('125500'))
    >>> span_of("4800多个", Decimal(4800), "多")
    Span(low=Decimal('4800'), high=Decimal('4900'))
    """
    value = abs(value)
    if qualifier:
        about = _last_digit(value)
        low = value if qualifier in _MORE else value - about
        return Span(max(low, Decimal(0)), value if qualifier in _LESS else value + about)
    step = min(step_of(figure, value) * _HALF, value * _ROUND)
    return Span(value - step, value + step)


def step_of(figure: str, value: Decimal) -> Decimal:
    """Give what one step of the last printed digit is worth in base units; 0 for a small whole number, which is exact.

    >>> step_of("7888亿元", Decimal("788800000000")), step_of("4.40%", Decimal("4.40")), step_of("43个", Decimal(43))
    (Decimal('1E+8'), Decimal('0.01'), Decimal('0'))
    """
    found = _NUMBER.search(figure)
    if found is None:
        return Decimal(0)
    printed = Decimal(found[0].replace(",", "").replace("，", ""))
    magnitude = abs(value) / printed if printed else Decimal(1)
    decimals = len(found["decimals"] or "")
    if not decimals and magnitude <= 1:
        return Decimal(0) if "%" not in figure and "百分点" not in figure else Decimal(1)
    return magnitude.normalize() * 1 / 10**decimals if magnitude >= 1 else Decimal(1).scaleb(-decimals)


def _last_digit(value: Decimal) -> Decimal:
    """Give the weight of the last digit of a round number that is not 0: 4800 → 100."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(0)


def plainly(value: Decimal, digits: int = 2) -> str:
    """Print a number for people: at most so many digits behind the point, none that say nothing.

    >>> plainly(Decimal("7.0913")), plainly(Decimal("43"))
    ('7.09', '43')
    """
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_words(value: Decimal, unit: str) -> str:
    """Print an amount as a newspaper does.

    >>> in_words(Decimal(21000), "人"), in_words(Decimal("78880000000"), "元"), in_words(Decimal(43), "个")
    ('2.1万人', '788.8亿元', '43个')
    """
    for size, word in ((10**8, "亿"), (10**4, "万")):
        if abs(value) >= size:
            return f"{plainly(value / size, 4)}{word}{unit}"
    return f"{plainly(value, 4)}{unit}"
