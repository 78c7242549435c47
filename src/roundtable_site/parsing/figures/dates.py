"""Tell dates, times of day and periods from figures."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.decoys import PERIOD_AFTER, PERIOD_BEFORE, RECORD_AFTER_PERIOD

_C = "〇零一二三四五六七八九十"
_DATE = re.compile(
    rf"""
    (?:
        (?:1[5-9]|2[01])\d\d (?:[-—–~至到、和/](?:1[5-9]|2[01])?\d\d){{0,3}}   # 2016—2020
        (?:年(?:[度代初底末中内间前后]|\d{{1,2}}月(?:份|\d{{1,2}}[日号])?)?|\.\d{{1,2}}\.\d{{1,2}}|[-/]\d{{1,2}}[-/]\d{{1,2}})
      | \d{{2}}年\d{{1,2}}月(?:\d{{1,2}}[日号])?
      | \d{{1,2}}(?:[-—–~至到、和及]\d{{1,2}}){{0,3}}月(?:份|\d{{1,2}}(?:[-—–~至到、和]\d{{1,2}}){{0,3}}[日号]?)?(?!个)
      | (?:[12]?\d|3[01])(?:[-—–~至到、和]\d{{1,2}}){{0,3}}[日号](?![元圆本均楼线])
      | \d0(?:[-—–~至到、和]\d0){{0,2}}年代
      | (?:[01]?\d|2[0-4])[点时](?:[0-5]?\d分|半|整|钟|许|多|前|后|左右|[0-5]\d)?(?!\d)
      | (?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?
      | [〇零一二三四五六七八九]{{4}}年
      | [{_C}]{{1,3}}(?:[至到、和][{_C}]{{1,3}}){{0,2}}月(?:份|[{_C}]{{1,3}}[日号])?
      | [{_C}]{{1,3}}[日号](?![元圆本均楼线])
      | [{_C}]{{2}}年代 | [一二三四]季度 | [1-4]季度
      | [{_C}]{{1,3}}点(?:[{_C}]{{1,3}}分|半|整|钟|许|一刻|三刻)
    )
    """,
    re.VERBOSE,
)


def date_end(text: str, at: int) -> int:
    """Give where the date or time of day that begins at `at` ends, 0 if none does."""
    match = _DATE.match(text, at)
    return match.end() if match else 0


def is_period(text: str, start: int, end: int) -> bool:
    """Tell whether a span of time is when something holds (五年来, 近5年) and no figure; 13年来新高 is one."""
    for word in PERIOD_AFTER:
        if text.startswith(word, end):
            rest = end + len(word)
            return not (word.endswith("来") and text.startswith(("的", *RECORD_AFTER_PERIOD), rest))
    if text.startswith(PERIOD_BEFORE, max(0, start - 1)) or text.endswith(PERIOD_BEFORE, 0, start):
        return not text.startswith(RECORD_AFTER_PERIOD, end)
    return False
