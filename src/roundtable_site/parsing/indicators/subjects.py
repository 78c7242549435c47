"""Share a list of figures out among a list of subjects (城镇、农村居民收入分别增长4%、6%)."""

from __future__ import annotations

import re

from roundtable_site.parsing.indicators.trimming import strip_head
from roundtable_site.parsing.wordlists import any_of

_JOINT = re.compile(r"[、和与及]|以及")
_NUMERAL = frozenset("一二三四五六七八九十")
# Words that hold two subjects in one.
_PARTS = {
    "产销": ("产量", "销量"),
    "大中型": ("大型", "中型"),
    "中小型": ("中型", "小型"),
    "大中小型": ("大型", "中型", "小型"),
    "进出口": ("进口", "出口"),
    "收支": ("收入", "支出"),
    "存贷款": ("存款", "贷款"),
    "城乡": ("城镇", "农村"),
    "购销": ("收购", "销售"),
    "供需": ("供给", "需求"),
    "男女": ("男性", "女性"),
}
_COMPRESSED = re.compile(rf"^(?P<before>.*?)(?P<pair>{any_of(_PARTS)})(?P<after>.*)$")


_TRADE_MADE = re.compile(
    r"(?P<trade>第?[一二三]次?产业?|[^，。；的、在]{1,8}(?<![企作行创就产])业)(?:共|累计|预计|全年)?(?:实现|完成|创造)(?P<rest>[^，。；]{2,10})$"
)


def trade_making(before: str, name: str) -> str:
    """Give the trade that makes what a general name calls (第一产业实现增加值 → 第一产业); empty if none is told.

    >>> trade_making("第一产业实现增加值达到", "增加值")
    '第一产业'
    """
    match = _TRADE_MADE.search(before[-24:])
    return strip_head(match["trade"]) if match and match["rest"].startswith(name) else ""


def share_out(name: str, count: int) -> tuple[str, ...] | None:
    """Give one full name for each of `count` figures, or None if the name does not hold as many subjects.

    >>> share_out("一产、二产、三产增加值", 3)
    ('一产增加值', '二产增加值', '三产增加值')
    >>> share_out("城镇、农村居民收入", 2)
    ('城镇居民收入', '农村居民收入')
    >>> share_out("有图书室和图书角的村小学占比", 2)
    ('有图书室的村小学占比', '有图书角的村小学占比')
    >>> share_out("大中型水库蓄水量", 2)
    ('大型水库蓄水量', '中型水库蓄水量')
    """
    parts = [part for part in _JOINT.split(name) if part]
    if len(parts) == count:
        return _coordinated(parts)
    match = _COMPRESSED.match(name)
    if match and len(_PARTS.get(match["pair"], ())) == count:
        return tuple(match["before"] + part + _after(part, match["after"]) for part in _PARTS[match["pair"]])
    return None


def _after(part: str, after: str) -> str:
    return after.removeprefix("量") if part.endswith("量") else after


def _coordinated(parts: list[str]) -> tuple[str, ...]:
    """Complete each part of a coordination from the last one's tail and the first one's head."""
    head, parts = _shared_head(parts)
    last, others = parts[-1], parts[:-1]
    cut = _cut_of_last(last, others)
    tail = last[cut:]
    return tuple(head + _joined(part, tail) for part in (*others, last[:cut]))


def _joined(part: str, tail: str) -> str:
    return part if part.endswith(tail) else part + tail


def _shared_head(parts: list[str]) -> tuple[str, list[str]]:
    """Take off what the first part says for all (有图书室和图书角 → 有)."""
    first, second = parts[0], parts[1]
    if first[:1] == "第" and len(first) == 2 and all(p[:1] in _NUMERAL for p in parts[1:]):
        return "第", [first[1:], *parts[1:]]
    for length in (3, 2):
        at = first.find(second[:length])
        if at > 0 and len(second) >= length:
            return first[:at], [first[at:], *parts[1:]]
    return "", parts


def _cut_of_last(last: str, others: list[str]) -> int:
    """Find where the last part ends and what all share begins."""
    before_of, found, _ = last.partition("的")
    ends = others[-1]
    for length in (3, 2, 1):  # 农村居民和城镇居民人均收入: both end in 居民; 一产、三产增加值: both end in 产
        shared = ends[-length:]
        at = last.find(shared, max(0, len(ends) - 3))
        if len(ends) > length - (length == 1) and 0 < at <= len(ends) + 2:
            return at + length
    if found and len(before_of) <= len(ends) + 2:
        return len(before_of)
    return min(len(ends), len(last))
