"""Whether the published folder is as it was left: every file of it, by what the disk says without reading."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

HERE = "."
"""The folder of the site itself."""
SHARED = "@folders"
"""The group of the folders in which several groups have files: it has no files itself."""


class Stood(Struct, frozen=True):
    """A group of files as it was left: their paths, and the folders in which it alone has files (joined by NUL).

    The rest are digests of what the disk says: of the `files`, of the `folders` (so that a file that nobody published
    is seen), and of the same folders in the tree that is kept `aside`. The files of that are the published ones.
    """

    paths: str
    places: str
    files: str = ""
    folders: str = ""
    aside: str = ""

    def split(self) -> list[str]:
        """Give the paths."""
        return _split(self.paths)


class Tree(Struct, frozen=True):
    """A published folder and where it stands; `aside` is where the tree is kept aside, "" where there is none."""

    folder: str = ""
    aside: str = ""
    groups: dict[str, Stood] = field(default_factory=dict)

    def paths(self) -> Iterable[str]:
        """Yield the paths of all files."""
        for stood in self.groups.values():
            yield from stood.split()


def recorded(
    folder: Path, aside: Path | None, groups: Mapping[str, Sequence[str]], standing: Mapping[str, Stood]
) -> Tree:
    """Look at every file and folder of some groups of paths; those of `standing` are as they were, unlooked at."""
    root, other = os.fspath(folder), os.fspath(aside) if aside else ""
    found = {}
    for name, places in _places(groups).items():
        paths, own = groups.get(name, ()), "\0".join(places)
        known = standing.get(name)
        if known and known.places == own:
            found[name] = known
            continue
        spare = _folders(other, places) if other else ""
        found[name] = Stood("\0".join(paths), own, _files(root, paths), _folders(root, places), spare)
    return Tree(root, other, found)


def _places(groups: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Give the folders of each group, those of several groups under a name of their own."""
    owners: dict[str, str] = {}
    for group, paths in groups.items():
        for name in {path.rpartition("/")[0] or HERE for path in paths}:
            _own(name, group, owners)
            while name := name.rpartition("/")[0]:  # folders that hold only folders
                _own(name, group, owners)
    places: dict[str, list[str]] = {group: [] for group in (*groups, SHARED)}
    for name in sorted(owners):
        places[owners[name]].append(name)
    return places


def _own(name: str, group: str, owners: dict[str, str]) -> None:
    if owners.setdefault(name, group) != group:
        owners[name] = SHARED


def changed_groups(tree: Tree) -> list[str]:
    """Name the groups of which a file or a folder is not what it was."""
    root, changed = tree.folder, []
    for name, stood in tree.groups.items():
        same = _files(root, stood.split()) == stood.files and _folders(root, _split(stood.places)) == stood.folders
        if not (same and stood.files and stood.folders):
            changed.append(name)
    return changed


def aside_is_whole(tree: Tree) -> bool:
    """Tell whether the tree that is kept aside is as it was left; that its files are is told by the published ones."""
    return bool(tree.aside) and all(
        stood.aside and _folders(tree.aside, _split(stood.places)) == stood.aside for stood in tree.groups.values()
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


def _folders(folder: str, places: Iterable[str]) -> str:
    """Give a digest of what the disk says of folders; empty where one is missing."""
    seen, stat = array("Q"), os.stat
    try:
        for name in places:
            state = stat(f"{folder}/{name}", follow_symlinks=False)
            seen.extend((state.st_mtime_ns, state.st_nlink, state.st_ino))
    except (OSError, OverflowError):
        return ""
    return blake2b(seen.tobytes(), digest_size=12).hexdigest()


def _split(joined: str) -> list[str]:
    return joined.split("\0") if joined else []
