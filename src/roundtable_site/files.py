"""Write files so that a reader sees the old text or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from roundtable_site.errors import RoundtableError


def write_atomically(path: Path, text: str) -> None:
    """Write UTF-8 text with `\\n` line ends: a temporary file beside it, flushed to the disk, then renamed over it.

    Raises RoundtableError when the folder cannot be written; the old file then stands as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    except OSError as error:
        raise RoundtableError.at(
            path, f"cannot be written ({error.strerror}): check the folder's permissions"
        ) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner reads; a content file is as open as the editor's other files.
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be written ({error.strerror}): check the disk's free space") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


def write_new(path: Path, data: bytes, *, program: bool = False) -> bool:
    """Write a file that is not there yet, and say whether it was: one that exists stays as it is.

    `program` makes it one that can be run. Raises RoundtableError when the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        return False
    except OSError as error:
        message = f"cannot be written ({error.strerror}): check the folder's permissions"
        raise RoundtableError.at(path, message) from error
    if program:
        path.chmod(0o777 & ~_umask())
    return True


def flush_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: a rename outlasts a power cut only then."""
    if os.name == "nt":  # there, folders cannot be opened
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def read_text_if_any(path: Path) -> str | None:
    """Give a file's text, or None where there is no such file; bytes that are not UTF-8 never equal any text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
