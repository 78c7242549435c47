"""Words that divide a whole into parts which have nothing in common, so that the parts may be added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# Each row names the parts of one whole; a part may have several names. The first are told apart before shorter ones.
ROWS: tuple[tuple[tuple[str, ...], ...], ...] = (
    (("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产")),
    (("城镇", "城市"), ("农村", "乡村")),
    (("男性", "男"), ("女性", "女")),
    (("大型",), ("中型",), ("小型",), ("微型", "轻型")),
    (("国有",), ("民营", "私营"), ("外资", "外商"), ("集体",)),
    (("线上", "网上"), ("线下", "实体店")),
    (("进口",), ("出口",)),
    (("东部",), ("中部",), ("西部",), ("东北",)),
    (("公办",), ("民办",)),
    (("户籍",), ("非户籍", "外来", "流动")),
    (("省外", "市外", "县外"), ("省内", "市内", "县内")),
    (("境内", "国内"), ("境外", "国外", "海外")),
    (("上半年",), ("下半年",)),
    (("一季度",), ("二季度",), ("三季度",), ("四季度",)),
    (("火电",), ("水电",), ("风电",), ("光伏", "太阳能"), ("核电",), ("生物质",)),
)


class Parts(NamedTuple):
    """Which row some names belong to, and whether all its parts are among them."""

    row: int
    complete: bool


def parts_of_one_whole(names: Sequence[str]) -> Parts | None:
    """Tell whether names differ in nothing but the word of one row, each in another.

    >>> parts_of_one_whole(["城镇人口", "农村人口"]), parts_of_one_whole(["城镇人口", "农村学校"])
    (Parts(row=1, complete=True), None)
    """
    for number, row in enumerate(ROWS):
        found = [_part(name, row) for name in names]
        members = {place for place, _ in found}
        rests = {rest for _, rest in found}
        if -1 not in members and len(members) == len(names) and len(rests) == 1:
            return Parts(number, len(members) == len(row))
    return None


def _part(name: str, row: tuple[tuple[str, ...], ...]) -> tuple[int, str]:
    """Give which part of a row a name speaks of (-1: none), and the name without that word."""
    for place, words in enumerate(row):
        for word in words:
            if word in name:
                return place, name.replace(word, "", 1)
    return -1, name
