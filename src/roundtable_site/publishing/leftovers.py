"""Clear away what a killed run left: half-made sites, half-written files, an old site that was put aside."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from roundtable_site.files import UNFINISHED
from roundtable_site.publishing.names import previous_of, staging_prefix
from roundtable_site.publishing.together import settle

RECORDS = ".parsed"
"""Where a folder of content files keeps what the parser wrote last."""
# What `files` calls a file that is not finished.
_UNFINISHED = re.compile(rf"\..+\.[a-z0-9_]{{8}}{re.escape(UNFINISHED)}")


def clear(folder: Path) -> None:
    """Remove what killed runs left beside and in a folder that the caller holds; what cannot be removed stays.

    Where a killed run had put the old site aside and not yet the new one in its place, the old one goes back first.
    """
    previous = previous_of(folder)
    if _exists(previous) and not _exists(folder):
        previous.rename(folder)
    with contextlib.suppress(PermissionError):
        settle(folder, folder / RECORDS)
    for path in _leftovers(folder):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                path.unlink()


def _leftovers(folder: Path) -> Iterator[Path]:
    prefix, previous = staging_prefix(folder), previous_of(folder)
    yield from (path for path in _entries(folder.parent) if path.name.startswith(prefix) or path == previous)
    for place in (folder, folder / RECORDS):
        yield from (path for path in _entries(place) if _UNFINISHED.fullmatch(path.name))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _exists(path: Path) -> bool:
    # A link that leads nowhere is something, too.
    return path.is_symlink() or path.exists()
