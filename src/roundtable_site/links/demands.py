"""The places that files ask of one another, compared once all files are known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roundtable_site.links.addresses import clean, decode
from roundtable_site.links.examine import Examined
from roundtable_site.links.places import NUL, leads_somewhere
from roundtable_site.links.suggest import nearest

_LARGE = 8_000
"""Characters of ids from which looking one up is worth a set."""


def missing_places(seen: Mapping[int, Examined]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the files that ask for places which the other file does not have, with these places and what was meant."""
    large = {
        str(number): frozenset(examined.ids.split(NUL))
        for number, examined in seen.items()
        if examined.ids and len(examined.ids) > _LARGE
    }
    small = {
        str(number): examined.ids for number, examined in seen.items() if examined.ids and len(examined.ids) <= _LARGE
    }
    for number, examined in seen.items():
        missing = {}
        for demand in examined.demands.split(NUL) if examined.demands else ():
            target, _, fragment = demand.partition("#")
            ids = small.get(target)
            if ids is not None:
                if f"\0{fragment}\0" in ids or leads_somewhere(clean(fragment), ids):
                    continue
            elif target not in large or leads_somewhere(clean(fragment), large[target]):
                continue  # what a place in a picture or a document is, is not ours to say
            missing[f"{target}#{clean(fragment)}"] = nearest(
                decode(fragment), large[target] if ids is None else ids.split(NUL)
            )
        if missing:
            yield number, missing
