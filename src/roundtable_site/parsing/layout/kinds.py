"""What a line's own form tells of it: furniture, credits, bylines, photo captions, labels of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roundtable_site.model import LayoutKind
from roundtable_site.parsing.layout.guests import tight
from roundtable_site.parsing.layout.lines import Line
from roundtable_site.parsing.layout.names import byline, is_name, names_in, narrow, photo_credit
from roundtable_site.parsing.layout.persons import persons_of
from roundtable_site.parsing.layout.seams import last_sentence
from roundtable_site.parsing.lexicon.furniture import (
    BYLINE_MARKS,
    FURNITURE_WORDS,
    GUEST_LABELS,
    HOST_LABELS,
    STANDFIRST_LABELS,
)
from roundtable_site.parsing.lexicon.tables import alternatives

_MAX_CAPTION = 150  # characters; a longer text is a paragraph with a credit behind it
_SHORT = 60  # characters; furniture and labels are shorter
_PAGES = (
    "要闻|综合|时政|经济|国际|国内|文化|体育|评论|广告|新闻|理论|特刊|专版|专题|本地|民生|社会|区域|深度"
    "|要聞|綜合|國際|評論|廣告|新聞"
)
_TURN = r"(?:紧|緊)?(?:上|下|文)?(?:接|转|轉)(?:自)?\s*第?\s*[A-Z]?[0-9一二三四五六七八九十]{1,3}\s*[版页頁]"

_FURNITURE = re.compile(
    rf"""
    ^(?:
      [-—–·•.\s]* 第?\s* [A-Z]?\d{{1,3}} \s* [版页頁]? [-—–·•.\s]*             # 03, 第3版, - 3 -
    | 第?[A-Z]?\d{{0,3}} \s* 版? \s* [·:：|丨/]? \s* (?:{_PAGES})[版]?           # 03 要闻
    | 第[一二三四五六七八九十]{{1,3}}版
    | \d{{1,3}} \s* [/／] \s* \d{{1,3}}                                         # 3/12
    | \S{{0,10}} \s* \d{{4}} \s* [年./-] \s* \d{{1,2}} \s* [月./-] \s* \d{{1,2}} \s* 日?
      (?:\s* (?:星期|周|礼拜)[一二三四五六日天])? (?:\s*\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?     # the day of issue
      (?:\s*(?:来源|來源)?\s*[：:]?\s*\S{{0,16}})?
    | [【\[]?(?:{alternatives(FURNITURE_WORDS)})[】\]]? \s* [：:|丨/／]\s* [^。！？]{{0,50}}   # 责任编辑：…
    | [【\[](?:{alternatives(FURNITURE_WORDS)})[】\]].{{0,40}}
    | [（(【▲▼☞]* (?:扫码|扫描|扫一扫|长按|微信扫|请扫|掃碼|掃描|長按) [^。]{{0,24}}
    | (?:更多|精彩)\S{{0,8}}(?:关注|請關注|请关注|扫码|下载|请看) [^。]{{0,24}}
    | [（(【]? {_TURN} (?:《[^》]{{1,30}}》|[^）)】。]{{0,12}})? [）)】]?             # 下转第3版
    | (?:版权所有|未经授权|未經授權|版權所有|©|Copyright|转载请注明|轉載請註明) [^。]{{0,50}} 。?
    | [（(] (?:完|综编|综合|据|来源|原载|摘自|转自|摘编|綜合|據|來源|摘自|END|全文完) [^（()）。]{{0,24}} [）)]
    | (?:https?://|www\.)\S{{1,80}}
    | [-*＊=_—·•.…~～#\s▁─━■□◆●]{{3,}}                                      # a rule
    )$
    """,
    re.VERBOSE,
)
_HEAD_SEPARATOR = re.compile(r"[\s：:/／|｜丨·,，、]+")
_HEAD_TOKEN = re.compile(
    rf"""
    (?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?:星期[一二三四五六日天])? | \d{{4}}[.\-]\d{{1,2}}[.\-]\d{{1,2}}   # the day
    | (?:星期|周)[一二三四五六日天] | 农历\S{{2,10}} | 第\d{{1,6}}期
    | 第?[A-Z]?\d{{1,3}}版? | 第[一二三四五六七八九十]{{1,3}}版 | (?:{_PAGES})(?:版|新闻)?
    | {alternatives(FURNITURE_WORDS)} | 主编 | 执行主编 | 值班编辑
    | [\u3400-\u9fff]{{1,6}}(?:日报|晚报|早报|时报|商报|晨报|都市报|日報|晚報|時報|周刊)
    | [\w.]+@[\w.]+ | \d{{3,4}}-?\d{{7,8}}
    """,
    re.VERBOSE,
)
# （下转第3版） at the end of a line, （上接第1版） at the beginning of one.
_JUMP = rf"[（(【]{_TURN}[^）)】]{{0,20}}[）)】]"
_JUMP_BEHIND = re.compile(rf"{_JUMP}$")
_JUMP_BEFORE = re.compile(rf"^{_JUMP}")
# Whatever ends like the caption of a picture: …… 某报记者 王鼎 摄; （受访者供图）.
_CAPTION_END = re.compile(
    r"""
    (?: (?:记者|記者|通讯员|通訊員|[ 　（(/／。])[ 　]*[\u3400-\u9fff·]{1,4}(?:[ 　、][\u3400-\u9fff·]{1,4}){0,4}
      | 受访者|受訪者|[资資]料|翻 )
    [ 　/／]* (?:摄影?|攝影?|供图|供圖|图片?|圖片?|照片|提供) [）)]? $
    | [（(] (?:翻摄|翻攝|截自|截图自|截圖自|摄自) [^（()）]{0,24} [）)] $
    | [（(] (?:图源|圖源|图片来源|圖片來源|图片|圖片|资料图|資料圖|资料照|資料照|图|圖) [^（()）]{0,24} [）)] $
    """,
    re.VERBOSE,
)
_CAPTION_LAST = frozenset("摄影攝图圖片供照）)")
_CAPTION_START = re.compile(
    r"[▲▼◀△▽←→↑↓]|(?:[上下左右]|资料)?[图圖](?:[为為]|[①-⑨]|[：:]|\s?[／/｜])|[图圖]\d{1,2}[：:\s]"
)
_LABEL = re.compile(
    rf"""
    ^[{BYLINE_MARKS}【\[〔■\s]*
    (?P<label>{alternatives(GUEST_LABELS | HOST_LABELS | STANDFIRST_LABELS)} | 嘉[ \u3000]+[宾賓])
    [】\]〕\s]*
    (?P<colon>[：:/／|丨—]*) \s*
    """,
    re.VERBOSE,
)
_SENTENCE_MARK = re.compile(r"[。！？!?；;｡]")


def kind_of(text: str) -> LayoutKind | None:
    """Tell what a line is by its own form; None for running text and for what may be a title.

    >>> [kind_of(text) for text in ("第3版", "本报记者 王鼎", "图为丰收的田野。", "核心提示", "今年，粮食丰收。")]
    ['furniture', 'byline', 'caption', 'label', None]
    """
    if len(text) <= 2 * _SHORT and (_FURNITURE.match(text) or _is_page_head(text)):
        return "byline" if text[:1].isdigit() and byline(text) else "furniture"
    if photo_credit(text):
        return "credit"
    if credits := byline(text):
        return "byline" if credits.reporters else "credit"
    ends = text[-1:] in _CAPTION_LAST and len(text) <= _MAX_CAPTION and _CAPTION_END.search(text[-_SHORT:])
    if ends or _CAPTION_START.match(text):
        return "caption"
    match = _LABEL.match(text)
    return "label" if match and match.end() == len(text) else None


def _is_page_head(text: str) -> bool:
    """Tell whether a line is a page's head: the day, the page, the paper, who edited it, and nothing else.

    >>> _is_page_head("2024年3月1日 星期五 责编 王鼎 美编 李四"), _is_page_head("3月1日 王鼎")
    (True, False)
    """
    tokens = [token for token in _HEAD_SEPARATOR.split(narrow(text)) if token]
    if len(tokens) < 2:
        return False
    rest = [token for token in tokens if not _HEAD_TOKEN.fullmatch(token)]
    return len(tokens) - len(rest) >= 2 and all(map(is_name, rest))


def tagged(lines: list[Line]) -> Iterator[Line]:
    """Give each line its kind, cutting off labels and jump lines that share a line with text."""
    for line in lines:
        if line.kind is not None:  # a document says so itself; a label or byline may be set like a heading
            yield line._replace(kind=kind_of(line.text) or line.kind)
            continue
        for part in _without_jumps(line):
            if part.kind is None and (kind := kind_of(part.text)) is None:
                for text in _without_byline(part):
                    yield from (_without_label(text) if text.kind is None else (text,))
            else:
                yield part if part.kind else part._replace(kind=kind)


def _without_jumps(line: Line) -> Iterator[Line]:
    """Cut （上接第1版） and （下转第3版） off a line's ends."""
    text = line.text
    if text[:1] in tuple("（(【") and (match := _JUMP_BEFORE.match(text[:_SHORT])) and match.end() < len(text):
        yield line._replace(text=match.group(), kind="furniture")
        text = text[match.end() :].lstrip()
        line = line._replace(gap=0)
    tail_at = max(0, len(text) - _SHORT)
    match = _JUMP_BEHIND.search(text, tail_at) if text.endswith(("）", ")", "】")) else None
    if match and match.start():
        yield line._replace(text=text[: match.start()].rstrip())
        yield line._replace(text=match.group(), gap=0, kind="furniture")
    else:
        yield line if text is line.text else line._replace(text=text)


def _without_byline(line: Line) -> Iterator[Line]:
    """Cut a byline off the end of the paragraph that it closes: ……。（本报记者 王鼎）."""
    start = last_sentence(line.text)
    tail = line.text[start:].strip()
    kind = kind_of(tail) if start and tail else None
    if kind in ("byline", "credit") or (kind in ("furniture", "caption") and tail[0] in "（("):
        yield line._replace(text=line.text[:start].rstrip())
        yield line._replace(text=tail, gap=0, kind=kind)
    else:
        yield line


def _without_label(line: Line) -> Iterator[Line]:
    """Cut a label off the line that it opens: 嘉宾：甲（某某大学教授）, 编者按：……."""
    match = _LABEL.match(line.text)
    if not match or not match["colon"]:
        yield line
        return
    label, rest = line.text[: match.end()].rstrip(), line.text[match.end() :]
    if match["label"] in STANDFIRST_LABELS:
        yield line._replace(text=label, kind="label")
        yield line._replace(text=rest, gap=0)
    elif not _SENTENCE_MARK.search(rest) and (names_in(rest) or persons_of(rest) or byline(rest)):
        yield line._replace(text=label, kind="label")
        yield line._replace(text=rest, gap=0, kind="guest" if tight(match["label"]) in GUEST_LABELS else "byline")
    else:
        yield line
