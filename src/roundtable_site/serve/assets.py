"""Files of our own: scripts and styles of what the server adds."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

from roundtable_site.serve.answers import TYPES, Answer
from roundtable_site.serve.paths import find


def asset(folder: Path, steps: tuple[str, ...]) -> Answer | None:
    """Give one of our own files; None where there is none of this name."""
    found = find(steps, folder) if steps and steps[-1] else None
    if found is None or found.file is None:
        return None
    return Answer(HTTPStatus.OK, found.file.read_bytes(), TYPES.get(found.file.suffix, TYPES[".txt"]))
