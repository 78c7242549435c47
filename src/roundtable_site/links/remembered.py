"""What a file has and asks of others, kept from one check to the next, so that only what changed is read again.

A check of remembered facts says whether all is sound. Where it is not, or where it cannot say, the whole check
(`check`) looks again and tells what is wrong: so there is one judge, and this only spares asking it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath

import msgspec
from msgspec import Struct, field

from roundtable_site.links.addresses import clean
from roundtable_site.links.extract.facts import Facts
from roundtable_site.links.extract.files import kind_of, read_facts
from roundtable_site.links.folder import Folder
from roundtable_site.links.places import NUL, leads_somewhere
from roundtable_site.links.resolve import Resolver, Site

_PLAIN = re.compile(r"(?:[A-Za-z0-9_\-][A-Za-z0-9_\-./]*)?")
_INDEX = "index.html"
_NOWHERE = Path("nowhere")


class FileLinks(Struct, frozen=True):
    """One file: its places, and what it asks of each file that it points to, as path → fragments.

    `odd` are addresses that only the whole folder can judge; `refresh` is where a redirect leads. `grave` says that the
    file itself has an error, `light` that it has something to warn of.
    """

    path: str
    places: tuple[str, ...] = ()
    asks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    odd: tuple[str, ...] = ()
    refresh: str = ""
    links: int = 0
    grave: bool = False
    light: bool = False


class GroupLinks(Struct, frozen=True):
    """Files that are made together: what they ask of one another is settled, what they ask of others is kept.

    `places` has those of each file in one text, each between NUL characters: an archive has millions.
    """

    places: dict[str, str] = field(default_factory=dict)
    asks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    odd: tuple[tuple[str, str], ...] = ()
    refresh: dict[str, str] = field(default_factory=dict)
    links: int = 0
    grave: bool = False
    light: bool = False


_PACK, _UNPACK = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(GroupLinks).decode


def packed(group: GroupLinks) -> bytes:
    """Give the links of a group as one text of bytes: an archive holds those of thousands at a time."""
    return _PACK(group)


def unpacked(group: bytes) -> GroupLinks:
    """Give the links of a group that were packed."""
    return _UNPACK(group)


def read_links(path: str, data: bytes, base_url: str | None) -> FileLinks | None:
    """Read the links of a file by its path and bytes; None for one that holds none.

    `base_url` is the address under which the folder will be published.
    """
    kind = kind_of(path)
    if not kind:
        return None
    kind, facts = read_facts(kind, data, path)
    if not kind:
        return None
    asks, odd, links = _asked(path, facts, base_url)
    ids = {*facts.ids, *facts.names}
    refresh = _inside(facts.refresh[1], path, dirname(path), base_url) if facts.refresh else ""
    twice = len(facts.ids) != len(set(facts.ids))
    maps = any(written.partition("#")[2] not in facts.maps for _, written in facts.map_links)
    return FileLinks(
        path,
        tuple(sorted(ids)) if kind in ("page", "drawing") else (),
        {target: tuple(sorted(fragments)) for target, fragments in asks.items()},
        tuple(sorted(odd)),
        (refresh or "").partition("#")[0],
        links,
        grave=maps or bool(facts.base) or any(note.grave for note in facts.notes),
        light=twice or bool(facts.notes),
    )


def _asked(path: str, facts: Facts, base_url: str | None) -> tuple[dict[str, set[str]], set[str], int]:
    asks: dict[str, set[str]] = {}
    odd: set[str] = set()
    folder = dirname(path)
    for written in {written for _, written in facts.links}:
        target = _inside(written, path, folder, base_url)
        if target is None:
            if not _elsewhere(written, path, base_url):
                odd.add(written)
            continue
        file, _, fragment = target.partition("#")
        fragments = asks.setdefault(file, set())
        if fragment:
            fragments.add(fragment)
    return asks, odd, len(facts.links)


def _inside(written: str, path: str, folder: str, base_url: str | None) -> str | None:
    """Give the file and the fragment that a plain address leads to ("a/index.html#b"); None where it is not plain."""
    if base_url and written.startswith(base_url):
        written, folder = "./" + written[len(base_url) :], ""
    file, sign, fragment = written.partition("#")
    if not file:
        return f"{path}{sign}{fragment}" if sign else None
    target = _target(file, folder)
    return None if target is None else f"{target}{sign}{fragment}"


@lru_cache(maxsize=4096)
def _target(file: str, folder: str) -> str | None:
    """Give the file that a plain address without a fragment leads to from a folder; None where it is not plain."""
    ups = file.lstrip("./") if file.startswith(".") else file
    if not _PLAIN.fullmatch(ups) or "//" in file or "/." in ups:
        return None
    above, names = len(file) - len(ups), folder.split("/") if folder else []
    if ups and ups[-1] != "/" and above % 3 == 0 and file.startswith("../" * (above // 3)):
        # As our own pages write it: up so many folders, then down to a file.
        kept = len(names) - above // 3
        return "/".join((*names[:kept], ups)) if kept >= 0 else None
    target = normpath(join(folder, file))
    if target.startswith(".."):
        return None
    if file.endswith(("/", "..")) or file == "." or target == ".":
        target = _INDEX if target == "." else f"{target}/{_INDEX}"
    return target


def _elsewhere(written: str, path: str, base_url: str | None) -> bool:
    """Tell whether an address is sound whatever the folder holds: another site, a mail address."""
    if not written.strip():
        return False
    outcome = Resolver(Site(Folder(_NOWHERE), base_url), path).resolve(written)
    return not outcome.reason and (bool(outcome.external) or outcome.target < 0)


def settled(files: Iterable[FileLinks], paths: Collection[str]) -> GroupLinks:
    """Settle what files that are made together ask of one another; `paths` are all of the group's."""
    known = {file.path: file for file in files}
    places = {path: frozenset(file.places) for path, file in known.items()}
    asks: dict[str, set[str]] = {}
    grave = False
    for file in known.values():
        grave = grave or file.grave
        for target, fragments in file.asks.items():
            if target in places:
                grave = grave or not _has(places[target], fragments)
            elif target not in paths:
                asks.setdefault(target, set()).update(fragments)
    return GroupLinks(
        {path: f"{NUL}{NUL.join(file.places)}{NUL}" for path, file in known.items() if file.places},
        {target: tuple(sorted(fragments)) for target, fragments in sorted(asks.items())},
        tuple((file.path, written) for file in known.values() for written in file.odd),
        {path: file.refresh for path, file in known.items() if file.refresh},
        sum(file.links for file in known.values()),
        grave,
        any(file.light for file in known.values()),
    )


