"""Whether the published folder is as it was left: every file of it, by what the disk says without reading."""

from __future__ import annotations

import os
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tree:
    """A published folder: for each group of files their paths (joined by NUL) and a digest of their stamps.

    `folder` is where it stands. Folders count too, so that a file that nobody published is seen.
    """

    folder: str = ""
    groups: dict[str, tuple[str, str]] = field(default_factory=dict)


def recorded(folder: Path, groups: Mapping[str, Iterable[str]]) -> Tree:
    """Look at every file and folder of some groups of paths in a published folder."""
    joined = {name: "\0".join(paths) for name, paths in groups.items()}
    root = os.fspath(folder)
    return Tree(root, {name: (paths, stamps(root, paths)) for name, paths in joined.items()})


def changed_groups(tree: Tree) -> list[str]:
    """Name the groups of which a file or a folder is not what it was."""
    return [name for name, (paths, digest) in tree.groups.items() if stamps(tree.folder, paths) != digest]


def stamps(folder: str, paths: str) -> str:
    """Give a digest of what the disk says of files, and of the folders they stand in; empty where one is missing."""
    seen = array("Q")
    stat, folders = os.stat, set()
    try:
        for path in paths.split("\0") if paths else ():
            state = stat(f"{folder}/{path}", follow_symlinks=False)
            seen.extend((state.st_mtime_ns, state.st_size, state.st_ino, state.st_ctime_ns))
            folders.add(path.rpartition("/")[0])
        for name in sorted(folders):
            state = stat(f"{folder}/{name}", follow_symlinks=False)
            seen.extend((state.st_mtime_ns, state.st_nlink))
    except (OSError, OverflowError):
        return ""
    return blake2b(seen.tobytes(), digest_size=12).hexdigest()
