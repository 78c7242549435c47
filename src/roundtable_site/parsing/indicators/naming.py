"""Name the figures of a paragraph one after another; what a clause leaves out comes from the one before."""

from __future__ import annotations

import re

from roundtable_site.parsing.figures import Figure
from roundtable_site.parsing.indicators import names
from roundtable_site.parsing.indicators.clauses import Clause, Item
from roundtable_site.parsing.indicators.measures import is_rank, moves
from roundtable_site.parsing.indicators.names import Name
from roundtable_site.parsing.indicators.neighbours import Neighbours, without_rate
from roundtable_site.parsing.indicators.passed import Passed
from roundtable_site.parsing.indicators.subjects import share_out, trade_making
from roundtable_site.parsing.indicators.topics import head_of, wide_scope
from roundtable_site.parsing.indicators.trimming import (
    bare,
    multiple_of,
    rank_field,
    tells_only_how,
    without_base,
    without_rank,
    without_times,
)
from roundtable_site.parsing.indicators.wholes import biggest_of, points_back, share_of, takes_place_with
from roundtable_site.parsing.lexicon.clippings import BODIES, GENERAL, PEOPLE, VAGUE
from roundtable_site.parsing.lexicon.measures import RATE_NOUNS
from roundtable_site.parsing.places import gazetteer_name
from roundtable_site.parsing.wordlists import any_of

_WINDOW = 80
_GENERAL = frozenset(GENERAL)
_GENERAL_END = re.compile(rf"(?:的)?{any_of((*GENERAL, *RATE_NOUNS))}$")
_OFFERED = re.compile(r"(?:提出|提供|拿出|给予|落实|安排|斥资|砸下|祭出|编列)了?$")
_KEPT = re.compile(r"^(?:签约|入驻|新增|首批|完成)+")
_ACTORS = frozenset("家户名人位所")
_ACTING = re.compile("生产|从事|经营|销售|出口|使用|采用|拥有|选择|参与")
_ABOUT = re.compile(r"(?:约|大约|近)占")
_COUNTIES = ("县", "区", "镇", "乡", "村", "旗")
_EACH = re.compile("平均每[天日月年户人周]")
_PLANS = frozenset(("计划", "规划", "预计", "拟", "将", "目标"))
_RANKS_WITH = re.compile(r"，?(?:排名?|位居|居|位列|列|名列|位)(?:[^，。；]{0,8})(?:第|首)")
_PLACES = ("省区市", "省份", "城市", "县", "乡镇", "村", "国家", "地区")  # what is done in them has a name of its own
_GROWING = re.compile("(?:种植|播种|养殖|栽培)$")
_PRICE = re.compile("成交|中标|拍出|售出")
_VAGUE = frozenset(VAGUE)
_AFTERWORD = re.compile(r"^(?:相比|以上|以下|左右|上下|以内|多|余|之多|不等|有余|人民币|新台币|港币)")


