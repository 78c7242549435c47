"""What is wrong with a content file, collected while it is read, so that an editor sees all of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from roundtable_site.content.nodes import Mapping, Node
from roundtable_site.errors import Location, Problem


class Notes:
    """Collects the problems of one file, and which node each record was read from."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.records: list[tuple[Mapping, object]] = []

    def add(self, node: Node, message: str) -> None:
        """Note what is wrong at a node."""
        self.problems.append(Problem(self.place(node), message))

    def place(self, node: Node) -> Location:
        """Give the place of a node."""
        return Location(self.path, node.line, node.column)


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Give the known word that a misspelt one is nearest to, if any is near."""
    return get_close_matches(word[:100], list(known), n=1, cutoff=0.6)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give ` (did you mean …?)` for the nearest known word, or nothing.

    >>> suggestion("distrcit", ["district", "speaker"]), suggestion("x", ["district"])
    (' (did you mean district?)', '')
    """
    near = nearest(word, known)
    return f" (did you mean {near[0]}?)" if near else ""
