"""Read traditional characters as the rules know them, one for one, and give names back as printed."""

from __future__ import annotations

import re
from functools import lru_cache

from roundtable_site.parsing.lexicon.script import SIMPLIFIED
from roundtable_site.parsing.lexicon.units import TRADITIONAL

_MORE = (
    "較较額额價价製制徵征擬拟擁拥築筑購购銷销運运輸输糧粮貿贸債债償偿稅税財财資资產产業业積积極极顯显幅幅漲涨跌跌減减縮缩擴扩寬宽壓压緊紧"
    "彙汇聚聚匯汇會会館馆園园區区縣县鎮镇鄉乡廠厂廣广場场線线鐵铁橋桥樑梁隧隧車车輛辆艦舰機机飛飞電电網网絡络讯讯訊讯碼码號号據据庫库檔档"
    "醫医藥药療疗護护疫疫診诊學学校校師师員员職职務务勞劳動动農农漁渔牧牧林林畝亩頃顷層层樓楼蓋盖築筑護护環环氣气風风溫温濕湿熱热節节煤煤"
    "實实現现達达標标準准際际國国內内外外進进出出發发展展創创業业開开關关閉闭設设計计劃划預预測测評评審审核核認认證证書书"
)
# Marks stay as printed: a half-width colon inside a figure (2.4:1) is no end of a clause.
_MARKS = frozenset(map(ord, ":;!?,."))
_TABLE = (
    {ord(old): new for old, new in zip(_MORE[::2], _MORE[1::2], strict=True) if old != new}
    | {ord(old): new for old, new in TRADITIONAL.items()}
    | {code: new for code, new in SIMPLIFIED.items() if code not in _MARKS}
)
_OTHER = re.compile("[" + "".join(map(chr, _TABLE)) + "]")  # most texts hold none of them


def simplified(text: str) -> str:
    """Give a text of the same length in the characters of the rules' vocabulary.

    >>> simplified("產值達到5億元")
    '产值达到5亿元'
    """
    return text.translate(_TABLE) if _OTHER.search(text) else text


def as_printed(name: str, printed: str, read: str) -> str:
    """Give a name made of pieces of the text as read in the characters of the text as printed.

    >>> as_printed("产值", "產值達到", "产值达到")
    '產值'
    """
    if printed == read:
        return name
    at = read.find(name)
    return printed[at : at + len(name)] if at >= 0 else name.translate(_back(printed, read))


@lru_cache(maxsize=1)
def _back(printed: str, read: str) -> dict[int, str]:
    """Give the characters of a paragraph that were read as others: made once, not for each of its names."""
    return {ord(new): old for old, new in zip(printed, read, strict=True) if old != new}
