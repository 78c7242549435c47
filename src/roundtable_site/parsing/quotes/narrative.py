"""Quotations in running text: paragraph after paragraph, with who spoke last in mind."""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from roundtable_site.model import QuoteKind
from roundtable_site.parsing.quotes.attribution import REACH, Attribution, clauses
from roundtable_site.parsing.quotes.cast import Cast
from roundtable_site.parsing.quotes.items import Words, words_of_sentence
from roundtable_site.parsing.quotes.mentions import Mention
from roundtable_site.parsing.quotes.questions import are_asked, goes_with_question
from roundtable_site.parsing.quotes.reading import TERMINAL, Reading, Sentence, printed
from roundtable_site.parsing.quotes.subjects import subject_at_start

_CONTINUES = re.compile("说起|谈起|谈到|提起|提到|说到|回忆|聊起|讲起|说完|说罢|说着|说话间|话音|话语")
_UNMET = "a name without a title beside it"
_LEAST_SPEECH = 8  # a whole sentence between marks without a speaker nearby is taken for speech from so many characters


class Found(NamedTuple):
    """A quotation before it gets its id: the paragraph's place in the list, the words' place in the paragraph."""

    start: int
    end: int
    kind: QuoteKind
    speaker: str
    cue: str
    person: bool
    unsure: str | None = None


def _recent() -> deque[str]:
    return deque(maxlen=20)


@dataclass
class Memory:
    """Who spoke or was named last: in this paragraph, and before it."""

    last: str | None = None
    named: deque[str] = field(default_factory=_recent)  # in this paragraph, in order
    attributed: str | None = None  # whose words the sentence before gave, in this paragraph
    running: str | None = None  # whose quotation the last paragraph left open or ended with


