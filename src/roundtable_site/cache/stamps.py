"""Whether a file is as it was: its size and times are looked at first, its bytes only if these say anything new."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from hashlib import file_digest
from typing import NamedTuple

_TICK = 20_000_000
"""Nanoseconds within which two changes of a file may carry one time: disks keep time by a clock that ticks slowly."""


class Stamp(NamedTuple):
    """What the disk says of a file without reading it."""

    mtime_ns: int
    size: int
    inode: int
    ctime_ns: int


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """Give the stamp of a file, None where there is none."""
    try:
        state = os.stat(path)  # noqa: PTH116 - called for every file at every build
    except OSError:
        return None
    return Stamp(state.st_mtime_ns, state.st_size, state.st_ino, state.st_ctime_ns)


class Digests:
    """The sha256 of files by path; a file whose stamp is the known one is not read again.

    Within one run a question has one answer, so that all steps speak of the same state of a file. What was found with a
    stamp to rely on is in `sure`. A file that changed a moment before it was looked at may change once more within the
    same tick of the disk's clock: its stamp is not relied on, until `settle` has looked once more.
    """

    def __init__(self, known: Mapping[str, tuple[Stamp, str]] | None = None) -> None:
        self._known = known or {}
        self._answers: dict[str, str | None] = {}
        self.sure: dict[str, tuple[Stamp, str]] = {}

    def of(self, path: str | os.PathLike[str]) -> str | None:
        """Give the sha256 of a file in hex digits, None where there is no file that can be read."""
        name = os.fspath(path)
        if name not in self._answers:
            self._answers[name] = self._look(name)
        return self._answers[name]

    def wrote(self, path: str | os.PathLike[str], digest: str) -> None:
        """Note what this run itself wrote into a file."""
        name = os.fspath(path)
        self._answers[name] = digest
        self.sure.pop(name, None)

    @property
    def absent(self) -> tuple[str, ...]:
        """The files that are not there."""
        return tuple(name for name, digest in self._answers.items() if digest is None)

    def settle(self) -> bool:
        """Look once more at what could not be relied on; tell whether now every file is as it was answered."""
        for name, digest in self._answers.items():
            if digest is not None and name not in self.sure and self._look(name) != digest:
                self.sure.pop(name, None)
        return all(digest is None or name in self.sure for name, digest in self._answers.items())

    def _look(self, name: str) -> str | None:
        stamp = stamp_of(name)
        if stamp is None:
            return None
        known = self._known.get(name)
        if known is not None and known[0] == stamp:
            self.sure[name] = known
            return known[1]
        before = time.time_ns()
        try:
            with open(name, "rb") as stream:  # noqa: PTH123
                digest = file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        if before - max(stamp.mtime_ns, stamp.ctime_ns) > _TICK and stamp_of(name) == stamp:
            self.sure[name] = (stamp, digest)
        return digest
