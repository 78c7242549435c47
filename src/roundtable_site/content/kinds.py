"""The kinds of values in a content file: how each is read from a node and how it is written.

Reading never raises: what is wrong is noted and a blank stands in, so that the rest of the file is read too.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Generic, TypeVar

from roundtable_site.content.nodes import Mapping, Node, Scalar, Sequence
from roundtable_site.content.notes import Notes, suggestion
from roundtable_site.content.scalars import (
    NULLS,
    TRUTHS,
    has_invisible,
    written_text,
)
from roundtable_site.ids import is_safe_id, is_safe_slug
from roundtable_site.web import is_web_address

T = TypeVar("T")


class Kind(ABC, Generic[T]):
    """A kind of value; `blank` stands in for a value that cannot be read."""

    blank: T

    @abstractmethod
    def read(self, node: Node, name: str, notes: Notes) -> T:
        """Read the value of the field `name`; what is wrong goes to `notes`."""

    @abstractmethod
    def flow(self, value: T) -> str:
        """Write the value on one line, also inside braces."""

    def stand_in(self, node: Node, notes: Notes) -> T:
        """Give what stands in for a missing value of a record at `node`."""
        del node, notes
        return self.blank

    def lines(self, value: T, indent: str) -> list[str]:
        """Write the value after `name:`: what stands on that line, then whole lines indented by `indent`."""
        del indent
        return [self.flow(value)]


def is_null(node: Node) -> bool:
    """Say whether a node stands for "nothing" (an empty value, null or ~)."""
    return isinstance(node, Scalar) and node.plain and node.text in NULLS


def described(node: Node) -> str:
    """Name what an editor wrote, in a word."""
    if isinstance(node, Sequence):
        return "a list"
    return "a record" if isinstance(node, Mapping) else "nothing" if is_null(node) else node.text[:40]


class Text(Kind[str]):
    """Text. A number without quotation marks is taken as printed; a truth value or nothing is a mistake."""

    blank = ""

    def __init__(self, *, empty: bool = True) -> None:
        self.empty = empty

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read text as it stands."""
        if not isinstance(node, Scalar):
            notes.add(node, f"{name} takes text, not {described(node)}")
        elif node.plain and node.text in TRUTHS:
            notes.add(node, f'{name} takes text: write "{node.text}" in quotes if that is meant')
        elif is_null(node) or not (self.empty or node.text.strip()):
            notes.add(node, f"{name} is empty: it takes text")
        else:
            return node.text
        return self.blank

    def flow(self, value: str) -> str:
        """Write text, quoted where need be."""
        return written_text(value)

    def lines(self, value: str, indent: str) -> list[str]:
        """Write text of several lines as a literal block where that keeps it exactly."""
        if "\n" not in value or not _fits_literal(value):
            return [self.flow(value)]
        sign = "|" if value.endswith("\n") else "|-"
        return [sign, *(f"{indent}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))]


def _fits_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        bool(lines[0])
        and bool(lines[-1])
        and not lines[0].startswith(" ")
        and all(line == line.rstrip() and not has_invisible(line) for line in lines)
    )


class Optional(Kind[T | None]):
    """A value or nothing: null is no text and no number, never "" or 0."""

    blank = None

    def __init__(self, kind: Kind[T]) -> None:
        self.kind = kind

    def read(self, node: Node, name: str, notes: Notes) -> T | None:
        """Read the value, or None for null."""
        return None if is_null(node) else self.kind.read(node, name, notes)

    def flow(self, value: T | None) -> str:
        """Write the value, or null."""
        return "null" if value is None else self.kind.flow(value)

    def lines(self, value: T | None, indent: str) -> list[str]:
        """Write the value, or null."""
        return ["null"] if value is None else self.kind.lines(value, indent)


class Id(Text):
    """An id: part of addresses and file names."""

    def __init__(self) -> None:
        super().__init__(empty=False)

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read an id and say what an unsafe one may be made of."""
        text = super().read(node, name, notes)
        if text and not self.allows(text):
            notes.add(node, f"{name} {text[:40]!r} cannot be an address: use small letters a–z, digits and hyphens")
        return text

    @staticmethod
    def allows(text: str) -> bool:
        """Say whether an id is safe."""
        return is_safe_id(text)


class Slug(Id):
    """The address of an article: an id that is none of the site's own addresses."""

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read an address and name the clash with the site's own."""
        text = super().read(node, name, notes)
        if is_safe_id(text) and not is_safe_slug(text):
            notes.add(node, f"{name} {text} is an address of the site itself: take another")
        return text


class Path(Text):
    """A file inside the site's folder, with / between folders."""

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read a path that does not lead out of the site's folder."""
        text = super().read(node, name, notes)
        steps = text.replace("\\", "/").split("/")
        if text and (steps[0] == "" or ".." in steps or ":" in steps[0] or "\0" in text):
            notes.add(node, f"{name} leads out of the site's folder: give a path relative to it, without ..")
        return text


class WebAddress(Text):
    """The address of a page on the web, whole: it becomes a link, so that it must not be able to be a script."""

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read an address that begins with http:// or https://."""
        text = super().read(node, name, notes)
        if text and not is_web_address(text):
            notes.add(node, f"{name} is no web address: write it whole, as in https://paper.example/2024/03/tea.html")
        return text


class Choice(Kind[str]):
    """One of a few words."""

    blank = ""

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def read(self, node: Node, name: str, notes: Notes) -> str:
        """Read one of the words."""
        if isinstance(node, Scalar) and node.text in self.choices:
            return node.text
        near = suggestion(node.text, self.choices) if isinstance(node, Scalar) else ""
        notes.add(node, f"unknown {name} {described(node)}{near}; one of: {' · '.join(self.choices)}")
        return self.blank

    def flow(self, value: str) -> str:
        """Write the word."""
        return written_text(value)
