"""The form in which a record is corrected: its fields as an editor types them, and back into a record."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.content.forms import Field
from roundtable_site.content.kinds import Choice, Kind
from roundtable_site.content.kinds import Optional as Maybe
from roundtable_site.content.lists import ListOf
from roundtable_site.content.nodes import Node, Scalar, Sequence
from roundtable_site.content.notes import Notes
from roundtable_site.content.numbers import Number
from roundtable_site.content.scalars import written_number
from roundtable_site.content.schema import FORMS
from roundtable_site.errors import Problem
from roundtable_site.model import Article, DistrictKind, LayoutKind, Measure, QuoteKind, Record, Role
from roundtable_site.review.records import Item
from roundtable_site.review.words import Words

FIELDS: dict[str, tuple[str, ...]] = {
    "indicator": (
        "name", "figure", "value", "value_to", "unit", "measure", "from", "qualifier", "period", "district", "speaker",
        "text",
    ),
    "quote": ("speaker", "kind", "cue", "text"),
    "guest": ("name", "titles", "district", "role"),
    "district": ("name", "kind"),
    "section": ("heading", "speaker"),
    "paragraph": ("text", "speaker"),
    "layout": ("as", "text"),
    "article": ("headline", "subtitle", "column"),
    "unplaced": (),
}  # fmt: skip
CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("indicator", "measure"): get_args(Measure),
    ("quote", "kind"): get_args(QuoteKind),
    ("guest", "role"): get_args(Role),
    ("district", "kind"): get_args(DistrictKind),
    ("layout", "as"): get_args(LayoutKind),
}
LONG = ("text", "titles")
OTHER = "speaker-other"
"""The field for a speaker who is no guest: a source as it is printed."""


class Input(Struct, frozen=True):
    """One field of a form: how it is filled in, what stands in it, and what may be chosen (value, what is shown)."""

    name: str
    shape: Literal["line", "lines", "choice"]
    value: str
    options: tuple[tuple[str, str], ...] = ()


def inputs_of(item: Item, article: Article, words: Words, given: Mapping[str, str] | None = None) -> list[Input]:
    """Give the fields of an item's form, filled with what stands, or with what was `given` before."""
    form = FORMS[type(item.record)]
    inputs = []
    for name in FIELDS[item.kind]:
        held = getattr(item.record, form.by_name[name].target)
        value = typed(held) if given is None else given.get(name, "")
        options = _options(item.kind, name, article, words)
        inputs.append(Input(name, "choice" if options else "lines" if name in LONG else "line", value, options))
        if name == "speaker" and item.kind == "quote":
            known = any(guest.id == value for guest in article.guests)
            other = ("" if known else value) if given is None else given.get(OTHER, "")
            inputs.append(Input(OTHER, "line", other))
    return inputs


def _options(kind: str, name: str, article: Article, words: Words) -> tuple[tuple[str, str], ...]:
    """Give what may be chosen for a field, () where it is typed; "" stands for nothing."""
    if (kind, name) in CHOICES:
        return tuple((choice, words["choices"][f"{kind}-{name}"][choice]) for choice in CHOICES[kind, name])
    if name == "speaker":
        return (("", ""), *((guest.id, guest.name) for guest in article.guests))
    if name == "district" and kind in ("indicator", "guest"):
        return (("", ""), *((district.id, district.name) for district in article.districts))
    return ()


def typed(value: Any) -> str:
    """Give a value as an editor types it: nothing as an empty field, a list with an item a line.

    >>> typed(None), typed(Decimal("7.888E+11")), typed(("县委书记", "研究员"))
    ('', '788800000000', '县委书记\\n研究员')
    """
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return written_number(value)
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def corrected(item: Item, given: Mapping[str, str], path: str) -> tuple[Record, list[Problem]]:
    """Read a form back into a record, and say what is wrong with what was typed, in the words of the content file."""
    form, location = FORMS[type(item.record)], item.record.location
    notes, values = Notes(path), {}
    for name in FIELDS[item.kind]:
        text = given.get(name)
        if name == "speaker" and item.kind == "quote":
            text = given.get(OTHER, "").strip() or text
        if text is None:
            continue
        field = form.by_name[name]
        if text != typed(getattr(item.record, field.target)):
            line = location.line if location else 0
            values[field.target] = _read(field, text, line, notes)
    return replace(item.record, **values), notes.problems


def _read(field: Field, text: str, line: int, notes: Notes) -> Any:
    return field.kind.read(_node(field.kind, text, line), field.name, notes)


def _node(kind: Kind[Any], text: str, line: int) -> Node:
    """Give what an editor typed as it would stand in the file."""
    if isinstance(kind, Maybe):
        return Scalar("", True, line, 0) if not text.strip() else _node(kind.kind, text, line)
    if isinstance(kind, ListOf):
        items: list[Node] = [Scalar(part.strip(), False, line, 0) for part in text.split("\n") if part.strip()]
        return Sequence(items, line, 0)
    plain = isinstance(kind, Number | Choice)
    return Scalar(text.strip(), plain, line, 0)
