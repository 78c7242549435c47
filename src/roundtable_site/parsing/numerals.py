"""Read Chinese, Arabic and mixed numerals as exact numbers.

The grammar is that of the written language: digits with magnitudes (三千二百), groups of four by 万, 亿 and 兆, 零
over a gap, the short tail (三万五 = 35000), 廿 卅 卌, 点 before decimals, and Arabic digits anywhere a Chinese one may
stand (3千8百万, 1.2万亿). Input is normalised: half-width digits, simplified characters, 壹贰叁 as 一二三.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal

EXACT = Context(prec=120)
"""Arithmetic wide enough that no numeral that we read is ever rounded."""

LONGEST = 60
"""Longer runs of numerals are serial numbers or noise, and are not read."""

_LARGEST = 100
_MAGNITUDES = (("兆", 12), ("亿", 8), ("万", 4), ("千", 3), ("百", 2), ("十", 1))
_PLAIN = str.maketrans(
    {"〇": "0", "零": "0", "一": "1", "二": "2", "两": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7"}
    | {"八": "8", "九": "9", "点": ".", ",": "", "廿": "2十", "卅": "3十", "卌": "4十"}
)
_DIGITS = re.compile(r"\d*(?:\.\d+)?")
_TAIL = re.compile(r"(\d)(\.\d+)?")

DIGIT = "零〇一二三四五六七八九两廿卅卌"
# 两 is a digit where a number begins, before a magnitude, and in 一两个; elsewhere it is the unit of weight (九两半).
_LIANG = r"""(?:
    (?<![\d零〇一二三四五六七八九十百千万亿])两
  | 两(?=[百千万亿])
  | (?<=一)两(?=[个天年月名家次件项条人种周回句步位代层趟])
)"""
ARABIC = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d++)(?:\.\d++(?!\.\d))?"  # no 1.2.3
# A magnitude that begins a word of its own is no part of the numeral: 千瓦, 百分之, 兆帕.
MAGNITUDE = r"(?:[十万亿]|百(?!分[之点位])|千(?![瓦伏克卡赫焦帕米])|兆(?![瓦赫帕焦字比伏]))"

NUMERAL = re.compile(
    rf"""
    (?:
        (?=[\d{DIGIT}十百千万亿兆])(?:  # one look ends the run
        {ARABIC}                      # 1,280.5
      | [零〇一二三四五六七八九廿卅卌]    # 三, 〇
      | {_LIANG}
      | {MAGNITUDE}                   # 十, 万
    ))++
    (?:
        点(?<=[{DIGIT}十百千万亿]点)    # 三点五, 一百点123; not 9点30
        [零〇一二三四五六七八九\d]++ (?![十刻]|分(?!钟))     # 三点五十 and 三点五分 are times of day
        {MAGNITUDE}*+                 # 三点五亿
    )?
    """,
    re.VERBOSE,
)
"""One run of numerals, whether or not it is well formed (`numeral_value` tells)."""


def numeral_value(printed: str) -> Decimal | None:
    """Give the exact value of a numeral, None if it is none or not well formed.

    >>> [str(numeral_value(n)) for n in ("一千二百三十四万", "三万五", "1.2万亿", "三点五", "二〇二二")]
    ['12340000', '35000', '1200000000000', '3.5', '2022']
    """
    if not printed or len(printed) > LONGEST:
        return None
    return _value(printed.translate(_PLAIN))


def _value(digits: str) -> Decimal | None:
    """Read left × magnitude + right at the last of the largest magnitudes."""
    if digits.isdecimal():
        return Decimal(digits)
    mark, power = next(((mark, power) for mark, power in _MAGNITUDES if mark in digits), ("", 0))
    if not mark:
        return Decimal(digits) if digits and _DIGITS.fullmatch(digits) else None
    left, _, right = digits.rpartition(mark)
    if power < 4 and not left.replace(".", "").isdigit() and left:  # 七十百 is no number …
        return None
    if mark in left and not left.endswith(mark):  # … nor is 一万二万, but 亿亿 is one
        return None
    high = Decimal(1) if left in ("", "0") else _value(left)
    low = _below(right, power)
    if high is None or low is None:
        return None
    return plain(EXACT.add(EXACT.scaleb(high, power), low))


def _below(right: str, power: int) -> Decimal | None:
    """Read what follows a magnitude: nothing, a short tail (三万五, 一千六点五) or a smaller number."""
    if not right:
        return Decimal(0)
    if power >= 2 and (tail := _TAIL.fullmatch(right)):
        return EXACT.add(Decimal(tail[1]).scaleb(power - 1), Decimal(f"0{tail[2] or ''}"))
    low = _value(right)
    return low if low is not None and low < Decimal(1).scaleb(power) else None


def plain(number: Decimal) -> Decimal:
    """Give the same number without an exponent in its digits: 1E+4 as 10000."""
    if number.adjusted() > _LARGEST:
        return number
    return number.quantize(Decimal(1), context=EXACT) if number == number.to_integral_value() else number
