"""YAML text as nodes that know their line and column, within limits; only what a content file needs.

The C parser yields events; the tree is built here without recursion, so that no depth of nesting can exhaust the
stack. Tags, anchors and aliases have no place in a content file and are refused, which disarms every YAML bomb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

import yaml

from roundtable_site.content.typing_slips import first_slip
from roundtable_site.errors import Location, Problem, RoundtableError

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 20
"""How deep lists and records may stand in one another; a content file needs 7."""


class Scalar(NamedTuple):
    """One word or text; `plain` when it stands without quotation marks, so that the core schema says what it is."""

    text: str
    plain: bool
    line: int
    column: int


class Sequence(NamedTuple):
    """A list."""

    items: list[Node]
    line: int
    column: int


class Mapping(NamedTuple):
    """A record: keys and values in the order of the file; keys may still stand twice."""

    entries: list[tuple[Node, Node]]
    line: int
    column: int

    def get(self, name: str) -> Node | None:
        """Give the value of the first key of this name."""
        for key, value in self.entries:
            if isinstance(key, Scalar) and key.text == name:
                return value
        return None


Node: TypeAlias = Scalar | Sequence | Mapping

# What libyaml says, and what an editor should do about it.
_ADVICE = (
    ("cannot start any token", "a value cannot begin with this character: put the value in double quotes"),
    ("mapping values are not allowed", "a colon with a space after it stands inside a value: put it in double quotes"),
    ("could not find expected ':'", "a field's name without a colon: write name: value"),
    ("did not find expected key", "indented differently from the fields around it, or a quotation mark too many"),
    ("did not find expected '-' indicator", "a list item does not begin with - in the same column as its neighbours"),
    ("did not find expected ',' or ']'", "a list [ ] is not closed, or lacks a comma"),
    ("did not find expected ',' or '}'", "a record { } is not closed, or lacks a comma"),
    ("found unexpected end of stream", "a quotation mark is opened and never closed"),
    ("unknown escape character", "a backslash in double quotes: write \\\\ for one"),
    ("found undefined tag handle", "a text that begins with ! must stand in double quotes"),
    ("block sequence entries are not allowed", "a list item cannot stand here: begin it on a line of its own"),
    ("found a tab character", "a tab in the indentation: use spaces"),
)


def read_bytes(data: bytes, path: str) -> str:
    """Decode a file's bytes; UTF-8 with or without byte-order mark.

    Raises RoundtableError for another encoding, with the line where it shows, and for a file that is far too large.
    """
    if len(data) > MAX_BYTES:
        raise RoundtableError.at(path, f"larger than {MAX_BYTES // 2**20} MB: one content file holds one article")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].split(b"\n")
        raise RoundtableError.at(
            path, "not UTF-8: save the file as UTF-8", len(before), len(before[-1].decode("utf-8", "replace")) + 1
        ) from error


def compose(text: str, path: str) -> Mapping:
    """Read YAML text whose whole is one record.

    Raises RoundtableError with line and column for broken YAML, tags, anchors, aliases, two documents, a whole that is
    no record, and nesting deeper than `MAX_DEPTH`.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = _tree(yaml.parse(text, Loader=loader), path)
    except yaml.MarkedYAMLError as error:
        raise RoundtableError([_broken(error, text, path)]) from error
    except yaml.reader.ReaderError as error:
        raise RoundtableError([_unreadable(error, text, path)]) from error
    except UnicodeEncodeError as error:  # half a character, which no file in UTF-8 holds
        line = text.count("\n", 0, error.start) + 1
        raise RoundtableError.at(path, "not UTF-8: save the file as UTF-8", line) from error
    if not isinstance(root, Mapping):
        raise RoundtableError.at(path, "no content: the file should begin with format: 1", 1, 1)
    return root


def _tree(events: Iterator[yaml.Event], path: str) -> Node | None:
    """Build the tree from the parser's events; `open_` holds the lists that the next node may go to."""
    roots: list[Node] = []
    open_: list[list[Node]] = [roots]
    for event in events:
        node = _node(event, path)
        if node is None:
            if isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                _close(open_)
            continue
        open_[-1].append(node)
        if not isinstance(node, Scalar):
            if len(open_) > MAX_DEPTH:
                raise RoundtableError.at(path, f"more than {MAX_DEPTH} levels deep", node.line, node.column)
            open_.append([])
    if len(roots) > 1:
        raise RoundtableError.at(path, "a second document begins with ---: one file holds one article", roots[1].line)
    return roots[0] if roots else None


def _node(event: yaml.Event, path: str) -> Node | None:
    """Give the node that an event begins, None for an event that begins none."""
    if not isinstance(event, yaml.NodeEvent):
        return None
    mark = event.start_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    if event.anchor is not None or getattr(event, "tag", None) is not None:
        sign = "*" if isinstance(event, yaml.AliasEvent) else "&" if event.anchor is not None else "!"
        message = f"{sign} means something special to YAML and has no place here: put the text in double quotes"
        raise RoundtableError.at(path, message, line, column)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, event.style is None or event.style == "", line, column)
    return Sequence([], line, column) if isinstance(event, yaml.SequenceStartEvent) else Mapping([], line, column)


def _close(open_: list[list[Node]]) -> None:
    """Hand the nodes collected since a list or record began to it."""
    children = open_.pop()
    parent = open_[-1][-1]
    if isinstance(parent, Sequence):
        parent.items.extend(children)
    elif isinstance(parent, Mapping):
        parent.entries.extend(zip(children[::2], children[1::2], strict=True))


def _broken(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    if slip := first_slip(text, mark.line + 1 if mark else text.count("\n") + 1):
        return Problem(Location(path, slip[0], slip[1]), f"broken YAML: {slip[2]}")
    said = error.problem or error.context or "cannot be read"
    advice = next((advice for sign, advice in _ADVICE if sign in said), said)
    where = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
    return Problem(where, f"broken YAML: {advice}")


def _unreadable(error: yaml.reader.ReaderError, text: str, path: str) -> Problem:
    """Name the control character that YAML does not allow."""
    found = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]", text)
    if found is None:
        return Problem(Location(path), f"broken YAML: {error.reason}")
    before = text[: found.start()].split("\n")
    return Problem(
        Location(path, len(before), len(before[-1]) + 1),
        f"broken YAML: the control character U+{ord(found[0]):04X} stands here: delete it",
    )
