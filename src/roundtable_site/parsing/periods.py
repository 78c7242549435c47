"""Find the times that a paragraph prints, and which of them hold for a figure."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from roundtable_site.parsing.lexicon import times as words
from roundtable_site.parsing.time_forms import time_at_start, times_in
from roundtable_site.parsing.wordlists import Trailing, any_of

TimeKind = Literal["point", "now", "span", "vague"]

_FUTURE = re.compile(r"明年|后年|未来|今后|接下来|下一个|届时")
_MULTI = re.compile(r"近(?!日|期)|来$|以来|期间|时期|—|至|到")
_ONE = re.compile(r"(?:一年|1年|1 年|一个月|半年|(?:过去|近|这)一年来?)")
_AFTER_CLAUSE = re.compile(r"(?:后|之后|以后|之时|之际|时|前|之前|以前|以来|期间)$")
# When somebody says something is no time that a figure holds for: 出席典礼时, 接受采访时.
_OCCASION = re.compile(
    r"(?:出席|致[辞词]|[采受]访|发言|讲话|谈[及到起]|介绍|回[答应]|交流|座谈|调研|视察|考察|参观|提问|发布会)[^，。；]{0,10}[时后上]$"
)
# A plan is dated: 预计至2028年前投入…
_PLANNED = re.compile(r"(?:预计|预估|计划|规划|力争|争取|目标|期望|拟|将)(?:于|在|到|至)?$")
_PREFIX = re.compile(r"(?:截至到?|截止到?|到|至|早在|在)$")
_BOUND = Trailing(words.BOUND_BEFORE)
_COMPARING = Trailing(words.COMPARING)
_HEAD = re.compile(rf"[“‘「『\"'（( ]*{any_of(words.BEFORE_ADVERBIAL)}*$")
_FESTIVE = re.compile(r"在?(?:刚刚?过去的|刚刚?结束的|今年的?|去年的?|内地的?|[\u4e00-\u9fff]{2}的?){0,3}$")
_TOGETHER = re.compile(r"[^，。；]{1,14}相比")
_LOOKED_FROM = re.compile(r"[^，。；]{0,20}看(?=，)")  # 从一季度增速看，…: the time of what is looked at
_PLAN = re.compile(r"十([一二三四五六七八九])五[”」]?+(?!以来)")
_SCOPES = ("全国的", "全省的", "全市的", "全区的", "全县的", "我国的", "全球的", "世界的", "国内的", "我市的", "我省的")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?年")
_ANY_YEAR = re.compile(r"[12]\d\d\d\s?年")


class Time(NamedTuple):
    """A time as printed, with its place in the paragraph and whether it may stand as an adverbial of the sentence."""

    start: int
    end: int
    text: str
    kind: TimeKind
    bound: bool = False  # belongs to the phrase that it stands in
    comparing: bool = False  # only a base of comparison
    head: bool = False  # stands at the head of its clause
    several_years: bool = False
    future: bool = False
    year: int | None = None
    goal: bool = False  # opens with 到 or 至: a date to reach, if it is still to come


def find_times(text: str, breaks: tuple[int, ...] = ()) -> list[Time]:
    """Find every time in a paragraph; `breaks` are the offsets where clauses begin.

    >>> [t.text for t in find_times("截至2021年，全市近5年来增长6.5%")]
    ['截至2021年', '近5年来']
    """
    starts = sorted(breaks) or [0]
    found: list[Time] = []
    clause = 0
    for match in times_in(text):
        if match.group() == "过去" and text[match.start() - 1 : match.start()] == "刚":
            continue  # 刚过去的黄金周
        if match.group() == "全年" and text.startswith(("可", "能", "平均"), match.end()):
            continue  # a frequency, as in 全年可节省
        while clause + 1 < len(starts) and starts[clause + 1] <= match.start():
            clause += 1
        found.append(_read(text, match, starts[clause]))
    return found


def _read(text: str, match: re.Match[str], clause_start: int) -> Time:
    """Judge one time by what stands around it."""
    before = text[max(clause_start, match.start() - 16) : match.start()]
    prefix = _PREFIX.search(before)
    start = match.start() - (len(prefix.group()) if prefix and prefix.group() not in ("在", "早在") else 0)
    opened = (match["range"] is not None or match["tail"] == "至今") and before.endswith(("从", "自"))  # 从…年到…年
    start -= opened
    after = text[match.end() : match.end() + 8]
    printed = text[start : match.end()]
    outer = before[: len(before) - len(prefix.group() if prefix else "") - opened]
    comparing = _compares(before, text[match.end() : match.end() + 20], printed)
    looked_from = before.endswith("从") and _LOOKED_FROM.match(text, match.end()) is not None
    bound = not (looked_from or opened) and _is_bound(before, after, printed, start)
    return Time(
        start=start,
        end=match.end(),
        text=printed,
        kind=_kind(match),
        bound=bound,
        comparing=comparing,
        head=(_HEAD.match(outer) is not None or (match["festival"] is not None and _FESTIVE.match(outer) is not None))
        and match.start() - clause_start < 16,
        several_years=_several_years(match, printed),
        future=_FUTURE.search(printed) is not None,
        year=_year_of(printed),
        goal=printed.startswith(("到", "至")),
    )


def _year_of(printed: str) -> int | None:
    """Give the year that a time names; for a five-year plan the year that it ends in (“十四五”期间 → 2025)."""
    if found := _YEAR.search(printed):
        return int(found[1])
    plan = _PLAN.search(printed)
    return 1955 + 5 * (11 + "一二三四五六七八九".index(plan[1])) if plan else None


def _kind(match: re.Match[str]) -> TimeKind:
    if match["vague"]:
        return "vague"
    if match["span"] or match["range"] or match["since"] or (match["tail"] or "").endswith("以来"):
        return "span"
    return "now" if match["now"] else "point"


def _several_years(match: re.Match[str], printed: str) -> bool:
    """Whether a rise over this time is a rise over several years."""
    if match["vague"] or match["range"] or match["since"]:
        return True
    if match["span"]:
        return not _ONE.search(printed) and "月" not in printed and "季" not in printed
    return (match["tail"] or "") == "以来" and "今年" not in printed


def _compares(before: str, after: str, printed: str) -> bool:
    if printed == "同期":
        return False
    if "同期" in printed or printed.startswith("上年") or after.startswith("同期"):
        return True
    if _COMPARING.start(before) == len(before):
        return False
    last = before[-1:]
    return last in "比较較" or after.startswith(("相比", "比", "同期")) or _TOGETHER.match(after) is not None


def _is_bound(before: str, after: str, printed: str, start: int) -> bool:
    """Whether the time belongs to its phrase: 由2017年的…, 发现于2020年, 2022年发现的遗址, 恢复到2017年水平."""
    if _PLANNED.search(before[: -len(printed)] if before.endswith(printed) else before):
        return False
    if printed.startswith(("到", "至")) and start > 0 and before[:-1] and not _HEAD.match(before[:-1]):
        return True
    if before.endswith(("是", "相当于", "约为", "达到")) and after.startswith("的"):
        return True
    if re.match(r"的\d", after) is not None and before.endswith(("比", "较", "由", "从")):
        return True
    if _BOUND.start(before) < len(before) and not after.startswith(("起", "开始", "以来")):
        return True
    if printed in words.NOW_WORDS:  # 如今某地的公路: said of today
        return False
    if after.startswith(_SCOPES):  # 今年全国的产量
        return False
    return re.match(r"[^，。；、\d]{1,3}的(?!时候)", after) is not None or after.startswith(("水平", "版"))


AFTERWARDS = ("后", "时", "际", "前", "来", "间")
"""The last characters of a clause that is wholly a time."""


def adverbial_clause(clause: str) -> str | None:
    """Give a clause that is wholly a time (新厂建成后, 开工之时), else None.

    >>> adverbial_clause("新标准实施后")
    '新标准实施后'
    """
    if 3 <= len(clause) <= 20 and _AFTER_CLAUSE.search(clause) and not clause.endswith(words.NO_TIMES):
        return None if _OCCASION.search(clause) else clause
    return None


def newest_year(texts: list[str]) -> int | None:
    """Give the newest year that the texts speak of as past or present: the article's own time, as far as it tells."""
    years = [0]
    for text in texts:
        for match in _YEAR.finditer(text) if _ANY_YEAR.search(text) else ():
            before = text[max(0, match.start() - 3) : match.start()]
            after = text[match.end() : match.end() + 4]
            goal = before.endswith(
                ("到", "至", "力争", "计划", "确保", "预计", "—", "-", "～")
            ) and not before.endswith("截至")
            if not goal and not after.startswith(("前", "底前", "建成")):
                years.append(int(match.group(1)))
    return max(years) or None


def leading_time(text: str) -> int:
    """Give the length of the time that opens a text, 0 if none does.

    >>> leading_time("去年粮食产量")
    2
    """
    match = time_at_start(text)
    return match.end() if match else 0
