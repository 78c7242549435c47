"""Read which place or body stands at the head of a clause: what a figure outside a guest's words is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roundtable_site.parsing.indicators.trimming import strip_head
from roundtable_site.parsing.lexicon import clippings
from roundtable_site.parsing.lexicon import places as words
from roundtable_site.parsing.periods import leading_time
from roundtable_site.parsing.places import gazetteer_name, name_near
from roundtable_site.parsing.wordlists import Leading, any_of

# Where a report is sent from: 新华社昆明3月5日电, 本报北京今日电（记者…）.
DATELINE = re.compile(
    r"^[^，。；]{0,24}?(?:社|报|网|台)[^，。；]{2,10}?(?:\d{1,2}(?:月\d{1,2})?日|今[日天]|昨[日天])(?:专)?(?:电|讯|電|訊)"
    r"(?:[ \u3000]?[（(][^（()）]{2,30}[)）])?"
)
_BEFORE_SCOPE = Leading(
    (*clippings.JOINING, *words.BEFORE_SCOPES, "，", "“", "‘", "「", "”", "’", "」", " "), guard=clippings.NOT_SCOPES
)
_COUNTRY = re.compile(
    rf"(?!{any_of(words.CITY_FIRMS)})(?:{any_of(words.COUNTRY_SCOPES)})(?!重点|文明|人大|政协|平均|第|前|首|一流|500强|生产总值|外|级|家|市场份额|市场占有|市占)"
)
_LOCAL = re.compile(r"[全我本](?P<ending>市|省|区|县|州|镇|村|旗|乡)(?!域|长|面|级|委|政府|场)")
_WORLD = re.compile(
    rf"(?!{any_of(words.CITY_FIRMS)})(?:{any_of((*words.WORLD, *words.COUNTRIES))})"
    r"(?!500强|第|前|首|一流|领先|平均|遗产|级|杯|各|、)"
    r"(?![\u4e00-\u9fff]{1,4}、)"  # 德国某某、日本某某: firms
)
_REGION = re.compile(any_of((*words.REGIONS, *words.REGION_SIGNS)))
_BODY = re.compile(
    rf"""
    [^，。；：的在了是有和与、“”‘’\d]{{2,14}}?
    {any_of((*words.ORGANISATION_ENDS, *words.EVENT_ENDS, *words.ZONE_ENDS, *words.REGION_ENDS))}
    (?=[^\u4e00-\u9fff]|{any_of(words.AFTER_BODY)})
    """,
    re.VERBOSE,
)
_BRAND = re.compile(
    rf"(?!{any_of(words.KINDS)})[^，。；：的在了是有和与、“”‘’\d]{{2,4}}{any_of(words.BRAND_ENDS)}"
    rf"(?=[^\u4e00-\u9fff]|{any_of(words.AFTER_BODY)})"
)
_FIRM = re.compile(
    rf"""
    (?P<firm>{any_of((*words.CITY_FIRMS, *words.MARKETS))} | \*?ST[\u4e00-\u9fff]{{2,3}}?(?=[\u4e00-\u9fff]|$))
  | (?P<share>[\u4e00-\u9fff]{{2,5}}?)(?:以|凭借?)(?:约|近|超)?\d[^，。；]{{0,8}}的?(?:市占率|份额|占有率|市场份额)
    """,
    re.VERBOSE,
)
_WORKING = ("合作社", "公司", "集团", "医院", "学校", "农场", "厂")  # in a place, and no place themselves
_NO_FIRMS = tuple(word for word in words.NO_BODIES if len(word) > 1)  # 比亚迪 is one
_EVENT = re.compile(
    rf"(?:\d{{4}}年?|第[一二三四五六七八九十\d]+届)[^，。；：的在了“”]{{2,16}}?{any_of(words.EVENT_ENDS)}"
)
_QUOTED = re.compile(r"[“「](?P<name>[^”」，。]{2,8})[”」](?=的|[今去前上下全]|\d|已|共|是由?|成立|创立|现有|目前)")
_PUBLISHER = re.compile(
    r"(?P<name>[^，。；：的在从就将对已“”\d]{2,12}?)(?:日前|近日|今日|昨日|\d{1,2}日)?(?:发布|公布|披露|宣布)"
)
_BEFORE_TIME = re.compile(
    r"[^，。；：的在了是和与较比同每均年仅为量额率一二三四五六七八九十、“”‘’\d]{2,6}?(?=[今去上下前明]年|上半年|下半年|\d{1,2}月|一季度|前三季度|当月|全年)"
)
_ANAPHOR = re.compile(r"(?:该|这家|本|此)?(?:公司|集团|遗址|峰会|大会|企业|医院|学校|机构|本届)")
# No name: what points to a body named before, or has only its kind (上述城市, 农民专业合作社).
_NO_NAME = re.compile(
    r"[东西南北中]部$|[我本该此]|劳动力$|^(?:上述|前述|以上|作为|相较于?|相比|结合|围绕|对于|关于|针对|后者|前者|两者)"
    r"|^(?:[^省市县区镇乡村]{0,2}(?:上市|农民|专业|家庭|生态|龙头|中小|民营|骨干|个体|工商|涉农|新型|村集体|股份))+[^省市县区]{0,3}(?:合作社|农场|企业|公司)$"
)
_ORGANS = re.compile("(?:全国|[^，。；的全]{2,3}[省市县区])(?:人大|政协)(?!代表|委员|会议|主席)")
_RANKED_IN = re.compile(r"在[^，。；]{2,14}?(?:排名?|位居|位列|居|列|名列)(?:第|首|前)")
_OWN_REPORT = re.compile(r"业绩|[年季财中]报|快报|招股")
# A trade is the subject itself, no object of a verb (进入大型客车市场).
_TRADE = re.compile(
    r"""
    (?!占|是|与|比|高|低|远|同|分|按)
    (?![^，。；]{0,8}(?:集中|单一|面向|进入|开拓|占领|走向|投放|拓展|抢占|[受得]益于|受惠于|源于|来自))
    [^，。；“了对为把将向从被以让]{0,12}(?:市场(?!份额|占有|监管)|行业|(?<!第[一二三两])(?<![一二三两两次色势导柱兴民要点地村业])产业(?!园|链|化|集群|工人|基金|带|集团|区)|业界)
    """,
    re.VERBOSE,
)
_MADE = re.compile(r"[^，。；的]{1,4}的")
_SOURCE_CLAUSE = re.compile(r"^(?:根据|据|按照|依据)|(?:显示|表明|数据|统计|了解|获悉|介绍)$")


def head_of(clause: str) -> str:
    """Leave out times and joining words before the subject of a clause.

    >>> head_of("2022年发现的乙村遗址也"), head_of("其中去年全市产值")
    ('乙村遗址也', '全市产值')
    """
    if clause[:1] == "【":  # 【本台】旅发局公布
        clause = clause.partition("】")[2] or clause
    if "电" in clause[:36] or "讯" in clause[:36]:
        clause = DATELINE.sub("", clause)
    while True:
        time = leading_time(clause)
        rest = clause[time:]
        if time and (match := _MADE.match(rest)):
            rest = rest[match.end() :]
        rest = rest[_BEFORE_SCOPE.end(rest) :]
        if rest == clause:
            return rest
        clause = rest


def wide_scope(head: str) -> str | None:
    """Give 全国 for the whole country or an industry in it, the name as printed for the world and other countries.

    >>> wide_scope("我国有企业4000家"), wide_scope("全球每年投入"), wide_scope("全国重点实验室3个")
    ('全国', '全球', None)
    """
    if _COUNTRY.match(head):
        return "全国"
    match = _WORLD.match(head)
    return match.group() if match else None


def region_at(head: str) -> str | None:
    """Give the region that a word of its own people opens a clause with (本港, 全台), None if none does.

    >>> region_at("访港旅客再创新高"), region_at("港口吞吐量")
    ('香港', None)
    """
    return words.REGIONS.get(head[:2])


def region_spoken_of(texts: Sequence[str]) -> str | None:
    """Give the region that a text calls its own: the first whose words it uses; None if it uses none."""
    for text in texts[:40]:
        if match := _REGION.search(text):
            return words.REGIONS.get(match.group()) or words.REGION_SIGNS[match.group()]
    return None


def local_scope(head: str) -> str | None:
    """Give the ending of the place that 全市, 我区 … stand for, None if the clause has none at its head."""
    match = _LOCAL.match(head)
    return match["ending"] if match else None


def publisher(head: str) -> str | None:
    """Give the body that publishes something (某某公司发布快报)."""
    match = _PUBLISHER.match(head)
    return match["name"] if match and not match["name"].startswith(words.NO_BODIES) else None


def is_source(clause: str) -> bool:
    """Whether a clause only names where figures come from (数据显示)."""
    return _SOURCE_CLAUSE.search(clause) is not None


def is_ranked_in(clause: str) -> bool:
    """Whether a clause opens with the field in which something is ranked (在江苏省排名第3位), which is no subject."""
    return _RANKED_IN.match(clause) is not None


def reporting_firm(head: str) -> str | None:
    """Give the firm that a clause says has reported on itself (某某汽车公布中期业绩报告显示), None if it says of none.

    >>> reporting_firm("禾川泰丰公布年报显示"), reporting_firm("统计局发布公报显示")
    ('禾川泰丰', None)
    """
    return publisher(head) if _OWN_REPORT.search(head) else None


def is_trade(head: str) -> bool:
    """Whether the subject is a whole trade (大型客车市场)."""
    return _TRADE.match(head) is not None


def is_local_trade(head: str) -> bool:
    """Whether a subject that may be a whole trade is as well one of a place (瓜产业, not 客车市场)."""
    match = _TRADE.match(head)
    return match is not None and match.group().endswith("产业")


def body_at(head: str, clause: str, known: tuple[str, ...]) -> str | None:
    """Give the place or body at the head of a clause; `known` are names the article has told before.

    >>> body_at("甲村遗址发现石器", "甲村遗址发现石器", ()), body_at("浙江的茶园", "浙江的茶园", ())
    ('甲村遗址', '浙江')
    """
    for name in known:
        if head.startswith(name):
            longer = body_named(head) if name.endswith(words.LOCAL_ENDS) and name not in words.MARKETS else None
            return longer if longer and longer.endswith(_WORKING) else name
    if match := _QUOTED.match(clause.lstrip("，")) or _QUOTED.match(head):
        return match.group()
    if match := _EVENT.match(clause) or _EVENT.match(head):
        return match.group()
    if name_of_publisher := publisher(head):
        return name_of_publisher
    return body_named(head) or firm_told(head) or gazetteer_name(head) or _before_time(head)


def firm_told(head: str) -> str | None:
    """Give a firm without a telling ending: known by name, by its mark of special treatment, or by its share.

    >>> firm_told("*ST禾岩公告称"), firm_told("禾亚迪以15%的份额位列第二"), firm_told("今年以来产值")
    ('*ST禾岩', '禾亚迪', None)
    """
    if match := _FIRM.match(head):
        name = match["firm"] or match["share"]
        return None if name.startswith(_NO_FIRMS) else name
    return None


def body_named(head: str) -> str | None:
    """Give the body that opens a clause, told by its ending (公司, 医院, 遗址)."""
    match = _BODY.match(head) or _BRAND.match(head)
    if ("人大" in head or "政协" in head) and (organ := _ORGANS.match(head)):
        return organ.group()
    if (
        not match
        or head.startswith(words.NO_BODIES)
        or _ANAPHOR.fullmatch(match.group())
        or _NO_NAME.search(match.group())
        or strip_head(match.group()) != match.group()
    ):
        return None
    return match.group()


def _before_time(head: str) -> str | None:
    """Take a short word before a time for a name (某某上半年的出口)."""
    match = _BEFORE_TIME.match(head)
    name = match.group() if match else ""
    return name if name and not name.startswith(words.NO_BODIES) and name[-1] not in "估测料望计占约" else None


def place_in(head: str) -> str | None:
    """Give the Chinese province or city that is named near the head of a clause."""
    return name_near(head, 8)
