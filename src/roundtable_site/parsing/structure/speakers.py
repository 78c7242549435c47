"""Whose piece it is, as far as the layout tells: guest lines, the guest list beside the pieces, labels of answers."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from roundtable_site.parsing.drafts import Person
from roundtable_site.parsing.layout.persons import PersonLine
from roundtable_site.parsing.people import district_of, split_titles
from roundtable_site.parsing.structure.pieces import Draft, Frame


def people_of(frame: Frame, text: str) -> tuple[Person, ...]:
    """Give the guests that lists, guest lines and labels name, in printed order, each once.

    Those of a list sit on the panel; whoever has a guest line beside such a list has a piece of their own.
    `text` is the article, which tells the usual form of a place.
    """
    panel = {person.name for person in frame.listed} if len(frame.listed) > 1 else set()
    lines = [piece.guest for piece in frame.pieces if piece.guest]
    if frame.waiting:
        lines.append(frame.waiting)
    if not panel and len({person.name for person in lines}) > 1:
        panel = {person.name for person in lines}
    answering = _answering(frame)
    if not panel and len(answering) > 1:
        panel = set(answering)
    found: dict[str, Person] = {}
    for person in (*frame.listed, *lines, *(PersonLine(name, frame.titles.get(name, "")) for name in answering)):
        if person.name not in found or not found[person.name].titles:
            found[person.name] = _person(person, text, panel=person.name in panel)
    for piece in frame.pieces:
        if piece.guest and piece.reporters:
            name = piece.guest.name
            found[name] = replace(found[name], reporters=(*found[name].reporters, *piece.reporters))
    return tuple(found.values())


def _person(line: PersonLine, text: str, *, panel: bool) -> Person:
    titles = split_titles(line.titles)
    return Person(line.name, titles, district_of(titles, text), "panellist" if panel else "interviewee")


def _answering(frame: Frame) -> list[str]:
    """Give the names in the labels of answers, in printed order."""
    names = [turn.speaker for piece in frame.pieces for turn in piece.turns if turn.speaker]
    return list(dict.fromkeys(names))


def speaker_of(piece: Draft, people: Sequence[Person]) -> str | None:
    """Give the one speaker of a piece where the layout names them, else None."""
    if piece.guest:
        return piece.guest.name
    labels = {turn.speaker for turn in piece.turns if turn.speaker is not None}
    if labels:
        names = labels - {""}
        alone = people[0].name if "" in labels and len(people) == 1 else None
        return next(iter(names)) if len(labels) == 1 and names else alone
    return None


def matched(pieces: Sequence[Draft], panel: Sequence[str]) -> dict[int, str]:
    """Match the pieces that have no guest line with the people of the guest list: by name in the text, then in order.

    `panel` is the list in printed order; the result is by the index of the piece.
    """
    found: dict[int, str] = {}
    for index, piece in enumerate(pieces):
        counts = {name: count for name in panel if (count := _mentions(piece, name))}
        if len(counts) == 1:
            found[index] = next(iter(counts))
        elif len(pieces) == len(panel) and panel[index] in counts:
            found[index] = panel[index]
    return found


def _mentions(piece: Draft, name: str) -> int:
    return sum(turn.block.text.count(name) for turn in piece.turns)
