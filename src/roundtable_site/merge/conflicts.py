"""Say to an editor what was read otherwise, with both readings."""

from __future__ import annotations

from collections.abc import Iterable

import yaml
from msgspec import Struct

from roundtable_site.errors import Location, Problem
from roundtable_site.merge.fields import Fields
from roundtable_site.merge.tree import Path, Tree, Value

SHOWN = 60
"""Characters of a reading that a message shows."""
KINDS = {
    "quotes": "quote", "indicators": "figure", "guests": "guest", "districts": "district", "sections": "section",
    "paragraphs": "paragraph", "standfirst": "paragraph", "layout": "layout item", "unplaced": "unplaced text",
}  # fmt: skip


class Clash(Struct, frozen=True):
    """A record that reads otherwise today: the editor's version and today's (None: not there), and in which fields."""

    path: Path
    key: str
    stands: Fields | None
    read: Fields | None
    names: tuple[str, ...]


def problems_of(clashes: Iterable[Clash], stands: Tree, name: str) -> tuple[Problem, ...]:
    """Give a warning for each clash, at the place in the editor's file, sorted."""
    return tuple(sorted({problem for clash in clashes for problem in _problems(clash, stands, name)}))


def _problems(clash: Clash, stands: Tree, name: str) -> Iterable[Problem]:
    kind = KINDS.get(clash.path[-1] if clash.path else "", clash.path[-1] if clash.path else "file")
    what = f"{kind} {clash.key.split('#')[0][:SHOWN]}".strip()
    if clash.stands is None:
        where = _place(stands, clash, None, name)
        said = _shown(_words(clash.read or {}))
        yield Problem(
            where, f"{what} is read today as {said}, and is not in this file: copy it if you want it", "warning"
        )
    elif clash.read is None:
        where = _place(stands, clash, None, name)
        said = _shown(_words(clash.stands))
        yield Problem(where, f"{what} is no longer read; yours stays: {said}: delete it if it is wrong", "warning")
    else:
        for field in clash.names:
            mine, theirs = _shown(clash.stands.get(field)), _shown(clash.read.get(field))
            where = _place(stands, clash, field, name)
            message = f"{what}: {field} is read today as {theirs}; yours stays: {mine}"
            yield Problem(where, message, "warning")


def _place(stands: Tree, clash: Clash, field: str | None, name: str) -> Location:
    record = stands.records(clash.path).get(clash.key)
    group = stands.groups.get(clash.path)
    node: yaml.Node | None = group.list if group else None
    if record:
        node = record.pairs[field][1] if field in record.pairs else record.node
    if node is None:
        return Location(name)
    return Location(name, node.start_mark.line + 1, node.start_mark.column + 1)


def _words(fields: Fields) -> Value:
    return fields.get("text") or fields.get("name") or fields.get("heading")


def _shown(value: Value) -> str:
    if value is None or value == ():
        return "nothing"
    text = "、".join([str(item) for item in value]) if isinstance(value, tuple) else str(value)
    return f"«{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}»"
