"""Fields three ways: what the parser wrote last, what stands now, what it reads today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from roundtable_site.merge.tree import Path, Value

Fields = dict[str, Value]
# What belongs together: a figure of one reading with the value of another would be a claim that nobody made.
TOGETHER: dict[str, tuple[frozenset[str], ...]] = {
    "quotes": (frozenset(["paragraph", "text", "nth"]),),
    "indicators": (
        frozenset(["paragraph", "text", "nth", "figure", "value", "value_to", "unit", "measure", "from", "qualifier"]),
    ),
}
# Facts about the file that was read today, whatever anybody wrote.
FACTS: dict[Path, frozenset[str]] = {("source",): frozenset(["file", "sha256", "encoding"])}


class Merging(NamedTuple):
    """The merged fields, and the names of those that both sides changed."""

    fields: Fields
    conflicts: tuple[str, ...]


def merged_fields(path: Path, base: Fields, stands: Fields, read: Fields) -> Merging:
    """Merge the fields of one record; what both sides changed stays as it stands.

    >>> merged_fields(("guests",), {"a": "1", "b": "1"}, {"a": "2", "b": "2"}, {"a": "1", "b": "3", "c": "4"})
    Merging(fields={'a': '2', 'b': '2', 'c': '4'}, conflicts=('b',))
    """
    names = dict.fromkeys([*stands, *read, *base])
    facts = FACTS.get(path, frozenset())
    clashing = {name for name in names if name not in facts and _clash(name, base, stands, read)}
    mine = set(clashing)
    for together in TOGETHER.get(path[0] if path else "", ()):
        if clashing & together:
            mine |= together
            clashing |= {name for name in together if read.get(name) not in (base.get(name), stands.get(name))}
    fields: Fields = {}
    for name in names:
        unedited = name in facts or (name not in mine and stands.get(name) == base.get(name))
        source = read if unedited else stands
        if name in source:
            fields[name] = source[name]
    return Merging(fields, tuple([name for name in names if name in clashing]))


def _clash(name: str, base: Mapping[str, Value], stands: Mapping[str, Value], read: Mapping[str, Value]) -> bool:
    b, e, p = base.get(name), stands.get(name), read.get(name)
    return b not in (e, p) and e != p


def merged_order(base: Iterable[str], stands: Iterable[str], read: Iterable[str], kept: Iterable[str]) -> list[str]:
    """Order what is kept: as it stands if the editor reordered it, else as it is read today; the rest follow their own.

    >>> merged_order("abc", "abxc", "acnb", "abcnx"), merged_order("abc", "cab", "abnc", "abcn")
    (['a', 'c', 'n', 'b', 'x'], ['c', 'a', 'b', 'n'])
    """
    before, mine, theirs, keep = list(base), list(stands), list(read), set(kept)
    both = set(before) & set(mine)
    reordered = [key for key in before if key in both] != [key for key in mine if key in both]
    main, other = (mine, theirs) if reordered else (theirs, mine)
    known = set(main)
    followers: dict[str, list[str]] = {}
    anchor = ""
    for key in other:
        if key in known and key in keep:
            anchor = key
        elif key in keep:
            followers.setdefault(anchor, []).append(key)
    ordered = list(followers.get("", []))
    for key in main:
        if key in keep:
            ordered += [key, *followers.get(key, [])]
    return ordered
