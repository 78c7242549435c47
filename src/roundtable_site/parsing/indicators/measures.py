"""Tell what kind of statement a figure makes: level, change, rate, share, ratio, rank, target; and its sign."""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_site.model import Measure
from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.lexicon import measures as words
from roundtable_site.parsing.periods import Time
from roundtable_site.parsing.wordlists import any_of

_MOVE = any_of((*words.RISE, *words.FALL))
# A verb of rise or fall right before the figure: 增长了近, 同比大幅下滑, 增幅在, but not 提高到.
GAP = (
    r"(?:了|约|近|超过?|逾|突破|不低于|不少于|不超过|不高于|至少|不到|不足|为|是|达到?|在|仅|只|分别|高达|预计|大约|将近|有|接近|也|各|则|就|率|幅度|的"
    r"|幅|：)*"
)
_MOVING = re.compile(rf"(?P<verb>{_MOVE}){GAP}$")
# What comes or goes on balance stands before its object (净增企业30家); 增收 and 前移 hold their own object.
_NET = re.compile(
    r"净(?:增|减|流入|流出)[^，。；\d]{1,12}$|(?:增收|减收|增产|减产|前移|后移|上移|下移)(?:了|约|近|超)*$"
)
REACHING = re.compile(
    rf"{_MOVE}[^，。；]{{0,4}}?(?:(?<!达)到|至|(?<!幅)(?<!率)(?<!速)为|成)(?:了|约|近|超过|最高|全国|世界)*$"
)
_COMPARED = re.compile(r"(?:比|较|高于|低于)[^，。；]{1,26}(?:多|高|快)(?:了|出)?(?:约|近|超|逾)?$")
COMPARED_LESS = re.compile(r"(?:比|较)[^，。；]{1,26}(?:少|低|慢|便宜)(?:了|出)?(?:约|近|超|逾)?$")
_COMPARES = (
    "高约",
    "多约",
    "高近",
    "多近",
    "高逾",
    "高超",
    "低约",
    "低近",
    "少约",
    "少近",
    "多",
    "高",
    "快",
    "少",
    "低",
    "慢",
    "便宜",
    "了",
    "出",
)
# What is compared with no time is no rate (比沿海工厂低15%).
_AGAINST = re.compile(
    r"(?<![同环])(?:比|较|高于|低于)(?P<base>[^，。；]{1,26})(?:多|高|快|少|低|慢|便宜)(?:了|出)?(?:约|近|超|逾)?$"
)
_TIMELY = re.compile("[年月期季届周日前初底末]|去年|计划|目标")
_PARTIAL = re.compile(r"(?:其中|有|近|约|超过|超|逾|仅|将近|只有|不足|不到)*$")
# 将 before its object and a verb of handling it (将五个村|合并为一个) is no future.
_DOING = re.compile(r"[达增建投超破有成为降提减升占需到实引培新完开形产创推改吸带安供发举办]")
_DISPOSED = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:买下|送到|送往|合并|转移|划归|交给|移交|纳入|带回|运往|列入|改为|变为|拆除|分成|分为|整合)"
)
_SHORTENING = re.compile(r"缩短|压缩|压减|精简|提速|节约|节省")
_LEANING = re.compile(r"^(?:依托|聚焦|围绕|按照|以|立足|坚持|把|对|统筹|利用|发挥|借助|通过|针对|紧扣|抓住)")
_RATE_NOUN = re.compile(rf"{any_of(words.RATE_NOUNS)}[^，。；]{{0,6}}$")
_YEARLY = re.compile(any_of(words.YEARLY))
_SHARE = re.compile(any_of(words.SHARE_WORDS))
_GROUP = re.compile(r"的?[\u4e00-\u9fff]{2}(?<!以上)(?<!左右)(?<!以下)")
_AS_GOAL = re.compile(r"的[^，。；的]{0,6}目标(?!群|人|客|市场)")
# A part of what was planned is done (仅完成44%, 完成年度预算的52%).
_DONE = re.compile(
    r"完成(?:了|年度|全年|预算|计划|目标|任务|的)*$|完成[^，。；]{0,10}(?:预算|计划|目标|任务)的(?:约|近|超)*$"
)
_GROWING_AFTER = re.compile(r"(?:以上|左右)?的[^，。；的]{0,10}(?:增速|增幅|增长率|涨幅|降幅)")
_SHARE_AFTER = re.compile(r"^(?:以上|左右)?的(?!速度|增速|增长|幅度|增幅|水平|比例增|目标|降幅|年)\w")
_RATIO = re.compile(r"(?:是|为|相当于|等于|約為|约为|约是|高出|達到|达到|达)[^，。；]{1,20}的(?:近|约|超|逾)?$")
_FUTURE = re.compile(any_of(words.FUTURE))
_MODIFYING = re.compile(r"^(?![由从自])[^，。；]{0,6}?的")
_IF = re.compile(r"若|如果|假如|假设|倘若|要是")
_NOT_FUTURE = re.compile(
    r"计划生育|规划区|目标责任|目标任务完成|计划单列|预算收入|预算支出|预算执行|接待|等待|招待|对待|期待|规划面积内|五年规划|将军|将士|预算内|目标群|计划委|预期寿命|目标人群|看待|待遇|待业|优待|每年[都均也]?编列|已编列|编列了"
)
_BASE_YEAR = re.compile(r"(?:比|较|与)(?P<year>(?:19|20)\d\d)年[^，。；]{0,20}$")
_RECORD = re.compile(r"(?:创|刷新|取得|达到?|为|是|处于|跌至|升至)[^，。；]{0,14}$")


