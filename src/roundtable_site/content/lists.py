"""Lists in a content file, and records whose names are not fixed."""

from __future__ import annotations

from typing import Any

from roundtable_site.content.kinds import Kind, Text, described, is_null
from roundtable_site.content.nodes import Mapping, Node, Scalar, Sequence
from roundtable_site.content.notes import Notes
from roundtable_site.content.scalars import written_text


class ListOf(Kind[tuple[Any, ...]]):
    """A list: on one line, or with `stacked` an item a line."""

    blank = ()

    def __init__(self, kind: Kind[Any], *, stacked: bool = False) -> None:
        self.kind = kind
        self.stacked = stacked

    def read(self, node: Node, name: str, notes: Notes) -> tuple[Any, ...]:
        """Read every item; an empty value is an empty list."""
        if is_null(node):
            return ()
        if not isinstance(node, Sequence):
            example = f", as in [{node.text[:40]}]" if isinstance(node, Scalar) else ""
            notes.add(node, f"{name} takes a list{example}")
            return ()
        return tuple([self.kind.read(item, name, notes) for item in node.items])

    def flow(self, value: tuple[Any, ...]) -> str:
        """Write the list on one line."""
        return f"[{', '.join([self.kind.flow(item) for item in value])}]"

    def lines(self, value: tuple[Any, ...], indent: str) -> list[str]:
        """Write the list, an item a line where it is stacked."""
        if not value or not self.stacked:
            return [self.flow(value)]
        written = [""]
        for item in value:
            first, *rest = self.kind.lines(item, indent + "  ")
            if not first:  # a record whose fields have lines of their own: the first one goes beside the dash
                first, *rest = rest[0].lstrip(), *rest[1:]
            written += [f"{indent}- {first}", *rest]
        return written


class PairsOf(Kind[tuple[tuple[str, Any], ...]]):
    """A record whose names are the editor's or ids: pairs in the order of the file."""

    blank = ()

    def __init__(self, kind: Kind[Any], *, stacked: bool = False) -> None:
        self.kind = kind
        self.stacked = stacked

    def read(self, node: Node, name: str, notes: Notes) -> tuple[tuple[str, Any], ...]:
        """Read names and values; an empty value is no pairs."""
        if is_null(node):
            return ()
        if not isinstance(node, Mapping):
            notes.add(node, f"{name} takes names with values, not {described(node)}")
            return ()
        pairs: dict[str, Any] = {}
        for key, value in node.entries:
            word = Text().read(key, f"a name in {name}", notes)
            if word in pairs:
                notes.add(key, f"{word[:40]} stands twice in {name}: keep one")
            pairs[word] = self.kind.read(value, word[:40], notes)
        return tuple(pairs.items())

    def flow(self, value: tuple[tuple[str, Any], ...]) -> str:
        """Write the pairs on one line."""
        return "{" + ", ".join([f"{written_text(name)}: {self.kind.flow(item)}" for name, item in value]) + "}"

    def lines(self, value: tuple[tuple[str, Any], ...], indent: str) -> list[str]:
        """Write the pairs, one a line where they are stacked."""
        if not value or not self.stacked:
            return [self.flow(value)]
        return ["", *(f"{indent}{written_text(name)}: {self.kind.flow(item)}" for name, item in value)]
