"""Names as a page prints them alone: bare name lines, bylines, photo credits."""

from __future__ import annotations

import re

from msgspec import Struct

from roundtable_site.parsing.lexicon.furniture import (
    BYLINE_MARKS,
    HOST_LABELS,
    OUTLET_ENDINGS,
    PHOTO_VERBS,
    REPORTER_ROLES,
)
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives, words
from roundtable_site.parsing.people import is_bare_name, is_chinese_name, is_listed_name

_HAN = "\u3400-\u9fff"
_NO_NAMES = words("单位 资料 作者 企业 受访者 本报 本刊 报社 方面 文字 高管 专家 全部 安全 成功 万元 时代 项目 通讯")
# A two-character name that is set wide so that it is as long as its neighbours: 王　鼎.
_WIDE_NAME = re.compile(rf"(?<![{_HAN}])([{_HAN}])[ 　]{{1,3}}([{_HAN}])(?![{_HAN}])")
_MAX_BYLINE = 60
# The day and hour before a byline: 2025/12/23 18:36 记者 甲.
_DATED = re.compile(
    r"^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s+(?=\S{0,8}(?:记者|記者|通讯员))"
)

_ROLE = re.compile(
    rf"""
    (?:(?:《[^》]{{1,12}}》|[{_HAN}（）()·]{{0,14}}?)   # the paper or agency: 某某日报, 《某报》
       (?:{alternatives(REPORTER_ROLES)}) (?:组)?     # what they are
     | {alternatives(HOST_LABELS)}
     | 文字 | 文 | 执笔 | 執筆 | 作者
    )
    [：:]?
    """,
    re.VERBOSE,
)
_OUTLET = re.compile(rf"[{_HAN}]{{1,10}}(?:{alternatives(OUTLET_ENDINGS)})")
# A foreign name in Chinese letters: 彼得·某某.
_DOTTED = re.compile(rf"[{_HAN}]{{1,8}}(?:[·•・‧][{_HAN}A-Z.]{{1,8}}){{1,4}}")
_REPORTS = re.compile(rf"(?P<name>[{_HAN}·]{{2,5}}?)(?:综合|綜合|专访|專訪)?(?:报道|報導|報道)")
_PHOTO = re.compile(rf"(?:图片|照片|图|圖|{alternatives(PHOTO_VERBS)})(?:报道|報導)?[：:]?")
_SEPARATOR = re.compile(r"[\s、，,/／|｜&＆;；]+")
# What may follow names in a byline: 张三 北京报道, 李四 整理.
_BYLINE_TAIL = re.compile(rf"(?:[{_HAN}]{{2,6}})?(?:报道|報導|发自|發自|综合报道)[{_HAN}]{{0,6}}|整理|摘编|综合|編譯")

# 本版图片由记者甲、乙摄; 图片均由受访者提供
_CREDIT = re.compile(
    rf"""
    ^[（(]? (?:本[版报组文期刊]|以上|文中|文内|除[^，。]{{0,8}}外)? [，,]?
    (?:图片|图|照片|摄影|制图|漫画|插图|题图|圖片|圖|照片|攝影|製圖)
    [^。！？，]{{0,12}}? (?:由|[：:／/]|均为|来自)?
    (?P<who>[^。！？]{{0,40}}?)
    (?:{alternatives(PHOTO_VERBS)}) [）)]?$
    """,
    re.VERBOSE,
)
_BEFORE_NAMES = re.compile(rf"^.*?(?:由|[：:／/])|(?:{alternatives(REPORTER_ROLES)})|本报|本刊")


class Credits(Struct, frozen=True):
    """Who wrote and who took the pictures, in printed order."""

    reporters: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()


def is_name(text: str) -> bool:
    """Tell whether a text as a whole can be a person's name.

    >>> [is_name(name) for name in ("欧阳小明", "王鼎", "让·皮埃尔", "发展", "核心提示")]
    [True, True, True, False, False]
    """
    return text not in _NO_NAMES and (bool(_DOTTED.fullmatch(text)) or is_listed_name(as_read(text)))


def has_name_shape(text: str) -> bool:
    """Tell whether a text begins with a surname and is as short as a name, whatever else it may mean.

    >>> has_name_shape("张工"), is_name("张工")
    (True, False)
    """
    return is_chinese_name(as_read(text))