def lost_places(before: GroupLinks, now: GroupLinks) -> dict[str, tuple[str, ...]]:
    """Give the places that files of a group had and have no more, by path."""
    lost = {}
    for path, places in before.places.items():
        gone = set(places.split(NUL)).difference(now.places.get(path, NUL).split(NUL))
        if gone:
            lost[path] = tuple(sorted(gone))
    return lost


def all_there(group: GroupLinks, exists: Callable[[str], bool], places_of: Callable[[str], str | None]) -> bool:
    """Tell whether what a group asks of others is there; `places_of` gives those of a file, each between NUL
    characters, and None for one that holds none.
    """
    for target, fragments in group.asks.items():
        if not exists(target):
            return False
        if fragments:
            places = places_of(target)
            if places is not None and not _has_packed(places, fragments):
                return False
    return True


def odd_ones_sound(odd: Iterable[tuple[str, str]], paths: Iterable[str], base_url: str | None) -> bool:
    """Tell whether addresses that need the whole folder, given as page and address, lead to a file without a doubt."""
    folder = Folder(_NOWHERE, sorted(paths))
    folder.places.update((path, number) for number, path in enumerate(folder.files))
    site = Site(folder, base_url)
    for page, written in odd:
        outcome = Resolver(site, page).resolve(written)
        if outcome.reason or outcome.target < 0 or outcome.fragment:
            return False
    return True


def redirects_chain(redirects: Mapping[str, str]) -> bool:
    """Tell whether any redirect leads to a redirect."""
    return any(target in redirects for target in redirects.values())


def _has(places: Collection[str], fragments: Iterable[str]) -> bool:
    return all(fragment in places or leads_somewhere(clean(fragment), frozenset(places)) for fragment in fragments)


def _has_packed(places: str, fragments: Iterable[str]) -> bool:
    return all(f"{NUL}{fragment}{NUL}" in places or leads_somewhere(clean(fragment), places) for fragment in fragments)
