"""Walk over a text once and read a figure wherever one may begin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from roundtable_site.parsing.figures.amount import Amount, read_number, with_unit
from roundtable_site.parsing.figures.dates import date_end, is_period
from roundtable_site.parsing.figures.figure import Figure
from roundtable_site.parsing.figures.normal import Normal, normalised
from roundtable_site.parsing.figures.sense import counts, word_after, word_before
from roundtable_site.parsing.figures.special import (
    Special,
    read_fraction,
    read_half,
    read_multiple,
    read_parts_of,
    read_rank,
    read_ratio,
    read_record,
)
from roundtable_site.parsing.lexicon.decoys import IDIOMS, JOINED_BEFORE
from roundtable_site.parsing.lexicon.units import HALVED
from roundtable_site.parsing.numerals import DIGIT, EXACT, plain

_CANDIDATE = re.compile(rf"[\d{DIGIT}十百千万亿兆半翻减折腰第首前历几数¥$€£]")
_RUN = re.compile(rf"[\d{DIGIT}十百千万亿兆几数余多]+")
_VAGUE = re.compile(r"(?:[几数好]|成)[十百千万亿]+|几(?=[个家条])")
_JOIN = re.compile(r"[-—–~～]{1,2}|至|到|或")
_SIGN = re.compile(r"(?:零下|负|(?<![\dA-Za-z)%）])[-–−])$")
_HALVED = tuple(sorted(HALVED.split(), key=len, reverse=True))


def _by_first(words: list[str]) -> dict[str, tuple[str, ...]]:
    """Group words by their first character, longest first."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return {first: tuple(sorted(set(found), key=lambda w: (-len(w), w))) for first, found in groups.items()}


_IDIOMS = _by_first(IDIOMS.split())


def find_figures(text: str) -> list[Figure]:
    """Find the figures that a newspaper prints in a text, in printed order; dates, names and idioms are left out.

    >>> figures = find_figures("引进企业1500余家，产值约1.2亿元，增长三成。")
    >>> [(f.printed, str(f.value), f.unit, f.qualifier) for f in figures]
    [('1500余家', '1500', '家', '余'), ('1.2亿元', '120000000', '元', '约'), ('三成', '30', '%', None)]
    """
    return list(_figures(normalised(text), text))


def _figures(normal: Normal, original: str) -> Iterator[Figure]:
    text, at = normal.text, 0
    last_rank = -1
    while match := _CANDIDATE.search(text, at):
        start = match.start()
        found, at = _read(
            text, start, listed=last_rank >= 0 and text[last_rank:start] in ("、", "和", "及", "与", "，第")
        )
        if isinstance(found, Special):
            if found.kind == "rank":
                last_rank = found.end
            yield _from_special(normal, original, found)
        elif found is not None:
            yield _from_amount(normal, original, found)


def _read(text: str, at: int, *, listed: bool) -> tuple[Special | Amount | None, int]:
    """Read the figure at `at`; give it, or None, and where to look on."""
    first = text[at]
    for idiom in _IDIOMS.get(first, ()):
        if text.startswith(idiom, at):
            return None, at + len(idiom)
    if first in "第首前":
        special = read_rank(text, at, listed=listed)
        return (special, special.end) if special else (None, _past_ordinal(text, at))
    if first in "翻减折腰":
        special = read_multiple(text, at)
        return (special, special.end) if special else (None, at + 1)
    if first == "历":
        special = read_record(text, at)
        return (special, special.end) if special else (None, at + 1)
    if vague := _VAGUE.match(text, at):
        return None, _past_run(text, vague.end())
    if first in "几数":
        return None, at + 1
    if first in "¥$€£":
        return None, at + 1
    if at and text[at - 1] in JOINED_BEFORE.get(first, ""):
        return None, _past_run(text, at)
    if end := date_end(text, at):
        return None, end
    if first == "半":
        return _read_half_of(text, at)
    special = read_parts_of(text, at) or read_fraction(text, at) or read_half(text, at) or read_ratio(text, at)
    if special:
        return special, special.end
    return _read_amount(text, at)


