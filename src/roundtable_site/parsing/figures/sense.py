"""Tell whether a number counts something, by what stands around it, and find the words that qualify it."""

from __future__ import annotations

import re

from roundtable_site.parsing.figures.amount import Amount
from roundtable_site.parsing.figures.dates import is_period
from roundtable_site.parsing.lexicon.decoys import BARE_END, CLASS_AFTER, STATES
from roundtable_site.parsing.lexicon.qualifiers import AFTER, BEFORE

# “五个振兴”: a Chinese numeral, a measure word and a few characters between marks are a slogan.
_SLOGAN = re.compile(r"[^，。；、]{1,8}[”’」』\"]")


def counts(text: str, amount: Amount) -> bool:
    """Tell whether a number read counts, measures or compares something."""
    before, after = text[max(0, amount.start - 1) : amount.start], text[amount.end : amount.end + 1]
    printed = text[amount.start : amount.number_end]
    if before.isascii() and before.isalpha() and amount.kind not in ("percent", "money"):
        return False
    if amount.unit is None:
        return _bare(text, amount, printed, after)
    if before in '“‘「『"' and before and not printed[0].isdigit() and _SLOGAN.match(text, amount.end):
        return False
    if text.startswith(CLASS_AFTER, amount.end) and amount.kind != "percent":
        return False
    unit = text[slice(*amount.unit)]
    if amount.kind == "time":
        return not is_period(text, amount.start, amount.end) and (printed != "一" or _qualified(text, amount))
    if unit == "成" and (
        text[amount.end : amount.end + 1] in tuple("为立功果员本都长品就效熟绩因形")
        or amount.value is None
        or amount.value > 10
    ):
        return False
    if unit == "大" and (
        amount.value is None
        or amount.value >= 10
        or amount.value < 2
        or (printed[0].isdigit() is False and after in tuple("学会"))
    ):
        return False
    if unit == "点" and amount.value is not None and amount.value <= 24:
        return False
    if amount.kind == "count" and printed == "一":
        return _qualified(text, amount) or (unit == "人" and before == "轩")
    if amount.kind == "count" and printed[0] in "百千万亿":
        return _qualified(text, amount)
    return not (printed in ("百", "千", "万", "亿", "百万", "千万", "万亿") and not _qualified(text, amount))


def _qualified(text: str, amount: Amount) -> bool:
    return (
        amount.inner is not None or word_before(text, amount.start) is not None or word_after(text, amount) is not None
    )


def _bare(text: str, amount: Amount, printed: str, after: str) -> bool:
    """Tell whether a number without unit is a figure: 达到105.3, 惠及76万群众."""
    if amount.value is None or (after.isascii() and after.isalpha()) or after in tuple("-+/·"):
        return False
    if amount.power and printed[0].isdigit():
        return True
    if amount.power and len(printed) > 1 and printed[0] not in "百千万亿":
        return True
    if not printed[0].isdigit() or len(printed) > 12:
        return False
    return (not after or after in BARE_END) and text.endswith(STATES, 0, amount.start)


def word_before(text: str, start: int) -> str | None:
    """Give the qualifying word that stands right before a figure, None if there is none."""
    for word in BEFORE:
        if text.endswith(word, 0, start):
            return word
    return None


def word_after(text: str, amount: Amount) -> str | None:
    """Give the qualifying word that stands right after a figure, None if there is none."""
    for word in AFTER:
        if text.startswith(word, amount.end):
            if len(word) == 1 and amount.kind == "count":
                return None
            return word
    return None