class Context(NamedTuple):
    """What the text before tells: whether its last time spans several years, the article's newest year, and whether
    it has announced goals (具体目标为：), so that figures without a past time are targets; and what the last figure of
    the paragraph before is `named`.
    """

    span: bool = False
    year: int | None = None
    goals: bool = False
    named: str = ""


class Said(NamedTuple):
    """What stands around a figure: its clause up to it, its item up to it, what follows; and what that tells at once.

    `ranked` says that the figure is a place in an order or a record, `moving` that a verb of rise or fall states it.
    """

    before: str
    near: str
    after: str
    ranked: bool
    moving: bool


def said_of(figure: Figure, before: str, near: str, after: str) -> Said:
    """Look once at what stands around a figure."""
    ranked = is_rank(figure, near, after)
    return Said(before, near, after, ranked, not ranked and moves(near))


def measure_of(figure: Figure, said: Said, period: Time | None, context: Context, *, planned: bool) -> Measure:
    """Judge one figure by what stands around it and the time that holds for it.

    `planned` says that the clause before is a plan that this one goes on with.
    """
    before, after = said.before, said.after
    kind = _present(figure, said, period, span=context.span)
    base = _BASE_YEAR.search(before[-40:]) if kind == "rate" and context.year is not None else None
    if base and int(base["year"]) < (context.year or 0) - 1:
        kind = "change"  # 比2015年增长56%
    past = period is not None and period.year is not None and context.year is not None and period.year < context.year
    planned = planned or (context.goals and not past)
    if kind != "rank" and (planned or is_future(before, after, period, context.year)):
        return "target"
    return kind


def _present(figure: Figure, said: Said, period: Time | None, *, span: bool) -> Measure:
    unit, before, after = figure.unit or "", said.near, said.after
    if said.ranked:
        return "rank"
    if unit.startswith((":", "：", "比")):
        return "ratio"
    if unit == "倍" and _RATIO.search(before[-30:]):
        return "ratio"
    if said.moving or figure.printed.startswith(("翻", "减半")):
        large = not unit and figure.printed.endswith(("万", "亿", "千", "萬", "億"))
        return "change" if large else _movement(unit, before, period, span)
    if figure.kind == "points" or _NET.search(before[-20:]):
        return "change"
    if unit in ("%", "‰", "成"):
        return _percentage(figure, before, after)
    return "ratio" if unit == "倍" else "level"


