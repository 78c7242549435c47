"""What stands beside a folder while it is worked on: `.build.lock`, `.build.staging-…`, `.build.previous`."""

from __future__ import annotations

from pathlib import Path

STAGING = "staging-"


def lock_of(folder: Path) -> Path:
    """Give the file whose lock says that somebody works on a folder."""
    return _beside(folder, "lock")


def previous_of(folder: Path) -> Path:
    """Give the place of the old site while the new one is put in its place, where that takes two steps."""
    return _beside(folder, "previous")


def staging_prefix(folder: Path) -> str:
    """Give how the names of folders begin in which a new site is made."""
    return _beside(folder, STAGING).name


def _beside(folder: Path, what: str) -> Path:
    return folder.with_name(f".{folder.name}.{what}")
