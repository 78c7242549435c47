"""Say which extra is missing where a library is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from roundtable_site.errors import RoundtableError


@contextmanager
def needs(kind: str, path: str) -> Iterator[None]:
    """Turn a library that is not installed into one line that says how to install it."""
    try:
        yield
    except ImportError:
        message = f"reading .{kind} needs the documents extra: pip install 'roundtable-site[documents]'"
        raise RoundtableError.at(path, message) from None
