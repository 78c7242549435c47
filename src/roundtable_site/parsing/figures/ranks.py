"""Read places in an order (居全国第三, 前十, 首位) and records (历史新高)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from roundtable_site.parsing.figures.units import unit_length
from roundtable_site.parsing.figures.words import Worded
from roundtable_site.parsing.lexicon.ranks import FIELDS, RANKED, RECORDS, STRUCTURE
from roundtable_site.parsing.numerals import NUMERAL, numeral_value

# A place stands at the end of its clause, or before what it is a place among.
_CLAUSE_END = frozenset("，。、；：,;.!！？?（(）)”」』》 \n和及与的以并且而")
_WINDOW = 14
_FIRST = re.compile(r"首位|榜首|之首")
_IS_OF = re.compile(r"(?:是|成为)[^，。；是]{1,6}$")
_BREAK = re.compile(r"[，。；：,;!?！？“”]")
_RANKED_BY = re.compile("|".join(map(re.escape, RANKED)))
_RECORD = re.compile("|".join(map(re.escape, RECORDS)))
# A number of years before the record: 13年来新高, 近十年同期新高.
_SPAN_BEFORE = re.compile(r"[\d一二两三四五六七八九十百余多](?:年|个月|个季度|周|季)(?:以来|来)?的?(?:同期)?$")
_RECORD_MARKS = ("新高", "新低", "历史最", "有史以来", "历史高位", "历史峰值", "历史极值")


def read_rank(text: str, at: int, *, listed: bool) -> Worded | None:
    """Read 第3位, 第二, 前六 or 首位 at `at`, where the words before say that it is a place in an order.

    `listed` says that it goes on a list of places (分别居全国第二、第七).
    """
    if match := _FIRST.match(text, at):
        return _first(text, at, match[0])
    if text[at] not in "第前":
        return None
    number = NUMERAL.match(text, at + 1)
    value = numeral_value(number[0]) if number else None
    if number is None or value is None or value > 5000:
        return None
    return _numbered(text, at, number.span(), value, listed=listed)


def _first(text: str, at: int, printed: str) -> Worded | None:
    """Read 首位, unless something is put there (摆在首位)."""
    if not _ranked(text, at) or text.endswith(("放在", "摆在", "置于", "摆在了"), 0, at):
        return None
    unit = "位" if printed == "首位" else None
    return Worded(at, at + len(printed), (at, at + len(printed)), Decimal(1), None, unit, "rank")


def _numbered(text: str, at: int, number: tuple[int, int], value: Decimal, *, listed: bool) -> Worded | None:
    end = number[1]
    following = text[end : end + 1]
    unit = None
    if following in ("位", "名") or (text[at] == "第" and following == "大"):
        unit, end = following, end + 1
    elif text[at] == "第" and following == "个":
        if not (_placed(text, at) or _IS_OF.search(text, max(0, at - _WINDOW), at)) or text.startswith(
            STRUCTURE, end + 1
        ):
            return None
        return Worded(at, end + 1, number, value, None, "个", "rank")
    elif following and following not in _CLAUSE_END and not (text[at] == "前" and following == "强"):
        return None
    if unit is None and text[at] == "第" and unit_length(text, end):
        return None
    if not (listed or _ranked(text, at) or _placed(text, at)):
        return None
    return Worded(at, end, number, value, None, unit, "rank")


def _ranked(text: str, at: int) -> bool:
    """Tell whether a verb of ranking stands shortly before, in the same clause."""
    window = text[max(0, at - _WINDOW) : at]
    clause = _BREAK.split(window)[-1]
    return bool(_RANKED_BY.search(clause)) or clause.endswith(FIELDS)


def _placed(text: str, at: int) -> bool:
    """Tell whether a field (全国, 世界) or the last character of a place's name stands right before."""
    return text.endswith(FIELDS, 0, at) or text[at - 1 : at] in tuple("省市区县州国洲")


def find_records(text: str) -> Iterator[Worded]:
    """Find records without a number (创历史新高); 13年来新高 has one and is left to its number."""
    if not any(mark in text for mark in _RECORD_MARKS):
        return
    for match in _RECORD.finditer(text):
        if _SPAN_BEFORE.search(text, max(0, match.start() - 7), match.start()):
            continue
        yield Worded(match.start(), match.end(), (match.start(), match.start()), None, None, None, "record")
