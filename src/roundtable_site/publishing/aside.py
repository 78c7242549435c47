"""A second tree of the published files, kept aside: the next build changes in it what is others now, and shows it.

Its files are the published ones under second names (hard links), so it takes room for folders only. Whoever takes it
must know that it is whole: nothing here looks. Nobody writes into its files, which readers have before them, too.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path


def take(aside: Path, staged: Path) -> bool:
    """Put the tree kept aside in the place of an empty staged folder; False, with nothing done, if it cannot be."""
    if not aside.is_dir() or aside.is_symlink():
        return False
    try:
        staged.rmdir()
        try:
            aside.rename(staged)
        except OSError:  # another disk
            staged.mkdir()
            return False
    except OSError:
        return False
    return True


def keep(old: Path, aside: Path) -> bool:
    """Keep a tree aside, in place of what stood there; where that cannot be, it is removed, and False told."""
    clear(aside)
    try:
        aside.parent.mkdir(parents=True, exist_ok=True)
        old.rename(aside)
    except OSError:
        shutil.rmtree(old, ignore_errors=True)
        return False
    return True


def clear(aside: Path) -> None:
    """Remove what is kept aside."""
    if aside.is_symlink():
        aside.unlink()
    else:
        shutil.rmtree(aside, ignore_errors=True)


def share(source: Path, target: Path, paths: Iterable[str], *, copied: bool = False) -> None:
    """Give files of one tree a second name in another, in place of what stands there.

    `copied` copies a file where the disk cannot give two names; without, OSError is raised.
    """
    made: set[str] = set()
    one, other = os.fspath(source), os.fspath(target)
    for path in paths:
        folder = path.rpartition("/")[0]
        if folder not in made:
            os.makedirs(f"{other}/{folder}", exist_ok=True)  # noqa: PTH103 - once for each folder of the site
            made.add(folder)
        try:
            os.link(f"{one}/{path}", f"{other}/{path}")
        except FileExistsError:
            os.unlink(f"{other}/{path}")  # noqa: PTH108
            os.link(f"{one}/{path}", f"{other}/{path}")
        except OSError:
            if not copied:
                raise
            shutil.copy2(f"{one}/{path}", f"{other}/{path}")


def drop(tree: Path, paths: Iterable[str]) -> None:
    """Remove files of a tree, and the folders that hold nothing any more."""
    root, folders = os.fspath(tree), set()
    for path in paths:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            os.unlink(f"{root}/{path}")  # noqa: PTH108 - thousands where a theme is replaced
        folders.add(path.rpartition("/")[0])
    for folder in sorted(folders, key=len, reverse=True):
        name = folder
        with contextlib.suppress(OSError):
            while name:
                os.rmdir(f"{root}/{name}")  # noqa: PTH106
                name = name.rpartition("/")[0]


def put(tree: Path, path: str, data: bytes) -> None:
    """Write a new file into a staged tree. What stands there is never written into: readers may have it before them."""
    name = f"{os.fspath(tree)}/{path}"
    try:
        _write(name, data)
    except (FileNotFoundError, NotADirectoryError, FileExistsError):
        _make_way(tree, path)
        _write(name, data)


def _write(name: str, data: bytes) -> None:
    with open(name, "xb") as stream:  # noqa: PTH123 - once for each file of the site
        stream.write(data)


def _make_way(tree: Path, path: str) -> None:
    """Make the folder of a file; remove what an edition before had in its place, or in that of its folders."""
    here = tree
    for part in path.split("/")[:-1]:
        here /= part
        try:
            here.mkdir(exist_ok=True)
        except FileExistsError:  # a file stands there, or did: another process may have made the folder meanwhile
            with contextlib.suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                here.unlink()
            here.mkdir(exist_ok=True)
    if (tree / path).is_dir():
        shutil.rmtree(tree / path)
    (tree / path).unlink(missing_ok=True)
