"""An index of names and words by the initial of their pinyin, for finding something without a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roundtable_site.ids import slug_of
from roundtable_site.site.addresses import Link
from roundtable_site.site.dossier import Dossier

DIGITS = "0–9"


def by_initial(dossiers: Iterable[Dossier]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Give guests, districts and figures' names under their initials, A to Z, then those that begin with a digit.

    A name that leads to one page more than once stands there once.
    """
    groups: dict[str, dict[tuple[str, str], tuple[str, Link]]] = {}
    for slug, link in (entry for dossier in dossiers for entry in _entries(dossier)):
        initial = slug[0].upper() if slug[0].isalpha() else DIGITS
        groups.setdefault(initial, {}).setdefault((link.title, link.address.path), (slug, link))
    order = sorted(groups, key=lambda initial: (initial == DIGITS, initial))
    return tuple(
        (initial, tuple(link for _, link in sorted(groups[initial].values(), key=lambda entry: entry[0])))
        for initial in order
    )


def _entries(dossier: Dossier) -> Iterator[tuple[str, Link]]:
    """Yield everything of an article that has a name, with its spelling in pinyin."""
    for speaker in dossier.speakers:
        yield speaker.guest.id, Link(speaker.name, speaker.address)
    for district in dossier.districts:
        yield district.district.id, Link(district.name, district.address)
    for claim in dossier.claims:
        yield slug_of(claim.indicator.name, "place"), Link(claim.indicator.name, claim.address)
