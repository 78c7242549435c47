"""Do the records of a content file agree with one another: ids given once, ids that lead somewhere, texts in place."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from msgspec.structs import replace

from roundtable_site.content.blocks import ContentFile
from roundtable_site.content.kinds import is_null
from roundtable_site.content.nodes import Node, Scalar
from roundtable_site.content.notes import Notes, suggestion
from roundtable_site.content.places import Numbering
from roundtable_site.ids import is_safe_id
from roundtable_site.model import District, Guest, Indicator, Paragraph, Quote, Section

Placed = TypeVar("Placed", Quote, Indicator)


class References:
    """Holds what the records of one file may refer to."""

    def __init__(self, file: ContentFile, notes: Notes) -> None:
        self.notes = notes
        self.guests = {guest.id: guest for guest in file.guests}
        self.names = {guest.name: guest.id for guest in file.guests}
        self.districts = {district.id: district for district in file.districts}
        paragraphs = [*file.article.standfirst, *(p for section in file.sections for p in section.paragraphs)]
        self.paragraphs = {paragraph.id: paragraph.text for paragraph in paragraphs}
        self.numbering = Numbering(self.paragraphs)
        self.nodes = {id(record): node for node, record in notes.records}

    def at(self, record: object, field: str) -> Node:
        """Give the node of a record's field, or of the record where the field is left out."""
        node = self.nodes[id(record)]
        return node.get(field) or node

    def problem(self, record: object, field: str, message: str) -> None:
        """Note what is wrong with a record's field."""
        self.notes.add(self.at(record, field), message)


def check_ids(notes: Notes) -> None:
    """Note ids that are given twice: a district's or guest's among its kind, all others in the whole file."""
    first: dict[tuple[str, str], Node] = {}
    for mapping, record in notes.records:
        if not isinstance(record, District | Guest | Section | Paragraph | Quote | Indicator) or not record.id:
            continue
        group = type(record).__name__ if isinstance(record, District | Guest) else "record"
        node = mapping.get("id") or mapping
        earlier = first.setdefault((group, record.id), node)
        if earlier is not node:
            notes.add(node, f"id {record.id} is given twice (first in line {earlier.line}): give this one a free id")


def check_references(file: ContentFile, refs: References) -> None:
    """Note every id that leads nowhere."""
    for guest in file.guests:
        _known(refs, guest, "district", guest.district, refs.districts)
    for section in file.sections:
        _known(refs, section, "speaker", section.speaker, refs.guests)
        for paragraph in section.paragraphs:
            _speaker(refs, paragraph, paragraph.speaker, paragraph.text)
    for quote in file.quotes:
        _known(refs, quote, "paragraph", quote.paragraph, refs.paragraphs)
        _speaker(refs, quote, quote.speaker, refs.paragraphs.get(quote.paragraph, ""))
    for indicator in file.indicators:
        _known(refs, indicator, "paragraph", indicator.paragraph, refs.paragraphs)
        _known(refs, indicator, "district", indicator.district, refs.districts)
        _speaker(refs, indicator, indicator.speaker, refs.paragraphs.get(indicator.paragraph, ""))
    _check_keywords(file, refs)


def _check_keywords(file: ContentFile, refs: References) -> None:
    for name, _ in file.keywords.speakers:
        if name not in refs.guests:
            near = suggestion(name, refs.guests)
            refs.problem(file.keywords, "speakers", f"keywords of {name[:40]}, who is no guest{near}")


def _known(refs: References, record: object, field: str, value: str | None, known: Collection[str]) -> None:
    """Note an id that is none of the known ones; a blank was noted when it was read."""
    if value and value not in known and not refs.notes.full:
        kind = {"speaker": "guest"}.get(field, field)
        named = refs.names.get(value) if field == "speaker" else _id_of_name(value, refs.districts.values())
        near = f" (its id is {named})" if named else suggestion(value, known)
        refs.problem(record, field, f"{field} {value[:40]}: there is no {kind} of this id{near}")


def _id_of_name(name: str, districts: Iterable[District]) -> str | None:
    return next((district.id for district in districts if district.name == name), None)


def _speaker(refs: References, record: object, speaker: str | None, paragraph: str) -> None:
    """Note a speaker who is no guest, unless it is a source as printed (二十大报告)."""
    if not speaker or speaker in refs.guests or refs.notes.full:
        return
    if speaker in refs.names:
        refs.problem(record, "speaker", f"speaker {speaker} is a guest: write the id {refs.names[speaker]}")
    elif is_safe_id(speaker) and speaker not in paragraph:
        near = suggestion(speaker, refs.guests)
        refs.problem(record, "speaker", f"speaker {speaker}: there is no guest of this id{near}")


def placed(records: Iterable[Placed], refs: References) -> list[Placed]:
    """Give each record the offsets of its text; note texts that are not where their record says."""
    found: list[Placed] = []
    for record in records:
        places = refs.numbering.places(record)
        if not places:
            _misplaced(refs, record)
            found.append(record)
            continue
        index = _nth(refs, record, len(places))
        place = refs.numbering.take(record, refs.numbering.next(record) if index is None else index)
        changes: dict[str, Any] = {"start": place.start}
        if isinstance(record, Indicator):
            changes["figure_start"] = place.figure_start
        found.append(replace(record, **changes))
    return found


def _nth(refs: References, record: object, count: int) -> int | None:
    """Read a record's `nth` as an index; one that goes too far is noted."""
    node = refs.nodes[id(record)].get("nth")
    if node is None or is_null(node) or not isinstance(node, Scalar) or not node.text.isdigit() or node.text == "0":
        return None
    number = int(node.text[:9])
    if number > count:
        times = "once" if count == 1 else f"{count} times"
        refs.notes.add(node, f"nth: {number}, but this text stands {times} in its paragraph")
        return None
    return number - 1


def _misplaced(refs: References, record: Quote | Indicator) -> None:
    """Say which text is missing where; records with blanks or without a paragraph were noted already."""
    paragraph = refs.paragraphs.get(record.paragraph)
    if paragraph is None or not record.text or refs.notes.full:
        return
    if record.text not in paragraph:
        other = next((key for key, text in refs.paragraphs.items() if record.text in text), None)
        where = f" (it stands in {other})" if other else ": copy it from there, mark by mark"
        refs.problem(record, "text", f"text is not in paragraph {record.paragraph}{where}")
    elif isinstance(record, Indicator) and record.figure:
        refs.problem(record, "figure", f"figure {record.figure[:40]} is not in the text of this indicator")
