"""The forms in which times are printed (2021年, 近5年来, 上半年, “十四五”期间), and where in a text they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roundtable_site.parsing.lexicon import times as words
from roundtable_site.parsing.wordlists import any_of

_COUNT = r"(?:\d{1,2}[到至—-]\d{1,2}|\d{1,4}|[一二三四五六七八九十两几数多百]{1,4})"
_SPACE = r"[ \u3000]?"
_COUNTED_OVER = "累计|内?共|下降|增长|减少|增加|翻|年均|平均|年增"
_TO_DAY = r"(?:[-—~～–至到](?:\d{1,2}月)?\d{1,2}[日号])"  # 3月5日至7日
_DATE = rf"""
    (?: (?:公元前?)?(?:1[5-9]|20)\d\d{_SPACE}年度?
      | [一二][九〇零○][〇零○一二三四五六七八九]{{2}}年度?
      | {any_of(words.YEAR_WORDS)}度?
      | (?<![产成投营用之以此今业建运完工车])后年 )
    (?: {any_of(words.YEAR_PARTS)} | [初底末中] | 同期
      | {_SPACE}\d{{1,2}}{_SPACE}(?:月?{_SPACE}?[-—~～–至到]{_SPACE})?(?:\d{{1,2}}{_SPACE})?月份?
        (?:{_SPACE}\d{{1,2}}{_SPACE}[日号]{_TO_DAY}?)?(?:[初底末中]|[上中下]旬)?
      | 前\s?{_COUNT}\s?个月 | 前[一二两三1-3]季(?:度|(?![节军])) | 第[一二三四1-4]季度? )?
"""
# Two characters tell of most places that no time begins there, before all the forms are tried: a numeral wants a word
# of time behind it, everything else is one of few beginnings.
_NUMERAL = r"\d一二两三四五六七八九十几数多百"
_TELLS_TIME = re.compile("[年月季天]")
_BEGINNINGS = frozenset(
    word[:2]
    for table in (words.YEAR_WORDS, words.YEAR_PARTS, words.MONTH_WORDS, words.NOW_WORDS, words.RECENT_WORDS)
    for word in (*table, *words.VAGUE_SPANS, *words.ERAS, *words.FESTIVALS)
    if not (re.match(f"[{_NUMERAL}]", word) and _TELLS_TIME.search(word))
) | frozenset(words.OPENINGS)
_OPENERS, _SECONDS = ("".join(sorted({beginning[at] for beginning in _BEGINNINGS})) for at in (0, 1))
_FIRST = f"[{_NUMERAL}近这前第{_OPENERS}]"
_TIME_FOLLOWS = rf"(?=[^，。；年月季天]{{0,14}}+{_TELLS_TIME.pattern})"
_MAY_BEGIN = rf"""
    (?={_FIRST})
    (?= [{_NUMERAL}]{_TIME_FOLLOWS}
      | [近这前第][ \u3000]?[{_NUMERAL}] | 十[一二三四五]五
      | {any_of(_BEGINNINGS)} )
"""
_TIME = re.compile(
    rf"""
    {_MAY_BEGIN}
    (?:
    (?P<range>   # 2017年至2021年，2017—2021年
        (?:1[89]|20)\d\d{_SPACE}年?{_SPACE}(?:[-—–~～至到]|——)(?:1[89]|20)\d\d{_SPACE}年(?:间|期间)?
    )
  | (?P<span>    # 近5年，五年来，过去十年，这两年，连续4年，“十三五”期间，十年间
        (?:近|最近|过去|这|未来|今后|接下来的?|过去的|短短|连续|前|此后的?|随后的?|下一个){_SPACE}{_COUNT}{_SPACE}(?:多|余)?(?:年|个月|个季度|个五年)(?:来|间|时间|里|内)?
      | (?!(?:1[89]|20)\d\d{_SPACE}年){_COUNT}(?:多|余)?(?:年|个月)(?:来|间|以来|(?={_COUNTED_OVER}))
      | [“「]?十[一二三四五]五[”」]?{any_of(words.PLAN_TAILS)}
    )
  | (?P<vague>{any_of(words.VAGUE_SPANS)})
  | (?P<since>(?:{any_of(words.ERAS)})(?:以来|后|之后|以后))
  | (?P<date>{_DATE})(?P<tail>以来|以后|以前|之前|之后|前后|期间|至今|起|前|后)?
  | (?P<months>(?<!\d)\d{{1,2}}{_SPACE}(?:月份?)?{_SPACE}[-—~～–至到]{_SPACE}\d{{1,2}}{_SPACE}月份?
      | (?<![\d年第一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月
        (?:份|[初底末]|[上中下]旬|[一二三四五六七八九十]{{1,3}}[日号])?(?![\u4e00-\u9fff]?[球饼亮光季嫂革])
      | (?<![\d年])\d{{1,2}}{_SPACE}月(?:份|\s?\d{{1,2}}{_SPACE}[日号]{_TO_DAY}?|[初底末]|[上中下]旬)?(?!\d))
  | (?P<part>前{_SPACE}?{_COUNT}{_SPACE}?个?月(?:份)? | 第?[一二三四]季度[初末底]?
      | 前[一二两三1-3]季(?:度|(?![节军度]))
      | 第[一二三四1-4]季(?!军) | 首[一二三四五六七八九十]{{1,2}}个月 | [本上]季度?
      | {any_of((*words.YEAR_PARTS, *words.MONTH_WORDS))})
  | (?P<ago>{_COUNT}{_SPACE}(?:多|余)?(?:年|个月|天)(?:前|以前|之前|后|之后))
  | (?P<now>(?!至今[年日天晚])(?:{any_of(words.NOW_WORDS)}))
  | (?P<recent>{any_of(words.RECENT_WORDS)} | (?<![年月季周届与较比去上])同期(?=，))
  | (?P<festival>{any_of(words.FESTIVALS)}(?:假期|期间|长假|小长假|黄金周|当天|前后)+)
    )
    """,
    re.VERBOSE,
)
_OPENS_TIME = re.compile(_FIRST)
# The same, beginning with a character and not with a look at it, so that a search passes by all others at once.
_CANDIDATE = re.compile(
    rf"{_FIRST}(?:(?<=[{_NUMERAL}]){_TIME_FOLLOWS}|(?<=[近这前第])(?=[ \u3000]?[{_NUMERAL}])"
    rf"|(?<=[{_OPENERS}])(?=[{_SECONDS}]))"
)


def times_in(text: str) -> Iterator[re.Match[str]]:
    """Give what looks like a time, in order: all its forms are tried only where one may begin."""
    at = 0
    while begins := _CANDIDATE.search(text, at):
        match = _TIME.match(text, begins.start())
        at = begins.end() if match is None else match.end()
        if match is not None:
            yield match


def time_at_start(text: str) -> re.Match[str] | None:
    """Give the time that opens a text, None if none does."""
    return _TIME.match(text) if _OPENS_TIME.match(text) else None
