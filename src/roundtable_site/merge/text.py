"""Write what was decided into the editor's text: bytes that need no change get none."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml
from msgspec import Struct

from roundtable_site.content.scalars import written_text
from roundtable_site.errors import RoundtableError
from roundtable_site.merge.decisions import Decided, Entry
from roundtable_site.merge.tree import Group, Path, Rec


class Edit(NamedTuple):
    """A stretch of a text, in characters, and what replaces it."""

    start: int
    end: int
    new: str


def rewritten(decided: Decided, name: object) -> str:
    """Give the merged text. Raises RoundtableError where a list is laid out in a way that cannot be added to."""
    return Writer(decided, name).text()


def value_end(text: str, node: yaml.Node) -> int:
    """Give the offset after the last character of a value, without what only follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return value_end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return start + len(text[start:end].rstrip())
    return int(end)


def line_end(text: str, at: int) -> int:
    """Give the offset after the line that `at` stands in."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def line_start(text: str, at: int) -> int:
    """Give the offset of the line that `at` stands in."""
    return text.rfind("\n", 0, at) + 1


def applied(text: str, edits: list[Edit], start: int, end: int) -> str:
    """Apply the edits that lie within a stretch of a text; one that lies within another is part of it already."""
    parts, at = [], start
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if edit.start >= at and edit.end <= end:
            parts += [text[at : edit.start], edit.new]
            at = edit.end
    return "".join([*parts, text[at:end]])


class Span(Struct, frozen=True):
    """The lines of a list's item: with the comments above it, from its dash, to its end."""

    above: int
    start: int
    end: int


