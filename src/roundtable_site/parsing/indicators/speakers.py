"""Whose words a figure stands in."""

from __future__ import annotations

import re
from bisect import bisect_right

from roundtable_site.model import Paragraph, Quote
from roundtable_site.parsing.drafts import Outline, Voices
from roundtable_site.parsing.lexicon.posts import DOCUMENTS
from roundtable_site.parsing.lexicon.script import as_read

_REPORT = re.compile(
    r"(?:根据|据|按照|依据)(?P<source>[^，。；：]{2,14}?)(?:日前|近日|最新|在[^，。；]{1,8}?)?(?:发布|公布|提供|公开)?的[^，。；]{0,10}报告"
)

_DOCUMENTS = (*sorted(DOCUMENTS), "》")
_TELLS = re.compile(r"(?:也|还|又|则|向记者|给记者|为记者)*(?:细数|列举|历数|盘点|算了|算起|晒出|给出|报出|带来)")
_SPEECH = 16  # characters between quotation marks that are more than a term
_TELLING = 40  # characters in which a sentence says who counts up


class Speakers:
    """Knows the article's quotations and whose words its paragraphs are."""

    def __init__(self, outline: Outline, voices: Voices) -> None:
        self._guests = {guest.name: guest for guest in (*outline.guests, *voices.guests)}
        self._quotes: dict[str, list[Quote]] = {}
        for quote in voices.quotes:
            self._quotes.setdefault(quote.paragraph, []).append(quote)
        self._listed = {guest.name for guest in outline.guests}
        self._labelled = {p.id for section in outline.sections for p in section.paragraphs if p.speaker}
        self._section_speaker: str | None = None
        self._paragraph = Paragraph(id="", lines=(0, 0), text="")
        self._spoken: list[tuple[int, int, str]] = []
        self._starts: list[int] = []
        self._continues: list[bool] = []  # whether sentences after a quotation go on with its speaker's words
        self._documents: list[bool] = []  # whether a document speaks in it
        self._sources: list[tuple[int, str]] = []

    def open_section(self, speaker: str | None) -> None:
        """Begin a section."""
        self._section_speaker = speaker

    def open_paragraph(self, paragraph: Paragraph) -> None:
        """Begin a paragraph."""
        self._paragraph = paragraph
        quotes = sorted(self._quotes.get(paragraph.id, ()), key=lambda quote: quote.start)
        self._spoken = [(quote.start, quote.start + len(quote.text), quote.speaker) for quote in quotes]
        self._starts = [start for start, _, _ in self._spoken]
        self._continues = [quote.kind == "indirect" and quote.speaker in self._guests for quote in quotes]
        self._documents = [quote.kind == "indirect" and quote.speaker.endswith(_DOCUMENTS) for quote in quotes]
        self._sources = (
            [(m.end(), m["source"]) for m in _REPORT.finditer(paragraph.text)] if "报告" in paragraph.text else []
        )

    def at(self, at: int) -> str | None:
        """Give whose words the character at an offset stands in; the source as printed, or None."""
        before = bisect_right(self._starts, at)
        if self._paragraph.text.startswith("【") and self._paragraph.text.find("】") not in range(at):
            return None  # what the paper adds in brackets is nobody's words
        if before and at < self._spoken[before - 1][1]:
            return self._spoken[before - 1][2]
        if self._paragraph.question:
            return None
        if before and not self._section_speaker and self._continues[before - 1]:
            return self._spoken[before - 1][2]
        if told := self._teller(at):
            return told
        if before and self._documents[before - 1]:
            return self._spoken[before - 1][2]  # what a report says goes on to the end of the paragraph
        return self._paragraphs_speaker(heard=before > 0) or self._section_speaker or self._source(at)

    def doubt(self, at: int, speaker: str | None) -> str | None:
        """Say what makes us doubt that nobody says a figure: it stands between quotation marks."""
        if speaker is not None or self._paragraph.question:
            return None
        text = self._paragraph.text
        opening, closing = (max(text.rfind(mark, 0, at) for mark in marks) for marks in ("“「", "”」"))
        end = min((place for mark in "”」" if (place := text.find(mark, at)) >= 0), default=-1)
        if opening <= closing or end - opening < _SPEECH:
            return None
        return "it stands between quotation marks, and nobody is told to say it"

    def _teller(self, at: int) -> str | None:
        """Give the guest who is said to count up or work out what follows in the sentence or behind its colon."""
        text = self._paragraph.text
        start = max(text.rfind(mark, 0, at) for mark in "。！？!?｡") + 1
        clause = text[start : min(at, start + _TELLING)]
        match = _TELLS.search(as_read(clause))
        if match is None:
            return None
        subject = clause[: match.start()]
        named = [name for name in self._guests if subject.endswith(name)]
        return max(named, key=len) if named else None

    def _paragraphs_speaker(self, *, heard: bool) -> str | None:
        """Give whose words a whole paragraph is: a label's, a listed guest's, or that of a panellist heard in it."""
        speaker = self._paragraph.speaker
        guest = self._guests.get(speaker or "")
        panellist = guest is not None and guest.role == "panellist"
        return (
            speaker
            if speaker in self._listed or (heard and panellist) or self._paragraph.id in self._labelled
            else None
        )

    def _source(self, at: int) -> str | None:
        """Give the body whose report is cited before the figure in the paragraph."""
        cited = [source for end, source in self._sources[:8] if end <= at]
        return cited[-1] if cited else None
