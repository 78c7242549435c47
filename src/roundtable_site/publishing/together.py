"""Write a content file and the record of what the parser wrote as one change.

Were a run killed between the two, the next one would take the parser's own words for an editor's.
"""

from __future__ import annotations

import contextlib
import re
from hashlib import sha256
from pathlib import Path

from roundtable_site.files import flush_folder, write_atomically

_PENDING = re.compile(r"\.(?P<name>.+)\.(?P<digest>[0-9a-f]{64})\.pending")


def write_together(content: Path, text: str, record: Path, remembered: str) -> None:
    """Write a content file and its record so that, killed at any moment, `settle` leaves both old or both new.

    The record waits beside its place, under a name that tells the content it belongs to, until the content is there.
    Raises RoundtableError where a folder cannot be written; both files are then as they were, or new, as after a kill.
    """
    digest = sha256(text.encode("utf-8")).hexdigest()
    pending = record.with_name(f".{record.name}.{digest}.pending")
    write_atomically(pending, remembered, named=content)
    write_atomically(content, text)
    pending.replace(record)
    flush_folder(record.parent)


def settle(content: Path, records: Path) -> None:
    """End what killed runs began in a folder of content files: a record whose content is there takes its place."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for pending in sorted(records.iterdir()):
            if found := _PENDING.fullmatch(pending.name):
                _settle(pending, content / found["name"], records / found["name"], found["digest"])


def _settle(pending: Path, content: Path, record: Path, digest: str) -> None:
    try:
        written = sha256(content.read_bytes()).hexdigest() == digest
        if written:
            pending.replace(record)
        else:
            pending.unlink()
    except FileNotFoundError:
        pending.unlink(missing_ok=True)
