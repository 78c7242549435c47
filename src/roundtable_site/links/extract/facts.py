"""What one file says about links, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

Attributes = dict[str, str | None]
"""The attributes of an element, names in lower case, character references undone."""

Link = tuple[str, str]
"""Where an address stands ("a href") and the address as it is written, character references undone."""


class Note(NamedTuple):
    """Something else worth saying of a file: the rule, the text, whether it is grave, and where it stands.

    `place` and `value` are the attribute it is about ("meta refresh", its content) or the element ("img"); `line` and
    `column` are given where the reader of the file knows them, and are looked up else.
    """

    rule: str
    text: str
    grave: bool
    place: str = ""
    value: str = ""
    line: int = 0
    column: int = 0


@dataclass(slots=True)
class Facts:
    """The links and the places of one file.

    `ids` are the places a fragment can name, in order and with repetitions; `base` is the `<base href>`; `refresh` the
    seconds and the address of a redirect by `<meta http-equiv=refresh>`; `map_links` are the references to the `maps`
    of the same page; `notes` are other things worth saying; `unlisted` pages ask not to be found (robots: noindex).
    """

    links: list[Link] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    map_links: list[Link] = field(default_factory=list)
    base: str | None = None
    refresh: tuple[float, str] | None = None
    notes: list[Note] = field(default_factory=list)
    ignored: int = 0
    unlisted: bool = False
