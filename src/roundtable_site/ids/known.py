"""Spellings that are known from before, so that the dictionary of pinyin (0.3 s) is read for new names only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_MOST = 50_000
_known: dict[str, str] = {}
_asked: list[dict[str, str]] = []


@contextmanager
def spellings(known: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Take `known` spellings for right while this lasts; give those that were asked for in it, to be known next time.

    Who keeps them must know that the rules and the dictionary are the ones that they were made with.
    """
    if len(_known) > _MOST:
        _known.clear()
    _known.update(known)
    asked: dict[str, str] = {}
    _asked.append(asked)
    try:
        yield asked
    finally:
        _asked.pop()


def known_spelling(name: str, kind: str | None) -> str:
    """Spell a name as `spelling.spelled` does; one that is known is not spelled again."""
    key = f"{kind or ''} {name}"
    found = _known.get(key)
    if found is None:
        from roundtable_site.ids.spelling import spelled

        found = _known[key] = spelled(name, kind)
    for asked in _asked[-1:]:
        asked[key] = found
    return found
