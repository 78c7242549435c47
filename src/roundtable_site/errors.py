"""What can be wrong, where, and what to do about it.

A finding is a value (`Problem`); an exception (`RoundtableError`) means that the work cannot go on and carries every
finding of the run, so that an editor mends all of them at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning", "note"]
"""An error fails every check and build, a warning only strict ones, a note never does."""


class Location(Struct, frozen=True, order=True):
    """A place in a file: `line` and `column` count from 1; 0 stands for "the file as a whole"."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Give `path:line:column`, leaving out what is not known."""
        parts = [self.path]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


class Problem(Struct, frozen=True, order=True):
    """One finding: where it stands, what is wrong and what to do, in one line of plain words (English).

    What `checking` finds also has a `rule` (its lasting name, the key of `accepted:`), the `sentence` it speaks of, the
    id of the `record` it stands on, and the `facts` of which its message is made, so that other languages can say it.
    """

    location: Location
    message: str
    severity: Severity = "error"
    rule: str = ""
    sentence: str = ""
    record: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        """Give the line an editor acts on.

        >>> str(Problem(Location("content/a.yml", 3, 5), "unknown field distrcit (did you mean district?)"))
        'content/a.yml:3:5: unknown field distrcit (did you mean district?)'
        """
        return self.line(self.message)

    def line(self, message: str) -> str:
        """Give the same line with the message as it is told in another language."""
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.location}: {mark}{message}"


def fails(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Tell whether these findings fail a check or a build."""
    return any(problem.severity == "error" or (strict and problem.severity == "warning") for problem in problems)


class RoundtableError(Exception):
    """The work cannot go on; `problems` says why, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, path: object, message: str, line: int = 0, column: int = 0) -> RoundtableError:
        """Make an error of one problem."""
        return cls([Problem(Location(str(path), line, column), message)])
