"""Walk over a text once and read a figure wherever one may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount, number_of, read_number
from roundtable_site.parsing.figures.dates import date_end, is_period
from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.make import figure_of_amount, figure_of_words, share_in_percent
from roundtable_site.parsing.figures.measure import with_unit
from roundtable_site.parsing.figures.normal import normalised
from roundtable_site.parsing.figures.ranges import with_neighbour, with_range
from roundtable_site.parsing.figures.ranks import find_records, read_rank
from roundtable_site.parsing.figures.sense import counts, is_ratio
from roundtable_site.parsing.figures.units import unit_length
from roundtable_site.parsing.figures.words import (
    Worded,
    more_of_whole,
    read_fraction,
    read_half,
    read_multiple,
    read_ratio,
    read_slashed,
    read_whole_of,
)
from roundtable_site.parsing.lexicon.decoys import IDIOMS, JOINED_BEFORE, MINUS_AFTER
from roundtable_site.parsing.lexicon.units import CURRENCIES, HALVED
from roundtable_site.parsing.numerals import DIGIT, NUMERAL

Found = Worded | Amount | None

_CANDIDATE = re.compile(rf"[\d{DIGIT}十百千万亿兆半翻减折腰第首榜前几数成]")
_RUN = re.compile(rf"[\d{DIGIT}十百千万亿兆几数余多]+")
_VAGUE = re.compile(r"[几数成][十百千万亿]+|[几数](?=[个家条名位项年])")
_CURRENCY_ENDS = frozenset(sign[-1] for sign in CURRENCIES)
_BEFORE_NUMBER = _CURRENCY_ENDS | frozenset("下负-")
_ROUNDING = frozenset("近逾超上约")
_SHARED = re.compile(rf"(?:[、和及与]|以及)(?=[\d{DIGIT}])")
# Places listed one after the other, each perhaps with its field: 第二、第七; 投资潜力第3、绿色发展第5.
_LISTED = re.compile("、|和|及|与|、第|[、，,][\u4e00-\u9fff]{2,12}")
_MOST_SHARED = 6


def find_figures(text: str) -> list[Figure]:
    """Find the figures that a newspaper prints in a text, in printed order; dates, names and idioms are left out.

    >>> figures = find_figures("引进企业1500余家，产值约1.2亿元，增长三成。")
    >>> [(f.printed, str(f.value), f.unit, f.qualifier) for f in figures]
    [('1500余家', '1500', '家', '余'), ('1.2亿元', '120000000', '元', '约'), ('三成', '30', '%', None)]
    """
    normal = normalised(text)
    figures = [
        figure_of_words(normal, text, share_in_percent(found))
        if isinstance(found, Worded)
        else figure_of_amount(normal, text, found)
        for found in _readings(normal.text)
    ]
    records = [figure_of_words(normal, text, found) for found in find_records(normal.text)]
    return sorted(figures + records, key=lambda figure: figure.start) if records else figures


def _readings(text: str) -> Iterator[Worded | Amount]:
    """Yield what is read at each place where a figure may begin, skipping what has been read or refused."""
    at, rank_end = 0, -1
    while match := _CANDIDATE.search(text, at):
        start = match.start()
        listed = rank_end >= 0 and _LISTED.fullmatch(text, rank_end, start) is not None
        found, at = _read(text, start, listed=listed)
        if found is not None:
            yield found
            while isinstance(found, Worded) and found.kind == "percent" and (more := more_of_whole(text, found)):
                found, at = more, more.end
                yield more
            rank_end = found.end if found.kind == "rank" else -1


def _read(text: str, at: int, *, listed: bool) -> tuple[Found, int]:
    """Read the figure at `at`; give it, or None, and where to look on."""
    first = text[at]
    if first in "翻减折腰":
        return _or_skip(read_multiple(text, at), at + 1)
    if first in "第首榜前":
        return _or_skip(read_rank(text, at, listed=listed), _past_ordinal(text, at))
    if first in "几数成":
        vague = _VAGUE.match(text, at)
        return None, past_run(text, vague.end()) if vague else at + 1
    if first not in "0123456789":
        if (end := idiom_end(text, at)) or (end := _joined_end(text, at)):
            return None, end
        if first == "半":
            return _or_skip(read_half_unit(text, at), at + 1)
    return _read_numeral(text, at)


def _read_numeral(text: str, at: int) -> tuple[Found, int]:
    """Read what begins with a numeral: a date (refused), a figure in words, or a number with its unit."""
    numeral = NUMERAL.match(text, at)
    if numeral is None:  # 百分之, 千瓦: the magnitude belongs to a word
        return _or_skip(read_whole_of(text, at), at + 1)
    following = text[numeral.end() : numeral.end() + 1]
    if following == "/" and (found := read_slashed(text, at)):
        return found, found.end
    if following and (following in "分又" or (following in "百千" and text.startswith("分之", numeral.end() + 1))):
        if found := read_whole_of(text, at) or read_fraction(text, at):
            return _or_skip(found, found.end)
    elif following and following in ":比":
        found = read_ratio(text, at)
        if found and not date_end(text, at):
            return (found if is_ratio(text, found) else None), found.end
    elif text[at] in "一半" and (found := read_half(text, at)):
        return found, found.end
    if end := date_end(text, at):
        return None, end
    return _read_amount(text, numeral)


def _or_skip(found: Worded | Amount | None, skip: int) -> tuple[Found, int]:
    return (found, found.end) if found is not None else (None, skip)


def _read_amount(text: str, numeral: re.Match[str]) -> tuple[Found, int]:
    """Read a number with its unit, or a range of two; refuse what counts nothing."""
    at = numeral.start()
    number = number_of(text, numeral)
    if number is None:
        return None, past_run(text, at)
    amount = with_range(text, with_unit(text, with_sign(text, number)))
    if amount.unit is None and amount.word is None:
        amount = with_neighbour(text, amount)
        amount = amount if amount.unit else _with_shared_unit(text, amount)
    if counts(text, amount):
        return amount, amount.end
    return None, max(amount.end, past_run(text, at))


def _with_shared_unit(text: str, amount: Amount) -> Amount:
    """Give a number of a list the unit that is printed after the last one: 12、15和20个."""
    end, shared = amount.end, amount
    for _ in range(_MOST_SHARED):
        mark = _SHARED.match(text, end)
        number = read_number(text, mark.end()) if mark else None
        if number is None:
            return amount
        if length := unit_length(text, number.end):
            unit = (number.end, number.end + length)
            return with_unit(text, number)._replace(start=shared.start, number_end=shared.number_end, end=shared.end,
                           value=shared.value, value_to=shared.value_to, unit=unit, inner=None)  # fmt: skip
        end = number.end
    return amount


def with_sign(text: str, number: Amount) -> Amount:
    """Take in a printed sign (-5.3, 负二, 零下30) or a currency before the number (¥500, US$3亿)."""
    at = number.start
    if not at or text[at - 1] not in _BEFORE_NUMBER:
        return number
    for sign in ("零下", "负", "-"):
        if text.endswith(sign, 0, at):
            if sign == "-" and at > 1 and text[at - 2] not in MINUS_AFTER:
                return number
            value = None if number.value is None else number.value.copy_negate()
            return number._replace(start=at - len(sign), value=value)
    if text[at - 1 : at] not in _CURRENCY_ENDS:
        return number
    for sign, unit in CURRENCIES.items():
        if text.endswith(sign, 0, at) and not follows_number(text, at - len(sign)):
            return number._replace(start=at - len(sign), word=unit)
    return number


def follows_number(text: str, at: int) -> bool:
    """Tell whether a number ends right before `at`, so that what stands there is its unit."""
    return bool(at and _RUN.match(text, at - 1))


def read_half_unit(text: str, at: int) -> Amount | None:
    """Read half of one unit: 半年, 半小时, 半成."""
    for unit in HALVED:
        if text.startswith(unit, at + 1):
            amount = with_unit(text, Amount(at, at + 1, at + 1, Decimal("0.5")))
            if amount.end == at + 1 + len(unit) and not is_period(text, at, amount.end):
                return amount
    return None


def idiom_end(text: str, at: int) -> int:
    """Give where the idiom that begins at `at` ends, 0 if none does or a number is printed (三公里, 一点五, 三八折)."""
    for idiom in IDIOMS.get(text[at : at + 2], ()):
        if text.startswith(idiom, at):
            end = at + len(idiom)
            numeral = NUMERAL.match(text, at)
            number_end = numeral.end() if numeral else at + 1
            if number_end > end or text.startswith("分之", end) or (idiom[-1] == "分" and text[end : end + 1] == "之"):
                return 0
            if idiom[-1] == "等" and text[end : end + 1] == "于":  # 二等于一加一
                return 0
            if at and text[at - 1] in _ROUNDING and unit_length(text, number_end):  # 近百家
                return 0
            whole = number_end == end or len(idiom) == 2
            return 0 if whole and number_end + unit_length(text, number_end) > end else end
    return 0


def _joined_end(text: str, at: int) -> int:
    """Give the end of a lone numeral that makes a word with the character before it (统一, 周三), 0 if it does not."""
    if not at or text[at - 1] not in JOINED_BEFORE.get(text[at], ""):
        return 0
    match = NUMERAL.match(text, at)
    lone = match is None or match.end() == at + 1
    return at + 1 if lone and (text[at] == "半" or not unit_length(text, at + 1)) else 0


def _past_ordinal(text: str, at: int) -> int:
    """Skip the numeral of an ordinal that is no rank (第三章); after 前 and 首 look on at once."""
    return past_run(text, at + 1) if text[at] == "第" else at + 1


def past_run(text: str, at: int) -> int:
    """Give the end of the run of numerals at `at`, so that no part of a refused number is read again."""
    match = _RUN.match(text, at)
    return match.end() if match else at + (1 if text[at : at + 1].isdigit() else 0)
