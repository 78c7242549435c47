"""The folder that is checked: which files are there, and which address leads to which of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path

from roundtable_site.errors import Severity
from roundtable_site.links.findings import BrokenLink

INDEX = ("index.html", "index.htm", "index.xhtml")
_NOT_PUBLISHED = frozenset({".git", ".hg", ".svn"})


@dataclass
class Folder:
    """All files of a folder under their addresses.

    `files` holds paths from the root with "/" between the parts, sorted. `places` gives the number of the file that
    answers for an address: its own path, or "a/" for a/index.html ("" for the root). `folders` holds every folder as
    "a/", those without an index page too. `troubles` are files that could not be listed.
    """

    root: Path
    files: list[str] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)
    troubles: list[BrokenLink] = field(default_factory=list)

    @classmethod
    def read(cls, root: Path, index: tuple[str, ...] = INDEX, exclude: tuple[str, ...] = ()) -> Folder:
        """List a folder: links to files and folders are followed, loops of them are not.

        Names are taken as the disk spells them, so letter case is exact on disks that ignore it, too.
        """
        folder = cls(root)
        folder.files.extend(sorted(folder._walk(root, "", frozenset(), exclude)))
        folder.places.update((path, number) for number, path in enumerate(folder.files))
        for prefix in folder.folders:
            found = next((folder.places[prefix + name] for name in index if prefix + name in folder.places), None)
            if found is not None:
                folder.places[prefix] = found
        return folder

    def _walk(
        self, path: Path | str, prefix: str, above: frozenset[tuple[int, int]], skip: tuple[str, ...]
    ) -> Iterator[str]:
        waiting = [(os.fspath(path), prefix, above)]
        while waiting:
            path, prefix, above = waiting.pop()
            self.folders.add(prefix)
            try:
                state = os.stat(path)  # noqa: PTH116 - paths stay text here, for speed
                if (state.st_dev, state.st_ino) in above:
                    self._note(
                        prefix, "this link to a folder leads back to a folder above it, and was not followed", "warning"
                    )
                    continue
                here = above | {(state.st_dev, state.st_ino)}
                entries = sorted(os.scandir(path), key=lambda entry: entry.name)
            except OSError as error:
                self._note(prefix, f"the folder cannot be read: {_cause(error)}")
                continue
            for entry in entries:
                name = prefix + entry.name
                if any(fnmatchcase(name, pattern) for pattern in skip):
                    continue
                kind = _kind(entry)
                if kind == "folder":
                    if entry.name not in _NOT_PUBLISHED:
                        waiting.append((entry.path, name + "/", here))
                elif kind == "file":
                    yield name
                elif entry.is_symlink():
                    self._note(name, "this link on the disk leads to no file", "warning")

    def _note(self, path: str, reason: str, severity: Severity = "error") -> None:
        self.troubles.append(BrokenLink(path or ".", reason=reason, severity=severity, rule="unreadable"))

    def read_bytes(self, number: int) -> bytes:
        """Give the bytes of one file; OSError if it cannot be read."""
        with open(f"{self.root}/{self.files[number]}", "rb", buffering=0) as file:  # noqa: PTH123 - half the time of Path.read_bytes
            return file.read()

    @cached_property
    def by_lower_case(self) -> dict[str, str]:
        """Every address by its lower case, for addresses that differ in letter case alone."""
        return {place.casefold(): place for place in [*self.folders, *self.places]}

    @cached_property
    def by_name(self) -> dict[str, list[int]]:
        """The files by their last name, for files that stand in another folder."""
        found: dict[str, list[int]] = {}
        for number, path in enumerate(self.files):
            found.setdefault(path.rpartition("/")[2].casefold(), []).append(number)
        return found

    @cached_property
    def by_folder(self) -> dict[str, list[str]]:
        """The last names in each folder, folders with their "/", for misspelt names."""
        found: dict[str, list[str]] = {}
        for path in [*self.files, *self.folders]:
            head, slash, name = path.rstrip("/").rpartition("/")
            if path:
                found.setdefault(head + slash, []).append(name + "/" * path.endswith("/"))
        return found


def _kind(entry: os.DirEntry[str]) -> str:
    """Say what a name in a folder stands for: "folder", "file", or "" (a pipe, or a link to nothing or to itself)."""
    try:
        return "folder" if entry.is_dir() else "file" if entry.is_file() else ""
    except OSError:
        return ""


def _cause(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
