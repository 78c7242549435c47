"""Change one record of a content file in place, as a person would: every other byte stays, comments too."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

import yaml
from msgspec import Struct

from roundtable_site.merge.decisions import Decided, Entry
from roundtable_site.merge.text import Edit, Writer, applied, value_end
from roundtable_site.merge.tree import Group, Path, Rec, Tree, read_tree


class Place(Struct, frozen=True):
    """A record by the list that it stands in, as in ("quotes",), and its key there: its id, or its text and number."""

    path: Path
    key: str


class Lines:
    """The text of a content file that loads, record by record."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = read_tree(text)

    def record(self, place: Place) -> Rec | None:
        """Give the record at a place, None where there is none."""
        return self.tree.records(place.path).get(place.key)

    def mark(self, place: Place) -> str:
        """Give a mark of what a record says: it changes when the record does, and not with its layout or comments."""
        record = self.record(place)
        return "" if record is None else sha256(repr(sorted(record.fields.items())).encode("utf-8")).hexdigest()[:16]

    def with_fields(self, place: Place, written: str, names: Collection[str]) -> str:
        """Put some fields of a record as they stand in `written`, the whole record in braces.

        A field that `written` leaves out is taken out.
        """
        alone, stands, new = self._written(place, written)
        fields = {name: value for name, value in stands.fields.items() if name not in names}
        fields |= {name: new.fields[name] for name in names if name in new.fields}
        entries = {key: Entry(r.fields, r, None) for key, r in self.tree.records(place.path).items()}
        entries[place.key] = Entry(fields, stands, new)
        return Writer(Decided(self.tree, alone, {place.path: entries}), "").text()

    def with_inner(self, place: Place, written: str, field: str) -> str:
        """Add the last entry that `field` has in `written` to the list or the names that the field holds already."""
        alone, stands, new = self._written(place, written)
        old = stands.pairs[field][1] if field in stands.pairs else None
        if not isinstance(old, yaml.CollectionNode) or not old.value:
            return self.with_fields(place, written, [field])
        entry = _last_entry(alone.text, new.pairs[field][1])
        end = value_end(self.text, old)
        if old.flow_style:
            last = old.value[-1]
            end = value_end(self.text, last[1] if isinstance(last, tuple) else last)
            return applied(self.text, [Edit(end, end, f", {entry}")], 0, len(self.text))
        first = old.value[0]
        column = (first[0] if isinstance(first, tuple) else old).start_mark.column
        dash = "" if isinstance(old, yaml.MappingNode) else "- "
        edit = self._writer().after_line(end, f"{' ' * column}{dash}{entry}")
        return applied(self.text, [edit], 0, len(self.text))

    def without(self, place: Place) -> str:
        """Take a record out, with its lines; comments above it stay, as they do when an article no longer has it."""
        group = self.tree.groups[place.path]
        gone = group.records[place.key]
        if isinstance(group.list, yaml.SequenceNode) and group.list.flow_style:
            edit = _flow_removal(self.text, group, gone)
            return applied(self.text, [edit], 0, len(self.text))
        kept = {key: Entry(r.fields, r, None) for key, r in group.records.items() if key != place.key}
        return Writer(Decided(self.tree, Tree(""), {place.path: kept}), "").text()

    def _written(self, place: Place, text: str) -> tuple[Tree, Rec, Rec]:
        """Give the tree of a record that is written alone, the record in the file and the one in the tree."""
        # Any block that holds one record will do: only its fields and their places are read.
        alone = read_tree(f"article: {text}\n")
        return alone, self.tree.records(place.path)[place.key], alone.records(("article",))[""]

    def _writer(self) -> Writer:
        return Writer(Decided(self.tree, Tree("")), "")


def _last_entry(text: str, node: yaml.Node) -> str:
    assert isinstance(node, yaml.CollectionNode)
    last = node.value[-1]
    first, end = (last[0], last[1]) if isinstance(last, tuple) else (last, last)
    return text[first.start_mark.index : value_end(text, end)]


def _flow_removal(text: str, group: Group, gone: Rec) -> Edit:
    """Take a record out of a list in brackets, with one comma."""
    assert isinstance(group.list, yaml.SequenceNode)
    items = group.list.value
    place = next(k for k, item in enumerate(items) if item is gone.node)
    if place:
        return Edit(value_end(text, items[place - 1]), value_end(text, gone.node), "")
    end = items[1].start_mark.index if len(items) > 1 else value_end(text, gone.node)
    return Edit(gone.node.start_mark.index, end, "")
