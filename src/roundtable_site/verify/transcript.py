"""The transcript of an article as its page shows it: the words, and where each sentence, figure and quotation is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from roundtable_site.verify.markup import Step, bare, steps

RECORD = re.compile(r"s\d+[iq]\d+")
"""The id of a figure or a quotation."""
CONTROLS = frozenset({"to-quote", "perma", "label-name", "also"})
"""Links that stand among the words and are none of them."""


class Run(NamedTuple):
    """Words printed on one line of the source (0: which line is not said), up to where the next line begins."""

    line: int
    text: str


@dataclass
class Transcript:
    """What one transcript page says.

    `text` is all its words without white space; `places` gives the offset there at which each id stands, `figures` the
    printed text of each figure, `sentences` the words of each sentence by its anchor with their white space, `runs` the
    words by the line of the source they were printed on, `sayers` the page that each quotation leads to.
    """

    text: str = ""
    places: dict[str, int] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)
    sayers: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self) -> None:
        self.found = Transcript()
        self.length = 0
        self.parts: list[str] = []
        self.run: list[str] = []
        self.line = 0
        self.sentence = ""
        self.figures: list[set[str]] = []  # of each figure that is open: the ids of those whose printed words it holds
        self.within = 0  # open elements within a paragraph of the transcript, it included
        self.skipped = 0

    def take(self, step: Step) -> None:
        if step.kind == "text":
            if self.within and not self.skipped:
                self._words(step.text)
        elif step.kind == "open":
            if self.within or (step.tag == "p" and step.attributes.get("id")):
                self.within += 1
                self._open(step)
        elif self.within:
            self.within -= 1
            self._close(step)

    def _words(self, text: str) -> None:
        self.parts.append(bare(text))
        self.run.append(bare(text))
        self.length += len(self.parts[-1])
        if self.sentence:
            self.found.sentences[self.sentence] += text
        for name in set().union(*self.figures):
            self.found.figures[name] = self.found.figures.get(name, "") + bare(text)

    def _open(self, step: Step) -> None:
        classes, name = step.classes, step.attributes.get("id") or ""
        if name:
            self.found.places.setdefault(name, self.length)
        if self.skipped or classes & CONTROLS:
            self.skipped += 1
            address = step.attributes.get("href") or ""
            if "to-quote" in classes:
                self.found.sayers.setdefault(address.rpartition("#")[2], address.rpartition("#")[0])
        elif "ln" in classes:
            self._end_run()
            number = step.attributes.get("data-line") or ""
            self.line = int(number[:9]) if number.isascii() and number.isdigit() else 0
        elif "f" in classes:
            led = (step.attributes.get("href") or "").rpartition("#")[2]
            self.figures.append({found for found in (name, led) if RECORD.fullmatch(found)})
        elif name.startswith("t-"):
            self.sentence = name
            self.found.sentences.setdefault(name, "")

    def _close(self, step: Step) -> None:
        if self.skipped:
            self.skipped -= 1
        elif "f" in step.classes:
            del self.figures[-1:]
        elif step.attributes.get("id") == self.sentence:
            self.sentence = ""
        if not self.within:
            self._end_run()
            self.line = 0

    def _end_run(self) -> None:
        if text := "".join(self.run):
            self.found.runs.append(Run(self.line, text))
        self.run = []


def read_transcript(markup: bytes | str) -> Transcript:
    """Read a transcript page.

    >>> page = '<p id="s1p1"><span id="t-1">增长<a class="f" id="s1i1">2 倍</a>。<a class="perma">¶</a></span>'
    >>> read_transcript(page).text, read_transcript(page).places["s1i1"], read_transcript(page).figures
    ('增长2倍。', 2, {'s1i1': '2倍'})
    """
    reader = _Reader()
    for step in steps(markup):
        reader.take(step)
    reader.found.text = "".join(reader.parts)
    return reader.found
