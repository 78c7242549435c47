"""Decide record by record what a merged content file says; the text is written elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from roundtable_site.errors import Problem
from roundtable_site.merge.conflicts import Clash, problems_of
from roundtable_site.merge.fields import Fields, merged_fields, merged_order
from roundtable_site.merge.references import misfits
from roundtable_site.merge.tree import Path, Plain, Rec, Tree, aligned, said

Place = tuple[Path, str]
"""A record by its group and its key in it."""


class Entry(Struct, frozen=True):
    """A record of the merged file: what it says, and where it stands in the editor's text and in today's."""

    fields: Fields
    stands: Rec | None
    read: Rec | None


class Decided(Struct, frozen=True):
    """What the merged file says, in order; the trees it was made of; the conflicts as warnings."""

    stands: Tree
    read: Tree
    groups: dict[Path, dict[str, Entry]] = field(default_factory=dict)
    conflicts: tuple[Problem, ...] = ()

    def expected(self) -> Plain:
        """Give what the merged file must say when it is read."""
        return said({path: [entry.fields for entry in group.values()] for path, group in self.groups.items()})


def decide(base: Tree, stands: Tree, read: Tree, name: str) -> Decided:
    """Decide what the merged file says; `name` is the file's in messages.

    A record that does not fit what it refers to (a quote whose words are not in its paragraph as the editor has it)
    is left as it stands, and so on until all fit; what stands now fits, so this ends.
    """
    trees = Trees(base, aligned(base, stands), aligned(base, read))
    mine: set[Place] = set()
    while True:
        groups = trees.groups(mine)
        more = set(misfits(trees.base, trees.stands, trees.read, _says(groups))) - mine
        if not more:
            break
        mine |= more
    clashes = [clash for path in trees.paths() for clash in trees.clashes(path, mine)]
    return Decided(trees.stands, trees.read, groups, problems_of(clashes, trees.stands, name))


def _says(groups: dict[Path, dict[str, Entry]]) -> dict[Path, dict[str, Fields]]:
    return {path: {key: entry.fields for key, entry in group.items()} for path, group in groups.items()}


class Trees(Struct, frozen=True):
    """The three versions: the parser's last, the editor's, today's."""

    base: Tree
    stands: Tree
    read: Tree

    def paths(self) -> list[Path]:
        """List the groups of all versions."""
        return list(dict.fromkeys([*self.stands.groups, *self.read.groups, *self.base.groups]))

    def groups(self, mine: set[Place]) -> dict[Path, dict[str, Entry]]:
        """Merge every group; the records in `mine` stay as they stand."""
        merged: dict[Path, dict[str, Entry]] = {}
        for path in self.paths():
            entries = dict(self._entries(path, mine))
            b, e, p = (tree.records(path) for tree in (self.base, self.stands, self.read))
            merged[path] = {key: entries[key] for key in merged_order(b, e, p, entries)}
        return merged

    def _entries(self, path: Path, mine: set[Place]) -> Iterator[tuple[str, Entry]]:
        group = self.stands.groups.get(path)
        alone = path in self.read.groups and self.read.groups[path].alone
        for key in dict.fromkeys([*self.stands.records(path), *self.read.records(path)]):
            b, e, p = (tree.records(path).get(key) for tree in (self.base, self.stands, self.read))
            if e is not None:
                if (path, key) in mine or (b is None and p is not None):
                    # A record that the parser finds after the editor wrote it is the editor's, empty fields too.
                    yield key, Entry(e.fields, e, p)
                elif b is not None and p is not None:
                    yield key, Entry(merged_fields(path, b.fields, e.fields, p.fields).fields, e, p)
                elif b is None or self.edited(b, e):
                    yield key, Entry(e.fields, e, None)
            elif p is not None and b is None and (path, key) not in mine and not (alone and group is None):
                yield key, Entry(p.fields, None, p)

    def edited(self, base: Rec, stands: Rec) -> bool:
        """Say whether an editor changed a record or wrote a comment into it."""
        return base.fields != stands.fields or commented(self.stands, stands)

    def clashes(self, path: Path, mine: set[Place]) -> Iterator[Clash]:
        """Yield what both sides changed, and what was read but not taken."""
        if path[0:1] == ("keywords",):
            return
        for key in dict.fromkeys([*self.stands.records(path), *self.read.records(path)]):
            b, e, p = (tree.records(path).get(key) for tree in (self.base, self.stands, self.read))
            before = b.fields if b else {}
            if e is None and p is not None:
                changed = {n for n in p.fields if p.fields[n] != before.get(n)} - {"lines", "unsure", "nth"}
                if changed and (b is not None or (path, key) in mine):
                    yield Clash(path, key, None, p.fields, tuple(n for n in p.fields if n in changed))
            elif e is not None and p is None:
                if b is not None and (self.edited(b, e) or (path, key) in mine):
                    yield Clash(path, key, e.fields, None, ())
            elif e is not None and p is not None:
                names = merged_fields(path, before, e.fields, p.fields).conflicts
                if (path, key) in mine:
                    names = tuple(n for n in p.fields if p.fields[n] not in (before.get(n), e.fields.get(n)))
                if names:
                    yield Clash(path, key, e.fields, p.fields, names)


def commented(tree: Tree, record: Rec) -> bool:
    """Say whether a comment stands within the lines of a record."""
    start, end = record.node.start_mark.index, record.node.end_mark.index
    lines = tree.text[start:end].rstrip().count("\n") + 1
    return any(" #" in line or line.startswith("#") for line in tree.text[start:].split("\n", lines)[:lines])