class Naming:
    """Remembers, within a paragraph, what the last figures measured."""

    def __init__(self, text: str, before: str = "") -> None:
        self._text = text
        self._met = Neighbours(before)
        self._passed = Passed(text)

    @property
    def last(self) -> str:
        """The name of the last figure so far, empty if none has one."""
        return self._met.last[-1] if self._met.last else ""

    def pass_by(self, clause: Clause) -> None:
        """Take note of a clause without figures, which may tell what the figures behind it are about."""
        self._passed.note(clause)

    def name(self, item: Item, start: Figure | None) -> list[Name]:
        """Give one name for each figure of an item."""
        found = self._names(item, start)
        if any(n.text for n in found):
            self._passed.named()
            self._met.take(tuple(n.text for n in found), item.clause.sentence)
        return [self._judged(n, item) for n in found]

    def _judged(self, name: Name, item: Item) -> Name:
        doubt = name.doubt or names.doubt_of(name.text) if name.text else "no name stands near the figure"
        return Name(name.text or self._fallback(item), doubt)

    def _fallback(self, item: Item) -> str:
        before = bare(self._text[max(item.start, item.figures[0].start - _WINDOW) : item.figures[0].start])
        return before or bare(self._text[item.figures[-1].end : min(item.end, item.figures[-1].end + _WINDOW)])

    def _names(self, item: Item, start: Figure | None) -> list[Name]:
        first, last = item.figures[0], item.figures[-1]
        opening = (start or first).start
        before = self._text[max(item.start, opening - _WINDOW) : opening]
        before = without_times(before).removesuffix("新增的")
        if first.qualifier and before.endswith(first.qualifier):
            before = before.removesuffix(first.qualifier)
        before = before.rstrip(" \u3000")
        after = _AFTERWORD.sub("", self._text[last.end : min(item.end, last.end + _WINDOW)])
        if start is not None:
            before = without_base(before)
        if is_rank(first, before, after):
            if first.unit == "大" and (noun := biggest_of(after)):
                return [Name(noun)] * len(item.figures)
            listed = without_rank(before) == before or before.endswith("创新")
            if item.start > item.clause.start and listed and 2 <= len(before) <= 14:
                return [Name(bare(before))] * len(item.figures)  # …、绿色发展第5、…
            field = rank_field(before)
            before = without_rank(before)
            if field and not names.name_before(before):
                return [Name(field)] * len(item.figures)
        elif (taken := takes_place_with(before, self._text, last.end)) is not None:  # 某市以3亿元位居第二
            if taken or self._met.last:
                return [Name(taken)] if taken else self._neighbours(len(item.figures), item)
            before = before.removesuffix("以")
        elif found := self._counted(first, before, after):
            return [found] * len(item.figures)
        return self._before(item, before, told=start is not None or first.kind in ("percent", "points", "multiple"))

    def _counted(self, figure: Figure, before: str, after: str) -> Name | None:
        """Read a noun that stands after the figure, if that is what is counted."""
        of = after.startswith("的")
        noun, predicate = names.split_predicate(after.removeprefix("的"))
        counts = figure.kind in ("count", "plain")
        if not noun and not (counts and predicate and (not before or before.endswith("等"))):
            return None
        lead = names.name_before(before)
        if lead and (gazetteer_name(lead) == lead or lead.endswith(_COUNTIES)):
            lead = ""  # 庆云县5.2万亩玉米: where, not what
        if not counts and not of and lead and len(noun) > 6:
            return None
        if price := _PRICE.match(after) if figure.kind == "money" and before.endswith("以") else None:
            return Name(names.name_before(before.removesuffix("以")) + price.group() + "价")
        if counts and self._met.last and figure.unit in _ACTORS and _ACTING.match(noun) and not noun.endswith(BODIES):
            return Name(f"{noun}的{self._met.base()}", "the noun is the neighbour's")
        if lead and (noun in _VAGUE if of else noun in ("规模", "水平", "大关")):
            return Name(lead)
        if of and noun and not counts and _OFFERED.search(before):
            return Name(noun)  # 提出930亿元的资源协助…
        if of and (match := _GENERAL_END.search(lead)) and figure.kind in ("money", "measure", "time"):
            return Name(match.group() if noun.endswith(("上", "里", "中")) else noun + match.group())
        if not counts and lead and not of and figure.kind == "percent":
            return None
        full, noun = names.name_after(before, after)
        return self._completed(full, noun, predicate)

    def _completed(self, full: str, noun: str, predicate: str) -> Name | None:
        """Put the neighbour's name in the place of a noun that is too general (4个项目, 9个建成投产)."""
        if not self._met.last:
            return Name(full) if full else None
        base = _KEPT.sub("", self._met.last[-1].rpartition("的")[2])
        if not noun:
            return Name(f"{predicate}的{base}", "the noun is the neighbour's")
        if len(noun) <= 3 and base.endswith(noun) and base != noun:
            return Name(full[: len(full) - len(noun)] + base)
        return Name(full)

    def _before(self, item: Item, before: str, *, told: bool) -> list[Name]:
        """Read the name before the figure, completed from the neighbour where it is left out."""
        count = len(item.figures)
        multiple = multiple_of(before)
        if multiple and (item.figures[0].unit == "倍" or not multiple[0]):
            name, base = multiple[0] or self._met.base(keep=True), multiple[1]
            return [Name(f"{name}与{base}" if base else name)] * count
        if found := self._of_whole(before, item):
            return [found] * count
        name = names.name_before(_ABOUT.sub("占", before), told=told)
        if name == "平均" and self._met.last and (each := _EACH.search(before[-8:])):
            return [Name(self._met.base(keep=True) + each.group())] * count
        if not name or tells_only_how(name) or self._only_placed(name, item):
            return self._neighbours(count, item)
        if len(name) <= 4 and self._met.last and self._met.last[-1].startswith(name.removeprefix("累计")):
            return [Name(("累计" if "累计" in before else "") + self._met.base(keep=True))] * count
        if name.endswith("的占"):
            name += "比"
        if (name.startswith(("占", "佔")) and self._met.last) or self._shares(name, item):
            return [Name(self._met.base(keep=True) + name)] * count
        beside = self._met.sentence == item.clause.sentence
        if name in PEOPLE and beside and self._met.base().endswith(BODIES):
            return [Name(self._met.base() + name)] * count
        if name in RATE_NOUNS and 1 < count == len(self._met.last):  # 降幅分别收窄1.7、0.7个百分点
            return [Name(without_rate(n) + name) for n in self._met.last]
        if name in _GENERAL and (trade := trade_making(before, name)):
            return [Name(trade + name)] * count
        if name in _GENERAL and not (name == "税收" and before.startswith("其中")):
            return [self._general("每年" + name if "每年" in before[-12:] else name, item)] * count
        shared = share_out(name, count) if count > 1 else None
        return (
            [Name(n) for n in shared]
            if shared
            else [Name(name, "one name for several figures" if count > 1 else None)] * count
        )

    def _of_whole(self, before: str, item: Item) -> Name | None:
        """Name a part of the country or the world, or what the words before only point back to."""
        found = share_of(before) if item.figures[0].kind == "percent" else None
        if found:
            own = found[0] and (found[0] not in _GENERAL or not self._met.last)
            lead = found[0] if own or not self._met.last else self._met.base(keep=True) + found[0]
            return Name(f"{lead}占{found[1]}") if lead else None
        return Name(self._met.last[-1]) if self._met.last and points_back(before) else None

    def _only_placed(self, name: str, item: Item) -> bool:
        """Whether only the place stands before a rank, or before an amount that holds one (榆林市以3亿元居第二)."""
        ranked = is_rank(item.figures[0], "", "") or _RANKS_WITH.match(self._text, item.figures[-1].end)
        return bool(self._met.last and ranked) and gazetteer_name(name) == name

    def _shares(self, name: str, item: Item) -> bool:
        """Whether a name is only a general noun and what it is a part of (产值占全市)."""
        of = name.partition("占")
        return of[0] in _GENERAL and bool(of[1] and self._met.last) and self._met.sentence == item.clause.sentence

    def _general(self, name: str, item: Item) -> Name:
        """Put the neighbour's name before a noun too general to stand alone (从业人员, 总投资)."""
        if self._met.last and self._met.sentence == item.clause.sentence:
            base = self._met.base(keep=name.endswith(RATE_NOUNS))
            base = _GROWING.sub("", base) if name.startswith(("产", "亩产", "单产")) else base
            if (
                1 < len(base) <= 20
                and not base.endswith(_PLACES)
                and base not in _GENERAL
                and base not in _PLANS
                and not base.endswith("率")
                and not wide_scope(head_of(self._text[item.start : item.start + 12]))
            ):
                return Name(base + name)
        if thing := self._passed.thing_in(item.clause.sentence) or self._passed.subject_in(item.clause.sentence):
            return Name(thing + name, "the name is completed from the clause before")
        return Name(name, names.GENERAL_NAME)

    def _neighbours(self, count: int, item: Item) -> list[Name]:
        """Give the names of the figures before for a clause that has only a verb (同比增长5%)."""
        if subject := self._passed.subject_in(item.clause.sentence):
            return [Name(subject)] * count
        moving = moves(self._text[item.start : item.figures[0].start])
        return self._met.names(item.figures[0], count, moving=moving, sentence=item.clause.sentence)
