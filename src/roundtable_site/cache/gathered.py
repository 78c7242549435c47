"""Records of one kind that every build needs of every article, in one file: opening thousands of files costs most."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from roundtable_site.cache.shelf import ENCODER, Shelf, decoder

T = TypeVar("T")
_KIND = "gathered"


class Gathered:
    """The records of a kind that the last build asked for, kept together as well as each by itself.

    What is not among them, or was made from something else, is looked for on the shelf. Only what is asked for, or put,
    is kept for the next build (`keep`).
    """

    def __init__(self, shelf: Shelf, kind: str) -> None:
        self._shelf, self._kind = shelf, kind
        self._known = shelf.last(_KIND, kind, dict[str, tuple[str, bytes]]) or {}
        self._now: dict[str, tuple[str, bytes]] = {}

    def get(self, name: str, key: str, form: type[T]) -> T | None:
        """Give the record of a name, if it was made from what `key` stands for; else None."""
        kept = self._now.get(name) or self._known.get(name)
        if kept is None or kept[0] != key:
            body = self._shelf.raw(self._kind, name, key)
            if body is None:
                return None
            kept = (key, body)
        try:
            found = decoder(form).decode(kept[1])
        except (msgspec.MsgspecError, ValueError, TypeError, RecursionError):
            return None
        self._now[name] = kept
        return found

    def put(self, name: str, key: str, record: object) -> None:
        """Take in a record."""
        self._now[name] = (key, ENCODER.encode(record))

    def keep(self) -> None:
        """Write what was asked for and put in, if that is something else than what was known."""
        if self._now != self._known:
            self._shelf.put(_KIND, self._kind, "0" * 32, self._now)
            self._known = self._now
