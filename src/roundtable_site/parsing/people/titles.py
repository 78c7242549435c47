"""Titles as printed: split them, and read `title + name` runs and lines."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import NamedTuple

from roundtable_site.parsing.drafts import Person
from roundtable_site.parsing.lexicon.posts import AFTER_NAME, COURTESY, OFFICES
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.people.bodies import district_of
from roundtable_site.parsing.people.names import is_listed_name, is_name

OFFICE = re.compile(alternatives(OFFICES))
_ENDS_IN_OFFICE = re.compile(rf"(?:{alternatives(OFFICES)})(?:[（(][^（）()]*[）)])?$")
_AFTER = re.compile(rf"(?:{alternatives(AFTER_NAME | COURTESY)})$")
_ENDS_AFTER = tuple(AFTER_NAME | COURTESY)
_LEAD = re.compile(
    r"""
    (?:
        (?:\d{2,4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?    # 10月17日
      | [（(〔【\[][^（()）〔〕【】\[\]]{2,30}[)）〕】\]]            # （记者某某／某地报道）
      | 近日|日前|昨日|昨天|今日|今天|当日|当天|今年|去年|此前
      | 对此|同时|此外|另外|其中|随后|最后|首先|其次|例如|比如|正如|来自|而|但
      | \d{1,3}岁的?                                        # 45岁的村民
      | 在(?![线京])|对(?!外)|向(?!日)|与(?!会)|和(?![平田县])|跟|以及|就|据
      | [这那]是 | 当(?![地选代]) | 现任|身为|作为|担任|一位|一名|这位|这名|那位|邀请到?了?|请到?了?|采访了?|专访
    )
    """,
    re.VERBOSE,
)
# A title begins after the last of these; 党的二十大代表 keeps its 的.
_CUT = re.compile(
    r"""
    (?=[电讯息的都就便也正即分来作身担现一这那访采专邀从由据让为对])(?:    # one look passes by most places
    [电讯息][ \u3000]+                                        # 据某社电 …
  | [电讯][（(][^（()）]{2,30}[)）]                              # 某社某地2月22日电（记者 甲）
  | 的(?<!党的)(?:是(?=.))? | (?:都|就|便|也|正|即|分别|分別)是
  | (?<![应面针反绝校])对(?![外口台华内面])
  | [这那]是 | 来自|作为|身为|担任|现任|一位|一名|这位|这名|那位|访了|采访了?|专访了?|邀请
  | 从|由|据|让|(?<!行)为(?!民)
    )
    """,
    re.VERBOSE,
)


_NEAR = 48  # characters; no office further from the end can stand before a name
_JOINT = re.compile(r"([^，。、和与及]{2,12})(?:以及|和|与|及|、)")


class Run(NamedTuple):
    """A `title + name` run: the name, its titles, and where title and name begin in the text it was read from."""

    name: str
    titles: tuple[str, ...]
    title_start: int
    name_start: int
    name_end: int


def split_titles(printed: str) -> tuple[str, ...]:
    """Split titles that are printed as a list joined by 、 (or by commas or spaces).

    A part that ends in no office belongs to the next one; brackets are never cut.

    >>> split_titles("党的二十大代表、沙坪坝区委书记")
    ('党的二十大代表', '沙坪坝区委书记')
    >>> split_titles("执行总裁兼市场总部总裁")
    ('执行总裁', '市场总部总裁')
    >>> split_titles("农业、畜牧和渔业部部长")
    ('农业、畜牧和渔业部部长',)
    """
    parts: list[str] = []
    held = ""
    for part in re.findall(r"(?:[^、，,；;\s（(]|[（(][^）)]*[）)]?)+|[、，,；;\s]+", printed.strip()):
        if not part.strip("、，,；; \t\u3000"):
            held += part if held else ""
            continue
        held += part
        if _ENDS_IN_OFFICE.search(as_read(held)):
            parts.append(held)
            held = ""
    if held.strip():
        parts.append(held.strip(" \u3000、，,；;"))
    return tuple(title for part in parts for title in _at_second_post(part))


def _at_second_post(title: str) -> list[str]:
    """Split a title that joins two whole posts by 兼 (`执行总裁兼某部总经理`)."""
    first, joint, second = title.partition("暨" if "暨" in title else "兼")
    whole = joint and all(_ENDS_IN_OFFICE.search(as_read(each)) for each in (first, second))
    return [first, second] if whole else [title]


def cut_after_name(run: str) -> tuple[str, str]:
    """Cut a title or form of address off the end of a run: `…徐某某委员` → (`…徐某某`, `委员`).

    A surname alone keeps its title (王主任).
    """
    reading = as_read(run)
    match = _AFTER.search(reading) if reading.endswith(_ENDS_AFTER) else None
    if match is None or match.start() == 0:
        return run, ""
    return run[: match.start()], run[match.start() :]


def title_start(run: str) -> int:
    """Find where the title begins in the text before a name, behind what leads up to it (`10月17日，`, `都是`)."""
    start = 0
    reading = as_read(run)
    for match in _CUT.finditer(reading):
        if match.end() < len(reading):
            start = match.end()
    while lead := _LEAD.match(reading, start):
        start = lead.end()
    while start < len(run) and run[start] in "，、, \u3000":
        start += 1
    return start


def read_run(run: str, known: Container[str] = ()) -> Run | None:
    """Read the person that a run of text ends with: titles, then the name, then perhaps 代表 or 委员.

    >>> found = read_run("某市第一医院急诊科主任陈一鸣委员")
    >>> found.name, found.titles
    ('陈一鸣', ('某市第一医院急诊科主任', '委员'))
    """
    bare, after = cut_after_name(run)
    reading = as_read(bare)
    for match in reversed(list(OFFICE.finditer(reading, max(0, len(reading) - _NEAR)))):
        name_start = match.end()
        while name_start < len(bare) and bare[name_start] in " \u3000":
            name_start += 1
        name = bare[name_start:]
        name = name.replace(" ", "").replace("\u3000", "") if len(name) <= 4 and not name.isascii() else name
        if len(name) > 24:
            return None
        shaped = is_name(as_read(name))
        if name in known or shaped or (after and 2 <= len(name) <= 3 and name.isalpha()):
            return _run(bare, name, (match.end(), name_start), after)
    return None


def _behind_another(title: str) -> int:
    """Find where a title begins that is joined to another person before it (`局长张三和处长…`); 0 if none is."""
    reading = as_read(title)
    begin = 0
    for office in OFFICE.finditer(reading):
        joint = _JOINT.match(reading, office.end())
        if joint and is_name(joint[1]):
            begin = joint.end()
    return begin


def _run(bare: str, name: str, edges: tuple[int, int], after: str) -> Run:
    title_end, name_start = edges
    begin = max(title_start(bare[:title_end]), _behind_another(bare[:title_end]))
    titles = split_titles(bare[begin:title_end])
    if after and after not in COURTESY:
        titles = (*titles, after)
    return Run(name, titles, begin, name_start, len(bare))


def read_person(line: str, text: str = "") -> Person | None:
    """Read a line that presents one person: a guest list's, a headline's, a byline's; None if it presents nobody.

    `text` is the article, from which the place they speak for takes its usual printed form.

    >>> read_person("某区委书记、区人大常委会主任 陈一鸣").titles
    ('某区委书记', '区人大常委会主任')
    >>> read_person("陈一鸣：某大学教授").name
    '陈一鸣'
    """
    line = re.sub(r"(?<![^\s\u3000])([\u4e00-\u9fff])[ \u3000]+([\u4e00-\u9fff])$", r"\1\2", line.strip())
    found = _name_last(line) or _name_first(line)
    if found is None:
        return None
    name, titles = found
    return Person(name, titles, district_of(titles, text))


def _name_last(line: str) -> tuple[str, tuple[str, ...]] | None:
    *before, last = re.split(r"[ \u3000\t]+", line)
    if before and is_name(as_read(last)) and _ENDS_IN_OFFICE.search(as_read(before[-1])):
        return last, split_titles(" ".join(before))
    run = read_run(line)
    if run is not None and run.title_start == 0:
        return run.name, run.titles
    return (line, ()) if not before and is_listed_name(as_read(line)) else None


def _name_first(line: str) -> tuple[str, tuple[str, ...]] | None:
    match = re.match(r"([^\s：:，,（(、]{2,20})(?:[：:，,（(]|[ \u3000\t]+)(.+?)[）)]?$", line)
    if match is None or not is_name(as_read(match[1])):
        return None
    titles = split_titles(match[2].rstrip("。；;"))
    if titles and all(_ENDS_IN_OFFICE.search(as_read(title)) for title in titles):
        return match[1], titles
    return None
