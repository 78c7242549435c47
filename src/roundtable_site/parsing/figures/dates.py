"""Tell dates, times of day and periods from figures."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.decoys import (
    AGES,
    PERIOD_AFTER,
    PERIOD_BEFORE,
    RECORD_AFTER_PERIOD,
    SHIFTED,
)

_C = "〇零一二三四五六七八九十"
_TO = "[-—–~至到、和及/]"
_YEAR = r"(?:1[5-9]|20|21)\d\d"
_ARABIC_DATE = re.compile(
    rf"""
      {_YEAR}(?:{_TO}{{1,2}}(?:{_YEAR}|\d\d)){{0,3}}年            # 2016—2020年, …
      (?:代|{_TO}?(?:[01]?\d月)?(?:[0-3]?\d[日号])?)              # … 2022年9月3日
    | {_YEAR}[-/.][01]?\d[-/.][0-3]?\d (?!\d)                      # 2022-10-17
    | (?:0\d年|\d\d年(?:[01]?\d月|代))                              # 08年, 98年7月
    | [01]?\d(?:{_TO}{{1,2}}[01]?\d){{0,3}}月                     # 1—5月, …
      (?:份|底|初|末|中旬|[0-3]?\d(?:{_TO}{{1,2}}[0-3]?\d){{0,3}}[日号]?)?  # … 10月17日
    | [0-3]?\d(?:{_TO}{{1,2}}(?:[01]?\d月)?[0-3]?\d){{0,3}}[日号](?![元圆本均产]) # 17日
    | \d0(?:{_TO}{{1,2}}\d0){{0,2}}年代                             # 80年代
    | [0-2]?\d时(?!间|长)(?:[0-5]?\d分)?                            # 8时30分
    | [0-2]?\d:[0-5]\d(?::[0-5]\d)?(?!\d)                          # 8:30
    | [0-2]?\d点(?:[0-5]?\d分?|半|整|钟|许|多|前|后|左右)            # 3点半
    | [1-4](?:{_TO}[1-4])?季度
    """,
    re.VERBOSE,
)
_CHINESE_DATE = re.compile(
    rf"""
      [〇零一二三四五六七八九]{{4}}年(?:[{_C}]{{1,2}}月(?:[{_C}]{{1,3}}[日号])?)?     # 二〇二二年十月
    | [{_C}]{{1,2}}(?:{_TO}[{_C}]{{1,2}})?月(?:份|底|初|末|中旬|[{_C}]{{1,3}}[日号])?  # 十月十七日
    | [{_C}]{{1,3}}[日号](?![元圆本均产])
    | [{_C}]{{2}}年代
    | [{_C}]{{1,2}}时[{_C}]{{1,3}}分
    | [{_C}]{{1,2}}点(?:[{_C}]{{1,3}}分(?!钟)|半|整|钟|许|[一三]刻)
    | [一二三四](?:{_TO}[一二三四])?季度
    """,
    re.VERBOSE,
)
# A date's first run of digits ends before one of these, which is soon told.
_MAY_BE = re.compile(rf"[\d{_C}两]++[-—–~至到、和及/年.月日号时:点季]")
_CLOCK_BEFORE = re.compile(r"(?:上午|下午|早上|晚上|中午|凌晨|清晨|傍晚|当晚|今晚|夜里|早|晚|日|午|夜)$")
_CLOCK = re.compile(r"[\d一二两三四五六七八九十]{1,3}点")


def date_end(text: str, at: int) -> int:
    """Give where the date or time of day that begins at `at` ends, 0 if none does."""
    if not _MAY_BE.match(text, at):
        return 0
    match = (_ARABIC_DATE if text[at] < "\x80" else _CHINESE_DATE).match(text, at)
    if match:
        age = text[match.end() - 1] == "年" and text.startswith(AGES, match.end())
        return 0 if age else match.end()
    clock = _CLOCK.match(text, at)
    return clock.end() if clock and _CLOCK_BEFORE.search(text, max(0, at - 2), at) else 0


def is_period(text: str, start: int, end: int) -> bool:
    """Tell whether a span of time says when something holds (五年来, 近5年); in 13年来新高 it is a figure."""
    for word in PERIOD_AFTER if text.startswith(PERIOD_AFTER, end) else ():
        if text.startswith(word, end):
            return not (word[-1] == "来" and text.startswith(RECORD_AFTER_PERIOD, end + len(word)))
    if text.endswith(PERIOD_BEFORE, max(0, start - 4), start) and not text.endswith(SHIFTED, 0, start):
        return not text.startswith(RECORD_AFTER_PERIOD, end)
    return False
