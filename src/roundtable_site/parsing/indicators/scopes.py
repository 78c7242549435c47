"""In whose table a figure belongs: the guest's, or that of the place or body that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from roundtable_site.parsing.drafts import Outline, Person, Voices
from roundtable_site.parsing.indicators.aboutness import firms, local_places, main_place, place_acted_on
from roundtable_site.parsing.indicators.clauses import cut_clauses
from roundtable_site.parsing.indicators.full_names import FullNames
from roundtable_site.parsing.indicators.heads import Heads
from roundtable_site.parsing.indicators.names import GENERAL_NAME, Name
from roundtable_site.parsing.indicators.script import simplified
from roundtable_site.parsing.indicators.topics import (
    body_at,
    head_of,
    is_local_trade,
    is_ranked_in,
    is_source,
    is_trade,
    local_scope,
    publisher,
    region_at,
    region_spoken_of,
    reporting_firm,
    wide_scope,
)
from roundtable_site.parsing.lexicon import places as words
from roundtable_site.parsing.places import gazetteer_name
from roundtable_site.parsing.wordlists import any_of

_NATIONWIDE = re.compile(
    r"(?!.*(?:占有率|市占率))(?<!占)全国(?:平均|均价|[^重文先劳一人政优示第前]{2,8}(?:量|额|率|数|均价|总值)$)"
)
_OWN = re.compile("我们|我司|公司|企业|本|我|集团|园区|而(?:我|公司|企业)")
# A place before its scope (江西全省 → 江西省), a department of a place, and its own doings (我局).
_WHOLE = re.compile(r"全(?P<ending>[省市区县])(?!域|长|面|级|委|政府)")
_DEPARTMENT = re.compile(
    rf"(?P<place>[\u4e00-\u9fff]{{2,5}}?[省市县区州旗镇乡])(?!域|长|场|级)(?P<body>[^，。；]{{0,10}}{any_of(words.DEPARTMENT_ENDS)})"
)
_DEPARTMENTS_OWN = re.compile(r"[^，。；]{0,4}?(?:我|全|本|该)(?:局|委|院|厅|办|会|处|单位)")
_SPEAKING_FOR = (*words.DEPARTMENT_ENDS, "协会", "商会", "联会", "学会", "总会")
_PUBLISHING = ("发布", "公布", "披露", "宣布")


class Home(NamedTuple):
    """The district a figure belongs to, and what makes us doubt it."""

    name: str | None
    doubt: str | None = None


class Scopes:
    """Knows the article's voices and places, and follows what each paragraph is about."""

    def __init__(self, outline: Outline, voices: Voices) -> None:
        self._guests = {guest.name: guest for guest in (*outline.guests, *voices.guests)}
        self._people = frozenset(map(simplified, self._guests))
        self._originals = list(_all_texts(outline, voices))
        self._texts = [simplified(text) for text in self._originals]
        self._prints: dict[str, str] = {}
        known = {simplified(g.district) for g in self._guests.values() if g.district} | set(self._publishers())
        known.update(firms(self._texts), (name for name in words.MARKETS if self._texts[0].startswith(name)))
        self._places = local_places(self._texts)
        known.update(name for name, count in self._places.items() if count > 1)
        self._bodies = tuple(sorted(known - self._people, key=lambda name: (-len(name), name)))
        self._heads = Heads()
        self._topic: str | None = None
        self._carried = self._behind = 0
        self._part = -1
        self._wider: str | None = None  # what the last figure's clause said of a wider place, up to the next ；
        self._full = FullNames(self._texts, self._places, self._bodies)
        opening = [paragraph.text for section in voices.sections[:1] for paragraph in section.paragraphs[:2]]
        opening = [simplified(text) for text in (*(p.text for p in outline.standfirst), *opening)][:4]
        # What the article is about, where its headline or its opening names a place.
        firm = next((body for body in self._bodies if self._texts[0].startswith(body)), None)
        self._main = firm or main_place("\n".join(self._texts[:2]), opening, self._places)
        if self._main is None:
            acted_on = (place_acted_on(self._texts[:1], ending) for ending in "镇乡县区市村")
            self._main = next(filter(None, acted_on), None) or region_spoken_of(self._texts)
        self._article_main = self._main
        self._told_first = self._main is not None and any(self._main in text for text in self._texts[:2])

    def _publishers(self) -> Iterator[str]:
        """Yield the bodies that publish something in the article: later clauses may only name them."""
        for text in self._texts:
            for clause in cut_clauses(text) if any(word in text for word in _PUBLISHING) else ():
                if name := publisher(head_of(text[clause.start : clause.end])):
                    yield name

    @property
    def texts(self) -> list[str]:
        """Every text of the article, for what only the whole can tell (its own year)."""
        return self._texts

    def printed(self, name: str) -> str:
        """Give a name read in any of the texts in the characters that the text prints."""
        if name not in self._prints:
            found = (
                (at, text)
                for read, text in zip(self._texts, self._originals, strict=True)
                if (at := read.find(name)) >= 0
            )
            at, text = next(found, (0, name))
            self._prints[name] = text[at : at + len(name)]
        return self._prints[name]

    def open_section(self, heading: str) -> None:
        """Begin a section: a place or body that alone opens its heading is what its figures are about."""
        head = head_of(simplified(heading))
        told = next((body for body in self._bodies if head.startswith(body)), None)
        place = told or gazetteer_name(head) or self._full.of_stem(head)
        self._main = place or self._article_main

    def open_paragraph(self) -> None:
        """Begin a paragraph: nothing of the one before is carried on."""
        self._heads = Heads()
        self._topic = None
        self._carried = self._behind = 0
        self._part, self._wider = -1, None

    def advance(self, clause: str, part: int) -> None:
        """Go on to the next clause of the paragraph, in the ；-part of a number."""
        self._heads.add(clause)
        if part != self._part or (self._wider and _OWN.match(self._heads[-1])):
            self._wider = None
        self._part = part

    def home(self, speaker: str | None, name: Name) -> Home:
        """Give the district of a figure of a name in the clause last come to, in the words of a speaker."""
        guest = self._guests.get(speaker or "")
        if own := self._scope(self._heads[-1], guest):
            self._wider = wide_scope(self._heads[-1])
            return Home(own)
        if self._wider and guest:
            return Home(self._wider)
        if "全国" in name.text and _NATIONWIDE.search(name.text):
            return Home("全国")
        if guest and guest.district:
            return self._guests_home(guest.district, general=name.doubt == GENERAL_NAME)
        return self._about(guest)

    def _scope(self, head: str, guest: Person | None) -> str | None:
        """Give what a scope word at the head of a clause stands for (全市 → the city's full name, 我国 → 全国)."""
        if (name := gazetteer_name(head)) and (match := _WHOLE.match(head, len(name))):
            return name.removesuffix(match["ending"]) + match["ending"]
        if ending := local_scope(head):
            return self._local(ending, guest)
        return region_at(head) or self._full.of_zone(head) or wide_scope(head)

    def _local(self, ending: str, guest: Person | None) -> str | None:
        if guest and guest.district and guest.district.endswith(ending):
            return guest.district
        if self._main and self._main.endswith(ending):
            return self._main
        return self._full.of_ending(ending)

    def _guests_home(self, printed: str, *, general: bool) -> Home:
        """Give the district of a guest's figure: the guest's own, or the country, the city or another that is named."""
        district = simplified(printed)
        if self._main and len(district) < len(self._main) and self._main.endswith(district):
            return Home(self._main)  # a common noun (部落, 县) for what the article is about
        national = district.startswith(words.NATIONAL) and district.endswith(words.NATIONAL_ENDS)
        other = self._other(district, anywhere=national)
        if national:
            return Home(other or "全国", "the place may be another" if other else None)
        head = self._heads[-1]
        if district.endswith(words.SPEAKING_OF_OTHERS) and not head.startswith(district):
            return self._about(None, without=district)
        if self._main in words.REGIONS.values() and district.endswith(_SPEAKING_FOR) and not _OWN.match(head):
            return Home(self._main)  # 旅发局 of 香港
        if match := _DEPARTMENT.fullmatch(district):
            if not _DEPARTMENTS_OWN.match(head) and match["body"] not in head[:10]:
                return Home(match["place"])
            self._wider = district
            return Home(printed)
        for level, ending in (("市", "市"), ("省", "省"), ("自治区", "区"), ("区", "区"), ("县", "县")):
            if district.startswith(level) and district.endswith(words.DEPARTMENT_ENDS):
                return Home(self._local(ending, None) or printed)
        if general and not _OWN.match(head) and any(map(is_trade, self._heads.last(12))):
            return Home("全国", "the figure may be the trade's or the guest's")
        if told := self._told_of_another(head, district):
            return Home(told, "the guest speaks of another")
        return Home(printed, f"{other} is named beside it" if other else None)

    def _told_of_another(self, head: str, district: str) -> str | None:
        """Give another body than the guest's that opens a figure's clause, if the article has told of it before."""
        name = next((name for name in self._bodies if head.startswith(name)), None)
        related = name is not None and (name in district or district in name or name[:2] == district[:2])
        return None if related else name

    def _other(self, district: str, *, anywhere: bool) -> str | None:
        """Give another place or body that the last clauses name; `anywhere` looks further back."""
        for head in self._heads.last(8 if anywhere else 3):
            if anywhere and (name := next((n for n in self._bodies if n != district and head.startswith(n)), None)):
                return name
            place, body = self._heads.named(head)
            if place and place[:2] not in district:
                return place
            if not anywhere and body and body not in district and district not in body:
                return body
        return None

    def _about(self, guest: Person | None, without: str = "") -> Home:
        """Give the last place or body but `without` that heads a clause of the paragraph."""
        last = len(self._heads.clauses) - 1
        for place in range(last, self._behind - 1, -1):
            self._carried += 1
            name = self._told(place, guest, own=place == last)
            if name and name != without:
                self._topic, self._carried = name, 0
                break
        self._behind = len(self._heads.clauses)
        if self._topic is None:
            named = self._told_first and self._main == self._article_main
            return Home(self._main or "全国", None if named else "no place is named")
        return Home(self._topic, "the paragraph's subject is carried on" if self._carried > 12 else None)

    def _told(self, place: int, guest: Person | None, *, own: bool) -> str | None:
        """Give what the clause at a place of the paragraph is about, if its head tells."""
        clause, head = self._heads.clauses[place], self._heads[place]
        if is_source(clause):
            return reporting_firm(head)
        if is_ranked_in(clause):
            return None
        if (told := publisher(head)) and told.endswith(words.DEPARTMENT_ENDS) and self._main in words.REGIONS.values():
            return self._main  # 统计处公布: of the region, not of the office
        scope = None if own else self._scope(head, guest)
        body = scope or body_at(head, clause, self._bodies) or self._full.of_stem(head)
        return (body if body not in self._people else None) or (
            "全国" if is_trade(head) and not (self._main and is_local_trade(head)) else None
        )


def _all_texts(outline: Outline, voices: Voices) -> Iterator[str]:
    yield outline.headline or ""
    yield outline.subtitle or ""
    yield from (paragraph.text for paragraph in outline.standfirst)
    for guest in (*outline.guests, *voices.guests):
        yield from guest.titles
    for section in voices.sections:
        yield section.heading or ""
        yield from (paragraph.text for paragraph in section.paragraphs)