def is_rank(figure: Figure, before: str, after: str) -> bool:
    """Whether the figure is a place in an order or a record."""
    if figure.printed.startswith(("第", "首", "前", "榜首")) or "新高" in figure.printed or "新低" in figure.printed:
        return True
    return after.startswith(("来新", "最好", "来最", "以来新", "以来最", "新高")) and _RECORD.search(before) is not None


def moves(before: str) -> bool:
    """Whether a verb of rise or fall states the figure (增长2倍), not one that tells what it came to (增长到)."""
    near = before[-16:]
    if near.endswith("新增的"):  # 新增的3条线路: which of them, not by how much
        return False
    if _RATE_NOUN.search(near):
        return True
    if before.endswith(_COMPARES) and (_COMPARED.search(before[-36:]) or COMPARED_LESS.search(before[-36:])):
        return True
    return _MOVING.search(near) is not None and not REACHING.search(near)


def _movement(unit: str, before: str, period: Time | None, span: bool) -> Measure:
    yearly = _YEARLY.search(before[-24:]) is not None
    if unit in ("%", "‰", "倍", "成", ""):
        if (against := _AGAINST.search(before[-36:])) and not _TIMELY.search(against["base"]):
            return "change"
        if yearly or (_RATE_NOUN.search(before[-16:]) and unit != "倍"):
            return "rate"
        if unit == "倍" or _SHORTENING.search(before[-12:]):
            return "change"
        return "change" if _over_years(period, span) else "rate"
    return "change"


def _over_years(period: Time | None, span: bool) -> bool:
    return period.several_years if period is not None else span


def _percentage(figure: Figure, before: str, after: str) -> Measure:
    if "分之" in figure.printed and before.rstrip("近约超")[-12:].count("为"):
        return "share"
    if _GROWING_AFTER.match(after):
        return "rate"
    if _PARTIAL.fullmatch(before) and _GROUP.match(after):
        return "share"  # so many of those just named (其中七成反映)
    if _DONE.search(before[-16:]):
        return "share"
    if _SHARE.search(before[-24:]) or _SHARE_AFTER.match(after):
        return "share"
    return "level"


def _is_ahead(period: Time, year: int | None) -> bool:
    """Whether a time lies ahead of the newest year that the article speaks of as its own."""
    if period.future:
        return True
    if period.year is None:
        return False
    if year is None:
        return period.goal
    return period.year > year or (period.goal and period.year == year)


def is_future(before: str, after: str, period: Time | None, year: int | None) -> bool:
    """Whether the figure is still to come: 将达到, 计划, 到2030年, but not in a modifier (即将投运的线路)."""
    if period is not None and _is_ahead(period, year):
        return True
    disposed = len(after) >= 3 and _DISPOSED.search(after) is not None
    for match in _FUTURE.finditer(before[-40:]):
        rest = before[-40:][match.end() :]
        if match.group().startswith("可") and period is not None and period.kind == "now":  # 目前可达600公斤
            continue
        if match.group() == "将" and rest.startswith("近"):  # 将近四分之一
            continue
        if match.group() in ("待", "将") and _NOT_FUTURE.search(before[-40:]):
            continue
        if match.group() == "将" and (_LEANING.match(rest) or (disposed and not _DOING.search(rest))):
            continue
        if _MODIFYING.match(rest) and match.group() in ("即将", "将", "计划", "拟", "待", "将要", "规划", "建成后"):
            continue
        if match.group() == "预算" and _IF.search(before):
            continue
        if not _NOT_FUTURE.search(before[-40:]):
            return True
    return after.startswith(("即将", "将", "拟")) or _AS_GOAL.match(after) is not None
