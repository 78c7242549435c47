"""Keys: one short text for everything that a result was made from, so that a result is used again only for the same."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from roundtable_site import __version__

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = (
    *("jieba", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pypinyin", "pyyaml", "rjieba", "xlsxwriter"),
    *("fonttools", "pillow", "resvg-py", "pypdfium2", "python-docx"),
)
"""Libraries whose version shows in what is made."""


def key_of(*parts: object) -> str:
    """Give the key of some values: texts, bytes, numbers and other values whose `repr` says all of them.

    >>> key_of("ab", "c") == key_of("a", "bc")
    False
    """
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part if isinstance(part, bytes) else str(part).encode() if isinstance(part, str) else repr(part).encode()
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def tool_key() -> str:
    """Give the key of this tool as it is installed: its version, its modules as they stand on the disk, its libraries.

    A changed module counts, so that whoever works on the tool never sees what an older one made.
    """
    modules = []
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if not name.startswith(("__pycache__", ".")))
        for name in sorted(files):
            if name.endswith((".py", ".txt")):
                state = os.stat(f"{folder}/{name}")  # noqa: PTH116 - hundreds of files at every start
                modules.append((name, state.st_size, state.st_mtime_ns))
    return key_of(__version__, sys.version, modules, _installed())


def _installed() -> list[str]:
    """Name the folders that say which version of each library is installed; to read what they say would take long."""
    found: set[str] = set()
    for folder in {path for path in sys.path if path.endswith("-packages")}:
        with contextlib.suppress(OSError):
            found.update(name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208
    return sorted(name for name in found if _normal(name.partition("-")[0]) in _LIBRARIES)


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")
