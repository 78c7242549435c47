"""Write files so that a reader sees the old text or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from roundtable_site.errors import Location, Problem, RoundtableError

UNFINISHED = ".new"
"""How the name of a file ends that is being written; what a killed run leaves is told by it."""


def write_atomically(path: Path, text: str, named: Path | None = None) -> None:
    """Write UTF-8 text with `\\n` line ends: a temporary file beside it, flushed to the disk, then renamed over it.

    Raises RoundtableError when the folder cannot be written (it names `named`, if given, in place of `path`); the old
    file then stands as it was.
    """
    with _whole_file(path, text.encode("utf-8"), named=named or path) as written:
        written.replace(path)


def write_new(path: Path, data: bytes, *, program: bool = False) -> bool:
    """Write a file that is not there yet, whole or not at all, and say whether it was: one that exists stays as it is.

    `program` makes it one that can be run. Raises RoundtableError when the folder cannot be written.
    """
    if os.path.lexists(path):
        return False
    with _whole_file(path, data, path, 0o777 if program else 0o666) as written:
        try:
            path.hardlink_to(written)
        except FileExistsError:
            return False
        except OSError:  # a disk without hard links
            written.replace(path)
    return True


@contextlib.contextmanager
def _whole_file(path: Path, data: bytes, named: Path, mode: int = 0o666) -> Iterator[Path]:
    """Give a finished file beside `path`, on the disk, to be put in its place; it is gone at the end."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=UNFINISHED)
    except OSError as error:
        message = f"cannot be written ({error.strerror}): check the folder's permissions"
        raise RoundtableError.at(named, message) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files that only their owner reads; a content file is as open as the editor's other files.
        Path(name).chmod(mode & ~_umask())
        yield Path(name)
        flush_folder(path.parent)
    except OSError as error:
        raise RoundtableError.at(named, f"cannot be written ({error.strerror}): check the disk's free space") from error
    finally:
        with contextlib.suppress(FileNotFoundError):
            Path(name).unlink()


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


def strays(folder: Path, paths: Iterable[Path]) -> list[Problem]:
    """Name the files of a folder that are links out of it: what they lead to may be nobody's to publish."""
    inside = folder.resolve()
    message = "is a link that leads out of its folder: put the file itself there"
    return [Problem(Location(str(path)), message) for path in paths if not path.resolve().is_relative_to(inside)]


def read_text_if_any(path: Path) -> str | None:
    """Give a file's text, or None where there is no such file; bytes that are not UTF-8 never equal any text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None
