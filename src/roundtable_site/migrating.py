"""Lift a site's content files to the format that this version writes: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from roundtable_site import content
from roundtable_site.content.formats import lifted
from roundtable_site.content.nodes import read_bytes
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.files import write_atomically
from roundtable_site.publishing import hold
from roundtable_site.settings import Settings


class Lifted(Struct, frozen=True):
    """A file that was lifted, and the format that it had."""

    path: Path
    had: int


def migrate(settings: Settings) -> tuple[Sequence[Lifted], int]:
    """Lift the content files of a site and what is kept of its readings; give those lifted, and how many there are.

    Raises RoundtableError with every problem, with nothing written: also where a lifted file would not load.
    """
    with hold(settings.content):
        paths = sorted([*settings.content.glob("*.yml"), *settings.content.glob(".parsed/*.yml")])
        if not paths:
            raise RoundtableError.at(settings.content, "no content file here: name the site's folder with --root")
        texts: list[tuple[Lifted, str]] = []
        problems: list[Problem] = []
        for path in paths:
            try:
                texts += _lifted(path)
            except RoundtableError as error:
                problems += error.problems
        if problems:
            raise RoundtableError(problems)
        for done, text in texts:
            write_atomically(done.path, text)
        return [done for done, _ in texts], len(paths)


def _lifted(path: Path) -> list[tuple[Lifted, str]]:
    """Lift one file; none is given where it has today's format."""
    before = read_bytes(path.read_bytes(), str(path))
    text, had = lifted(before, str(path))
    if text == before:
        return []
    content.load_text(text, path)
    return [(Lifted(path, had), text)]
