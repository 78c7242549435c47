"""Everybody who is named in the article: their titles as printed, and whom a pronoun, a surname or a role means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from roundtable_site.parsing.drafts import Person
from roundtable_site.parsing.lexicon.adverbs import VERB_BEGINNINGS
from roundtable_site.parsing.lexicon.posts import AFTER_NAME
from roundtable_site.parsing.people.names import is_chinese_name, is_listed_name
from roundtable_site.parsing.people.titles import OFFICE, read_run
from roundtable_site.parsing.quotes.attribution import Attribution, clause_start, find_attributions
from roundtable_site.parsing.quotes.mentions import Mention
from roundtable_site.parsing.quotes.reading import Reading, plain_text

_LONGEST_NAME = 16
_MOST_NAMES = 400  # an article with more is no article; the search over names stays cheap
_NAME_ALONE = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[，。；）])")
_REPORTER = re.compile("记者$|通讯员$")


@dataclass
class Cast:
    """The persons of an article by plain name, while it is being read."""

    persons: dict[str, Person] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset()
    standing: Counter[str] = field(default_factory=Counter)

    @property
    def known(self) -> frozenset[str]:
        """Give the plain names met so far."""
        return frozenset(self.persons)

    def add(self, name: str, printed: str, titles: tuple[str, ...] = (), weak: str | None = None) -> None:
        """Put a person in, or give the titles of one who had none (or only 代表, 教授 behind the name)."""
        old = self.persons.get(name)
        if old is None:
            self.persons[name] = Person(printed, titles, unsure=weak)
        elif titles and (not old.titles or (len(titles) > len(old.titles) and set(old.titles) <= AFTER_NAME)):
            self.persons[name] = Person(old.name, titles, old.district, old.role, old.reporters)

    def by_surname(self, surname: str, title: str) -> list[str]:
        """Give the plain names that a surname with a title may mean, those who bear the title first."""
        same = [name for name in self.persons if name.startswith(surname) and len(name) > len(surname)]
        bearing = [name for name in same if any(title in plain_text(held) for held in self.persons[name].titles)]
        return bearing or same


def gather(guests: Iterable[Person], hosts: Iterable[str], readings: list[Reading]) -> Cast:
    """Meet everybody: those whom the layout presents, then those to whom running text gives words."""
    cast = Cast(hosts=frozenset(plain_text(name) for name in hosts))
    for guest in guests:
        cast.persons[plain_text(guest.name)] = guest
    _meet_presented(cast, readings)
    _meet_speakers(cast, readings)
    _read_titles(cast, readings)
    return cast


def _meet_presented(cast: Cast, readings: list[Reading]) -> None:
    """Meet those whom the text presents with office and name between marks (`所长何一平，`)."""
    for reading in readings:
        for match in OFFICE.finditer(reading.frame):
            name = _NAME_ALONE.match(reading.frame, match.end())
            if name is None or name[0] in cast.persons or not is_listed_name(name[0]) or not is_chinese_name(name[0]):
                continue
            begin = clause_start(reading.frame, 0, match.start())
            run = read_run(reading.frame[begin : name.end()])
            if run is not None and run.name == name[0] and not _REPORTER.search(run.titles[-1]):
                titles = tuple(printed(reading, begin, title) for title in run.titles)
                cast.add(run.name, printed(reading, match.end(), run.name), titles)


def _meet_speakers(cast: Cast, readings: list[Reading]) -> None:
    bare: Counter[str] = Counter()
    first: dict[str, tuple[Reading, Attribution]] = {}
    known = cast.known
    for reading in readings:
        for start, end in reading.sentences:
            for attribution in find_attributions(reading, start, end, known):
                mention = attribution.mention
                if mention is None:
                    _guess_subject(cast, reading, (start, attribution.cue_start))
                    continue
                if mention.kind != "person" or mention.text in cast.hosts:
                    continue
                if mention.titles and not _REPORTER.search(mention.titles[-1]):
                    meet(cast, reading, attribution, mention)
                elif not mention.titles:
                    bare[mention.text] += 1
                    first.setdefault(mention.text, (reading, attribution))
    for name, count in bare.items():
        if name not in cast.persons:
            reading, attribution = first[name]
            weak = "a name without a title beside it" if count < 2 else None
            cast.add(name, printed(reading, attribution.start, name), weak=weak)


def _guess_subject(cast: Cast, reading: Reading, clause: tuple[int, int]) -> None:
    """Meet the person with a title whom a sentence is about, cutting the name where a verb seems to begin."""
    match = OFFICE.search(reading.frame, *clause)
    if match is None or any(reading.frame.startswith(name, match.end()) for name in cast.persons):
        return
    behind = reading.frame[match.end() : match.end() + 4]
    sizes = [size for size in (3, 2) if is_chinese_name(behind[:size]) and is_listed_name(behind[:size])]
    likely = [size for size in sizes if behind[size : size + 1] in VERB_BEGINNINGS]
    if not sizes:
        return
    name = behind[: (likely or sizes)[0]]
    begin = clause_start(reading.frame, clause[0], match.start())
    run = read_run(reading.frame[begin : match.end() + len(name)])
    if run is not None and run.titles:
        titles = tuple(printed(reading, begin, title) for title in run.titles)
        cast.add(name, printed(reading, begin, name), titles, "the name is cut at its likely end")


def meet(cast: Cast, reading: Reading, attribution: Attribution, mention: Mention) -> None:
    """Put the person of an attribution in the cast, with name and titles as printed."""
    place = max(attribution.start - 2, 0)
    titles = tuple(printed(reading, place, title) for title in mention.titles)
    cast.add(mention.text, printed(reading, place, mention.text), titles, mention.weak)


def printed(reading: Reading, place: int, plain: str) -> str:
    """Give the printed form of plain words that stand at or behind a place."""
    if reading.plain == reading.text:
        return plain
    found = reading.plain.find(plain, place)
    return reading.text[found : found + len(plain)] if found >= 0 else plain


def _read_titles(cast: Cast, readings: list[Reading]) -> None:
    """Read titles wherever a known name stands behind an office, or says of somebody what they are."""
    wanting = {name for name, person in cast.persons.items() if not person.titles or set(person.titles) <= AFTER_NAME}
    if not wanting:
        return
    known = cast.known
    sizes = sorted({len(name) for name in wanting}, reverse=True)
    for reading in readings:
        for match in OFFICE.finditer(reading.frame):
            behind = reading.frame[match.end() : match.end() + _LONGEST_NAME]
            name = next((behind[:size] for size in sizes if behind[:size] in wanting), None)
            begin = clause_start(reading.frame, 0, match.start())
            if name is not None:
                run = read_run(reading.frame[begin : match.end() + len(name)], known)
                if run is not None and run.name == name:
                    cast.add(name, name, tuple(printed(reading, begin, title) for title in run.titles))
            else:
                _read_apposition(cast, reading, (begin, match.end()), wanting)


_IS = re.compile(r"(?:都是|就是|正是|是|系|任|现任|担任|出任|，)(?:一位|一名|个)?")


def _read_apposition(cast: Cast, reading: Reading, clause: tuple[int, int], wanting: set[str]) -> None:
    """Read what is said of somebody: `张三是清江大学教授`, `张三，清江大学教授`."""
    begin, end = clause
    if reading.frame[end : end + 1] not in ("，", "。", "；", "", "）"):
        return
    text = reading.frame[begin:end]
    if begin >= 2 and reading.frame[begin - 1] == "，":
        before = clause_start(reading.frame, 0, begin - 1)
        if reading.frame[before : begin - 1] in wanting and len(text) <= 40:
            cast.add(reading.frame[before : begin - 1], "", (printed(reading, begin, text),))
            return
    name = next((text[:size] for size in range(min(8, len(text)), 1, -1) if text[:size] in wanting), None)
    if name is None:
        return
    verbs = list(_IS.finditer(text, len(name)))
    if verbs and verbs[-1].end() < len(text) and "曾" not in text and "不" not in text:
        cast.add(name, "", (printed(reading, begin, text[verbs[-1].end() :]),))


def occurrences(cast: Cast) -> re.Pattern[str] | None:
    """Give the pattern that finds the names of the cast in a frame."""
    names = sorted(cast.persons, key=lambda name: (-len(name), name))[:_MOST_NAMES]
    return re.compile("|".join(map(re.escape, names))) if names else None