class Narrator:
    """Read the paragraphs of one article in order."""

    def __init__(self, cast: Cast, names: re.Pattern[str] | None) -> None:
        self.cast = cast
        self.names = names
        self.memory = Memory()

    def enter(self, speaker: str | None) -> None:
        """Begin a section, whose speaker the layout may tell."""
        self.memory = Memory(last=speaker)

    def read(self, reading: Reading) -> list[Found]:
        """Give the quotations of the next paragraph."""
        memory = self.memory
        memory.named, memory.attributed = _recent(), None
        found: list[Found] = []
        for sentence in reading.sentences:
            found += map(self._met, self._sentence(reading, sentence))
        last = found[-1] if found else None
        ends = last is not None and last.kind == "direct" and last.end >= len(reading.text) - 2
        memory.running = last.speaker if last is not None and ends and last.person else None
        return found

    def _met(self, item: Found) -> Found:
        """Put a speaker in the cast who was not met before: with all names known, a verb may get another subject."""
        if not item.person or item.speaker in self.cast.persons:
            return item
        if item.speaker in self.cast.hosts:  # a reporter is asked for no words of their own
            return item._replace(person=False)
        self.cast.add(item.speaker, item.speaker, weak=_UNMET)
        return item._replace(unsure=item.unsure or _UNMET)

    def _sentence(self, reading: Reading, sentence: Sentence) -> list[Found]:
        cues = self.cast.met.attributions(reading, sentence)
        words = words_of_sentence(reading, sentence, cues)
        speakers = {id(cue): self._speaker(reading, sentence, cue) for cue in cues}
        carried = self.memory.attributed
        if not cues:
            self._note_names(reading, sentence)
        found: list[Found] = []
        for each in words:
            item = self._item(reading, sentence, each, speakers, carried)
            if item is not None:
                found.append(item)
                carried = item.speaker if item.person else carried
        if found:
            self.memory.attributed = found[-1].speaker if found[-1].person else None
        elif cues:
            last = speakers[id(cues[-1])]
            self.memory.attributed = last[0] if last and last[1] else None
        elif self.memory.named and self.memory.named[-1] != carried:
            self.memory.attributed = None  # the text has turned to somebody else
        return found

    def _speaker(self, reading: Reading, sentence: Sentence, cue: Attribution) -> tuple[str, bool, str | None] | None:
        """Give whom an attribution names: the speaker, whether that is a person, and why it may be wrong."""
        mention = cue.mention
        if mention is None:
            return self._first_named(reading, sentence, cue)
        who = self._resolve(mention, reading, cue.start)
        if who is not None and who[1]:
            self.memory.named.append(who[0])
            self.memory.last = who[0]
        return who

    def _resolve(self, mention: Mention, reading: Reading, place: int) -> tuple[str, bool, str | None] | None:
        if mention.kind == "person":
            name = self.cast.whole(mention.text)
            known = self.cast.persons.get(name)
            return (name, True, known.unsure if known else mention.weak)
        if mention.kind == "pronoun":
            self._note_before(reading, place)
            return self._nearest("a pronoun")
        if mention.kind == "role":
            return self._nearest("a role") or self._unnamed(mention, reading, place)
        if mention.kind == "surname":
            return self._by_surname(mention, reading, place)
        if mention.kind == "anonymous":
            return self._unnamed(mention, reading, place)
        return (printed(reading, place, mention.text), False, None)

    def _unnamed(self, mention: Mention, reading: Reading, place: int) -> tuple[str, bool, str | None]:
        text = printed(reading, place, mention.text)
        if longer := self.cast.called(mention.text):
            return (longer, True, None)
        self.cast.add(mention.text, text)
        return (mention.text, True, None)

    def _by_surname(self, mention: Mention, reading: Reading, place: int) -> tuple[str, bool, str | None]:
        surname, title = (
            (mention.text[0], mention.text[1:]) if mention.text[0] not in "老小阿大" else (mention.text[1], "")
        )
        candidates = self.cast.by_surname(surname, title)
        recent = [name for name in reversed(self.memory.named) if name in candidates]
        if recent or len(candidates) == 1:
            return (recent[0] if recent else candidates[0], True, None)
        if candidates:
            return (candidates[0], True, f"{len(candidates)} persons bear this surname")
        return self._unnamed(mention, reading, place)

    def _nearest(self, what: str) -> tuple[str, bool, str | None] | None:
        """Give who was named last: in this paragraph, else before it."""
        memory = self.memory
        if memory.named:
            several = len(set(memory.named)) > 1
            return (memory.named[-1], True, f"{what} behind several persons" if several else None)
        if memory.last:
            return (memory.last, True, f"{what} whose person stands in another paragraph")
        return None

    def _first_named(
        self, reading: Reading, sentence: Sentence, cue: Attribution
    ) -> tuple[str, bool, str | None] | None:
        """Give the person whom the sentence names before a verb without a speaker of its own."""
        if self.names is None:
            return None
        part = reading.frame.rfind("；", sentence.start, cue.cue_start) + 1 or sentence.start
        match = self.names.search(reading.frame, part, min(cue.cue_start, part + REACH))
        if match:
            name = self.cast.whole(match[0])
            self.memory.named.append(name)
            self.memory.last = name
            return (name, True, "the verb stands in another clause than the speaker")
        return None

    def _note_before(self, reading: Reading, place: int) -> None:
        """Note whom the sentence names before a pronoun (`市长何一平出席活动，他说…`)."""
        start = max(reading.frame.rfind("。", max(0, place - REACH), place) + 1, place - REACH, 0)
        match = self.names.search(reading.frame, start, place) if self.names else None
        if match and reading.frame[match.end() : match.end() + 1] not in ("的", "、", "和", "与"):
            self.memory.named.append(self.cast.whole(match[0]))

    def _note_names(self, reading: Reading, sentence: Sentence) -> None:
        if self.names is None:
            return
        owner = None  # whoever is named with 的 is meant only if nobody else is (在与何一平的交谈中)
        for match in self.names.finditer(reading.frame, sentence.start, sentence.end):
            after = reading.frame[match.end() : match.end() + 1]
            if after not in ("的", "、", "和", "与"):
                self._note(match[0])
                return
            owner = owner or (match[0] if after == "的" else None)
        if owner and not self.memory.named:
            self._note(owner)

    def _note(self, name: str) -> None:
        self.memory.last = self.cast.whole(name)
        self.memory.named.append(self.memory.last)

    def _item(
        self,
        reading: Reading,
        sentence: Sentence,
        words: Words,
        speakers: dict[int, tuple[str, bool, str | None] | None],
        carried: str | None,
    ) -> Found | None:
        if words.attribution is not None:
            who = speakers[id(words.attribution)]
            if who is None or are_asked(reading, words, words.attribution.end):
                return None
            return Found(
                words.start, words.end, words.kind, who[0], words.attribution.cue, who[1], words.unsure or who[2]
            )
        return self._unattributed(reading, sentence, words, carried)

    def _unattributed(self, reading: Reading, sentence: Sentence, words: Words, carried: str | None) -> Found | None:
        """Give speech without a verb to who spoke before, or to the person its sentence is about."""
        inner = reading.plain[words.start : words.end]
        if are_asked(reading, words, sentence.end) or goes_with_question(reading, words):
            return None
        opens = words.start - 1 <= sentence.start
        whole = inner[-1:] in TERMINAL
        ends = words.end + 2 >= sentence.end
        if opens and whole:
            who, why = self._about(reading, sentence, words, carried)
        elif carried and ends and len(inner) >= 6:
            who, why = carried, "a quotation without attribution is given to who spoke before"
        else:
            return None
        return Found(words.start, words.end, "direct", who, "", True, why) if who else None

    def _about(self, reading: Reading, sentence: Sentence, words: Words, carried: str | None) -> tuple[str | None, str]:
        for begin, end in clauses(reading.frame, words.end, sentence.end):
            mention = subject_at_start(reading.frame[begin:end].rstrip("，。"), self.cast.met.names)
            who = self._resolve(mention, reading, begin) if mention else None
            if who and who[1]:
                return who[0], "no verb of saying"
        behind = self.names.search(reading.frame, words.end, sentence.end) if self.names else None
        if behind:
            return self.cast.whole(behind[0]), "no verb of saying"
        alone = words.end + 2 >= sentence.end
        rest = reading.frame[words.end + 1 : sentence.end]
        if len(rest) > 1 and not _CONTINUES.match(rest):
            return None, ""
        known = carried or (self.memory.running if words.start <= 2 else None)
        if known is None and alone and words.end - words.start >= _LEAST_SPEECH:
            known = self.memory.last
        return known, "a quotation without attribution is given to who spoke before"
