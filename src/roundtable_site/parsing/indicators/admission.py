"""Decide which figures are indicators: what a reader could put in a table; names, structure and class stay out."""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.indicators.clauses import Clause
from roundtable_site.parsing.lexicon import countings as words
from roundtable_site.parsing.wordlists import any_of

_STRUCTURE = re.compile(rf"[^，。；、\d]{{0,6}}?{any_of(words.STRUCTURE)}(?:$|[^\w]|[是，。；：、——上中里])")
_COUNTING = re.compile(rf"{any_of(words.COUNTING_VERBS)}(?:了|起)?[^，。；\d]{{0,8}}$")
# A verb of one character stands right before its number (修两座), or before a list of them (办两场灯会、六场展览).
_COUNTING_ONE = re.compile(
    rf"(?<![打包承开举主创协代查督]){any_of(words.COUNTING_SHORT)}(?:了|过|成|起|出|有)?(?:[^，。；\d]{{1,8}}、)?$"
)
_DURATION = re.compile(any_of(words.DURATION_NAMES))
# A season or a stretch of time is measured: 无霜期110天, 榨期仅为40天.
_SEASON = re.compile(
    r"(?<![本上下同近中前后长短定分到一二三四五六七八九十])期(?:仅|约|为|达到?|长|近|超过?|只有|在|可|不足)*$"
)
# How old people are or get on the average (预期寿命78.2岁, 提高1.1岁), not how old somebody is.
_LIFE = re.compile(r"平均|寿命|中位|(?:提高|延长|增加|推迟|年轻)(?:了|约|近)*$")
# What numbers a phase: 2期用地, 三期工程; and a stay is no count: 700多个日子.
_PHASE = re.compile(r"用地|工程|项目|建设|厂房|园区|扩建|基地|开发|规划|临床|试验")
# What is talked about is no count, but what is named after it is: 8个主题, 8个主题公园.
_TOPICS = re.compile(r"(?:主题|话题|议题)(?!公园|乐园|活动|酒店|餐厅|展|班|馆|园|村|街|列车|课|党)")
_STAYS = ("日子", "日夜", "夜晚", "春秋", "寒暑")
_INVITED = re.compile(any_of(words.INVITED))
_PEOPLE = re.compile(rf".{{0,6}}?{any_of(words.INVITED_PEOPLE)}")
_CLASS_TAIL = re.compile(r"(?!左右|上下)(?:及)?(?:以上|以下|级|以内)?(?:的)?[\u4e00-\u9fff]{2}")
# A figure that only says which kind is meant, before what is measured (年收入20万元以上家庭的比例达到…).
_CLASS = re.compile(r"(?:以上|以下|以内|及以上)?的?(?:群体|人群|家庭|客户|居民|人口|老人|产品|车型)[^，。；]{0,20}\d")
_KIND = re.compile(r"及?(?:以上|以下|以内)的?[\u4e00-\u9fff]{2}")
_YEARLIKE = re.compile(r"(?:19|20)\d\d[台臺号]")
_RANKED = re.compile(
    r"(?:居|列|荣登|登上|登顶|排名?|名列|跻身|进入|升至|升到|跃至|位次|获|夺|占据|进位|稳|跃升|上升到|前移)[^，。；]{0,14}$"
)
_RANK_BEFORE = re.compile(r"第[\d一二三四五六七八九十]{1,3}[位名]?、[\u4e00-\u9fff]{2,14}$")
_IS_RANKED = re.compile(r"(?:是|为|成为|系|作为)(?:了)?[^，。；是]{0,10}$")
_ARABIC = re.compile(r"[\d０-９]")
_LEVEL_WORD = re.compile(r"^(?:级|以上(?!的?$)|以下|左右的)")
_NUMERAL = re.compile(r"[\d０-９一二三四五六七八九两几半]")
_NOUN = re.compile(r"[\u4e00-\u9fff“A-Za-z]{2}")
_ENDS = re.compile(r"[^\w]|$")
_POLICY = re.compile(r"[^“”‘’「」，。；]{0,8}[”’」](?:的)?(?:政策|口号|标准|原则|要求|制度|计划|行动|方案|规定|承诺)")
_TERM = re.compile(r"[“‘「『][^”’」』，。；\d]{0,10}$")


_BASES = ("的高位", "的低位", "的高点", "的低点", "的高基数", "的低基数", "的峰值", "的谷底")
_LEFT_FROM = re.compile(r"[从由自較较比][^，。；]{0,10}$")


class Verdict(NamedTuple):
    """Whether a figure is listed, and what makes us doubt it."""

    listed: bool
    doubt: str | None = None


_NEAR = 40  # characters on either side of a figure that are looked at
_OUT = Verdict(False)
_IN = Verdict(True)


