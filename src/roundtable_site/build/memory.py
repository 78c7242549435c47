"""What a build remembers for the next one: the files it read, what it told, and how it left the published folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from roundtable_site.build.summing import Built
from roundtable_site.build.tree import Tree, changed_groups
from roundtable_site.cache import FOLDER, Shelf, Stamp, key_of, stamp_of, tool_key
from roundtable_site.settings import Settings

NAME = "last"
_NOT_SHOWN = frozenset({"root", "seeds", "content", "build", "templates", "strict", "keywords"})
"""Settings that say where things are and how they are read: nothing of them is in what is published."""


class Memory(Struct, frozen=True):
    """The last build: `inputs` are files with stamp and sha256, `absent` those that were looked for in vain.

    `folders` maps a folder to the names in it that were looked at (empty where there was none). `whole` says that every
    stamp can be relied on. `groups` and `tree` are what was published, `parts` the keys of
    what all pages have in common, `reasons` say why the last build that made anything made it.
    """

    inputs: dict[str, tuple[Stamp, str]] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    folders: dict[str, tuple[str, ...]] = field(default_factory=dict)
    whole: bool = False
    built: Built | None = None
    tree: Tree = field(default_factory=Tree)
    groups: dict[str, str] = field(default_factory=dict)  # name of a group of files → the key it was made with
    pages: int = 0
    links: int = 0
    parts: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)


def shelf_of(settings: Settings) -> Shelf:
    """Give the cache of a site."""
    return Shelf(settings.root / FOLDER)


def memory_key(settings: Settings) -> str:
    """Give the key under which a build is remembered: the tool and every setting."""
    return key_of(tool_key(), repr(settings))


def settings_key(settings: Settings) -> str:
    """Give the key of the settings that show in what is published."""
    return key_of(*[(name, getattr(settings, name)) for name in settings.__struct_fields__ if name not in _NOT_SHOWN])


def recall(settings: Settings) -> Memory:
    """Give what is remembered of the last build with these settings; an empty memory where there is nothing."""
    return shelf_of(settings).get("build", NAME, memory_key(settings), Memory) or Memory()


def nothing_changed(memory: Memory) -> bool:
    """Tell whether a build would read what the last one read, and publish what stands published."""
    return (
        memory.built is not None
        and memory.whole
        and all(stamp_of(path) == known[0] for path, known in memory.inputs.items())
        and not any(os.path.lexists(path) for path in memory.absent)
        and all(names_in(folder) == names for folder, names in memory.folders.items())
        and not changed_groups(memory.tree)
    )


def names_in(folder: str) -> tuple[str, ...]:
    """Give the names of a folder's files and folders, sorted; those that begin with a dot are nobody's."""
    try:
        return tuple(sorted(name for name in os.listdir(folder) if not name.startswith(".")))  # noqa: PTH208
    except OSError:
        return ()


def folders_below(folder: Path) -> Iterable[str]:
    """Yield a folder and all folders below it."""
    for path, folders, _ in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield path
