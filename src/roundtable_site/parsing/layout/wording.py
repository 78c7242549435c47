"""What the words at both sides of a line end tell: the whole phrase of a heading, or a sentence that breaks off."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.bodies import INSTITUTIONS
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.posts import OFFICES
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.people import is_chinese_name, is_listed_name
from roundtable_site.parsing.places import gazetteer_name

# A whole question without its mark: 水从哪里来, 下一步怎么走.
_ASKS = re.compile(
    r"(?:怎么|怎样|如何|为何|为什么|何以|谁来|靠什么|凭什么|凭啥|靠啥)[^，、。让把被给使]{1,3}$"
    r"|(?:什么|哪里|哪儿|啥|何在|何去何从|几何)$"
)
_QUESTION = re.compile(r"[^，。；！?？]{0,40}[?？]")
_INTERROGATIVE = re.compile("怎么|怎样|如何|为何|为什么|何时|哪些|什么|是否|能否|多少")
_IMPERATIVE = re.compile("把|让")
_COME_TO_PASS = re.compile(r"[^，。、]{2,4}了$")  # 山绿了
# Within a line, behind a subject: what verbs of sentences take and those of headings hardly ever.
_WITHIN = re.compile(
    r"[^\s，,、：）)](?:去年|今年|目前|近年来|近日|日前|如今|正在|已经|已有|已在|已达|曾经|曾有|曾在|将会|将在|将于|只有|还有|还将|也将|也会|是由|把)"
)
_ALSO = re.compile(r"[^\s，,][也却则](?![许是])")
_NEWS_LEAD = re.compile(r"本[报台刊]讯|新华社|[（(]?(?:中央社|中新社|人民网|新华网)")
_PREDICATE_COLON = re.compile(r"[是了过着为][^：]{0,4}[：:](?=.)|(?:如下|以下)[：:]")
_NOUN_CUT = re.compile(r"的[^，。的确]$")
_TITLES = re.compile(rf"[^，。；：“”]{{0,20}}?(?:{alternatives(OFFICES)})[、兼]")
_BODY_END = re.compile(rf"(?:{alternatives(INSTITUTIONS)}|[局厅委院署办])$")
_CUE_CLAUSE = re.compile(
    rf"[^，。；：“”！？]{{0,30}}?(?P<cue>{alternatives(SAYING | CLAUSE)})(?:记者|大家)?(?=[，：。,:])"
)
_OFFICE_END = re.compile(rf"(?:{alternatives(OFFICES)})(?P<begun>[^，。；：、的]{{0,3}})$")
_ENDS_IN_OFFICE = re.compile(rf"(?:{alternatives(OFFICES)})$")
_BODY = re.compile(rf"(?:副|总|主)?(?:{alternatives(INSTITUTIONS | OFFICES)})|[局院厅委署办](?=[副局院厅主党书的、，])")
_COUNT = re.compile(
    r"有?(?:[\d.]+|百分之|[一二两三四五六七八九十百千几][十百千万多余]|[二两三四五六七八九十](?=[个名家条座项位种所人户亩成倍吨公分%]))"
    r"(?!\d*[年月日])(?![.、．]\s*[^\d\s])[一二两三四五六七八九十百千万亿\d.余多]*(?!年|月|日)[^，。一二两三四五六七八九十\d]"
)


def is_whole(text: str) -> bool:
    """Tell whether a phrase is complete as a clause that asks or tells what has come to pass: no words can follow.

    >>> [is_whole(text) for text in ("下一步怎么走", "山绿了", "山上种了树", "记者怎么让大家")]
    [True, True, False, False]
    """
    return "、" not in text and bool(_ASKS.search(as_read(text)) or _COME_TO_PASS.fullmatch(text))


def bids(text: str) -> bool:
    """Tell whether a phrase opens as a bidding does, without a subject: 把路修到湖边, 让乡亲安心."""
    return bool(_IMPERATIVE.match(as_read(text[:1])))


def sentence_points(text: str, *, alone: bool) -> int:
    """Give points for words that sentences have and headings hardly ever: times and adverbs behind a subject, titles.

    >>> sentence_points("公司去年交付", alone=False), sentence_points("让乡亲安心", alone=False)
    (2, 0)
    """
    read = as_read(text)
    points = 2 if _WITHIN.search(read) else 1 if _ALSO.search(read) else 0
    points += 4 if _NEWS_LEAD.match(read) else 0
    points += 3 if _PREDICATE_COLON.search(read) else 0
    points += 3 if _TITLES.match(read) else 0
    if not alone:
        points += 1 if _NOUN_CUT.search(read) else 0
        points += 2 if _BODY_END.search(read) else 0
    return points


def joins_person(text: str, following: str) -> bool:
    """Tell whether a line end has cut a person's name off the titles, or within: …大学教授王|鼎说，

    >>> joins_person("平川大学教授王", "鼎说，"), joins_person("听听他们怎么说", "王鼎说，")
    (True, False)
    """
    match = _OFFICE_END.search(as_read(text[-12:]))
    if match is None or not _CUE_CLAUSE.match(as_read(following[:40])):
        return False
    begun = match["begun"]
    return any(
        is_chinese_name(begun + as_read(following[:size])) for size in (0, 1, 2, 3) if len(begun) + size in (2, 3)
    )


def names_somebody(text: str) -> bool:
    """Tell whether a line opens with somebody's titles and name before a verb of saying.

    >>> names_somebody("交通学院教授王鼎说，"), names_somebody("专家认为，")
    (True, False)
    """
    clause = _CUE_CLAUSE.match(as_read(text[:60]))
    return clause is not None and any(
        is_chinese_name(clause[0][: clause.start("cue")][-size:])
        and _ENDS_IN_OFFICE.search(clause[0][: clause.start("cue") - size])
        for size in (2, 3)
    )


def asks_across(text: str, following: str) -> bool:
    """Tell whether a question that a line opens ends in the next one: 县里如何抓住|机遇？"""
    return bool(_INTERROGATIVE.search(as_read(text)) and _QUESTION.match(following))


def counts(text: str) -> bool:
    """Tell whether a line opens with a number of things, as a paragraph seldom does.

    >>> [counts(text) for text in ("四十七家，", "百分之六的，", "2024年，", "一是", "三年来，")]
    [True, True, False, False, False]
    """
    return bool(_COUNT.match(text[:20]))


def opens_with_person(text: str) -> bool:
    """Tell whether a line opens with a person of a known place, or a name, who says something.

    >>> [opens_with_person(text) for text in ("青岛市农业局局长王鼎说，", "王小鼎介绍，", "交通学院教授王鼎说，")]
    [True, True, False]
    """
    read = as_read(text[:60])
    clause = _CUE_CLAUSE.match(read)
    if clause is None:
        return False
    placed = gazetteer_name(read) is not None or read.startswith(("中国", "全国"))
    return placed or is_listed_name(read[: clause.start("cue")])


def opens_with_body(text: str) -> bool:
    """Tell whether a line opens with what only ends the name of a body or a person's titles.

    >>> [opens_with_body(text) for text in ("有限公司董事长", "副局长王鼎", "王鼎")]
    [True, True, False]
    """
    return bool(_BODY.match(as_read(text[:8])))
