"""Find records of a merged file that do not fit what they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.merge.fields import Fields
from roundtable_site.merge.tree import Path, Tree, Value

Place = tuple[Path, str]
Says = dict[Path, dict[str, Fields]]
STATEMENTS: tuple[Path, ...] = (("quotes",), ("indicators",))
REFERENCES: dict[str, dict[str, Path]] = {
    "guests": {"district": ("districts",)},
    "sections": {"speaker": ("guests",)},
    "standfirst": {"speaker": ("guests",)},
    "paragraphs": {"speaker": ("guests",)},
    "quotes": {"speaker": ("guests",)},
    "indicators": {"speaker": ("guests",), "district": ("districts",)},
}


class Index(Struct, frozen=True):
    """Where the records of a file that others refer to stand, by id; and the paragraphs' texts."""

    places: dict[Path, dict[Value, Place]]
    paragraphs: dict[Value, Place]
    texts: dict[Value, str]

    @classmethod
    def of(cls, says: Says) -> Index:
        """Index a file."""
        places: dict[Path, dict[Value, Place]] = {}
        targets: tuple[Path, ...] = (("guests",), ("districts",))
        for path in targets:
            places[path] = {fields.get("id"): (path, key) for key, fields in says.get(path, {}).items()}
        paragraphs: dict[Value, Place] = {}
        texts: dict[Value, str] = {}
        for path, records in says.items():
            if path[-1:] in (("paragraphs",), ("standfirst",)):
                for key, fields in records.items():
                    paragraphs[fields.get("id")] = (path, key)
                    texts[fields.get("id")] = str(fields.get("text", ""))
        return cls(places, paragraphs, texts)


def says_of(tree: Tree) -> Says:
    """Give a tree's fields by group and key."""
    return {path: {key: record.fields for key, record in group.records.items()} for path, group in tree.groups.items()}


def misfits(base: Tree, stands: Tree, read: Tree, merged: Says) -> Iterator[Place]:
    """Yield records that must stay as they stand so that all fits: those that refer, or what they refer to."""
    mine, today = says_of(stands), says_of(read)
    now, then, before = Index.of(merged), Index.of(mine), Index.of(says_of(base))
    readings = Index.of(today)
    yield from _doubled(merged, mine)
    yield from _missing(merged, mine, now, then, readings)
    for path in STATEMENTS:
        for key, fields in merged.get(path, {}).items():
            if not _in_place(fields, now):
                changed = fields != mine.get(path, {}).get(key)
                paragraph = fields.get("paragraph")
                yield (path, key) if changed else then.paragraphs.get(paragraph, (path, key))
        yield from _left(path, merged, mine, (now, then, readings, before))
    yield from _homeless(merged, mine)


def _doubled(merged: Says, mine: Says) -> Iterator[Place]:
    """Yield paragraphs that would stand twice: the one that the editor does not have there."""
    seen: dict[Value, Place] = {}
    for path, records in merged.items():
        for key, fields in records.items() if path[-1:] in (("paragraphs",), ("standfirst",)) else ():
            other = seen.setdefault(fields.get("id"), (path, key))
            if other != (path, key):
                yield other if key in mine.get(path, {}) else (path, key)


def _missing(merged: Says, mine: Says, now: Index, then: Index, readings: Index) -> Iterator[Place]:
    """Yield records whose guest or district is not in the merged file, or those where the record is the editor's."""
    for path, records in merged.items():
        for name, target in REFERENCES.get(path[-1] if path else "", {}).items():
            for key, fields in records.items():
                value = fields.get(name)
                known = value in then.places[target] or value in readings.places[target]
                if value is None or value in now.places[target] or not known:
                    continue
                verbatim = fields == mine.get(path, {}).get(key)
                yield then.places[target].get(value, (path, key)) if verbatim else (path, key)
    for name in merged.get(("keywords", "speakers"), {}).get("", {}):
        if name not in now.places[("guests",)]:
            yield ("keywords", "speakers"), ""


def _in_place(fields: Fields, index: Index) -> bool:
    text = str(fields.get("text", ""))
    return text in index.texts.get(fields.get("paragraph"), "") and str(fields.get("figure", "")) in text


def _left(path: Path, merged: Says, mine: Says, indexes: tuple[Index, Index, Index, Index]) -> Iterator[Place]:
    """Yield statements that are no longer read only because their paragraph, kept as it stands, reads otherwise now."""
    now, then, readings, before = indexes
    for key, fields in mine.get(path, {}).items():
        paragraph = fields.get("paragraph")
        stays = now.texts.get(paragraph) == then.texts.get(paragraph)
        reread = readings.texts.get(paragraph) not in (before.texts.get(paragraph), now.texts.get(paragraph))
        if key not in merged.get(path, {}) and stays and reread:
            yield path, key


def _homeless(merged: Says, mine: Says) -> Iterator[Place]:
    """Yield sections that must stay because a paragraph of theirs does, and new paragraphs of a deleted section."""
    for path, records in merged.items():
        if path[-1:] == ("paragraphs",) and path[1] not in merged.get(("sections",), {}):
            if path[1] in mine.get(("sections",), {}):
                yield from [(("sections",), path[1])] if records else []
            else:
                yield from [(path, key) for key in records]
