"""The formats that content files had: each step lifts a file's text from one format to the next, comments and all.

To change the format: raise `FORMAT`, register the step from the one before, add a sample of the old form to the tests.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from roundtable_site.content.nodes import Mapping, Scalar, compose
from roundtable_site.errors import RoundtableError

FORMAT = 1
"""The format that this version reads and writes."""


class Step(Struct, frozen=True):
    """What changed between a format and the next one, in a few words, and how a text is lifted.

    `lift` takes and gives the whole text of a file and need not care for the number itself.
    """

    what: str
    lift: Callable[[str], str]


def _as_it_is(text: str) -> str:
    return text


STEPS: dict[int, Step] = {0: Step("a file says its format", _as_it_is)}
"""The step from each format to the next."""


def format_of(root: Mapping, path: str) -> int:
    """Give the format that a file says, 0 for one that says none. Raises RoundtableError for what is no number."""
    node = root.get("format")
    if node is None:
        return 0
    if not isinstance(node, Scalar) or not node.text.isascii() or not node.text.isdigit() or len(node.text) > 9:
        raise RoundtableError.at(path, f"format takes a number: this version writes {FORMAT}", node.line, node.column)
    return int(node.text)


def require_format(root: Mapping, path: str) -> None:
    """Raise RoundtableError for a file of another format, and say what to do with it."""
    found, node = format_of(root, path), root.get("format") or root
    if found > FORMAT:
        message = f"format {found} is newer than this version reads ({FORMAT}): install a newer roundtable-site"
        raise RoundtableError.at(path, message, node.line, node.column)
    if found < FORMAT:
        said = f"format {found} is an older one" if root.get("format") else "the file does not say its format"
        raise RoundtableError.at(path, f"{said}: run roundtable migrate", node.line, node.column)


def lifted(text: str, path: str) -> tuple[str, int]:
    """Give a content file's text in today's format, and the format that it had; today's are given as they are.

    Raises RoundtableError for a format that is newer, or that no step is known for.
    """
    had = found = format_of(compose(text, path), path)
    if found > FORMAT:
        require_format(compose(text, path), path)
    while found < FORMAT:
        step = STEPS.get(found)
        if step is None:
            raise RoundtableError.at(path, f"format {found} is too old: lift it with an earlier version first")
        found += 1
        text = _numbered(step.lift(text), found, path)
    return text, had


def _numbered(text: str, number: int, path: str) -> str:
    """Write the number of the format: in its place, else above everything."""
    node = compose(text, path).get("format")
    if not isinstance(node, Scalar):
        mark = "---\n" if text.startswith("---\n") else ""
        return f"{mark}format: {number}\n\n{text.removeprefix(mark)}"
    lines = text.splitlines(keepends=True)
    line, at = lines[node.line - 1], node.column - 1
    lines[node.line - 1] = line[:at] + str(number) + line[at + len(node.text) :]
    return "".join(lines)
