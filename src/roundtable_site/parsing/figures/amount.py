"""Read one number where it stands, with the word and the magnitude that may follow it: 1000多万, 两三, 10个亿."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from roundtable_site.parsing.figures.figure import Kind
from roundtable_site.parsing.figures.units import unit_length
from roundtable_site.parsing.lexicon.qualifiers import INNER
from roundtable_site.parsing.numerals import EXACT, LONGEST, MAGNITUDE, NUMERAL, numeral_value, plain


class Amount(NamedTuple):
    """A number as read, with offsets in the normalised text, ends exclusive.

    `inner` is the word between number and unit (1500余名). `mantissa` and `power` are the number before its last 万 or
    亿 and that magnitude, for ranges that share it (3—5万元); `power` is 0 where none is printed. `word` is the unit
    where it does not stand in one piece after the number: ¥500, 5个多月.
    """

    start: int
    number_end: int
    end: int
    value: Decimal | None
    value_to: Decimal | None = None
    unit: tuple[int, int] | None = None
    kind: Kind = "plain"
    inner: str | None = None
    mantissa: Decimal | None = None
    power: int = 0
    word: str | None = None


_APPROXIMATE = re.compile(
    r"""
    (?P<head>.*[十百千万亿])?                              # 二十, 一百
    (?P<low>[一二三四五六七八两])(?P<high>[二两三四五六七八九])  # 五六
    (?P<tail>[十百千万亿]*)                                # 十, 百万
    """,
    re.VERBOSE,
)
_NEIGHBOURS = frozenset(("一二", "一两", "二三", "两三", "三四", "三五", "四五", "五六", "六七", "七八", "八九"))
_LONGEST_APPROXIMATE = 12
_TWO_DIGITS = re.compile("[一二两三四五六七八九]{2}")
_INNER = re.compile(rf"(?P<word>[{INNER}])(?P<more>{MAGNITUDE}*+)(?P<ge>个?)")
_MEASURED_MAGNITUDE = re.compile(r"(?P<word>多?)个(?P<more>万亿|[万亿])")
_POWERS = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12, "万亿": 12}


def read_number(text: str, at: int) -> Amount | None:
    """Read the numeral at `at`, with the word and magnitude that may follow it; None if there is none."""
    match = NUMERAL.match(text, at)
    return number_of(text, match) if match else None


def number_of(text: str, numeral: re.Match[str]) -> Amount | None:
    """Read the number of a numeral that was found; None if it is not well formed."""
    at, printed = numeral.start(), numeral[0]
    low: Decimal | None
    high: Decimal | None
    if printed.isascii() and len(printed) <= LONGEST:
        low, high, mantissa, power = Decimal(printed.replace(",", "")), None, None, 0
    elif ends := _approximate_ends(printed):
        (low, high), (mantissa, power) = ends, _magnitude(printed)
    else:
        printed = _well_formed(printed)
        low, high, (mantissa, power) = numeral_value(printed), None, _magnitude(printed)
    if low is None:
        return None
    end = at + len(printed)
    number = Amount(at, end, end, low, high, mantissa=mantissa, power=power)
    following = text[number.end : number.end + 1]
    if following and following in INNER + "个":
        return _measured_magnitude(text, number) or _with_inner(text, number)
    return number


def _well_formed(printed: str) -> str:
    """Cut off magnitudes that belong to the next word: 七十 in 七十百分位."""
    if printed[-1] in "百千万亿" and len(printed) <= LONGEST and numeral_value(printed) is None:
        return printed.rstrip("百千万亿") or printed
    return printed


def _approximate_ends(printed: str) -> tuple[Decimal | None, Decimal | None] | None:
    """Give both ends of two neighbouring digits (两三, 二十五六, 七八百万), None if the numeral is one number."""
    if len(printed) < 2 or len(printed) > _LONGEST_APPROXIMATE or not _TWO_DIGITS.search(printed):
        return None
    pair = _APPROXIMATE.fullmatch(printed)
    if not pair or pair["low"] + pair["high"] not in _NEIGHBOURS:
        return None
    head, tail = pair["head"] or "", pair["tail"]
    return numeral_value(head + pair["low"] + tail), numeral_value(head + pair["high"] + tail)


def _magnitude(printed: str) -> tuple[Decimal | None, int]:
    """Give the number before the magnitude that ends a numeral, and that magnitude."""
    for word in ("万亿", "亿", "万"):
        if printed.endswith(word):
            return numeral_value(printed[: -len(word)]), _POWERS[word]
    return None, 0


def _measured_magnitude(text: str, number: Amount) -> Amount | None:
    """Read 10个亿 and 3个多亿, in which 亿 is counted like a thing."""
    match = _MEASURED_MAGNITUDE.match(text, number.end)
    if not match or number.value is None:
        return None
    power = _POWERS[match["more"]]
    value = plain(EXACT.scaleb(number.value, power))
    return number._replace(number_end=match.end(), end=match.end(), value=value, mantissa=number.value, power=power)


def _with_inner(text: str, number: Amount) -> Amount:
    """Take in 余, 多, 来 or 几 and the magnitude after it, if a unit follows."""
    match = _INNER.match(text, number.end)
    if not match or number.value is None:
        return number
    end, more = match.end("more"), match["more"]
    if match["word"] in "来几" and not (text[number.end - 1] in "0零十百千万" and (more or unit_length(text, end))):
        return number
    if match["word"] == "来" and not (
        more or match["ge"] or text[end : end + 1] in tuple("人名家万岁天年斤亩里公米吨块元")
    ):
        return number
    if not more and unit_length(text, end) == 0:
        return number
    value = number.value
    for mark in more:
        value = EXACT.scaleb(value, _POWERS[mark])
    power = sum(_POWERS[mark] for mark in more if mark in "万亿兆")
    return number._replace(
        end=end, value=plain(value), inner=match["word"], mantissa=number.value, power=power or number.power
    )
