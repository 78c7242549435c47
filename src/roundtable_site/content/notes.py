"""What is wrong with a content file, collected while it is read, so that an editor sees all of it at once."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from roundtable_site.content.nodes import Mapping, Node
from roundtable_site.errors import Location, Problem

MOST_PROBLEMS = 1000
MOST_KNOWN = 200
"""Among more known words than this a near one is not looked for: it takes longer than it helps."""


class Notes:
    """Collects the problems of one file, and which node each record was read from."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.records: list[tuple[Mapping, object]] = []

    @property
    def full(self) -> bool:
        """Say whether there are more problems than anybody reads."""
        return len(self.problems) >= MOST_PROBLEMS

    def add(self, node: Node, message: str) -> None:
        """Note what is wrong at a node; the thousandth problem says that there are more."""
        if self.full:
            return
        if len(self.problems) == MOST_PROBLEMS - 1:
            message = f"{message} (and more: mend these first)"
        self.problems.append(Problem(self.place(node), message))

    def place(self, node: Node) -> Location:
        """Give the place of a node."""
        return Location(self.path, node.line, node.column)


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Give the known word that a misspelt one is nearest to, if any is near."""
    words = list(islice(known, MOST_KNOWN + 1))
    return get_close_matches(word[:100], words, n=1, cutoff=0.6) if len(words) <= MOST_KNOWN else []


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give ` (did you mean …?)` for the nearest known word, or nothing.

    >>> suggestion("distrcit", ["district", "speaker"]), suggestion("x", ["district"])
    (' (did you mean district?)', '')
    """
    near = nearest(word, known)
    return f" (did you mean {near[0]}?)" if near else ""
