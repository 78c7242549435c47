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

    A file that changed a moment before it was looked at may change once more within the same tick of the disk's clock:
    its stamp is not relied on the next time.
    """

    def __init__(self, known: Mapping[str, tuple[Stamp, str]] | None = None) -> None:
        self.known = dict(known or {})
        self.used: dict[str, tuple[Stamp, str]] = {}

    def of(self, path: str | os.PathLike[str]) -> str | None:
        """Give the sha256 of a file in hex digits, None where there is no file that can be read."""
        name = os.fspath(path)
        stamp = stamp_of(name)
        if stamp is None:
            return None
        known = self.known.get(name)
        if known is not None and known[0] == stamp:
            self.used[name] = known
            return known[1]
        before = time.time_ns()
        try:
            with open(name, "rb") as stream:  # noqa: PTH123
                digest = file_digest(stream, "sha256").hexdigest()
        except OSError:
            return None
        if before - max(stamp.mtime_ns, stamp.ctime_ns) > _TICK and stamp_of(name) == stamp:
            self.used[name] = (stamp, digest)
        return digest
