"""Who says what: direct and reported speech with its speaker and the verb that attributes it."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.model import Paragraph, Quote
from roundtable_site.parsing.drafts import Outline, Voices
from roundtable_site.parsing.quotes.answers import Labels, labels_of, read_answer, unnamed_answers
from roundtable_site.parsing.quotes.cast import Cast, gather, occurrences
from roundtable_site.parsing.quotes.narrative import Found, Narrator
from roundtable_site.parsing.quotes.reading import Reading, plain_text, read_paragraph
from roundtable_site.parsing.quotes.voices import Heard, guests_of, section_speakers

__all__ = ["find_quotes"]

Pieces = list[tuple[str, str | None, tuple[Paragraph, ...]]]
"""Standfirst and sections: id, speaker as far as the layout tells, paragraphs."""


def find_quotes(outline: Outline) -> Voices:
    """Give every guest in order of appearance, the sections with their speakers, and the quotations.

    Speakers are names as printed. A speech or report printed as such has no quotations.
    """
    pieces: Pieces = [("s0", None, outline.standfirst)]
    pieces += [(section.id, section.speaker, section.paragraphs) for section in outline.sections]
    readings = {each.id: read_paragraph(each) for _, _, paragraphs in pieces for each in paragraphs}
    labels = labels_of(outline)
    cast = _cast_of(outline, readings, labels)
    heard = {} if outline.speech else _read_all(outline, pieces, readings, cast, labels)
    text = "\n".join(reading.text for reading in readings.values())
    return Voices(
        guests_of(outline, cast, heard, text),
        section_speakers(outline, cast, heard),
        tuple(_quotes(pieces, readings, cast, heard)),
    )


def _cast_of(outline: Outline, readings: dict[str, Reading], labels: Labels) -> Cast:
    """Meet everybody; answers without a name are the words of the one person that the rest of the article names.

    The labels of such answers are put in.
    """
    answers = unnamed_answers(outline, labels)
    told = {place: reading for place, reading in readings.items() if place not in labels and not outline.speech}
    if answers:
        cast = gather(outline.guests, outline.hosts, [told[place] for place in told if place not in answers])
        if len(cast.persons) == 1:
            labels |= dict.fromkeys(answers, next(iter(cast.persons)))
            return cast
    return gather(outline.guests, outline.hosts, list(told.values()))


def _read_all(outline: Outline, pieces: Pieces, readings: dict[str, Reading], cast: Cast, labels: Labels) -> Heard:
    """Read piece after piece; in the standfirst, somebody who says nothing further on is a source, no guest."""
    narrator = Narrator(cast, occurrences(cast))
    heard: Heard = {}
    for _, speaker, paragraphs in pieces:
        narrator.enter(plain_text(speaker) if speaker else None)
        for paragraph in paragraphs:
            place, reading = paragraph.id, readings[paragraph.id]
            answered = place in labels
            heard[place] = read_answer(outline, reading, labels[place]) if answered else narrator.read(reading)
    return _without_sources(outline, heard)


def _without_sources(outline: Outline, heard: Heard) -> Heard:
    first = {paragraph.id for paragraph in outline.standfirst}
    guests = {plain_text(guest.name) for guest in outline.guests}
    guests |= {item.speaker for place, found in heard.items() if place not in first for item in found if item.person}
    return {
        place: [item._replace(person=item.person and (place not in first or item.speaker in guests)) for item in found]
        for place, found in heard.items()
    }


def _quotes(pieces: Pieces, readings: dict[str, Reading], cast: Cast, heard: Heard) -> Iterator[Quote]:
    for piece, _, paragraphs in pieces:
        number = 0
        for paragraph in paragraphs:
            for item in heard.get(paragraph.id, []):
                number += 1
                yield _quote(f"{piece}q{number}", readings[paragraph.id], cast, item)


def _quote(number: str, reading: Reading, cast: Cast, item: Found) -> Quote:
    known = cast.persons.get(item.speaker)
    return Quote(
        id=number,
        speaker=known.name if known is not None else item.speaker,
        paragraph=reading.paragraph.id,
        kind=item.kind,
        cue=item.cue,
        text=reading.text[item.start : item.end],
        start=item.start,
        unsure=item.unsure,
    )
