"""Figures in words: 百分之三, 三分之一, 2.4:1, 翻两番, 减半, 居全国第三, 历史新高."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from roundtable_site.parsing.figures.amount import unit_length
from roundtable_site.parsing.figures.figure import Kind
from roundtable_site.parsing.numerals import EXACT, NUMERAL, numeral_value, plain

_N = r"[\d.,零〇一二三四五六七八九两十百千万亿点]{1,24}"


@dataclass(frozen=True, slots=True)
class Special:
    """A figure in words: its span, the span of its number, values and unit (None or a word)."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal | None
    value_to: Decimal | None
    unit: str | None
    kind: Kind


_PARTS_OF = re.compile(rf"(?P<whole>百|千|万|百万|十万|千万|万万|百万万)分之(?P<sign>[负-]?)(?P<part>{_N}[kK]?)")
_FRACTION = re.compile(rf"(?:(?P<ones>{_N})又)?(?P<below>{_N})分之(?P<above>{_N})")
_SLASHED = re.compile(r"(?P<above>[1-9]\d?)/(?P<below>[1-9]\d?)(?![\d/月年.])")
_RATIO = re.compile(rf"(?P<left>{_N})(?P<mark>[::：∶]|比)(?P<right>{_N})(?![\d::：])")
_DOUBLING = re.compile(
    r"翻(?:了|上)?(?:(?:近|约|超过|超|至少|将近))?(?P<times>[一二两三四五六七八九十\d半]{0,2})番|翻(?:了)?(?:一)?倍"
)
_HALVING = re.compile(r"减半|折半|腰斩|减少一半")
_HALF = re.compile(r"一半(?!是|儿)|半数(?!票)")
_RANK = re.compile(rf"第(?P<number>{_N})(?P<unit>位|名|个|大|家|高|强)?")
_FRONT = re.compile(rf"前(?P<number>{_N})(?P<unit>位|名|强|列)?(?![个年月季天日次期次轮届批述后面年]|季度)")
_FIRST = re.compile(r"首(?P<unit>位)|榜首|(?<=第)一")
_RECORD = re.compile(r"(?:历史|歷史)(?:同期)?(?:新高|新低|最高|最低|最好|最大|极值|峰值)(?:水平|纪录|点|值)?")
_RANKED_BY = re.compile(
    r"(?:居|列|排|名|跃升|升|跻身|进入|进|保持|稳居|获|获得|夺得|占|达|升至|跃居|退居|在|为|是|全国|全省|全市|全球|世界|亚洲|全区|西部|中部|东部|同类城市|行业)"
    r"[^，。；,;]{0,10}$"
)


def read_parts_of(text: str, at: int) -> Special | None:
    """Read 百分之三点五, 千分之二 (0.2 %) …; 五百分之二 is no percentage."""
    match = _PARTS_OF.match(text, at)
    if not match or (at and NUMERAL.match(text, at - 1)):
        return None
    thousand = match["part"][-1:] in "kK"
    inner = NUMERAL.match(text, match.start("part"))
    value = numeral_value(inner[0]) if inner else None
    if value is None or inner is None:
        return None
    whole = numeral_value(match["whole"]) or Decimal(100)
    end = inner.end()
    if thousand and match.end("part") == end + 1:
        value, end = EXACT.scaleb(value, 3), end + 1
    value = plain(EXACT.multiply(value, EXACT.divide(Decimal(100), whole)))
    value = -value if match["sign"] else value
    return Special(at, end, (inner.start(), end), value, None, "%", "percent")


def read_fraction(text: str, at: int) -> Special | None:
    """Read 三分之一 and 一又二分之一 as plain numbers of kind `plain`; the caller turns shares into percent."""
    match = _FRACTION.match(text, at)
    if not match:
        return None
    ones = numeral_value(match["ones"]) if match["ones"] else Decimal(0)
    above, below = numeral_value(match["above"]), numeral_value(match["below"])
    if ones is None or above is None or not below:
        return None
    return Special(at, match.end(), match.span(), ones + EXACT.divide(above, below), None, None, "plain")


def read_ratio(text: str, at: int) -> Special | None:
    """Read 2.4:1 and 3比1: the value is the left number, the unit `:1`."""
    match = _RATIO.match(text, at)
    if not match:
        return None
    left, right = numeral_value(match["left"]), numeral_value(match["right"])
    if left is None or right is None or not right:
        return None
    return Special(at, match.end(), match.span("left"), left, None, f":{right}", "ratio")


def read_multiple(text: str, at: int) -> Special | None:
    """Read 翻一番 (1 倍), 翻两番 (3 倍), 翻倍 and 减半 (-50 %)."""
    if match := _HALVING.match(text, at):
        return Special(at, match.end(), match.span(), Decimal(-50), None, "%", "percent")
    match = _DOUBLING.match(text, at)
    if not match:
        return None
    times = numeral_value(match["times"]) if match["times"] else Decimal(1)
    if times is None or times > 40:
        return None
    return Special(at, match.end(), match.span("times"), EXACT.power(2, times) - 1, None, "倍", "multiple")


def read_half(text: str, at: int) -> Special | None:
    """Read 一半 and 半数 as 50 %."""
    match = _HALF.match(text, at)
    return Special(at, match.end(), match.span(), Decimal(50), None, "%", "percent") if match else None


def read_rank(text: str, at: int, *, listed: bool) -> Special | None:
    """Read 第3位, 第二, 前六, 首位 where the words before say that it is a place in an order."""
    if match := _FIRST.match(text, at):
        if (
            match[0] == "首位"
            and _RANKED_BY.search(text, max(0, at - 14), at)
            and not text.endswith(("放在", "摆在"), 0, at)
        ):
            return Special(at, match.end(), (at, at + 1), Decimal(1), None, "位", "rank")
        return None
    match = _RANK.match(text, at) or _FRONT.match(text, at)
    if not match or not (listed or _RANKED_BY.search(text, max(0, at - 14), at)):
        return None
    number = NUMERAL.match(text, match.start("number"))
    value = numeral_value(number[0]) if number else None
    if value is None or number is None:
        return None
    unit = match["unit"]
    if number.end() != match.end("number"):
        return None
    if unit is None and unit_length(text, match.end()):
        return None
    return Special(at, match.end(), number.span(), value, None, unit, "rank")


def read_record(text: str, at: int) -> Special | None:
    """Read 历史新高: a record without a number."""
    match = _RECORD.match(text, at)
    return Special(at, match.end(), (at, at), None, None, None, "record") if match else None
