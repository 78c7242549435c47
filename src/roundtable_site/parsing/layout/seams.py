"""What a line's end and a line's beginning tell: whether a sentence ends, goes on, or begins."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.seams import CONNECTIVES, FRESH_STARTS, GOING_ON_STARTS, SENTENCE_STARTS
from roundtable_site.parsing.lexicon.tables import alternatives, words

# A paragraph ends in one of these, with the closing marks that follow it. An ASCII full stop after a digit is a decimal
# point that a column break has cut.
_END = re.compile(r"(?:[。！？!?…｡：:；;]|——|--|(?<![0-9])\.)[”’」』\"）)】》]*$")
_SURE_ENDS = frozenset("。！？!?…｡：:；;")
_MAYBE_ENDS = frozenset('”’」』"）)】》—-.')
# A colon before which a verb of saying stands: the words that were said go on below.
_SAYS = re.compile(rf"(?:{alternatives(SAYING | CLAUSE)}|道|例)[：:]$")
_OPENING = '“「『‘"'
_CLOSING = '”’」』"）)】》'
# No sentence begins with these: the line goes on with what stands above it.
_GOES_ON = re.compile(
    r"[，、。；：！？,;:!?.%％”’」』）)】》〉…]|的(?!士|确|確)|们|們|了(?!解|不)|着(?!力|手|眼|重|装|陆|实)"
    r"|(?:之一|之间|之間|以及|及其|并且|並且)"
)
_FRESH = re.compile(
    rf"""
    【 | \d{{4}}年 | \d{{1,2}}月(?:\d{{1,2}}日)? | \d{{1,2}}日
    | [一二三四五六七八九十]是 | 第[一二三四五六七八九十](?=[，、是]) | 其[一二三]，
    | {alternatives(FRESH_STARTS)}
    | (?:{alternatives(CONNECTIVES)})(?=[，,])
    """,
    re.VERBOSE,
)
_NEWS = re.compile(
    r"近日|日前|昨[日天]|今[日天]|今年|去年|\d{4}年|\d{1,2}月|本报讯|本報訊|新华社|新華社|记者|記者|编者按"
)
_WHOLE_QUESTION = re.compile(r"[^，。：、！？!?“”]{4,14}[？?](?=.)")
# A paragraph that opens with a whole sentence between quotation marks.
_OPENS_WITH_SPEECH = re.compile(r"[“「\"][^”」\"]{4,400}[。！？!?，,…｡]['’』]?[”」\"]|[“「\"](?=[^”」\"]{60})")
_QUOTATION = re.compile("[“”「」『』]")
_WORDS_LOOKED_AT = 200  # characters in which quotation marks are looked for
_GOING_ON = re.compile(alternatives(GOING_ON_STARTS))
_SENTENCE = re.compile(rf"[一二三四五六七八九十](?:是|要)|{alternatives(SENTENCE_STARTS)}")
# What only an adverbial begins with, where a comma follows: 面对……，
_ADVERBIAL = re.compile("面对|面對|作为|作為|随着|隨著|截至|截止|按照|根据|根據|对于|對於|围绕|圍繞|与此同时|与此同時")
# An attribution that goes on: 主任某某委员介绍，
_CUE_CLAUSE = re.compile(rf"[^，。；：“”！？]{{0,30}}?(?:{alternatives(SAYING | CLAUSE)})[，：。,:]")
_SHORT_CLAUSE = re.compile(
    r"(?P<clause>[^，。；：、！？,;:!?]{1,3})[，。；、,;！？!?]|(?P<ending>[^，。；：、！？,;:!?]{4})。"
)
_NUMERALS = frozenset("一二三四五六七八九十百千万亿两几余多萬億兩幾")
_COUNTED = frozenset("二三四五六七八九十百千万亿余多年月日个名家条座项位种所人户亩元成倍吨公分萬億餘個條項種戶畝噸")
_ADVERBS = words("""
    同时 目前 此外 另外 因此 然而 其实 所以 但是 不过 去年 今年 如今 近年来 近日 日前 首先 其次 再次 最后 当然 其中
    为此 对此 同時 當然 對此 不過 最後 於是 于是 总之 事实上
