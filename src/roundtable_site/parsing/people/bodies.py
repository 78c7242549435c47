"""The place or organisation that somebody speaks for, read from their titles."""

from __future__ import annotations

import re

from roundtable_site.parsing.lexicon import bodies as words
from roundtable_site.parsing.lexicon.posts import OFFICES
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.places import most_named, named_in

_POST = re.compile(
    rf"""
    (?:[一二三四]级|副|正|常务副?|执行|名誉|首席|代理?|高级|资深|特聘|兼职|专职|青年|第一|原|前|联合|轮值|联席|大区|区域|终身|总|助理|客座|荣誉)*
    (?:{alternatives(OFFICES | words.BOARDS)})
    (?:[（(][^（）()]*[）)])?$
    """,
    re.VERBOSE,
)
_PLACE = re.compile(
    r"""
    [\u4e00-\u9fff]{1,8}?(?:特别行政区|自治区|自治州|自治县|开发区|高新区|新区|地区|省|市|盟|旗|镇|乡|街道|社区|村|[州县区](?![省市县区]))
    """,
    re.VERBOSE,
)
_TWICE = re.compile(r"(?<=^[\u4e00-\u9fff])([县縣])[县縣]$")  # 徽县县委: a county of one character
_PARTY = re.compile(
    r"(?:党工委|党委|党组|党总支|党支部|总支|支部|工委|委员会|人民政府|政府|人大常委会|人大|政协|管委会|村委会|居委会|委|村党)$"
)
_COMMITTEE = re.compile(r"(?<=.[省市县区州旗镇乡])[省市县区州旗镇乡]委$")
_DELEGATE = re.compile(
    r"(?:代表|全国政协委员|省政协委员|市政协委员|区政协委员|县政协委员|^委员|政协委员|政协常委|人大常委|人大代表)$"
)
_CODE = re.compile(r"[（(][A-Za-z0-9.，,:：\-\s]{2,24}[)）]")  # of a share: （000568.SZ）
_DEMOCRATIC = re.compile("^(?:" + alternatives(words.PARTIES) + ")")
_ORGAN = re.compile(r"^[省市县区州]委(?!书记|副书记|常委|$).")
_DEPARTMENT = re.compile(
    rf"""
    (?<=[\u4e00-\u9fff]{{2}})
    (?:{alternatives(words.DEPARTMENT_WORDS)})+
    (?:事业部|分部|部门|部|中心|办公室|办|处|科室|科|室|车间|组|线|板块|条线)$
    """,
    re.VERBOSE,
)
_SECOND_POST = re.compile("(?<=[^兼]{3})(?:兼(?!职)|暨)")  # 董事长兼总经理
_FIELD = re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{alternatives(words.DEPARTMENT_WORDS - {'公司', '企业'})})+$")
_INSTITUTION = re.compile(
    rf"(?:{alternatives(words.INSTITUTIONS)})(?![属办级方区])",
)
_SECTION = re.compile(r"^(.{1,10}(?:部|委|局|厅|办|署|总局))[\u4e00-\u9fff]{2,10}(?:司|处|科|室)$")
_ACADEMY = re.compile(r"^(.{1,8}院)[\u4e00-\u9fff]{2,14}(?:所|中心|部|处|系|室|组|科)$")
_FIRM = re.compile(r"(?:股份有限公司|有限责任公司|集团有限公司|有限公司)$")
# What stands before 省 or 市 and names none: 我代表省人民政府.
_NO_PLACE = re.compile("[我你他她本全各该这那为是的和与及向从把将让使代]|^[省市县区州]|[城都股楼门超上夜集]市$")
_CHAIN = re.compile(r"(?:[\u4e00-\u9fff]{2,4}?(?:省|自治区|市|县|区|镇|乡|街道|村)){2,}(?=.{6})")
_HEAD_OF_PLACE = re.compile("^副?([省市县区镇乡村旗州部局厅署院处])长$")
_GROWERS = ("种植户", "养殖户", "经营户", "大户", "农户", "牧户", "农", "农民", "村民", "居民")
_UP_TO_PLACE = re.compile(r"[\u4e00-\u9fff]{1,16}[村镇乡县区市旗](?=[\u4e00-\u9fff]{1,4}$)")
_OVERSEAS = re.compile(rf"^({alternatives(words.COUNTRIES)})(?=.*(?:部|总统府|内阁|议会|政府)$)")


