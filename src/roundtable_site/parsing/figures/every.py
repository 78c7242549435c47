"""Read every number in a text, whatever it counts: the mode for comparing with other readers of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount, read_number
from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.make import figure_of_number
from roundtable_site.parsing.figures.measure import with_unit
from roundtable_site.parsing.figures.normal import normalised
from roundtable_site.parsing.figures.ranges import with_range
from roundtable_site.parsing.figures.scan import follows_number, idiom_end, past_run, read_half_unit, with_sign
from roundtable_site.parsing.figures.sense import qualified
from roundtable_site.parsing.figures.units import unit_length
from roundtable_site.parsing.figures.words import (
    Worded,
    read_fraction,
    read_half,
    read_multiple,
    read_ratio,
    read_whole_of,
)
from roundtable_site.parsing.lexicon.decoys import JOINED_BEFORE
from roundtable_site.parsing.lexicon.units import UNITS
from roundtable_site.parsing.numerals import DIGIT, EXACT, NUMERAL, numeral_value, plain

_CANDIDATE = re.compile(rf"[\d{DIGIT}十百千万亿兆半翻减折腰对]|(?<![\d.])\.(?=\d)|(?<!\w)点(?=[{DIGIT}])")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
_LETTER_MAGNITUDE = re.compile(r"(?P<letter>[kKwMG])(?![A-Za-z])")
_LETTERS = {"k": 3, "K": 3, "w": 4, "M": 6, "G": 9}
_BROKEN_SHARE = re.compile(r"[百千万]分之[\d.]*")  # 五百分之2.2 is no share
_WHOLES = {"对折": 50, "半折": 50, "百分百": 100}  # after 打 only: 对折
_MAGNITUDES = re.compile(r"[万亿兆]+")
_FRACTION = re.compile(
    r"(?<![\d/.])(?:(?:(?P<ones>\d{1,9})又|(?P<spaced>\d{1,3}) )(?=\d))?(?P<above>\d{1,9})/(?P<below>\d{1,9})(?![\d/.])"
)
_POWER = re.compile(
    r"(?P<base>\d{1,20}(?:\.\d{1,20})?)(?P<mark>[eE]\+?|[eE](?=-)|\^\+?)(?P<exponent>-?\d{1,2})(?![\dA-Za-z])"
)
_POINT = re.compile(r"\.\d+|点[零〇一二三四五六七八九]+")
_BARE_JOIN = re.compile("[到至~～]")
_JOINED = re.compile("[到至~—-]")
_SCALES = ("摄氏温度", "华氏温度", "摄氏", "华氏")


def read_numbers(text: str) -> list[Figure]:
    """Find every number in a text with its unit, also years, ordinals and numbers without unit; idioms are no numbers.

    >>> [(f.printed, str(f.value), f.unit) for f in read_numbers("第三次，壹佰元整和.5升")]
    [('第三', '3', None), ('壹佰元整', '100', '元'), ('.5升', '0.5', '升')]
    """
    normal = normalised(text, every=True)
    readable = _ADDRESS.sub(lambda address: "\0" * len(address[0]), normal.text)
    return [figure_of_number(normal, text, found) for found in _numbers(readable)]


def _numbers(text: str) -> Iterator[Worded | Amount]:
    at = 0
    while match := _CANDIDATE.search(text, at):
        found, at = _read(text, match.start())
        if found is not None:
            yield found


def _read(text: str, at: int) -> tuple[Worded | Amount | None, int]:
    """Read the number at `at`; give it, or None, and where to look on."""
    first = text[at]
    if first in "翻减折腰":
        found = read_multiple(text, at)
        return found, found.end if found else at + 1
    if first == "对":
        sale = text.startswith("对折", at) and text[at - 1 : at] == "打"
        return (_percent(at, at + 2, 50), at + 2) if sale else (None, at + 1)
    for word, value in _WHOLES.items():
        if text.startswith(word, at):
            return _percent(at, at + len(word), value), at + len(word)
    if first > "\x7f" and (end := _word_end(text, at)):
        return None, end
    if first == "半":
        half = _half_hundred(at) if text.startswith("半百", at) else read_half_unit(text, at)
        return half, half.end if half else at + 1
    found = _in_words(text, at)
    if found:
        found_at = _fraction_of(text, _with_minus(text, found))
        approximate = found.value_to is not None and not _JOINED.search(text, found.start, found.end)
        if found.kind == "percent" and approximate:
            return None, found_at.end
        return found_at, found_at.end
    return _read_amount(text, at)


def _in_words(text: str, at: int) -> Worded | None:
    return (
        read_whole_of(text, at)
        or read_fraction(text, at)
        or _written_fraction(text, at)
        or _power(text, at)
        or read_half(text, at)
        or read_ratio(text, at)
    )


def _written_fraction(text: str, at: int) -> Worded | None:
    """Read 3/4 and 1又3/4; not a path, a date or a version."""
    match = _FRACTION.match(text, at)
    below = Decimal(match["below"]) if match else None
    if not match or not below:
        return None
    value = Decimal(match["ones"] or match["spaced"] or 0) + EXACT.divide(Decimal(match["above"]), below)
    return Worded(at, match.end(), match.span(), value, None, None, "plain")


def _power(text: str, at: int) -> Worded | None:
    """Read 1.5e10 and 2^10."""
    match = _POWER.match(text, at)
    if not match:
        return None
    base, exponent = Decimal(match["base"]), Decimal(match["exponent"])
    if not base:
        return None
    value = EXACT.power(base, exponent) if match["mark"][0] == "^" else plain(EXACT.scaleb(base, int(exponent)))
    return Worded(at, match.end(), match.span(), value, None, None, "plain")


def _with_minus(text: str, found: Worded) -> Worded:
    """Take in the sign before a figure in words: 负三分之一, 负百分之五."""
    minus = found.start and text[found.start - 1] in "负-" and found.kind in ("plain", "percent")
    return (
        found._replace(start=found.start - 1, value=found.value.copy_negate())
        if minus and found.value is not None
        else found
    )


def _half_hundred(at: int) -> Amount:
    return Amount(at, at + 2, at + 2, Decimal(50))


def _percent(start: int, end: int, value: int) -> Worded:
    return Worded(start, end, (start, end), Decimal(value), None, "%", "percent")


def _word_end(text: str, at: int) -> int:
    """Give the end of a word that only looks like a number (一定, 统一), 0 if there is none."""
    end = idiom_end(text, at)
    if end and not (at == 0 and end == len(text) and NUMERAL.fullmatch(text)):  # on its own 一一 is a number
        return end
    alone = at and text[at - 1] in JOINED_BEFORE.get(text[at], "") and text[at - 1] != "第"
    numeral = NUMERAL.match(text, at)
    return at + 1 if alone and (numeral is None or numeral.end() == at + 1) else 0


def _fraction_of(text: str, found: Worded) -> Worded | Amount:
    """Give a fraction the unit that follows it: 四分之一公升."""
    if found.kind != "plain" or found.value is None or not unit_length(text, found.end):
        return found
    return with_unit(text, Amount(found.start, found.end, found.end, found.value))


def _read_amount(text: str, at: int) -> tuple[Worded | Amount | None, int]:
    """Read a number with its unit; a percentage that is only approximate (二三十个百分点) is no number."""
    number = _lettered(text, at)
    if number is None:
        return None, max(past_run(text, at), at + 1)
    if share := _BROKEN_SHARE.match(text, number.end):
        return None, share.end()
    amount = _bare_range(text, with_range(text, _with_unit(text, with_sign(text, number)), _lettered))
    amount = _with_name_before(text, amount)
    if _counts_nothing(text, amount):
        return None, amount.end
    if text[amount.start - 1 : amount.start] == "第":
        amount = amount._replace(start=amount.start - 1, end=amount.number_end, unit=None, kind="rank")
    unit = text[slice(*amount.unit)] if amount.unit else ""
    neighbours = number.value_to is not None and amount.kind in ("percent", "points")
    if neighbours or (unit == "折" and amount.value == 10):
        return None, amount.end
    return amount, amount.end


def _with_name_before(text: str, amount: Amount) -> Amount:
    """Take in a unit that is named before its number: 美元50, 摄氏37度."""
    if amount.unit is None and amount.word is None:
        for length in (4, 3, 2):
            name = text[max(0, amount.start - length) : amount.start]
            if len(name) == length and UNITS.get(name) == "money" and not follows_number(text, amount.start - length):
                return amount._replace(start=amount.start - length, word=name)
    else:
        scale = next((scale for scale in _SCALES if text.endswith(scale, 0, amount.start)), "")
        return amount._replace(start=amount.start - len(scale)) if scale else amount
    return amount


def _counts_nothing(text: str, amount: Amount) -> bool:
    """Tell a magnitude on its own (万) and the number in a name (B12) from numbers."""
    before = text[amount.start - 1 : amount.start]
    if before and before in "几数" and text[amount.start] in "百千万亿":  # 几百公里
        return True
    if amount.unit is not None or amount.word is not None:
        return False
    if before.isascii() and before.isalpha():
        return True
    return _MAGNITUDES.fullmatch(text, amount.start, amount.number_end) is not None and not qualified(text, amount)


def _point_number(text: str, at: int) -> Amount | None:
    """Read a number that begins with its decimal point: .77."""
    match = _POINT.match(text, at)
    return Amount(at, match.end(), match.end(), numeral_value(f"零{match[0]}".replace(".", "点"))) if match else None


def _lettered(text: str, at: int) -> Amount | None:
    """Read a number with its magnitude, also where that is a letter: 100K, 1.2M, 30w."""
    number = _point_number(text, at) or read_number(text, at)
    match = _LETTER_MAGNITUDE.match(text, number.end) if number else None
    if number is None or not match or number.value is None or number.inner:
        return number
    power = _LETTERS[match["letter"]]
    value = plain(EXACT.scaleb(number.value, power))
    return number._replace(number_end=match.end(), end=match.end(), value=value, mantissa=number.value, power=power)


def _bare_range(text: str, low: Amount) -> Amount:
    """Join two numbers that count nothing: 12到23, 3~5."""
    join = _BARE_JOIN.match(text, low.end)
    high = _lettered(text, join.end()) if join and low.unit is None and low.value_to is None else None
    if high is None or low.value is None or high.value is None or high.value <= low.value:
        return low
    if high.value_to is not None or with_unit(text, high).unit is not None:
        return low
    return low._replace(end=high.end, value_to=high.value)


def _with_unit(text: str, number: Amount) -> Amount:
    """Add the unit; 个 may stand before a unit of measure: 六个加仑."""
    amount = with_unit(text, number)
    if amount.unit is None or text[slice(*amount.unit)] != "个":
        return amount
    length = unit_length(text, amount.end)
    if length < 2 or UNITS[text[amount.end : amount.end + length]] != "measure":
        return amount
    end = amount.end + length
    return amount._replace(unit=(amount.end, end), end=end, kind="measure")
