"""Cut off a clause what is no part of the name of what is measured: joining words, scopes, verbs, ranks, bases."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon import clippings as words
from roundtable_site.parsing.lexicon.measures import FALL, RANKED, RATE_NOUNS, REACHED, RISE
from roundtable_site.parsing.lexicon.places import CITY_FIRMS
from roundtable_site.parsing.periods import find_times, leading_time
from roundtable_site.parsing.wordlists import Leading, Trailing, any_of

_HEAD = Leading(
    (*words.JOINING, *words.SCOPES, " ", "　", "，", "、", ":", "："), guard=(*words.NOT_SCOPES, *CITY_FIRMS)
)
_TAIL = Trailing((*words.BETWEEN, *RISE, *FALL, *REACHED), guard=(*words.NOT_BETWEEN, *RATE_NOUNS))
_RANK_TAIL = re.compile(
    rf"(?:分别|已)?(?:连续[^，。；]{{1,10}}年)?(?:均|都|稳|已|又|再次|再度|重新|首次|分别|连|屡|再|续|双双)*{any_of(RANKED)}[^，。；]{{0,10}}$"
)
_RANK_OF = re.compile(
    r"(?:位居|位列|名列|荣登|跻身|入选|列|居|登上)(?P<field>[^，。；、]{2,20}?(?:百强|[强榜城市县区质力度]|潜力|竞争力)+)$"
)
_RANK_FIELD = re.compile(r"(?:^|(?<=[\u4e00-\u9fff]))在[^，。；在]{2,14}$")
_COMPARED = re.compile(
    r"""
    (?:比|较|与|同|相比)[^，。；的]{0,8}?
    (?: 同期|上年|去年|上月|上届|上季度|前年|年前|年[初底末]?|月[初底末]?|月份|基期|期初|开年|计划|目标
      | 以前|过去|原来|此前|周|季度|半年 | (?<=[与同])[^，。；]{1,14}相比)
    (?: 同期|增|底|末 )?(?:相比|水平)?$
    """,
    re.VERBOSE,
)
_PLACE_IN_DU = re.compile(r"都[\u4e00-\u9fff]{1,2}[村镇乡县]")  # 都 is no adverb in 都蓬村
_AS_BELOW = re.compile(r"[（(](?:下同|不含农户|含[^（()）]{1,6})[)）]")
_MAKING = re.compile(r"[^，。；]{2,10}(?:使得?|让|导致|致使|拉动了?|带动了?|促使)(?!用|命|馆|者|节|利|步|渡)")
_WITHIN = re.compile(r"[^，。；]{0,6}在[^，。；]{2,14}(?:中|期间|过程中)(?![心国学医小型间央等部东介药西期层游])")
# When and where something is done, before what is done: 通过后可再扩大, 在禾州总投资.
_AFTERWARDS = re.compile(r"[^，。；]{2,10}后(?=[共可将能再总])")
_WHERE = re.compile(r"[^，。；]{0,4}在[^，。；的]{2,8}?(?=总?投资|新建|兴建|增设)")
_FIRST_SINCE = re.compile(r"这是[^，。；]{0,20}?(?:首次|第一次|再次|首度)")
_NAMELY = re.compile(r"[^，。；]{2,30}分别(?:是|为)(?=[^，。；]{2})")
_GOAL_TOLD = re.compile(r"[^，。；是]{0,16}(?:目标|指标|任务)[^，。；是]{0,10}(?:是|为(?!主|民))(?=[^，。；])")
_UNDER = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})在[^，。；]{2,24}?(?:之下|(?:支持|带动|推动|努力|作用|影响|领导|引导|帮助|压力|背景|情况|形势|条件)下)$"
)
_MORE_OR_LESS = tuple("高低多少快慢")
_COMPARED_TO = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![占同环对价性之相无])比[^，。；的比率例重]{1,8}$")
_WHOLES = ("全国", "全省", "全球", "世界", "全市")
_COMPARED_WITH = re.compile(
    r"(?:(?<![占同环对价性之相无])比|较)(?:[^，。；的比较]{0,4}(?:平均水平|平均|行业|[省市县国]))?$"
)
_PREDICATE_OF = re.compile(
    r"[跌升增涨降]幅[最较居]|(?P<harvest>(?:再|又|喜|将|有望|实现|获得?)*(?:[增减]产|丰收))|继续|依然|仍然|特别|非常|相当|十分|持续|稳步|不断|快速|连[续创跨年上]|再[创上次度]|迈[上入]|跨[上入越]|保持|呈现?|突破|增长|增加|达到|上升|提升|提高|下降|回升|加快|明显"
    r"|显著|大幅|进一步|稳定|稳居|首次|已经|均|都|较快|强劲|全靠|依靠|依赖|创[下出历新]|表现|好于|优于|快于|逆势|势头|运行"
)
_MULTIPLE_OF = re.compile(
    r"^(?P<name>[^，。；是为]{2,20}?)??(?:约|大约)?(?:是|为|相当于|达到|等于)(?P<base>[^，。；]{1,20})的$"
)
_PAST = frozenset(("原来", "原先", "过去", "以前", "此前", "往年", "从前"))
_TIMELY = re.compile("[年月日季期间前来今现在]")
_AS_LAST_YEAR = re.compile(r"(?:仅)?(?:为|是|相当于|达到?)[^，。；的]{0,6}(?:同期|上年|去年)的?$")
_AT_END = re.compile(r"(?:在?每[^，。；]{1,2}|连续[^，。；]{1,5}年)$")
# Each of the patterns above needs one of a few characters, without which it is not tried.
_COMPARING, _LAST_YEAR, _EACH_YEAR = frozenset("比较与同"), frozenset("期年"), frozenset("每年")
_COMPARES = ("比", "较", "高出", "高于", "低于", "超出", "优于", "快于", "多于", "少于")
_PAIRED = re.compile("[“”‘’「」（）()《》]")
_RATIOS = ("比如", "比方", "比重", "比例", "比率", "比值", "比价", "比赛", "较高", "较大", "较好")
_BASED = re.compile(r"(?:由|从)[^，。；]{0,14}$")


def bare(text: str) -> str:
    """Strip blanks and lonely marks from both ends.

    >>> bare("“四好”公路")
    '“四好”公路'
    """
    text = text.strip(" 　，、：:的")
    if not _PAIRED.search(text):
        return text
    for opening, closing in (("“", "”"), ("‘", "’"), ("「", "」"), ("（", "）"), ("(", ")"), ("《", "》")):
        if text.count(opening) != text.count(closing):
            text = text.strip(opening + closing)
    return text.strip(" 　，、：:的")


def strip_head(text: str) -> str:
    """Leave out joining words, scopes and times at the head.

    >>> strip_head("其中全市去年粮食产量")
    '粮食产量'
    """
    while not _PLACE_IN_DU.match(text):
        rest = text[_HEAD.end(text) :]
        rest = rest[leading_time(rest) :]
        if rest == text or not rest:
            return bare(rest)
        text = rest
    return bare(text)


def without_leads(text: str) -> str:
    """Leave out what brings something about, and when and where, before what is done.

    >>> without_leads("价格战导致单车毛利"), without_leads("通过后可再扩大"), without_leads("公司在禾州总投资")
    ('单车毛利', '可再扩大', '总投资')
    """
    for lead in (_FIRST_SINCE, _NAMELY, _GOAL_TOLD, _MAKING, _WITHIN, _AFTERWARDS, _WHERE):
        if match := lead.match(text):
            text = text[match.end() :]
    return text


def strip_tail(text: str) -> str:
    """Leave out the verb and what else stands between name and figure.

    >>> strip_tail("工业增加值比上年同期增长")
    '工业增加值'
    """
    text = _AS_BELOW.sub("", text)
    while True:
        rest = text[: _TAIL.start(text)]
        tail = rest[-20:]
        if not _COMPARING.isdisjoint(tail) and (match := _COMPARED.search(tail)):
            rest = rest[: len(rest) - len(tail) + match.start()]
        if text[len(rest) : len(rest) + 1] in _MORE_OR_LESS and (match := _COMPARED_TO.search(rest[-10:])):
            rest = rest[: len(rest) - len(rest[-10:]) + match.start()]
        if text.startswith(_WHOLES, len(rest)) and (match := _COMPARED_WITH.search(rest[-10:])):
            rest = rest[: len(rest) - len(rest[-10:]) + match.start()]
        tail = rest[-16:]
        if not _LAST_YEAR.isdisjoint(tail) and (match := _AS_LAST_YEAR.search(tail)):
            rest = rest[: len(rest) - len(tail) + match.start()]
        if not _EACH_YEAR.isdisjoint(rest[-4:]):
            rest = _AT_END.sub("", rest)
        if rest.endswith("下"):
            rest = _UNDER.sub("", rest)
        if rest.startswith(_COMPARES) and len(rest) <= 14 and not rest.startswith(_RATIOS):
            return ""  # the clause has nothing but a comparison (较5月4日高点|下降)
        if rest == text:
            return rest
        text = rest


def without_rank(text: str) -> str:
    """Leave out what says in which order a place is taken (居全国, 连续4年位列).

    >>> without_rank("粮食产量连续4年位居全国")
    '粮食产量'
    """
    match = _RANK_TAIL.search(text[-24:])
    return _RANK_FIELD.sub("", text[: len(text) - len(text[-24:]) + match.start()]) if match else text


def rank_field(text: str) -> str:
    """Give in what a place is taken, where a verb of ranking tells (位列全国百强城市第7位); empty if it is only where.

    >>> rank_field("位列中国综合实力百强城市"), rank_field("居全国")
    ('中国综合实力百强城市', '')
    """
    match = _RANK_OF.search(text[-30:])
    return match["field"] if match else ""


def without_base(text: str) -> str:
    """Leave out the opening of a pair (由2017年的).

    >>> without_base("投入强度由")
    '投入强度'
    """
    match = _BASED.search(text[-18:])
    return text[: len(text) - len(text[-18:]) + match.start()] if match else text


def multiple_of(text: str) -> tuple[str, str] | None:
    """Give what is so many times another figure, and that figure; a past state of the same thing is none.

    >>> multiple_of("核准件数是其他地区的"), multiple_of("相当于过去的"), multiple_of("件数")
    (('核准件数', '其他地区'), ('', ''), None)
    """
    text = text.strip()
    match = _MULTIPLE_OF.match(text) if text.endswith("的") else None
    if not match:
        return None
    past = match["base"] in _PAST or leading_time(match["base"]) == len(match["base"])
    return strip_head(match["name"] or ""), "" if past else match["base"]


def without_times(text: str) -> str:
    """Leave out times between a subject and the rest of a name (甲公司上半年的出口 → 甲公司出口).

    >>> without_times("甲公司上半年的出口"), without_times("由2017年的")
    ('甲公司出口', '由2017年的')
    """
    for time in reversed(find_times(text)) if _TIMELY.search(text) else ():
        if (
            not (time.bound or time.comparing or time.text.startswith("连续"))
            and time.start > 0
            and time.end < len(text)
        ):
            lead = text[: time.start].removesuffix("预计").removesuffix("截至").removesuffix("自")
            rest = text[time.end :]
            text = lead + (
                rest.removeprefix("开始").removeprefix("起") if rest[:1] in "开起" else rest.removeprefix("的")
            )
    return text


def subject_of(clause: str) -> str:
    """Give the subject of a clause without figures, if it can be told from its predicate.

    >>> subject_of("全区粮食产量连创新高"), subject_of("持续增长")
    ('粮食产量', '')
    >>> subject_of("早稻再获丰收")
    '早稻'
    """
    head = strip_head(clause)
    match = _PREDICATE_OF.search(head)
    subject = bare(head[: match.start()]) if match else ""
    least = 2 if match and match["harvest"] else 3
    return subject if least <= len(subject) <= 16 and "，" not in subject else ""


_ONLY_HOW = re.compile(
    r"分别|分別|各|[增减減]产|[增减減]產|(?:(?:[一二两三四五六七八九十]{1,3}|\d{1,2})年)?(?:平均|年均)?"
)


def tells_only_how(name: str) -> bool:
    """Tell whether what stands before a figure only says how it is meant, not what is measured.

    >>> tells_only_how("分别"), tells_only_how("五年年均"), tells_only_how("产值")
    (True, True, False)
    """
    return _ONLY_HOW.fullmatch(name) is not None


def tail_start(text: str) -> int:
    """Give where the run of verbs and adverbs that ends a text begins.

    >>> tail_start("产值同比增长")
    2
    """
    return _TAIL.start(text)