def district_of(titles: tuple[str, ...], text: str = "") -> str | None:
    """Give the place or organisation that the titles stand for, in its shortest form printed in `text`.

    The first post whose body is more than a seat in an assembly or a party counts; None where no body is printed.

    >>> district_of(("党的二十大代表", "沙坪坝区委书记"))
    '沙坪坝区'
    >>> district_of(("某省某市第一中学校长",)), district_of(("著名作家",))
    ('某市第一中学', None)
    """
    bodies = [body for title in titles if (body := body_of(title)) is not None]
    if not bodies:
        return None
    best = next((body for body in bodies if not _weak(body)), bodies[0])
    return printed_form(_TWICE.sub(r"\1", best), text)


def _weak(body: str) -> bool:
    return bool(_DEMOCRATIC.match(body) or _ORGAN.match(body))


def body_of(title: str) -> str | None:
    """Give the body that one title names: `某区委书记` → `某区`, `某公司综合车间主任` → `某公司`."""
    title = _CODE.sub("", title)
    plain = as_read(title)
    body = _plain_body(_SECOND_POST.split(plain)[0])
    if body is None or plain == title:
        return body
    place = plain.find(body)
    return title[place : place + len(body)] if place >= 0 else body


def _plain_body(title: str) -> str | None:
    if _DELEGATE.search(title) and not re.search(r"(?:驻|办事处|首席)", title):
        return None
    match = _POST.search(title)
    body = title[: match.start()] if match else title
    if body.startswith(("“", "「")) and body.endswith(("”", "」")):
        return None  # “某某”获得者
    if match and (head := _HEAD_OF_PLACE.search(match[0])) and body and not body.endswith(head[1]):
        body += head[1]  # 北湖縣長 speaks for 北湖縣, 經濟部長 for 經濟部
    if len(body) < 2:
        head = re.match(r"[省市县区州]", title)
        return str(head[0]) if match and head else None
    if not match:
        return None
    if match[0].endswith(_GROWERS) and (place := _UP_TO_PLACE.match(body)):
        return place[0]  # 某村水稻种植户
    country = _OVERSEAS.match(body)
    if country:
        return str(country[1])
    field = match[0].endswith(("总监", "主管", "专员", "负责人", "经理")) and "总经理" not in match[0]
    return _inner(_FIELD.sub("", body) if field else body)


def _inner(body: str) -> str | None:
    """Cut what is below the body that counts: party committees of a place, departments, workshops."""
    body = re.sub(r"(?:原|前|现任)(?=.{3})", "", body, count=1) if body[:1] in "原前" else body
    body = re.split(r"驻", body)[0] if re.search(r".{4}驻", body) else body
    body = re.sub(
        r"(?:董事会|董事局|监事会|(?<=[司团局院行学厂])理事会|党组|党委|纪委|党总支|党支部|工会|团委|常委会|执委会)$",
        "",
        body,
    )
    place = _place_of(body) if body else None
    if place:
        return place
    if re.fullmatch(r"(?:省|市|县|区|州|自治区)(?:委|(?:人民)?政府)?", body):
        return body
    body = _institution(body)
    body = _DEPARTMENT.sub("", body)
    return _without_region(body) if body and body not in words.NO_BODIES else None


def _place_of(body: str) -> str | None:
    """Give the place whose committee or government a body is: `某省某市委` → `某市`, `某镇某村党总支` → `某村`."""
    if body[0] in "省市县区州":  # 市农业农村委: the place itself is not named
        return None
    for cut in (_PARTY.sub("", body), _COMMITTEE.sub("", body)):
        places: list[str] = _PLACE.findall(cut)
        if places and "".join(places) == cut and len(cut) > 2:
            return places[-1]
    return None