class Writer:
    """Writes one merged file."""

    def __init__(self, decided: Decided, name: object) -> None:
        self.decided = decided
        self.name = str(name)
        self.mine = decided.stands.text
        self.today = decided.read.text

    def text(self) -> str:
        """Give the merged text: fields first, then inner lists, then the lists that hold these."""
        edits = [edit for group in self.decided.groups.values() for e in group.values() for edit in self.fields(e)]
        for path in sorted(self.decided.groups, key=lambda path: (-len(path), path)):
            edit = self.list_edit(path, edits)
            if edit is not None:
                edits.append(edit)
        return applied(self.mine, edits, 0, len(self.mine))

    def fields(self, entry: Entry) -> list[Edit]:
        """Give the edits for the fields of a record that the editor's file has."""
        stands, read = entry.stands, entry.read
        if stands is None or read is None:
            return []
        edits = []
        for name in dict.fromkeys([*stands.fields, *entry.fields]):
            if entry.fields.get(name) == stands.fields.get(name):
                continue
            new = self.written(read, name) if name in entry.fields else None
            if name in stands.pairs:
                gone = new is None and name not in read.pairs
                edits.append(self.removal(stands, name) if gone else self.change(stands, read, name))
            elif new is not None:
                edits.append(self.addition(stands, read, name, new))
        return edits

    def written(self, read: Rec, name: str) -> str:
        """Give today's value on one line, as it may also stand within braces."""
        node = read.pairs[name][1]
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return written_text(node.value)
        return self.today[node.start_mark.index : value_end(self.today, node)]

    def change(self, stands: Rec, read: Rec, name: str) -> Edit:
        """Put today's value in place of the one that stands."""
        node = stands.pairs[name][1]
        start, end = node.start_mark.index, value_end(self.mine, node)
        return Edit(start, end, (" " if start == end else "") + self.written(read, name))

    def removal(self, stands: Rec, name: str) -> Edit:
        """Take a field out, with its line where nothing else stands on it, with its comma within braces."""
        text, names = self.mine, list(stands.pairs)
        key, value = stands.pairs[name]
        start, end = key.start_mark.index, value_end(text, value)
        if stands.node.flow_style:
            place = names.index(name)
            if place:
                return Edit(value_end(text, stands.pairs[names[place - 1]][1]), end, "")
            following = stands.pairs[names[1]][0].start_mark.index if len(names) > 1 else end
            return Edit(start, following, "")
        whole = text[line_start(text, start) : start].isspace() and not text[end : line_end(text, end)].strip()
        return Edit(line_start(text, start), line_end(text, end), "") if whole else Edit(start, end, "")

    def addition(self, stands: Rec, read: Rec, name: str, new: str) -> Edit:
        """Put a field after the one that it follows in today's reading."""
        earlier = [other for other in read.pairs if other in stands.pairs]
        before = [other for other in list(read.pairs)[: list(read.pairs).index(name)] if other in earlier]
        anchor = before[-1] if before else next(iter(stands.pairs))
        end = value_end(self.mine, stands.pairs[anchor][1])
        if stands.node.flow_style:
            return Edit(end, end, f", {name}: {new}")
        key = stands.pairs[anchor][0].start_mark
        return self.after_line(end, f"{' ' * key.column}{name}: {new}")

    def after_line(self, at: int, lines: str) -> Edit:
        """Insert lines after the one that `at` stands in: before its line end, so that they belong to its record."""
        end = line_end(self.mine, at) - 1
        return Edit(end, end, "\n" + lines)

    def list_edit(self, path: Path, edits: list[Edit]) -> Edit | None:
        """Give the edit for a list whose records are not those that stand, or stand in another order."""
        group, entries = self.decided.stands.groups.get(path), self.decided.groups[path]
        if group is None or group.alone or list(entries) == list(group.records):
            return None
        node = group.list
        if isinstance(node, yaml.SequenceNode) and node.value and node.flow_style:
            raise RoundtableError.at(
                self.name, f"{path[-1]} stands in brackets and cannot be added to: give each record a line of its own",
                node.start_mark.line + 1, node.start_mark.column + 1,
            )  # fmt: skip
        if not (isinstance(node, yaml.SequenceNode) and node.value):
            return self.filled(path, group, list(entries.values()))
        spans = self.spans(path[-1], group)
        region = list(spans.values())
        dash = self.mine.index("-", region[0].start) - region[0].start
        body = self.body(path, entries, spans, edits, dash)
        if not entries:
            key = group.holder.pairs[path[-1]][0].end_mark.index if group.holder else region[0].start
            return Edit(key, region[-1].end, self.emptied(key, region[0].above, body))
        return Edit(region[0].above, region[-1].end, body)

    def emptied(self, key: int, first: int, comments: str) -> str:
        """Write a list that has lost its last record; comments stay."""
        header = self.mine[key:first].partition(":")[2]
        return f": []{header if header.strip() else chr(10)}{comments}"

    def body(self, path: Path, entries: dict[str, Entry], spans: dict[str, Span], edits: list[Edit], dash: int) -> str:
        """Write the records of a list, one after another; comments above a record that is gone stay in their place."""
        parts = []
        carried: dict[str, str] = {}
        waiting = ""
        for key, span in spans.items():
            above = self.mine[span.above : span.start]
            if key in entries:
                carried[key], waiting = waiting, ""
            elif "#" in above:
                waiting += above
        for key, entry in entries.items():
            if entry.stands is not None:
                span = spans[key]
                part = carried.get(key, "") + applied(self.mine, edits, span.above, span.end)
            else:
                part = self.new_item(path, entry, dash)
            parts.append(part if part.endswith("\n") else part + "\n")
        return "".join([*parts, waiting])

    def spans(self, name: str, group: Group) -> dict[str, Span]:
        """Give the lines of every record of a list."""
        spans: dict[str, Span] = {}
        # What stands between the list's name and its first record is that record's, as it is between two records.
        above = line_end(self.mine, group.holder.pairs[name][0].end_mark.index) if group.holder else 0
        for key, record in group.records.items():
            start = line_start(self.mine, record.node.start_mark.index)
            end = line_end(self.mine, value_end(self.mine, record.node))
            spans[key] = Span(min(above, start), start, end)
            above = end
        return spans

    def filled(self, path: Path, group: Group, entries: list[Entry]) -> Edit:
        """Write the first records of a list that is empty or left out."""
        assert group.holder is not None
        holder = group.holder
        node = group.list
        if node is None:
            anchor = max(value_end(self.mine, value) for _, value in holder.pairs.values())
            indent = next(iter(holder.pairs.values()))[0].start_mark.column
            lines = "".join([self.new_item(path, entry, indent + 2) for entry in entries])
            return self.after_line(anchor, f"{' ' * indent}{path[-1]}:\n{lines}".removesuffix("\n"))
        indent = holder.pairs[path[-1]][0].start_mark.column
        lines = "".join([self.new_item(path, entry, indent + 2) for entry in entries])
        start, end = node.start_mark.index, node.end_mark.index
        rest = self.mine[end : line_end(self.mine, end)].rstrip("\n")
        head = self.mine[line_start(self.mine, start) : start].rstrip()
        return Edit(line_start(self.mine, start), line_end(self.mine, end), f"{head}{rest.rstrip()}\n{lines}")

    def new_item(self, path: Path, entry: Entry, dash: int) -> str:
        """Give the lines of a record as it is read today, with its dash in the column of its neighbours."""
        assert entry.read is not None
        node = entry.read.node
        start = line_start(self.today, node.start_mark.index)
        item = applied(self.today, self.left_out(path, entry), start, line_end(self.today, value_end(self.today, node)))
        shift = dash - (len(item) - len(item.lstrip(" ")))
        return re.sub(r"(?m)^ *(?=\S)", lambda indent: " " * (len(indent[0]) + shift), item)

    def left_out(self, path: Path, entry: Entry) -> list[Edit]:
        """Take paragraphs that were not taken out of a new section."""
        assert entry.read is not None
        inner = (*path, entry.read.key, "paragraphs")
        taken = self.decided.groups.get(inner, {})
        edits = []
        for key, record in self.decided.read.records(inner).items() if path == ("sections",) else ():
            if key not in taken:
                start = line_start(self.today, record.node.start_mark.index)
                edits.append(Edit(start, line_end(self.today, value_end(self.today, record.node)), ""))
        return edits
