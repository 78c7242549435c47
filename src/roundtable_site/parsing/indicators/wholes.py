"""Names of parts and of places in an order, where what tells them looks like adverbs: 占全国的7%, 全国第8大市场."""

from __future__ import annotations

import re

from roundtable_site.parsing.indicators import names
from roundtable_site.parsing.indicators.trimming import bare

_SHARE_OF = re.compile(
    r"占(?:了|到|据)?(?P<whole>(?:全国|全球|世界|全省|全市|全区|全县|国内|全行业|全台|全港|我国|行业)(?:总量|总数)?)"
    r"的?(?P<kind>比重|比例)?(?:的|约|近|超过?|逾|达到?|为)*$"
    r"|占(?P<other>[^，。；占]{2,16})的(?:约|近|将近|超过?|逾)*$"
)
_POINTS_BACK = re.compile(r"(?:这个|这一|该|此|上述)(?:数字|比例|数据|占比|占比重|数值|指标|比率)[^，。；]{0,6}$")
# What somebody takes a place with: 以1.3万辆的成绩稳居榜首, 以15%的份额位列第二.
_TAKES_WITH = re.compile(
    r"(?:左右)?(?:的(?P<noun>[^，。；的]{2,6}?))?，?(?:稳居|位居|高居|居|位列|名列|列|排名?|领先|领跑|夺冠|夺得|摘得|拔得)"
)
_MARKET_SHARES = ("份额", "市场份额", "占有率", "市占率", "市场占有率")


def share_of(before: str) -> tuple[str, str] | None:
    """Give the name and the whole of a part of the country or the world, None if the words state none.

    >>> share_of("动力电池装机量占全球的"), share_of("产值占全县的比重达到"), share_of("佔比")
    (('动力电池装机量', '全球'), ('产值', '全县比重'), None)
    """
    match = _SHARE_OF.search(before[-24:])
    if not match:
        return None
    return names.name_before(before[: len(before) - len(match.group())]), (match["whole"] or match["other"]) + (
        match["kind"] or ""
    )


def points_back(before: str) -> bool:
    """Whether the words before a figure only point to one stated before (这个数字不到, 该比例为).

    >>> points_back("3年前这个数字"), points_back("数字经济占比")
    (True, False)
    """
    return _POINTS_BACK.search(before[-14:]) is not None


def takes_place_with(before: str, text: str, end: int) -> str | None:
    """Give what somebody takes a place with, empty if only the amount is printed; None where no place is taken.

    >>> takes_place_with("禾亚迪以", "15%的份额位列第二", 3), takes_place_with("禾川以", "3亿元居第二", 3)
    ('份额', '')
    """
    match = _TAKES_WITH.match(text, end) if before.endswith("以") else None
    if match is None:
        return None
    return match["noun"] if match["noun"] in _MARKET_SHARES else ""


def biggest_of(after: str) -> str:
    """Give the noun that a rank of size counts among (第8大就业市场).

    >>> biggest_of("就业市场。")
    '就业市场'
    """
    noun = re.match(r"[^，。；！？的]{2,12}", after)
    return bare(noun.group()) if noun else ""