def admit(text: str, figure: Figure, clause: Clause, *, timed: bool) -> Verdict:
    """Judge one figure by what stands around it in its clause; `timed` says that it is part of a time."""
    before = text[max(clause.start, figure.start - _NEAR) : figure.start]
    after = text[figure.end : min(clause.end, figure.end + _NEAR)]
    printed = figure.printed
    if timed and not _is_record(after, before):
        return _OUT
    if _LEVEL_WORD.match(after) and not _NUMERAL.search(printed):
        return _OUT
    if figure.unit == "级" or (figure.unit or "").endswith("吨级"):
        return _OUT
    if before.endswith("前") and figure.kind == "count":
        return _OUT
    if after.startswith(_BASES) and _LEFT_FROM.search(before):
        return _OUT  # 从年初6.2%的高位持续回落
    if _is_term(text, figure) or after.startswith(_STAYS):
        return _OUT
    if figure.unit in ("个", "個") and _TOPICS.match(after):
        return _OUT
    if figure.unit in ("岁", "周岁"):
        return _IN if _LIFE.search(before) else _OUT
    if figure.unit == "期" and (_PHASE.match(after) or before.endswith("、")):
        return _OUT
    if figure.kind == "time" or figure.unit in words.DURATIONS:
        return _duration(before, after)
    if _is_rank(figure):
        if _RANK_BEFORE.search(before):
            return _IN
        told = _IS_RANKED.search(before) if figure.unit == "大" else _RANKED.search(before)
        return _IN if told or _RANKED.search(before) or _is_record(after, before) else _OUT
    if figure.unit in words.CLASS_UNITS and _CLASS_TAIL.match(after) and not _measured(before):
        return _OUT
    if _CLASS.match(after) or (figure.kind in ("money", "measure", "count") and _KIND.match(after)):
        return _OUT
    if _YEARLIKE.fullmatch(printed) and _NOUN.match(after):
        return _OUT
    if figure.unit in words.PEOPLE_UNITS and _INVITED.search(before) and _PEOPLE.match(after):
        return _OUT
    return _counted(figure, before, after)


def _is_record(after: str, before: str) -> bool:
    return before.endswith(("创", "创下", "创出", "創", "创造")) or after.startswith(
        ("来新", "最好", "来最", "新高", "以来新", "以来最")
    )


def _is_term(text: str, figure: Figure) -> bool:
    """Whether the figure stands inside a short term in quotation marks (“一带两圈”)."""
    if figure.kind == "time":
        return _POLICY.match(text[figure.end : figure.end + 16]) is not None
    if _ARABIC.search(figure.printed) or figure.kind != "count":
        return False
    opened = _TERM.search(text, max(0, figure.start - 12), figure.start)
    return (
        opened is not None
        and re.match(r"[^“‘「『，。；]{0,10}[”’」』]", text[figure.end : figure.end + 12]) is not None
    )


def _is_rank(figure: Figure) -> bool:
    return figure.printed.startswith(("第", "首位", "前", "榜首", "首"))


def _measured(before: str) -> bool:
    """Whether a measure's name or verb stands right before (电压等级110千伏), so that the figure is no class."""
    return before.endswith(
        ("等级", "为", "达", "达到", "长", "高", "深", "宽", "约", "过", "破", "超", "近", "至", "到", "海拔")
    )


def _duration(before: str, after: str) -> Verdict:
    """A length of time is listed only where a time is what is measured."""
    if _is_record(after, before):
        return _IN
    if after.startswith(("前", "后", "来", "间", "内", "里", "之", "以前", "以后", "代", "级", "多来", "期")):
        return _OUT
    if _DURATION.search(before[-14:]) or _DURATION.search(after[:6]) or _SEASON.search(before):
        return _IN
    return _OUT


def _counted(figure: Figure, before: str, after: str) -> Verdict:
    """A small number of the text's own parts is structure; a small Chinese numeral needs a verb of counting."""
    value = figure.value
    if value is None or figure.value_to is not None:
        return _IN
    small = value <= 20 and figure.unit in words.CLASSIFIERS
    if small and (_STRUCTURE.match(after + "，") or before.endswith(words.DEMONSTRATIVES)):
        return _OUT
    if _ARABIC.search(figure.printed):
        return _IN
    if figure.unit in words.LOOSE_UNITS and value < 100:
        return _OUT
    if not small:
        return Verdict(value > 1 or figure.kind not in ("measure", "money"))
    if not _NOUN.match(after) and not _ENDS.match(after):
        return _OUT
    if value >= 10 and figure.qualifier and _ENDS.match(after):
        return _IN
    if value == 1:
        return (
            _IN
            if before.endswith(("仅", "只有", "仅有", "唯一")) or re.search(r"(?:仅有|只有)[^，]{0,6}$", before)
            else _OUT
        )
    if figure.unit == "大":
        return _OUT
    counting = _COUNTING.search(before) or _COUNTING_ONE.search(before)
    return Verdict(True, "a small number in words") if counting else _OUT
