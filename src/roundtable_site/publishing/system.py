"""What Python's own library does not offer of the system: exchange two folders in one step, flush a whole tree."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

from roundtable_site.files import flush_folder

_AT_FDCWD = -100
_LINUX_EXCHANGE = 2  # renameat2: RENAME_EXCHANGE
_MACOS_SWAP = 2  # renamex_np: RENAME_SWAP
# How a system or a disk says that it cannot exchange; any other error is one.
_UNKNOWN = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False, with nothing done, where the system or the disk cannot.

    Raises OSError where it can and must not (permissions, different disks).
    """
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        done = _call("renameat2", _AT_FDCWD, first, _AT_FDCWD, second, ctypes.c_uint(_LINUX_EXCHANGE))
    elif sys.platform == "darwin":
        done = _call("renamex_np", first, second, ctypes.c_uint(_MACOS_SWAP))
    else:
        return False
    if done in _UNKNOWN:
        return False
    if done:
        raise OSError(done, os.strerror(done), str(other))
    return True


def flush_tree(folder: Path) -> None:
    """Bring all files of a folder to the disk, so that they outlast a power cut."""
    if sys.platform == "linux" and _flushed_disk_of(folder):
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as stream:
                os.fsync(stream.fileno())
        else:
            flush_folder(path)
    flush_folder(folder)


def _flushed_disk_of(folder: Path) -> bool:
    # One call for a disk is as fast for a hundred thousand files as for one; a call for each file is not.
    handle = os.open(folder, os.O_RDONLY)
    try:
        done = _call("syncfs", handle)
    finally:
        os.close(handle)
    if done and done not in _UNKNOWN:
        raise OSError(done, os.strerror(done), str(folder))
    return not done


def _call(name: str, *arguments: object) -> int:
    """Call a function of the C library; give 0 or the number of its error, ENOSYS where there is no such function."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return errno.ENOSYS
    ctypes.set_errno(0)
    return 0 if function(*arguments) == 0 else ctypes.get_errno()
