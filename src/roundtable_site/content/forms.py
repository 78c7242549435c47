"""Records of a content file: a table of fields says how one is read into a frozen type and written again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from roundtable_site.content.kinds import Kind, described
from roundtable_site.content.nodes import Mapping, Node, Scalar
from roundtable_site.content.notes import Notes, nearest
from roundtable_site.model import Editorial

Part = Literal["own", "editorial", "numbering"]


class _Required:
    """Stands for "no default": the field must be there."""


REQUIRED = _Required()


class Field(Struct, frozen=True):
    """One field: its name in the file and in the type, its kind, and what stands for it where it is left out.

    `omitted` fields are not written when they hold their default. `part` says where the value lives: in the record
    itself, in its `Editorial`, or only in the file (`nth`, which numbers equal texts).
    """

    name: str
    kind: Kind[Any]
    default: Any = REQUIRED
    attribute: str = ""
    omitted: bool = False
    part: Part = "own"

    @property
    def target(self) -> str:
        """The attribute's name in the type."""
        return self.attribute or self.name


class Numbered(NamedTuple):
    """A record to be written together with its `nth` (None: left out)."""

    record: Any
    nth: int | None


class Form(Kind[Any]):
    """A record made of fields; `flow` ones stand on one line in braces, the others have a line for each field."""

    def __init__(
        self, label: str, build: Callable[..., Any], fields: tuple[Field, ...], *, one_line: bool = False,
        located: bool = True,
    ) -> None:  # fmt: skip
        self.label = label
        self.build = build
        self.fields = fields
        self.by_name = {field.name: field for field in fields}
        self.required = tuple(field.name for field in fields if field.default is REQUIRED)
        self.one_line = one_line
        self.located = located
        self.has_editorial = any(field.part == "editorial" for field in fields)

    def read(self, node: Node, name: str, notes: Notes) -> Any:
        """Read a record; unknown, missing and doubled fields are noted."""
        if not isinstance(node, Mapping):
            notes.add(node, f"{name} takes a {self.label} (fields with values), not {described(node)}")
            return self.stand_in(node, notes)
        found, meant = self._values(node, notes)
        missing = [name for name in self.required if name not in found and name not in meant]
        if missing:
            notes.add(node, f"{self.label} lacks {', '.join(missing)}")
        record = self._built(found, node, notes)
        notes.records.append((node, record))
        return record

    def stand_in(self, node: Node, notes: Notes) -> Any:
        """Give a record of blanks."""
        return self._built({}, node, notes)

    def _values(self, node: Mapping, notes: Notes) -> tuple[dict[str, Any], set[str]]:
        """Read the known fields; also give the names that unknown fields were probably meant to be."""
        found: dict[str, Any] = {}
        meant: set[str] = set()
        for key, value in node.entries:
            word = key.text if isinstance(key, Scalar) else ""
            field = self.by_name.get(word)
            if field is None:
                near = nearest(word, self.by_name)
                meant.update(near)
                notes.add(key, self._unknown(word or described(key), near))
            elif word in found:
                notes.add(key, f"{word} stands twice in this {self.label}: keep one")
            else:
                found[word] = field.kind.read(value, word, notes)
        return found, meant

    def _unknown(self, word: str, near: list[str]) -> str:
        homes = (field.name for field in self.fields if isinstance(field.kind, Form) and word in field.kind.by_name)
        if home := next(homes, ""):
            return f"unknown field {word} here: it belongs below {home}:, two spaces further in"
        hint = f" (did you mean {near[0]}?)" if near else f"; known here: {', '.join(self.by_name)}"
        return f"unknown field {word[:40]}{hint}"

    def _built(self, found: dict[str, Any], node: Node, notes: Notes) -> Any:
        values: dict[str, Any] = {}
        editorial: dict[str, Any] = {}
        for field in self.fields:
            if field.part == "numbering":
                continue
            if field.part == "editorial":
                if field.name in found:
                    editorial[field.target] = found[field.name]
                continue
            if field.name in found:
                values[field.target] = found[field.name]
            else:
                missing = field.default is REQUIRED
                values[field.target] = field.kind.stand_in(node, notes) if missing else field.default
        if editorial:
            values["editorial"] = Editorial(**editorial)
        if self.located:
            values["location"] = notes.place(node)
        return self.build(**values)

    def _written(self, value: Any) -> list[tuple[Field, Any]]:
        """List the fields that are written, with their values."""
        record, nth = value if isinstance(value, Numbered) else (value, None)
        written = []
        for field in self.fields:
            if field.part == "numbering":
                held = nth
            else:
                held = getattr(record.editorial if field.part == "editorial" else record, field.target)
            if not (field.omitted and held == field.default):
                written.append((field, held))
        return written

    def flow(self, value: Any) -> str:
        """Write the record in braces."""
        return "{" + ", ".join([f"{field.name}: {field.kind.flow(held)}" for field, held in self._written(value)]) + "}"

    def lines(self, value: Any, indent: str) -> list[str]:
        """Write the record: in braces, or a line for each field."""
        if self.one_line:
            return [self.flow(value)]
        written = [""]
        for field, held in self._written(value):
            first, *rest = field.kind.lines(held, indent + "  ")
            written += [f"{indent}{field.name}: {first}".rstrip(" ") if first else f"{indent}{field.name}:", *rest]
        return written
