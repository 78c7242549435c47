"""A content file as records in groups: what each field says, and where in the text it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from roundtable_site.content.scalars import NULLS
from roundtable_site.merge.pairs import paired

Value: TypeAlias = object
"""What a node says: text, None, a tuple of values or of pairs; the same for every way of writing it."""
Path = tuple[str, ...]
Pair = tuple[yaml.Node, yaml.Node]
Plain = dict[Path, list[dict[str, Value]]]
LISTS = ("layout", "districts", "guests", "sections", "quotes", "indicators", "unplaced")
NAMELESS = (("layout",), ("unplaced",))
EMPTY: tuple[Value, ...] = (None, ())


class Rec(Struct, frozen=True):
    """A record: its key within its group, its fields (empty ones left out), and its nodes."""

    key: str
    fields: dict[str, Value]
    node: yaml.MappingNode
    pairs: dict[str, Pair]


class Group(Struct, frozen=True):
    """Records of one list (`list` is its node, None where it is left out), or one record that stands alone."""

    records: dict[str, Rec]
    alone: bool = False
    list: yaml.Node | None = None
    holder: Rec | None = None  # the record that the list is a field of


class Tree(Struct, frozen=True):
    """A content file: its text and its groups by path, as in ("sections", "s1", "paragraphs")."""

    text: str
    groups: dict[Path, Group] = field(default_factory=dict)

    def records(self, path: Path) -> dict[str, Rec]:
        """Give the records of a group by their keys; none where there is no such group."""
        group = self.groups.get(path)
        return group.records if group else {}

    def plain(self) -> Plain:
        """Give what the file says, without places."""
        return said({path: [record.fields for record in group.records.values()] for path, group in self.groups.items()})


def said(groups: Plain) -> Plain:
    """Leave out groups that say nothing."""
    return {path: fields for path, fields in groups.items() if any(fields)}


def value_of(node: yaml.Node) -> Value:
    """Give what a node says."""
    if isinstance(node, yaml.ScalarNode):
        return None if not node.style and node.value in NULLS else node.value
    if isinstance(node, yaml.SequenceNode):
        return tuple([value_of(item) for item in node.value])
    return tuple([(key.value, value_of(value)) for key, value in node.value])


def read_tree(text: str) -> Tree:
    """Read the text of a content file that loads."""
    tree = Tree(text)
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    file = _alone(tree, (), root, (*LISTS, "source", "article", "keywords"))
    _alone(tree, ("source",), _inner(file, "source"))
    head = _alone(tree, ("article",), _inner(file, "article"), ("standfirst",))
    words = _alone(tree, ("keywords",), _inner(file, "keywords"), ("speakers",))
    _alone(tree, ("keywords", "speakers"), _inner(words, "speakers"))
    _list(tree, ("article", "standfirst"), head)
    for name in LISTS:
        _list(tree, (name,), file)
    for section in tree.records(("sections",)).values():
        _list(tree, ("sections", section.key, "paragraphs"), section)
    return tree


def _inner(record: Rec | None, name: str) -> yaml.Node | None:
    return record.pairs[name][1] if record and name in record.pairs else None


def _record(key: str, node: yaml.MappingNode, without: Iterable[str]) -> Rec:
    pairs: dict[str, Pair] = {key.value: (key, value) for key, value in node.value}
    says = {name: value_of(value) for name, (_, value) in pairs.items() if name not in without}
    return Rec(key, {name: value for name, value in says.items() if value not in EMPTY}, node, pairs)


def _alone(tree: Tree, path: Path, node: yaml.Node | None, without: tuple[str, ...] = ()) -> Rec | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    record = _record("", node, without)
    tree.groups[path] = Group({"": record}, alone=True)
    return record


def _list(tree: Tree, path: Path, holder: Rec | None) -> None:
    node = _inner(holder, path[-1])
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    without = ("paragraphs",) if path == ("sections",) else ()
    seen: Counter[str] = Counter()
    records = {}
    for item in items:
        record = _record("", item, without)
        key = str(record.fields.get("text" if path in NAMELESS else "id", ""))
        seen[key] += 1
        key = f"{key}#{seen[key]}" if path in NAMELESS else key
        records[key] = replace(record, key=key)
    tree.groups[path] = Group(records, list=node, holder=holder)


def aligned(base: Tree, tree: Tree) -> Tree:
    """Give records without ids the keys that they have in `base`: those of the same text, then of the same lines."""
    groups = dict(tree.groups)
    for path in NAMELESS:
        before = list(base.records(path).items())
        records = list(tree.records(path).values())
        found = paired(before, records, [lambda r: r.key, lambda r: r.fields.get("text"), lambda r: r.fields["lines"]])
        keyed = [replace(r, key=found.get(k, f"new {r.key}")) for k, r in enumerate(records)]
        if path in groups:
            groups[path] = replace(groups[path], records={record.key: record for record in keyed})
    return Tree(tree.text, groups)
