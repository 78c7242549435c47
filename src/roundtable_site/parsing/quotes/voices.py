"""What the quotations say about the article: its guests with their roles, and who speaks in which piece."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from roundtable_site.model import Role, Section
from roundtable_site.parsing.drafts import Outline, Person
from roundtable_site.parsing.lexicon.bodies import INSTITUTIONS
from roundtable_site.parsing.lexicon.cues import HEARSAY
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives, words
from roundtable_site.parsing.people.bodies import district_of
from roundtable_site.parsing.people.names import is_name
from roundtable_site.parsing.quotes.cast import Cast
from roundtable_site.parsing.quotes.narrative import Found
from roundtable_site.parsing.quotes.reading import plain_text

_MANY = 200  # with more persons the text is no article, and is not searched for each of them

Heard = dict[str, list[Found]]
"""What was found, by paragraph id."""


def guests_of(outline: Outline, cast: Cast, heard: Heard, text: str) -> tuple[Person, ...]:
    """Give those whom the layout presents, then those to whom running text gives words, in order of appearance."""
    listed = [replace(cast.persons[plain_text(guest.name)], role=guest.role) for guest in outline.guests]
    names = {plain_text(guest.name) for guest in outline.guests}
    speaking = dict.fromkeys(item.speaker for found in heard.values() for item in found if item.person)
    side_by_side = _side_by_side(outline, heard) or _in_dialogue(outline, heard)
    labelled = _labelled(outline, heard)
    guests = []
    for name, person in [
        *zip(names_in_order(outline), listed, strict=True),
        *((name, cast.persons[name]) for name in speaking if name not in names),
    ]:
        role: Role = "panellist" if name in labelled or (name in side_by_side and name not in names) else person.role
        searched = text if len(cast.persons) <= _MANY else ""
        titles = person.titles or _office(person.name)
        district = person.district or district_of(titles, searched) or _host_of(person.name, titles, searched)
        guests.append(replace(person, role=role, district=district))
    return tuple(guests)


_UNNAMED_OFFICIAL = re.compile(
    r"(?!一位|一名|有位|另一|一家|有家|某家|还有一)(.{2,24}?)(?:相关|有关|主要)?(负责人|负责同志|发言人|工作人员)"
)
_LEAD = 2  # paragraphs of a report before the first voice of a panel
_HEARSAY = re.compile(alternatives(HEARSAY))
_HEADS = words("""
    理事长 副理事长 会长 副会长 董事长 副董事长 总经理 副总经理 总裁 副总裁 院长 副院长 校长 副校长 秘书长 创始人 负责人
    首席执行官 主席 执行长
