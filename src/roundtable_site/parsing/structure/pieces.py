"""Gather the blocks into the standfirst and the headed pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.guests import is_guests_label
from roundtable_site.parsing.layout.labels import is_question_label
from roundtable_site.parsing.layout.names import Credits, byline, names_in, narrow, photo_credit
from roundtable_site.parsing.layout.persons import PersonLine, person_of, persons_of
from roundtable_site.parsing.layout.seams import last_sentence
from roundtable_site.parsing.lexicon.furniture import ANSWER_LABELS, REPORTER_ROLES
from roundtable_site.parsing.lexicon.places import CITIES, COUNTRIES, MUNICIPALITIES, PROVINCES, TAIWAN
from roundtable_site.parsing.lexicon.tables import alternatives
from roundtable_site.parsing.structure.roles import plain
from roundtable_site.parsing.wordlists import any_of

# 本报讯（记者 甲 通讯员 乙）
_WITHIN = re.compile(
    rf"[（(〔【\[]([^（()）〔〕【】\[\]]{{0,14}}(?:{alternatives(REPORTER_ROLES)})[^（()）〔〕【】\[\]]{{2,40}})[）)〕】\]]"
)

# Behind the names, where and when it was sent: 某社记者王鼎台北10日电.
_DATELINE = re.compile(
    rf"(?:{any_of((*CITIES, *PROVINCES, *MUNICIPALITIES, *TAIWAN, *COUNTRIES))}市?)?\d{{1,2}}日(?:专|外)?[电電]$"
)
# How a reporter goes on between the statements.
_NARRATED = re.compile(
    r"^(?:本报)?(?:记者|記者|据悉|據悉|此次|本次|[这這][家位名场場])|(?:说|說|表示|介绍|介紹|认为|認為|指出)[，,：:]"
)


@dataclass(slots=True)
class Turn:
    """A paragraph of a piece with who says it, as its label tells: `speaker` is "" for an answer without a name."""

    block: Block
    speaker: str | None = None
    question: bool = False


@dataclass(slots=True)
class Draft:
    """One piece in the making: its heading, the guest line above or below it, its byline, its paragraphs."""

    heading: Block | None = None
    guest: PersonLine | None = None
    reporters: list[str] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)


@dataclass(slots=True)
class Frame:
    """The article taken apart: head matter, people named by its lines, pieces; the first piece has no heading."""

    pieces: list[Draft] = field(default_factory=lambda: [Draft()])
    listed: list[PersonLine] = field(default_factory=list)  # of guest lists
    reporters: list[str] = field(default_factory=list)
    photographers: list[str] = field(default_factory=list)
    hosts: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # of people whose labels say them: 王鼎（某局局长）：
    waiting: PersonLine | None = None  # a guest line whose piece is still to come
    label: tuple[str, bool] | None = None  # whose turn it is, and whether it asks
    listing: bool = False  # within the lines below a guests' label
    monologues: bool = False  # a label opens a piece of its own
    statements: bool = False  # a label holds for its own paragraph only

    def add(self, block: Block, following: Iterable[Block]) -> None:
        """Take the next block."""
        if block.kind == "label":
            self.listing = is_guests_label(block.text)
        elif block.kind not in ("guest", "caption", "credit", "furniture"):
            self.listing = False
        if block.kind == "heading":
            self.pieces.append(Draft(block, self.waiting))
            self.waiting = self.label = None
        elif block.kind == "guest":
            self._guest(block, following)
        elif block.kind in ("byline", "credit", "caption"):
            self._credits(block)
        elif block.kind in ("question-label", "speaker-label"):
            self._label(block)
        elif block.kind is None:
            self._text(block)

    def _guest(self, block: Block, following: Iterable[Block]) -> None:
        """A guest line belongs to the piece below, or to the heading just above it; several in a row are a list."""
        people = persons_of(plain(block.text))
        if len(people) != 1:
            self.listed += people
            self._names(block)
            return
        person = people[0]
        piece = self.pieces[-1]
        if self.listing:
            self.listed.append(person)
        elif next((other.kind for other in following if other.kind not in ("caption", "credit")), None) == "heading":
            self.waiting = person
        elif piece.heading and not piece.turns and piece.guest is None:
            piece.guest = person
        else:
            self.listed.append(person)

    def _names(self, block: Block) -> None:
        """Take a line of names without titles, or the titles of the guest above on a line of their own."""
        names = names_in(block.text)
        if names:
            self.listed += [PersonLine(name, "") for name in names]
        elif self.listed and not self.listed[-1].titles:
            self.listed[-1] = PersonLine(self.listed[-1].name, block.text)

    def _credits(self, block: Block) -> None:
        credits = byline(block.text) if block.kind == "byline" else photo_credit(block.text) or _caption_credit(block)
        if credits is None:
            return
        self.photographers += credits.photographers
        piece = self.pieces[-1]
        own = piece.heading is not None and not piece.turns and piece.guest is not None
        (piece.reporters if own else self.reporters).extend(credits.reporters)

    def _label(self, block: Block) -> None:
        who = narrow(plain(block.text.strip("：: ■□●◆")).strip("：: "))
        asks = block.kind == "question-label" or is_question_label(who)
        if asks and who not in self.hosts:
            self.hosts.append(who)
        person = person_of(who, label=True)
        if person and person.titles and not asks:
            self.titles.setdefault(person.name, person.titles)
        if self.monologues and not asks:
            self.pieces.append(Draft(None, person or PersonLine(who, "")))
            self.label = None
            return
        self.label = ("" if who in ANSWER_LABELS else person.name if person else who, asks)

    def _text(self, block: Block) -> None:
        if self.waiting:  # a guest line straight above the text is the only head that the piece has
            self.pieces.append(Draft(None, self.waiting))
            self.waiting = None
        speaker, asks = self.label or (None, False)
        self.pieces[-1].turns.append(Turn(block, None if asks else speaker, asks))
        if self.statements:
            self.label = None


def reporters_within(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Give the reporters that the first paragraph names: 本报讯（记者 甲 乙）."""
    first = next((block.text for block in blocks if block.kind is None), "")
    match = _WITHIN.search(first[:80])
    credits = byline(_DATELINE.sub("", match.group(1))) if match else None
    return credits.reporters if credits else ()


