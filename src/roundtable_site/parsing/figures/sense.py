"""Tell whether a number counts something, by what stands around it."""

from __future__ import annotations

import re

from roundtable_site.parsing.figures.amount import Amount
from roundtable_site.parsing.figures.dates import is_period
from roundtable_site.parsing.figures.qualify import word_after, word_before
from roundtable_site.parsing.figures.words import Worded
from roundtable_site.parsing.lexicon.decoys import (
    BARE_END,
    CLASS_AFTER,
    INDEX_MOVES,
    MEETING_BEFORE,
    NUMBERED,
    PRONOUN_AFTER,
    SCORES,
    STATES,
)
from roundtable_site.parsing.lexicon.units import FAINT

# “五个振兴”: a small number, a measure word and a few characters between marks are a slogan.
_SLOGAN = re.compile(r"[^，。；、“‘「『\"]{1,8}[”’」』\"]")
_OPENING = frozenset('“‘「『"')
_BARE_MAGNITUDES = frozenset("百千万亿")
_LONGEST_BARE = 12
_ONLY = re.compile(r"[仅只][^，。；]{0,10}$")
_TWO_DIGITS = re.compile("[一二三四五六七八九]{2}|零")
_VERSION = re.compile(r"\d\.0")


def counts(text: str, amount: Amount) -> bool:
    """Tell whether a number read counts, measures or compares something."""
    before = text[amount.start - 1] if amount.start else ""
    if before and (before in "×*/_=#№每" or (before == "." and text[amount.start - 2 : amount.start - 1].isdigit())):
        return False
    letter = before.isascii() and before.isalpha()
    if amount.unit is None:
        return not letter and _bare(text, amount)
    unit = text[slice(*amount.unit)]
    if amount.kind in ("percent", "money", "points", "multiple"):
        return _share(text, amount, unit)
    if letter or text.startswith(CLASS_AFTER, amount.end):
        return False
    if amount.kind == "time":
        return _time(text, amount)
    if amount.kind == "count" and before in _OPENING and _small(amount) and _SLOGAN.match(text, amount.end):
        return False
    return _counted(text, amount, unit)


def is_ratio(text: str, found: Worded) -> bool:
    """Tell a ratio from the score of a match and from a version."""
    window = text[max(0, found.start - 8) : found.end + 4]
    return not any(word in window for word in SCORES)


def _share(text: str, amount: Amount, unit: str) -> bool:
    """Tell for percentages, points, multiples and money; 成 and 点 are words as well."""
    printed = text[amount.start : amount.number_end]
    if unit == "成":
        return amount.value is not None and amount.value <= 10
    if unit == "点":
        moved = text.endswith(INDEX_MOVES, 0, amount.start)
        return amount.value is not None and (moved or amount.value > 24 or "." in printed)
    if unit == "番" or (unit == "块" and printed == "一"):
        return False
    if amount.kind == "money" and (unit in ("角", "分") or text.startswith("级", amount.end)):
        return printed[0].isdigit() and not text.startswith("级", amount.end)
    return not _only_magnitude(printed) or qualified(text, amount)


def _time(text: str, amount: Amount) -> bool:
    printed = text[amount.start : amount.number_end]
    if printed == "一" and amount.value == 1:
        return qualified(text, amount)
    if amount.power:  # 距今20万年
        return True
    return not is_period(text, amount.start, amount.end)


def _counted(text: str, amount: Amount, unit: str) -> bool:
    """Tell for measure words and units of measure."""
    printed = text[amount.start : amount.number_end]
    following = text[amount.end : amount.end + 1]
    if _only_magnitude(printed):
        return qualified(text, amount)
    if (unit == "级" and amount.power) or (_TWO_DIGITS.fullmatch(printed) and amount.value_to is None):  # 百亿级, 三九
        return False
    if unit == "大":
        return amount.value is not None and 2 <= amount.value <= 9 and following not in ("学", "会", "")
    if _numbers_a_meeting(text, amount, unit):
        return False
    if printed == "一":
        if amount.kind == "measure" and unit not in FAINT:
            return True
        return qualified(text, amount) or (
            unit == "人" and bool(_ONLY.search(text, max(0, amount.start - 12), amount.start))
        )
    if unit in FAINT and not printed[0].isdigit():
        return amount.value is not None and amount.value >= 10
    if unit == "节" and "." in printed:  # 3.2节 is a section
        return False
    return amount.value_to is not None or not (
        printed in ("两", "二") and unit in ("家", "人", "方") and (unit != "家" or following in PRONOUN_AFTER)
    )


def _numbers_a_meeting(text: str, amount: Amount, unit: str) -> bool:
    """Tell whether the number only says which congress or meeting it is: 十四届全国人大一次会议."""
    if text[amount.start].isdigit() or not text.startswith(NUMBERED.get(unit, ("\0",)), amount.end):
        return False
    return unit == "届" or text.endswith(MEETING_BEFORE, 0, amount.start)


def qualified(text: str, amount: Amount) -> bool:
    """Tell whether a word that qualifies the number stands inside or beside it."""
    return (
        amount.inner is not None
        or bool(word_before(text, amount.start))
        or bool(word_after(text, amount.end, amount.kind))
    )


def _only_magnitude(printed: str) -> bool:
    """Tell whether a number is only 百, 千万 or the like, which is a number only with a qualifier (上百万元)."""
    return printed[0] in _BARE_MAGNITUDES


def _small(amount: Amount) -> bool:
    return amount.value is not None and amount.value <= 10


def _bare(text: str, amount: Amount) -> bool:
    """Tell whether a number without unit is a figure: 惠及76万群众, 指数为105.3."""
    printed = text[amount.start : amount.number_end]
    following = text[amount.end : amount.end + 1]
    if amount.value is None or (following and (following in "-/·_" or (following.isascii() and following.isalnum()))):
        return False
    if following == "+" and not amount.power:
        return False
    if following in (".", ":") and text[amount.end + 1 : amount.end + 2].isdigit():
        return False
    if printed == "1" and text.endswith(("0到", "零到"), 0, amount.start):  # 从0到1 is a saying
        return False
    if amount.power or printed[-1] in "百千" or (len(printed) > 2 and ("万" in printed or "亿" in printed)):
        return not _only_magnitude(printed) and not text.startswith(CLASS_AFTER, amount.end)
    if not printed[0].isdigit() or len(printed) > _LONGEST_BARE or _VERSION.fullmatch(printed):
        return False
    return (not following or following in BARE_END) and text.endswith(STATES, 0, amount.start)
