"""Everybody who is named in the article: their titles as printed, and whom a pronoun, a surname or a role means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from roundtable_site.parsing.drafts import Person
from roundtable_site.parsing.lexicon.adverbs import VERB_BEGINNINGS
from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.posts import AFTER_NAME
from roundtable_site.parsing.people.names import is_bare_name, is_chinese_name, is_name, is_rare_name
from roundtable_site.parsing.people.titles import read_run
from roundtable_site.parsing.quotes.attribution import Attribution, clause_start, clauses
from roundtable_site.parsing.quotes.mentions import Mention
from roundtable_site.parsing.quotes.met import Met
from roundtable_site.parsing.quotes.presented import Offices, names_place, offices_in, read_titles
from roundtable_site.parsing.quotes.reading import Reading, Sentence, plain_text, printed
from roundtable_site.parsing.quotes.subjects import name_behind, subject_at_start

_MOST_MENDED = 60  # more are no article
_MOST_NAMES = 400  # an article with more is no article; the search over names stays cheap
_DOT = re.compile("[·•・‧∙⋅]")
_CALLINGS = ("发言人", "负责人", "工作人员", "负责同志")
_CALLED = ("代表", "委员")  # titles printed behind the name too
_ACTS_FOR = re.compile(  # 总理某某代表国务院…
    r"代表(?:国务院|国家|我国|中国|中方|全国|全体|公司|集团|企业|政府|党|大会|主席团|各|本|双方|家乡"
    r"|[\u4e00-\u9fff]{1,8}?(?:政府|委员会|委|公司|集团|协会|组织|代表团))"
)
# What shows that a person's name stands before it, also one without a title.
_FACES = re.compile(
    "心里|脸上|满脸|满面|笑得|乐得|乐呵|喜上|难掩|激动|感慨|高兴|竖起|喜笑|信心|连连|摆摆手|点点头|打心眼|合不拢"
)
_REPORTER = re.compile("记者$|通讯员$")


@dataclass
class Cast:
    """The persons of an article by plain name, while it is being read."""

    persons: dict[str, Person] = field(default_factory=dict)
    hosts: frozenset[str] = frozenset()
    aliases: dict[str, str] = field(default_factory=dict)  # part of a dotted name → the plain name
    met: Met = field(default_factory=Met)  # all plain names and parts of names
    cut: set[str] = field(default_factory=set)  # names whose end was told by what follows
    frames: str = ""  # the whole text without what is quoted, for names without a title
    searches: int = _MOST_NAMES  # how often it may still be searched
    surnames: dict[str, list[str]] = field(default_factory=dict)  # plain names by first character

    def add(self, name: str, printed: str, titles: tuple[str, ...] = (), weak: str | None = None) -> None:
        """Put a person in, or give the titles of one who had none (or only 代表, 教授 behind the name)."""
        old = self.persons.get(name)
        if old is None:
            self.surnames.setdefault(name[0], []).append(name)
            for part in _DOT.split(name)[::-1] if _DOT.search(name) else ():
                if len(part) > 1:
                    self.aliases.setdefault(part, name)
                    self.met.add(part)
            self.persons[name] = Person(printed, titles, unsure=weak)
            self.met.add(name)
        elif titles and (not old.titles or (len(titles) > len(old.titles) and _goes_on(old.titles, titles))):
            self.persons[name] = Person(old.name, titles, old.district, old.role, old.reporters)
        elif old is not None and old.district is None and names_place(old.titles, titles):
            self.persons[name] = Person(old.name, titles, None, old.role, old.reporters, old.unsure)

    def rename(self, old: str, new: str) -> None:
        """Give a person the longer name that the text prints throughout."""
        person = self.persons.pop(old)
        if old not in self.aliases:
            self.met.discard(old)
        self.surnames[old[0]].remove(old)
        self.add(new, new, person.titles)

    def whole(self, name: str) -> str:
        """Give the whole name that a part of a foreign name stands for (库克 → 蒂姆·库克)."""
        return name if name in self.persons else self.aliases.get(name, name)

    def repeated(self, name: str) -> bool:
        """Tell whether running text has a possible name more than once."""
        self.searches -= 1
        return self.searches >= 0 and self.frames.count(name) > 1

    def called(self, calling: str) -> str | None:
        """Give the unnamed person met before whom a bare calling means (发言人 → 政府发言人), None if it means none."""
        named = (name for name in self.persons if len(name) > len(calling) and name.endswith(calling))
        return next(named, None) if calling in _CALLINGS else None

    def by_surname(self, surname: str, title: str) -> list[str]:
        """Give the plain names that a surname with a title may mean, those who bear the title first."""
        held = self.surnames.get(surname[0], ())
        same = [name for name in held if name.startswith(surname) and 1 < len(name) <= 4 and is_name(name)]
        bearing = [name for name in same if any(title in plain_text(each) for each in self.persons[name].titles)]
        return bearing or same


def _goes_on(old: tuple[str, ...], titles: tuple[str, ...]) -> bool:
    """Tell whether more titles take the place of the old ones: those are bare, or stand among the new ones first."""
    return set(old) <= AFTER_NAME or titles[: len(old)] == old


def gather(guests: Iterable[Person], hosts: Iterable[str], readings: list[Reading]) -> Cast:
    """Meet everybody: those whom the layout presents, then those to whom running text gives words."""
    cast = Cast(hosts=frozenset(plain_text(name) for name in hosts))
    for guest in guests:
        cast.add(plain_text(guest.name), guest.name)
        cast.persons[plain_text(guest.name)] = guest
    cast.frames = "\n".join(reading.frame for reading in readings)
    offices = offices_in(readings)
    _meet_presented(cast, offices)
    _meet_speakers(cast, readings)
    _mend_names(cast)
    read_titles(cast.persons, cast.add, offices)
    return cast


def _meet_presented(cast: Cast, offices: Offices) -> None:
    """Meet those whom the text presents with office and name, if a mark or a verb shows where the name ends."""
    for reading, places in offices:
        for office in places:
            name = name_behind(reading.frame, office[1], ())
            if name is None or name in cast.persons:
                continue
            end = office[1] + len(name)
            after = reading.frame[end : end + 1]
            bare = is_bare_name(name) or is_rare_name(name)
            verb = after == "的" or after in VERB_BEGINNINGS or reading.frame[end : end + 2] in COMMON_WORDS
            if after in "，。；）（、" or (verb and bare):
                _present(cast, reading, office, name)


def _present(cast: Cast, reading: Reading, office: tuple[int, int], name: str) -> None:
    begin = clause_start(reading.frame, 0, office[0])
    after = office[1] + len(name)
    called = next((title for title in _CALLED if reading.frame.startswith(title, after)), "")
    if _ACTS_FOR.match(reading.frame, after):
        called = ""
    run = read_run(reading.frame[begin : office[1] + len(name) + len(called)])
    if run is not None and run.name == name and not _REPORTER.search(run.titles[-1]):
        titles = tuple(printed(reading, begin, title) for title in run.titles)
        cast.add(name, printed(reading, office[1], name), titles)
        cast.cut.add(name)


def _mend_names(cast: Cast) -> None:
    """Mend names that were cut where a verb seemed to begin, by what follows them all through the text."""
    for name in sorted(cast.cut & cast.persons.keys())[:_MOST_MENDED]:
        behind = Counter(match[1] for match in re.finditer(f"{re.escape(name)}(.)", cast.frames))
        if len(name) == 2 and len(behind) == 1 and behind.total() > 1:
            (char,) = behind
            if "\u4e00" <= char <= "\u9fff" and char not in VERB_BEGINNINGS and is_chinese_name(name + char):
                cast.rename(name, name + char)


def _meet_speakers(cast: Cast, readings: list[Reading]) -> None:
    bare: Counter[str] = Counter()
    first: dict[str, tuple[Reading, Attribution]] = {}
    for reading in readings:
        for sentence in reading.sentences:
            attributions = cast.met.attributions(reading, sentence)
            _guess_subject(cast, reading, sentence, attributions)
            for attribution in attributions:
                mention = attribution.mention
                if (
                    mention is None
                    or mention.kind != "person"
                    or mention.text in cast.hosts
                    or mention.text in cast.aliases
                ):
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


def _guess_subject(cast: Cast, reading: Reading, sentence: Sentence, attributions: list[Attribution]) -> None:
    """Meet the person with a title whom a sentence is about, cutting the name where a verb seems to begin.

    Only where it is needed: a verb without a speaker of its own, or speech without a verb.
    """
    if attributions and all(attribution.mention is not None for attribution in attributions):
        return
    spoken = any(span.start == sentence.start or reading.frame[span.start - 1] == "：" for span in sentence.spans)
    if not attributions and not spoken:
        return
    for begin, end in clauses(reading.frame, sentence.start, sentence.end):
        mention = subject_at_start(reading.frame[begin:end], cast.met.names)
        if mention is not None and mention.titles and _REPORTER.search(mention.titles[-1]):
            continue
        if mention is not None and mention.kind == "person":
            titles = tuple(printed(reading, begin, title) for title in mention.titles)
            cast.add(mention.text, printed(reading, begin, mention.text), titles, mention.weak)
            cast.cut.add(mention.text)
            return
        name = next((text for size in (3, 2) if is_bare_name(text := reading.frame[begin : begin + size])), None)
        faced = name is not None and _FACES.match(reading.frame, begin + len(name)) is not None
        if mention is None and name is not None and name not in cast.met.names and (faced or cast.repeated(name)):
            cast.add(name, printed(reading, begin, name), weak="a name without a title beside it")
            cast.cut.add(name)
            return


def meet(cast: Cast, reading: Reading, attribution: Attribution, mention: Mention) -> None:
    """Put the person of an attribution in the cast, with name and titles as printed."""
    place = max(attribution.start - 2, 0)
    titles = tuple(printed(reading, place, title) for title in mention.titles)
    cast.add(mention.text, printed(reading, place, mention.text), titles, mention.weak)


def occurrences(cast: Cast) -> re.Pattern[str] | None:
    """Give the pattern that finds the names of the cast in a frame."""
    names = sorted({*cast.persons, *cast.aliases}, key=lambda name: (-len(name), name))[:_MOST_NAMES]
    return re.compile("|".join(map(re.escape, names))) if names else None