def _institution(body: str) -> str:
    """Keep the first whole institution: `某大学经济学院` → `某大学`, `某医院急诊科` → `某医院`."""
    match = _INSTITUTION.search(body)
    section = _SECTION.match(body) or _ACADEMY.match(body)
    if match and match.end() >= 3 and not body.endswith("分会") and not (section and section.end(1) < match.end()):
        return body[: match.end()]
    return str(section[1]) if section else body


def _without_region(body: str) -> str:
    """Drop a province before a city (`某省某市第一医院` → `某市第一医院`)."""
    if body.endswith(("合作社", "农场", "养殖场", "公司", "厂")) and (chain := _CHAIN.match(body)):
        return body[chain.end() :]  # 某省某市某镇某某合作社
    match = re.match(r"[\u4e00-\u9fff]{1,6}?(?:省|自治区)(?=[\u4e00-\u9fff]{1,5}?(?:市|州|县).{2})", body)
    return body[match.end() :] if match else body


def printed_form(body: str, text: str) -> str | None:
    """Give the shortest form of a body's name that the text prints on its own.

    >>> printed_form("某市天工机械有限公司", "……天工机械主要生产机床。")
    '天工机械'
    """
    if not text:
        return body if len(body) > 1 else None
    core = _FIRM.sub("", body)
    for start in _region_ends(core) if core != body else ():
        short = core[start:]
        if len(short) >= 4 and short != body and _stands_alone(short, body, text):
            return short
    return _abbreviation(body, text) or _full_region(body, text)


def _region_ends(core: str) -> list[int]:
    """Give the places where a firm's name may begin behind its city or province, the latest first."""
    ends = [match.end() for match in re.finditer(r"(?:省|市|县|区)", core[:-3])]
    return sorted({0, 2, 3, *ends}, reverse=True)


def _stands_alone(short: str, body: str, text: str) -> bool:
    """Tell whether the text prints the short form also outside the long one."""
    return text.count(short) > text.count(body) if short in body else short in text


def _abbreviation(body: str, text: str) -> str | None:
    """Find an abbreviation made of the body's own characters in order (联合国粮食及农业组织 → 粮农组织)."""
    tail = next((tail for tail in words.ABBREVIATED_TAILS if body.endswith(tail)), None)
    if tail is None or len(body) < 7:
        return None
    stem = body[: -len(tail)]
    for match in re.finditer(rf"(?<![^\W是的和与在由向将对从为据及或把让])[{re.escape(stem)}]{{2,4}}{tail}", text):
        short = match[0][: -len(tail)]
        rest = iter(stem)
        if len(match[0]) < len(body) - 2 and all(char in rest for char in short) and short not in stem:
            return match[0]
    return None


def _full_region(body: str, text: str) -> str | None:
    """Complete a bare 自治区, 省, 市 … with its name where the text prints it."""
    read = as_read(text)
    kind = re.fullmatch(r"(自治区|省|市|县|区|州)(?:委|(?:人民)?政府)?", as_read(body))
    name = _region_named(kind[1], read) if kind else body
    if name is None:
        return body if len(body) > 1 else None
    at = read.find(name) if kind else -1
    return text[at : at + len(name)] if at >= 0 else name


def _region_named(kind: str, text: str) -> str | None:
    """Give the name of the 省, 市 … that a text of simplified characters speaks of; None if it names none."""
    if kind == "自治区":
        names = re.findall(alternatives(words.AUTONOMOUS_REGIONS), text)
    elif known := most_named(named_in([text]), kind):
        return known
    elif kind in "省市" and (plain := most_named(named_in([text]))) and not plain.endswith(("省", "市", "区", "州")):
        return plain + kind if plain + kind in text else plain
    else:
        place = rf"(?<![\u4e00-\u9fff])[在于到对]?([\u4e00-\u9fff]{{2,3}}{kind})(?![\u4e00-\u9fff]*{kind})"
        names = [name for name in re.findall(place, text) if not _NO_PLACE.search(name)]
    return str(max(sorted(set(names)), key=names.count)) if names else None