def _past_ordinal(text: str, at: int) -> int:
    match = _RUN.match(text, at + 1)
    return match.end() if match and text[at] in "第前" and text[at] == "第" else at + 1


def _past_run(text: str, at: int) -> int:
    match = _RUN.match(text, at)
    return max(match.end(), at + 1) if match else at + 1


def _read_half_of(text: str, at: int) -> tuple[Amount | None, int]:
    """Read 半年, 半小时: half of one unit."""
    if at and text[at - 1] in JOINED_BEFORE["半"]:
        return None, at + 1
    for unit in _HALVED:
        if text.startswith(unit, at + 1):
            end = at + 1 + len(unit)
            amount = with_unit(text, Amount(at, at + 1, at + 1, Decimal("0.5"), None))
            if amount.unit and amount.end >= end and not is_period(text, at, amount.end):
                return amount, amount.end
    return None, at + 1


def _read_amount(text: str, at: int) -> tuple[Amount | None, int]:
    """Read a number with its unit, or a range of two, and leave out what counts nothing."""
    number = read_number(text, at)
    if number is None:
        return None, _past_run(text, at)
    amount = with_unit(text, number)
    if joined := _range(text, amount):
        amount = joined
    return (
        (amount, amount.end)
        if counts(text, amount)
        else (None, max(amount.end if amount.unit else 0, _past_run(text, at)))
    )


def _range(text: str, low: Amount) -> Amount | None:
    """Join 160万到180万辆, 20%—30%, 8%至20% and 3—5万元 into one amount."""
    join = _JOIN.match(text, low.end)
    if not join or low.value_to is not None or low.value is None:
        return None
    number = read_number(text, join.end())
    if number is None or number.value is None:
        return None
    high = with_unit(text, number)
    if high.unit is None or high.value is None or (join[0] == "或" and low.unit is None):
        return None
    value = low.value
    if low.unit is not None:
        if text[slice(*low.unit)] != text[slice(*high.unit)]:
            return None
    elif high.power and not low.power and high.mantissa is not None and value < high.mantissa:
        value = plain(EXACT.scaleb(value, high.power))
    if value > high.value and low.unit is None and join[0] in "到至或":
        return None
    return replace(
        high,
        start=low.start,
        number_end=low.number_end,
        value=value,
        value_to=high.value,
        inner=low.inner or high.inner,
    )


def _from_amount(normal: Normal, original: str, amount: Amount) -> Figure:
    """Make the figure of an amount: 三成 becomes 30 %, the sign before the number is taken in."""
    text = normal.text
    value, value_to, kind = amount.value, amount.value_to, amount.kind
    unit = None
    start = amount.start
    if sign := _SIGN.search(text, max(0, start - 2), start):
        start = sign.start()
        value = -value if value is not None else None
    if amount.unit is not None:
        a, b = normal.span(*amount.unit)
        unit = "".join(original[a:b].split())
        if text[slice(*amount.unit)] == "成":
            unit = "%"
            value = value * 10 if value is not None else None
            value_to = value_to * 10 if value_to is not None else None
    qualifier = amount.inner or word_before(text, start) or word_after(text, amount)
    a, b = normal.span(start, amount.end)
    n, m = normal.span(amount.start, amount.number_end)
    return Figure(a, b, original[a:b], value, value_to, unit, qualifier, kind, n, m)


def _from_special(normal: Normal, original: str, special: Special) -> Figure:
    """Make the figure of a figure in words; a fraction is a share, so 三分之一 is 33.33 %."""
    text = normal.text
    value, unit, kind = special.value, special.unit, special.kind
    if kind == "plain" and value is not None:
        value, unit, kind = round(value * 100, 2), "%", "percent"
    a, b = normal.span(special.start, special.end)
    n, m = normal.span(*special.number) if special.number[1] > special.number[0] else (a, a)
    amount = Amount(special.start, special.end, special.end, value, None, kind="percent")
    return Figure(
        a,
        b,
        original[a:b],
        value,
        special.value_to,
        unit,
        word_before(text, special.start) or word_after(text, amount),
        kind,
        n,
        m,
    )


def read_numbers(text: str) -> list[Figure]:
    """Find every number in a text, whatever it counts."""
    return find_figures(text)
