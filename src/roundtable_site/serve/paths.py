"""From the address in a request to a file of the published folder, and never to one outside."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

LONGEST = 2000
"""Characters of an address; ours are far shorter."""


class Found(Struct, frozen=True):
    """A file to be sent, or an address to be sent to instead (`moved`); neither: there is no such page."""

    file: Path | None = None
    moved: str | None = None


def steps_of(target: str) -> tuple[str, ...] | None:
    """Give the names of an address's path, decoded once; None for one that no page of ours has.

    Refused are names that a system might take for a way elsewhere: `..`, a backslash, NUL and other control characters,
    hidden files, a drive. What is still encoded after decoding once stays what it is: a strange name that no file has.

    >>> steps_of("/talk/districts/?q=1"), steps_of("/%2e%2e/etc/passwd"), steps_of("/%252e%252e/")
    (('talk', 'districts', ''), None, ('%2e%2e', ''))
    """
    if not target.startswith("/") or len(target) > LONGEST:
        return None
    try:
        path = unquote_to_bytes(re.split("[?#]", target, maxsplit=1)[0]).decode("utf-8")
    except UnicodeDecodeError:
        return None
    steps = tuple(path.split("/")[1:])
    return None if any(_is_unsafe(step) for step in steps) or "" in steps[:-1] else steps


def _is_unsafe(step: str) -> bool:
    return step.startswith(".") or re.search(r"[\\:\x00-\x1f\x7f]", step) is not None


def find(steps: tuple[str, ...], root: Path) -> Found:
    """Find the file of an address in a folder; a folder's is its `index.html`, with a slash at the end of the address.

    A link that leads out of the folder leads nowhere.
    """
    try:
        folder = root.resolve(strict=True)
        path = folder.joinpath(*steps).resolve(strict=True)
        if not path.is_relative_to(folder):
            return Found()
        if path.is_dir():
            if steps[-1]:
                return Found(moved="/" + quote("/".join(steps)) + "/")
            path = (path / "index.html").resolve(strict=True)
        elif not steps[-1]:
            return Found()
        return Found(path) if path.is_relative_to(folder) and path.is_file() else Found()
    except (OSError, RuntimeError, ValueError):  # no such file, links in a ring, a name that no system takes
        return Found()
