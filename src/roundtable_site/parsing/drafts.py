"""What the steps of reading hand to one another: everything by printed name, before ids are given.

source → blocks → outline → quotes → indicators; each step adds, none reaches back. The records that are finished at
once (paragraphs, sections, layout items, quotes, indicators) are the model's own; in them `speaker` and `district` hold
printed names until the door of the package (`parse_article`) turns names into ids.
"""

from __future__ import annotations

from msgspec import Struct, field

from roundtable_site.model import LayoutItem, LayoutKind, Lines, PrintedLine, Quote, Role, Section, Unplaced
from roundtable_site.model import Paragraph as Paragraph


class Source(Struct, frozen=True):
    """A source as read: `lines` without their line ends, numbered from 1 by position; `encoding` as in Python.

    `kinds` is what a document itself says of its lines (a heading, a caption, furniture), by their numbers; `going_on`
    are the numbers of lines that it shows to be one with the line before them that is no furniture.
    """

    path: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    kinds: dict[int, LayoutKind] = field(default_factory=dict)
    going_on: frozenset[int] = frozenset()


class Block(Struct, frozen=True):
    """A piece of text as it was written, before the page was set: broken lines joined, captions taken out.

    `printed` says where in `text` each source line begins, so that any character leads back to its line. `kind` is what
    its form alone tells; None for running text.
    """

    text: str
    lines: Lines
    printed: tuple[PrintedLine, ...] = ()
    kind: LayoutKind | None = None


class Person(Struct, frozen=True):
    """Somebody named in the article: titles and place as printed, `district` in its shortest usual printed form."""

    name: str
    titles: tuple[str, ...] = ()
    district: str | None = None
    role: Role = "interviewee"
    reporters: tuple[str, ...] = ()
    unsure: str | None = None


class Outline(Struct, frozen=True):
    """The article's frame: head matter, the guests that lists, headings and labels name, and the headed pieces.

    `sections` hold final paragraph ids; `Section.speaker` and `Paragraph.speaker` hold names where the layout alone
    tells them (a guest list in the order of the pieces, a name line above a piece, a label `甲：` before an answer).
    `hosts` are names whose labels ask the questions (记者, 主持人). `printed` maps a paragraph id to its source lines.
    """

    headline: str | None
    subtitle: str | None
    column: str | None
    reporters: tuple[str, ...]
    photographers: tuple[str, ...]
    standfirst: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    guests: tuple[Person, ...]
    captions: tuple[str, ...]
    layout: tuple[LayoutItem, ...]
    unplaced: tuple[Unplaced, ...]
    hosts: tuple[str, ...] = ()
    speech: bool = False  # a speech or report printed as such: it has no quotes, its speaker says all of it
    printed: dict[str, tuple[PrintedLine, ...]] = field(default_factory=dict)


class Voices(Struct, frozen=True):
    """Who speaks and what is quoted: every guest in order of appearance, the sections with speakers, the quotes."""

    guests: tuple[Person, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Quote, ...]
