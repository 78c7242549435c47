"""What a build tells at its end, as small facts, so that a build that has nothing to do can tell it too."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from roundtable_site.errors import Problem

DOUBT_PLACES = 3
"""Places of doubtful records that are told; `unsure:` in the content files marks them all."""


class ReadNote(Struct, frozen=True):
    """What became of a seed (`new`, `rewritten`, `unchanged`, `edited`, `merged`) and of its content file."""

    seed: Path
    target: Path
    outcome: Literal["new", "rewritten", "unchanged", "edited", "merged"]
    conflicts: tuple[Problem, ...] = ()


class Contents(Struct, frozen=True):
    """What stands in some articles; `doubts` are records that the parser was not sure of, with the first places."""

    articles: int = 0
    guests: int = 0
    quotes: int = 0
    figures: int = 0
    doubts: int = 0
    doubt_places: tuple[str, ...] = ()


class Built(Struct, frozen=True):
    """What a build did: the seeds read, what the articles hold, pages and links there are, pages made, seconds taken.

    `made` counts the pages that were made; the others stand as they stood. `wrote` are the content files that it wrote,
    each with the sha256 of what it wrote.
    """

    readings: tuple[ReadNote, ...]
    contents: Contents
    pages: int
    made: int
    links: int
    warnings: tuple[Problem, ...]
    notices: tuple[str, ...]
    folder: Path
    seconds: float
    wrote: tuple[tuple[Path, str], ...] = ()
