"""The word for "districts": it follows what the figures of an article are about."""

from __future__ import annotations

from collections.abc import Iterable

from roundtable_site.model import DistrictKind
from roundtable_site.site.entries import DistrictEntry
from roundtable_site.site.theme import Labels

_PLACES: frozenset[DistrictKind] = frozenset({"district", "zone", "city", "province", "country", "world", "place"})


def districts_word(districts: Iterable[DistrictEntry], labels: Labels) -> str:
    """Give one word for a list of districts: the kind's own where all are of one, else 地区, 单位 and 活动 as needed.

    An empty list has the general word.
    """
    kinds = dict.fromkeys(entry.district.kind for entry in districts)
    many = labels["many"]
    if not kinds:
        return str(labels["districts"])
    if len(kinds) == 1:
        return str(many[next(iter(kinds))])
    sorts = [
        many["places"] if kinds.keys() & _PLACES else None,
        many["organisation"] if "organisation" in kinds else None,
        many["event"] if "event" in kinds else None,
    ]
    *others, last = [str(word) for word in sorts if word]
    return f"{labels['comma'].join(others)}{labels['and']}{last}" if others else last
