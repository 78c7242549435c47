"""The word for "districts", which follows what the figures of an article are about, and what keywords are called."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from roundtable_site.model import DistrictKind
from roundtable_site.site.theme import Labels

_PLACES: frozenset[DistrictKind] = frozenset({"district", "zone", "city", "province", "country", "world", "place"})


def districts_word(kinds: Iterable[DistrictKind], labels: Labels) -> str:
    """Give one word for districts: their kind's own where all are of one, else 地区, 单位 and 活动.

    None at all have the general word.
    """
    found = frozenset(kinds)
    many = labels["many"]
    if not found:
        return str(labels["districts"])
    if len(found) == 1:
        return str(many[next(iter(found))])
    sorts = [
        many["places"] if found & _PLACES else None,
        many["organisation"] if "organisation" in found else None,
        many["event"] if "event" in found else None,
    ]
    *others, last = [str(word) for word in sorts if word]
    return f"{labels['comma'].join(others)}{labels['and']}{last}" if others else last


def word_id(word: str) -> str:
    """Give the name of a keyword in addresses, which stays the same however the list around it changes."""
    return "k-" + sha256(word.encode("utf-8")).hexdigest()[:8]
