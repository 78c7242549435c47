"""One at a time: a lock on a folder that says who holds it, and that ends with its holder, however that one ends."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import socket
import sys
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.publishing.leftovers import clear
from roundtable_site.publishing.names import lock_of

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_HOLDER = re.compile(r"process (\d{1,10}) on ([\w.-]{1,255}) since (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\n")
_PAUSE = 0.05
_READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)
_held: set[int] = set()
"""Open lock files of this process."""


@contextlib.contextmanager
def hold(*folders: Path, patience: float = 0.0) -> Iterator[None]:
    """Work on folders alone: lock each of them, then clear away what a killed run left there.

    A lock is a file beside its folder (`.build.lock`), held by the operating system for as long as the process lives:
    that of a killed one is free at once, and the file is no obstacle. Waits up to `patience` seconds for others to end.
    Raises RoundtableError, one line that names the holder, where a folder is held, and where it cannot be locked. Where
    nobody may write (a folder on a read-only disk), there is nothing to guard, and the work goes on.
    """
    with contextlib.ExitStack() as stack:
        for folder in folders:
            # A link is followed: the folder that it leads to is what is worked on.
            stack.enter_context(_held_folder(folder.resolve(), time.monotonic() + patience))
        for folder in folders:
            clear(folder.resolve())
        yield


@contextlib.contextmanager
def _held_folder(folder: Path, deadline: float) -> Iterator[None]:
    path = lock_of(folder)
    handle = _taken(path, folder, deadline)
    if handle is None:
        yield
        return
    _held.add(handle)
    try:
        _sign(handle)
        yield
    finally:
        _held.discard(handle)
        # Removed while it is still held: whoever opened it meanwhile finds that it is gone, and makes a new one.
        with contextlib.suppress(OSError):
            path.unlink()
        os.close(handle)


def _taken(path: Path, folder: Path, deadline: float) -> int | None:
    """Open and lock the file; None where the disk is read-only."""
    while True:
        handle = _opened(path)
        if handle is None:
            return None
        if _locked(handle):
            if _is_there(handle, path):
                return handle
            os.close(handle)
            continue
        holder = _holder(handle)
        os.close(handle)
        if time.monotonic() >= deadline:
            message = f"is being worked on by {holder}: wait until that has ended, and try again"
            raise RoundtableError.at(folder, message)
        time.sleep(_PAUSE)


def _opened(path: Path) -> int | None:
    with contextlib.suppress(FileNotFoundError):
        return _open(path, os.O_RDWR)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _open(path, os.O_RDWR | os.O_CREAT)
    except OSError as error:
        if error.errno in _READ_ONLY:
            return None
        message = f"cannot be made ({error.strerror}): check the disk's free space"
        raise RoundtableError.at(path, message) from error


def _open(path: Path, flags: int) -> int:
    try:
        return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o644)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise RoundtableError.at(path, "is a link, not a lock of ours: remove it") from error
        if error.errno in _READ_ONLY and os.path.lexists(path):
            # Another user's lock can be read, and so be held.
            return os.open(path, os.O_RDONLY)
        raise


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_there(handle: int, path: Path) -> bool:
    """Tell whether the locked file is still the one that others find by its name."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat(follow_symlinks=False))
    except FileNotFoundError:
        return False


def _sign(handle: int) -> None:
    """Write into the lock who holds it. On a full disk it is held unsigned."""
    host = re.sub(r"[^\w.-]", "-", socket.gethostname(), flags=re.ASCII)
    text = f"process {os.getpid()} on {host} since {datetime.now():%Y-%m-%d %H:%M:%S}\n"
    with contextlib.suppress(OSError):
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode("ascii"), 0)


def _holder(handle: int) -> str:
    with contextlib.suppress(OSError):
        text = os.pread(handle, 500, 0).decode("ascii", "replace")
        if found := _HOLDER.fullmatch(text):
            return f"process {found[1]} on {found[2]} since {found[3]}"
    return "another process"


def _let_go() -> None:
    # A worker process is no holder: it may live on when the build is killed.
    for handle in _held:
        os.close(handle)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
