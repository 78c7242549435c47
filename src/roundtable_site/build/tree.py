"""Whether the published folder is as it was left: every file of it, by what the disk says without reading."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stood:
    """A group of files as it was left: their paths (joined by NUL), and digests of what the disk says.

    `files` is that of the files, `folders` that of the folders they stand in, so that a file that nobody published is
    seen; `aside` that of the same folders in the tree that is kept aside. Its files are the published ones.
    """

    paths: str
    files: str = ""
    folders: str = ""
    aside: str = ""

    def split(self) -> list[str]:
        """Give the paths."""
        return self.paths.split("\0") if self.paths else []


@dataclass(frozen=True, slots=True)
class Tree:
    """A published folder and where it stands; `aside` is where the tree is kept aside, "" where there is none."""

    folder: str = ""
    aside: str = ""
    groups: dict[str, Stood] = field(default_factory=dict)

    def paths(self) -> Iterable[str]:
        """Yield the paths of all files."""
        for stood in self.groups.values():
            yield from stood.split()


def recorded(
    folder: Path, aside: Path | None, groups: Mapping[str, Iterable[str]], standing: Mapping[str, Stood]
) -> Tree:
    """Look at every file and folder of some groups of paths; those of `standing` are as they were, unlooked at."""
    root, other = os.fspath(folder), os.fspath(aside) if aside else ""
    found = {}
    for name, some in groups.items():
        if name in standing:
            found[name] = standing[name]
            continue
        paths = [*some]
        spare = _folders(other, paths) if other else ""
        found[name] = Stood("\0".join(paths), _files(root, paths), _folders(root, paths), spare)
    return Tree(root, other, found)


def changed_groups(tree: Tree) -> list[str]:
    """Name the groups of which a file or a folder is not what it was."""
    root, changed = tree.folder, []
    for name, stood in tree.groups.items():
        paths = stood.split()
        if _files(root, paths) != stood.files or _folders(root, paths) != stood.folders or not stood.files:
            changed.append(name)
    return changed


def aside_is_whole(tree: Tree) -> bool:
    """Tell whether the tree that is kept aside is as it was left; that its files are is told by the published ones."""
    return bool(tree.aside) and all(
        stood.aside and _folders(tree.aside, stood.split()) == stood.aside for stood in tree.groups.values()
    )


def turned(tree: Tree, but: Collection[str]) -> dict[str, Stood]:
    """Give the groups as they stand once both trees have changed places, all `but` those that were changed."""
    return {
        name: replace(stood, folders=stood.aside, aside=stood.folders)
        for name, stood in tree.groups.items()
        if name not in but
    }


def _files(folder: str, paths: Iterable[str]) -> str:
    """Give a digest of what the disk says of files; empty where one is missing."""
    seen, stat = array("Q"), os.stat
    try:
        for path in paths:
            state = stat(f"{folder}/{path}", follow_symlinks=False)
            seen.extend((state.st_mtime_ns, state.st_size, state.st_ino, state.st_ctime_ns))
    except (OSError, OverflowError):
        return ""
    return blake2b(seen.tobytes(), digest_size=12).hexdigest()


def _folders(folder: str, paths: Iterable[str]) -> str:
    """Give a digest of what the disk says of the folders that files stand in; empty where one is missing.

    Those of which only folders hold files count too, but for the first, in which other groups may have folders.
    """
    seen, stat = array("Q"), os.stat
    names = {path.rpartition("/")[0] for path in paths}
    for name in tuple(names):
        above = name.rpartition("/")[0]
        while "/" in above and above not in names:
            names.add(above)
            above = above.rpartition("/")[0]
    try:
        for name in sorted(names):
            state = stat(f"{folder}/{name}", follow_symlinks=False)
            seen.extend((state.st_mtime_ns, state.st_nlink, state.st_ino))
    except (OSError, OverflowError):
        return ""
    return blake2b(seen.tobytes(), digest_size=12).hexdigest()