""")


def ends(text: str) -> bool:
    """Tell whether a paragraph may end here.

    >>> [ends(text) for text in ("很好。”", "分四步走：", "增长4.", "形成", "他说：")]
    [True, True, False, False, True]
    """
    last = text[-1:]
    return last in _SURE_ENDS if last not in _MAYBE_ENDS else bool(_END.search(text[-8:]))


def says_more(text: str, following: str) -> bool:
    """Tell whether a line that ends in `说：` goes on with the words said.

    >>> says_more("他笑着说：", "“再来。”"), says_more("重点是：", "“三个一”。")
    (True, False)
    """
    return following[:1] in tuple(_OPENING) and bool(_SAYS.search(as_read(text[-8:])))


def last_sentence(text: str) -> int:
    """Give the offset at which the last sentence begins that has no closing mark; len(text) where all are closed.

    >>> last_sentence("甲。”乙说，丙"), last_sentence("甲乙")
    (3, 0)
    """
    start = max(map(text.rfind, "。！？!?｡")) + 1
    while start and start < len(text) and text[start] in _CLOSING:
        start += 1
    return start


def goes_on(text: str) -> bool:
    """Tell whether a line can only be the continuation of another."""
    return bool(_GOES_ON.match(text))


def closes_quotation(text: str) -> bool:
    """Tell whether a line closes quotation marks that it has not opened: it goes on with somebody's words.

    >>> closes_quotation("这篇大文章。”王鼎说。"), closes_quotation("他说：“好。”")
    (True, False)
    """
    mark = _QUOTATION.search(text, 0, _WORDS_LOOKED_AT)
    return mark is not None and mark[0] in "”」』"


def opens_fresh(text: str) -> int:
    """Give points for a line that opens like a paragraph: 2 with somebody's words, 1 with a time and such."""
    if _OPENS_WITH_SPEECH.match(text[:500]):
        return 2
    return 1 if _FRESH.match(text) or _WHOLE_QUESTION.match(text) else 0


def opens_news(text: str) -> bool:
    """Tell whether a line opens as the first paragraph of a report does: with a quotation, a date, the reporter.

    >>> opens_news("“十三五”时期，"), opens_news("近日，"), opens_news("全市上下")
    (True, True, False)
    """
    return text[:1] in tuple("“「") or bool(_NEWS.match(text))


def opens_within(text: str) -> bool:
    """Tell whether a line opens in the midst of a clause: with a verb or adverb, or with a last short clause.

    >>> [opens_within(text) for text in ("达到3万亩。", "实物量。今年，", "同时，", "茶园里，")]
    [True, True, False, True]
    """
    clause = _SHORT_CLAUSE.match(text)
    if clause and clause["clause"]:
        return clause["clause"] not in _ADVERBS and not _FRESH.match(clause["clause"])
    if clause:
        return not clause["ending"].endswith("了")
    return bool(_GOING_ON.match(text)) and not _FRESH.match(text)


def opens_sentence(text: str) -> bool:
    """Tell whether a line opens as sentences do and headings do not."""
    return bool(_SENTENCE.match(text))


def opens_adverbially(text: str) -> bool:
    """Tell whether a line opens with a time or an aspect, set off by a comma, as sentences do.

    >>> [opens_adverbially(text) for text in ("去年，全市", "创新方面，全市", "稳住底盘，再开新局")]
    [True, True, False]
    """
    head, comma, _ = text[:20].replace(",", "，").partition("，")
    return bool(comma) and (
        bool(_FRESH.match(text) or _ADVERBIAL.match(text))
        or head.endswith(("方面", "上", "中", "时", "后", "以来", "来说", "看来", "看出"))
    )


def opens_with_cue(text: str) -> bool:
    """Tell whether a line's first clause ends in a verb of saying."""
    return bool(_CUE_CLAUSE.match(as_read(text[:60])))


def cuts_a_word(left: str, right: str) -> bool:
    """Tell whether a line end falls within a common word or a number.

    >>> cuts_a_word("推动经", "济发展"), cuts_a_word("200", "9年"), cuts_a_word("发展", "经济")
    (True, True, False)
    """
    if not left or not right:
        return False
    if left[-1].isdigit() and (right[0].isdigit() or right[0] in ".%％万亿年月日个"):
        return True
    if right[0].isdigit() and left[-1] in "年月第约近超逾达前后仅":
        return True
    if left[-1] in _NUMERALS and right[0] in _COUNTED:
        return True
    if left[-1].isascii() and left[-1].isalpha() and right[0].isascii() and right[0].isalpha():
        return True
    return as_read(left[-1] + right[0]) in COMMON_WORDS
