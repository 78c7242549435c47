"""A folder beside the published one, in which the new site is made; nothing of it is left, whatever happens."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from roundtable_site import manifest
from roundtable_site.errors import RoundtableError
from roundtable_site.publishing.names import staging_prefix

# What a disk says no to. Any other error of the system is a fault of ours and keeps its traceback.
_REFUSALS = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO),
    *(errno.ENAMETOOLONG, errno.EBUSY, errno.EXDEV),
)


@contextlib.contextmanager
def staging(published: Path) -> Iterator[Path]:
    """Give a new, empty folder on the disk of the published one; what it holds at the end is removed.

    Raises RoundtableError, one line, where the published folder holds files that no build made, and where the disk is
    full or may not be written. The published site then stands as it was.
    """
    target = published.resolve()
    _check_replaceable(target, published)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(dir=target.parent, prefix=staging_prefix(target)))
        try:
            staged.chmod(0o755)  # mkdtemp makes folders that only their owner may enter
            yield staged
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        if error.errno not in _REFUSALS:
            raise
        raise _refusal(published, error) from error


def _refusal(published: Path, error: OSError) -> RoundtableError:
    if error.errno in (errno.EBUSY, errno.EXDEV):
        message = "is a disk of its own and cannot be replaced whole: name a folder on that disk"
    else:
        message = (
            f"the new site cannot be written ({os.strerror(error.errno or 0)}): check the disk's free space and the"
            " folder's permissions; what is published stays"
        )
    return RoundtableError.at(published, message)


def _check_replaceable(target: Path, published: Path) -> None:
    """Raise RoundtableError where the folder is not ours to replace: a slip in a path must not cost anybody's files."""
    if not target.exists():
        return
    if not target.is_dir():
        raise RoundtableError.at(published, "is a file, not a folder: name another folder to publish to")
    try:
        ours = _is_site(target) or not any(target.iterdir())
    except OSError as error:
        raise _refusal(published, error) from error
    if not ours:
        message = (
            f"holds files that no build made (there is no {manifest.NAME} of ours) and would be replaced whole:"
            " empty it, or name another folder"
        )
        raise RoundtableError.at(published, message)


def _is_site(folder: Path) -> bool:
    try:
        data = json.loads((folder / manifest.NAME).read_bytes())
        return str(data["tool"]).startswith("roundtable ")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