""")
_SUBJECT = re.compile(
    rf"[^，。；：（）()、“”的在]{{2,18}}?(?:{alternatives(INSTITUTIONS)}|会)(?=[（(，]|今日|昨日|近日|日前|\d|举行|召开|宣布|发布)"
)
_PANEL = re.compile(
    "见面会|见面會|座谈|座談|圆桌|圓桌|沙龙|沙龍|研讨|研討|热议|熱議|畅谈|暢談|共话|共話|共议|建言|献策|审议|審議|反响|迴響|感言|代表|委员|委員|[们們三四五六七八九十位]谈"
)
_DIALOGUE = re.compile("对谈|对话|圆桌|座谈|会谈|论道|访谈|讨论|对撞|共话|谈")


def _in_dialogue(outline: Outline, heard: Heard) -> set[str]:
    """Give the guests of an exchange: called one by headline or standfirst, where each speaks repeatedly."""
    if not _DIALOGUE.search(_announced(outline)):
        return set()
    paragraphs = [each for section in outline.sections for each in section.paragraphs]
    single = [names[0] for each in paragraphs if len(names := _persons(heard.get(each.id, []))) == 1]
    counts = Counter(single)
    often = len(counts) >= 2 and min(counts.values()) >= 3 and len(single) >= 0.6 * len(paragraphs)
    return set(counts) if often else set()


def _host_of(name: str, titles: tuple[str, ...], text: str) -> str | None:
    """Give the body that the sentence is about in which somebody with a bare post is presented (…学会…，会长王鼎…)."""
    if not any(title in _HEADS for title in map(as_read, titles)):
        return None
    for match in re.finditer(re.escape(name), text):
        start = max(text.rfind(mark, 0, match.start()) for mark in "。！？\n") + 1
        if body := _SUBJECT.match(as_read(text[start : match.start()])):
            return text[start : start + body.end()]
    return None


def _announced(outline: Outline) -> str:
    """Give the text that announces an article: headline and standfirst."""
    return " ".join([outline.headline or "", *(paragraph.text for paragraph in outline.standfirst)])


def names_in_order(outline: Outline) -> list[str]:
    """Give the plain names of those whom the layout presents."""
    return [plain_text(guest.name) for guest in outline.guests]


def _office(name: str) -> tuple[str, ...]:
    """Give the office that stands for a name (市住建局相关负责人), which tells the body spoken for."""
    match = _UNNAMED_OFFICIAL.fullmatch(name)
    return (match[1] + match[2],) if match else ()


def _labelled(outline: Outline, heard: Heard) -> set[str]:
    """Give those who answer or state under their names, if there are several: a round table in print."""
    names = {
        item.speaker
        for section in outline.sections
        for paragraph in section.paragraphs
        if paragraph.speaker is not None
        for item in heard.get(paragraph.id, [])
        if item.person
    }
    return names if len(names) > 1 else set()


def _side_by_side(outline: Outline, heard: Heard) -> set[str]:
    """Give the guests whose statements stand side by side and make up the article.

    Nearly every paragraph below the headings, or behind the lead of an article without any, gives one of them the word,
    and each has one unbroken run of paragraphs.
    """
    headed = [section for section in outline.sections if section.heading is not None]
    paragraphs = [paragraph for section in headed or outline.sections for paragraph in section.paragraphs]
    runs = [tuple(_persons(heard.get(paragraph.id, []))) for paragraph in paragraphs]
    if each := _one_in_each(headed, heard):
        return each
    if not headed and not _PANEL.search(_announced(outline)):
        return set()
    if not headed:  # behind the lead of a report
        lead = next((at for at, names in enumerate(runs) if names), 0)
        runs = runs[lead:] if lead <= _LEAD else []
        paragraphs = paragraphs[lead:] if lead <= _LEAD else []
    single = [names[0] for names in runs if len(names) == 1]
    order = [name for name, _ in groupby(single)]
    enough = len(single) >= 0.8 * len(paragraphs) and not any(len(names) > 1 for names in runs)
    return set(order) if enough and len(order) >= 2 and len(order) == len(set(order)) else set()


def _one_in_each(headed: list[Section], heard: Heard) -> set[str]:
    """Give the guests if each headed piece, of two or more, gives the word to one of them and to nobody else."""
    voices = [
        {name for paragraph in section.paragraphs for name in _persons(heard.get(paragraph.id, []))}
        for section in headed
    ]
    names = set().union(*voices)
    alone = len(headed) >= 2 and all(len(heard_here) == 1 for heard_here in voices)
    return names if alone and len(names) == len(headed) else set()


def _persons(found: Iterable[Found]) -> list[str]:
    return list(dict.fromkeys(item.speaker for item in found if item.person))


def section_speakers(outline: Outline, cast: Cast, heard: Heard) -> tuple[Section, ...]:
    """Fill in who speaks: in a headed piece the one guest who alone speaks there, else by paragraph."""
    return tuple(_with_speakers(section, cast, heard, speech=outline.speech) for section in outline.sections)


def _sole_voice(section: Section, heard: Heard, name: str) -> bool:
    """Tell whether a text without headings gives one person's words throughout, as the report of a press conference.

    The person is presented in the first two paragraphs, and no other source, document or hearsay is heard.
    """
    found = [item for paragraph in section.paragraphs for item in heard.get(paragraph.id, [])]
    presented = any(name in paragraph.text for paragraph in section.paragraphs[:2])
    hearsay = any(_HEARSAY.search(paragraph.text) for paragraph in section.paragraphs)
    return presented and not hearsay and len(found) > 1 and all(item.person for item in found) and is_name(name)


def _mostly_theirs(section: Section, heard: Heard) -> bool:
    """Tell whether half of a headed piece's paragraphs or more give somebody the word; else it is the paper's own."""
    given = sum(bool(_persons(heard.get(paragraph.id, []))) for paragraph in section.paragraphs)
    return 2 * given >= len(section.paragraphs)


def _with_speakers(section: Section, cast: Cast, heard: Heard, *, speech: bool) -> Section:
    if section.speaker is not None:
        return section
    if speech and len(cast.persons) == 1:  # a speech printed as such: its speaker says all of it
        return replace(section, speaker=next(iter(cast.persons.values())).name)
    names = list(dict.fromkeys(name for each in section.paragraphs for name in _persons(heard.get(each.id, []))))
    answered = any(paragraph.speaker is not None for paragraph in section.paragraphs)
    own = section.heading is not None and _mostly_theirs(section, heard)
    if len(names) == 1 and (own or answered or _sole_voice(section, heard, names[0])):
        return replace(section, speaker=cast.persons[names[0]].name)
    paragraphs = []
    for paragraph in section.paragraphs:
        alone = _persons(heard.get(paragraph.id, []))
        if paragraph.speaker is None and len(alone) == 1:
            paragraph = replace(paragraph, speaker=cast.persons[alone[0]].name)
        paragraphs.append(paragraph)
    return replace(section, paragraphs=tuple(paragraphs))
