"""A person's line: titles with a name, as guest lists and the heads of pieces print them."""

from __future__ import annotations

import re

from msgspec import Struct

from roundtable_site.parsing.layout.names import has_name_shape, is_name, is_sure_name, narrow
from roundtable_site.parsing.lexicon.furniture import BYLINE_MARKS
from roundtable_site.parsing.lexicon.posts import AFTER_NAME, OFFICES
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives

_MAX_PERSON = 80
_SURE = 6  # characters of titles that make a rare surname sure
_BETWEEN = re.compile(r"[；;]|(?<=[）)])[\s、，]*")
_POSTS = tuple(sorted(OFFICES))
_NAME_FIRST = re.compile(
    r"""
    ^(?P<name>[^\s（(，,：:—\-|丨]{2,16}) [ 　]*
    (?: [（(](?P<inside>[^（()）]{2,70})[）)] | [ 　，,：:—\-|丨]+(?P<behind>.{2,70}) )$
    """,
    re.VERBOSE,
)
_NAME_LAST = re.compile(r"^(?P<titles>.{2,70}?)[ 　：:]+(?P<name>[^\s（(，,、：:]{2,16})$")
# In the minutes of an assembly the title stands behind the surname: 曾委員大山.
_TITLE_WITHIN = re.compile(
    rf"(?P<surname>[\u4e00-\u9fff])(?P<title>{alternatives(AFTER_NAME)})(?P<given>[\u4e00-\u9fff]{{1,2}})"
)
_BEHIND = tuple(sorted(AFTER_NAME, key=lambda title: (-len(title), title)))
_COUNTS = re.compile(r"[一二三四五六七八九十两\d]+[位名个]")  # 三位店主 are no titles
_INTERVIEWS = re.compile(r"^[—\-–\s]+(?:记者|本报)?(?:独家)?(?:专访|訪|访|专访记|对话|專訪|對話|采访|记)(?!谈|问)")
_TITLES_END = re.compile(r"[。！？!?；;“”]")


class PersonLine(Struct, frozen=True):
    """A name with its titles as printed, not yet split."""

    name: str
    titles: str


def person_of(text: str, *, label: bool = False) -> PersonLine | None:
    """Read a line that is nothing but titles and a name, in either order; None where it is none.

    In a `label` whatever has the shape of a name is one: the colon says that somebody speaks.

    >>> person_of("某某大学教授　王鼎")
    PersonLine(name='王鼎', titles='某某大学教授')
    >>> person_of("王鼎（某某大学教授）")
    PersonLine(name='王鼎', titles='某某大学教授')
    >>> person_of("市某局党组书记、局长王鼎")
    PersonLine(name='王鼎', titles='市某局党组书记、局长')
    """
    if len(text) > _MAX_PERSON or _TITLES_END.search(text):
        return None
    bare = _INTERVIEWS.sub("", narrow(text.strip(BYLINE_MARKS + " 　；;、，,").rstrip("：:")))
    if (match := _NAME_LAST.match(bare)) and is_name(match["name"]) and _are_titles(match["titles"]):
        return PersonLine(match["name"], match["titles"])
    if (match := _NAME_FIRST.match(bare)) and is_name(match["name"]):
        titles = match["inside"] or match["behind"]
        if _are_titles(titles) or (match["inside"] and len(titles) <= 40):
            return PersonLine(match["name"], titles)
    if label and (match := _TITLE_WITHIN.fullmatch(as_read(bare))) and is_name(match["surname"] + match["given"]):
        return PersonLine(bare[0] + bare[match.start("given") :], bare[1 : match.start("given")])
    behind = next((title for title in _BEHIND if label and as_read(bare).endswith(title)), "")
    if behind and (inner := person_of(bare[: -len(behind)], label=True)) and inner.titles:
        return PersonLine(inner.name, f"{inner.titles}、{bare[-len(behind) :]}")
    for length in (4, 3, 2):
        titles, name = bare[:-length], bare[-length:]
        shaped = has_name_shape(name) if label else is_sure_name(name) or (len(titles) >= _SURE and is_name(name))
        if shaped and len(titles) >= 3 and ends_in_post(titles) and not _COUNTS.match(titles):
            return PersonLine(name, titles)
    return None


def persons_of(text: str) -> tuple[PersonLine, ...]:
    """Read a line of several persons, each with titles; () where anything else stands in it.

    >>> [person.name for person in persons_of("王鼎（某某大学教授）、李四光（某研究所所长）")]
    ['王鼎', '李四光']
    """
    parts = [part for part in _BETWEEN.split(text) if part.strip(" 　、，,")]
    found = [person_of(part.strip(" 　、，,")) for part in parts]
    return tuple(person for person in found if person) if all(found) else ()


def ends_in_post(text: str) -> bool:
    """Tell whether a text ends in a post.

    >>> ends_in_post("某县县长"), ends_in_post("某大學校長"), ends_in_post("某县")
    (True, True, False)
    """
    return as_read(text).endswith(_POSTS)


def _are_titles(text: str) -> bool:
    """Titles end in a post, or have one at the end of one of their parts."""
    return any(ends_in_post(part) for part in re.split(r"[、，,；;\s/]", text.strip()))
