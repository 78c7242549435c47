"""What makes the parser unsure, in English as it stands in content files, and in Chinese as it is told."""

from __future__ import annotations

import re

from roundtable_site.checking.catalogue.languages import Language

# `{}` stands for words of the article.
DOUBTS: dict[str, str] = {
    # quotations and persons
    "a name without a title beside it": "姓名旁没有职务",
    "a name with a rare surname and no title beside it": "姓氏少见，旁边又没有职务",
    "the name is cut at its likely end": "姓名的末字是推测的",
    "a name of an unusual form": "姓名的形式少见",
    "a pronoun behind several persons": "代词之前提到几个人",
    "a role behind several persons": "只写身份，之前提到几个人",
    "a pronoun whose person stands in another paragraph": "代词所指的人在另一段",
    "a role whose person stands in another paragraph": "只写身份，所指的人在另一段",
    "the paragraph's subject is carried on": "沿用了本段的主语",
    "the verb stands in another clause than the speaker": "动词与说话人不在同一分句",
    "a quotation without attribution is given to who spoke before": "引语没有注明说话人，归给了上一位",
    "no verb of saying": "没有“说”“表示”一类的动词",
    "reported speech goes on behind a quotation": "引语之后是接着转述的话",
    "the verb of saying stands far away": "“说”“表示”一类的动词离得远",
    "{} persons bear this surname": "文中有{}人是这个姓",
    # figures
    "the figure has no unit": "数字没有单位",
    "a small number in words": "用汉字写的小数目",
    "no name stands near the figure": "数字旁没有指标名",
    "one name for several figures": "几个数字共用一个指标名",
    "the name holds more than a noun": "指标名不只是名词",
    "the name is completed from the clause before": "指标名由前一分句补足",
    "the name is general": "指标名太笼统",
    "the name is long": "指标名太长",
    "the name is short": "指标名太短",
    "the name stands in another sentence": "指标名在另一句",
    "the name stands in another paragraph": "指标名在另一段",
    "the noun is the neighbour's": "名词借自旁边的数字",
    "the time stands far before the figure": "时间离数字远",
    "no place is named": "没有写明地区或单位",
    "the guest speaks of another": "嘉宾说的是别处或别家",
    "the place may be another": "可能说的是别处",
    "the figure may be the trade's or the guest's": "可能是全行业的数，也可能是嘉宾一方的数",
    "{} is named beside it": "旁边还写到{}",
}
_TEMPLATES = {re.compile(re.escape(english).replace(r"\{\}", "(.+)")): english for english in DOUBTS}


def doubt_in(reasons: str, language: Language) -> str:
    """Say the parser's reasons for doubt in a language; what an editor wrote there stays as it is.

    >>> doubt_in("no place is named; 青江 is named beside it", "zh")
    '没有写明地区或单位；旁边还写到青江'
    """
    return reasons if language == "en" else "；".join(map(_chinese, reasons.split("; ")))


def _chinese(reason: str) -> str:
    for pattern, english in _TEMPLATES.items():
        if found := pattern.fullmatch(reason):
            return DOUBTS[english].format(*found.groups())
    return reason
