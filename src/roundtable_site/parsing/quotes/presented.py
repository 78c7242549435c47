"""The titles that running text prints with a known name: before it, in apposition, or with the place added."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Protocol

from roundtable_site.parsing.drafts import Person
from roundtable_site.parsing.lexicon.posts import AFTER_NAME
from roundtable_site.parsing.people.titles import OFFICE, read_run
from roundtable_site.parsing.quotes.attribution import clause_start
from roundtable_site.parsing.quotes.reading import Reading, printed

_LONGEST_NAME = 16
_BARE_POST = re.compile(
    "[省市县縣区區州镇鎮乡鄉村](?:委|党委)?(?:副?书记|書記|[长長]|副[省市县区镇乡]长|主任|主席)|社区书记"
)


def names_place(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether titles are those known, with the place before a bare post: 县委书记 → 清江县委书记."""
    bare = len(old) == len(new) and all(title.endswith(before) for before, title in zip(old, new, strict=True))
    return (
        bare
        and old != new
        and all(before == title or _BARE_POST.match(before) for before, title in zip(old, new, strict=True))
    )


Offices = list[tuple[Reading, list[tuple[int, int]]]]
"""Where offices are named in each paragraph."""


def offices_in(readings: list[Reading]) -> Offices:
    """Find the offices that the text names: once for all that is read from them."""
    return [(reading, [match.span() for match in OFFICE.finditer(reading.frame)]) for reading in readings]


class Add(Protocol):
    """What puts a person in the cast, or gives the titles of one who is in it."""

    def __call__(self, name: str, printed: str, titles: tuple[str, ...] = ...) -> None:
        """Take the plain name, the printed one and the titles."""


def read_titles(persons: Mapping[str, Person], add: Add, offices: Offices) -> None:
    """Read titles wherever a known name stands behind an office, or says of somebody what they are."""
    wanting = {
        name
        for name, person in persons.items()
        if not person.titles or set(person.titles) <= AFTER_NAME or any(map(_BARE_POST.fullmatch, person.titles))
    }
    if not wanting:
        return
    sizes = sorted({len(name) for name in wanting}, reverse=True)
    for reading, places in offices:
        for start, end in places:
            behind = reading.frame[end : end + _LONGEST_NAME]
            name = next((behind[:size] for size in sizes if behind[:size] in wanting), None)
            begin = clause_start(reading.frame, 0, start)
            if name is not None:
                run = read_run(reading.frame[begin : end + len(name)], persons)
                if run is not None and run.name == name:
                    add(name, name, tuple(printed(reading, begin, title) for title in run.titles))
            else:
                _read_apposition(add, reading, (begin, end), wanting)


_IS = re.compile(r"(?:都是|就是|正是|是|系|任|现任|担任|出任|，)(?:一位|一名|个)?")


def _read_apposition(add: Add, reading: Reading, clause: tuple[int, int], wanting: set[str]) -> None:
    """Read what is said of somebody: `张三是清江大学教授`, `张三，清江大学教授`."""
    begin, end = clause
    if reading.frame[end : end + 1] not in ("，", "。", "；", "", "）"):
        return
    text = reading.frame[begin:end]
    if begin >= 2 and reading.frame[begin - 1] == "，":
        before = clause_start(reading.frame, 0, begin - 1)
        if reading.frame[before : begin - 1] in wanting and len(text) <= 40:
            add(reading.frame[before : begin - 1], "", (printed(reading, begin, text),))
            return
    name = next((text[:size] for size in range(min(8, len(text)), 1, -1) if text[:size] in wanting), None)
    if name is None:
        return
    verbs = list(_IS.finditer(text, len(name)))
    if verbs and verbs[-1].end() < len(text) and "曾" not in text and "不" not in text:
        add(name, "", (printed(reading, begin, text[verbs[-1].end() :]),))