def is_sure_name(text: str) -> bool:
    """Tell whether a text is a name even where nothing but a post sets it off: a common surname, or a foreign name.

    >>> is_sure_name("王鼎"), is_sure_name("谈生意")
    (True, False)
    """
    return text not in _NO_NAMES and (bool(_DOTTED.fullmatch(text)) or is_bare_name(as_read(text)))


def narrow(text: str) -> str:
    """Set names narrow that were set wide.

    >>> narrow("记者 王　鼎 欧阳小明")
    '记者 王鼎 欧阳小明'
    """
    return _WIDE_NAME.sub(r"\1\2", text) if " " in text or "\u3000" in text else text


def names_in(text: str) -> tuple[str, ...]:
    """Give the names of a plain list of names, in order; () where anything else stands in it.

    >>> names_in("张三、李四光 王　鼎")
    ('张三', '李四光', '王鼎')
    """
    parts = [part for part in _SEPARATOR.split(narrow(text.strip(" 　()（）。"))) if part]
    return tuple(parts) if parts and all(_may_be_name(part) for part in parts) else ()


def byline(text: str) -> Credits | None:
    """Read a byline, a line of roles and names only; None where it is none.

    >>> byline("□本报记者 夏元 摄影 李四")
    Credits(reporters=('夏元',), photographers=('李四',))
    """
    if not text or len(text) > _MAX_BYLINE:
        return None
    marked = text[0] in BYLINE_MARKS
    bare = narrow(_DATED.sub("", text).strip(BYLINE_MARKS + " 　（()）【】[]"))
    groups: list[tuple[str, list[str]]] = []
    for token in filter(None, _SEPARATOR.split(bare)):
        if not _take(token, groups, any_name=marked):
            return None
    return _credits(groups)


def _take(token: str, groups: list[tuple[str, list[str]]], *, any_name: bool) -> bool:
    """Put one token of a byline into its group: a role opens a group, a name goes into the last one."""
    if groups and groups[-1][1] and _BYLINE_TAIL.fullmatch(token):
        return True
    if (match := _REPORTS.fullmatch(token)) and is_name(match["name"]):  # 甲報導
        groups.append(("reporter", [match["name"]]))
        return True
    role, rest = _role_of(token)
    if role:
        groups.append((role, []))
        if not rest:
            return True
        token = rest
    if not groups and any_name and _may_be_name(token):  # □甲 本报记者 乙
        groups.append(("reporter", []))
    named = is_name(token) or is_bare_name(as_read(token)) or (any_name and _may_be_name(token))
    if not groups or not named:
        if role != "reporter" or not _PHOTO.fullmatch(token):
            return False
        groups.append(("photo", []))
        return True
    groups[-1][1].append(token)
    return True


def _role_of(token: str) -> tuple[str, str]:
    if match := _PHOTO.match(token):
        return "photo", token[match.end() :]
    if match := _ROLE.match(token):
        return "reporter", token[match.end() :]
    if _OUTLET.fullmatch(token):
        return "reporter", ""
    return "", token


def _credits(groups: list[tuple[str, list[str]]]) -> Credits | None:
    """Sum up a byline's groups: 甲 摄 names the photographer before the verb, 摄影 甲 after it."""
    reporters: list[str] = []
    photographers: list[str] = []
    for index, (role, names) in enumerate(groups):
        last_photo = index + 1 < len(groups) and groups[index + 1] == ("photo", []) and index + 2 == len(groups)
        both = role == "reporter" and not names and index + 1 < len(groups) and groups[index + 1][0] == "photo"
        if role == "photo" or last_photo:
            photographers += names
        if role == "reporter" and not last_photo:
            reporters += groups[index + 1][1] if both else names
    return Credits(tuple(reporters), tuple(photographers)) if reporters or photographers else None


def photo_credit(text: str) -> Credits | None:
    """Read a line that says who took the pictures; None where it is none.

    >>> photo_credit("本版图片由记者王鼎、李四摄")
    Credits(reporters=(), photographers=('王鼎', '李四'))
    """
    if len(text) > _MAX_BYLINE or not (match := _CREDIT.match(text)):
        return None
    who = _BEFORE_NAMES.sub(" ", match["who"])
    names = tuple(name for name in _SEPARATOR.split(narrow(who)) if is_name(name))
    return Credits((), names)


def _may_be_name(text: str) -> bool:
    """In a list of names any two to four characters can be a name, whatever the surname."""
    return is_name(text) or (2 <= len(text) <= 4 and _all_han(text) and text not in _NO_NAMES)


def _all_han(text: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in text)
