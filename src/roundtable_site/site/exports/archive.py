"""The whole site in one file, to be read from a folder on disk: the same site gives the same bytes."""

from __future__ import annotations

import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file can hold
_UNIX = 3
_READABLE = 0o100644 << 16


def write_archive(folder: Path, target: Path) -> None:
    """Pack every file below a folder, sorted by path, into `target`, which may lie in the folder and is left out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    files = sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w") as archive:
        for name, path in files:
            if path != target:
                archive.writestr(_entry(name), path.read_bytes(), zipfile.ZIP_DEFLATED, 6)


def _entry(name: str) -> zipfile.ZipInfo:
    """Make an entry that says nothing of this machine or this moment."""
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    return entry