def are_monologues(blocks: Sequence[Block]) -> bool:
    """Tell whether labels on lines of their own open one piece each: nobody asks, nobody speaks twice, no headings."""
    labels = [index for index, block in enumerate(blocks) if block.kind == "speaker-label"]
    names = {blocks[index].text for index in labels}
    others = any(block.kind in ("question-label", "heading") for block in blocks)
    own = all(index + 1 < len(blocks) and blocks[index + 1].lines[0] > blocks[index].lines[1] for index in labels)
    return len(labels) > 1 and len(names) == len(labels) and own and not others


def are_statements(blocks: Sequence[Block]) -> bool:
    """Tell whether labels hold for their own paragraphs only, and a reporter tells the rest: nobody asks, each speaks
    once, and paragraphs without a label are told by somebody else.
    """
    texts = [block for block in blocks if block.kind not in ("caption", "credit", "furniture")]
    labels = [index for index, block in enumerate(texts) if block.kind == "speaker-label"]
    if len({texts[index].text for index in labels}) != len(labels) or any(b.kind == "question-label" for b in blocks):
        return False
    own = {index + 1 for index in labels}
    rest = [block for index, block in enumerate(texts) if labels and index > labels[0] and index not in own]
    return any(block.kind is None and _NARRATED.search(block.text) for block in rest)


def _caption_credit(block: Block) -> Credits | None:
    """Read the photographer off a caption's end: ……。 某报记者 王鼎 摄."""
    return byline(block.text[last_sentence(block.text) :].strip())
