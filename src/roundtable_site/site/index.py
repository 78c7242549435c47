"""An index of names and words by the initial of their pinyin, for finding something without a search."""

from __future__ import annotations

from collections.abc import Iterable

from roundtable_site.site.addresses import Link

DIGITS = "0–9"
Names = Iterable[tuple[str, Link]]
"""Names with their spelling in pinyin, and where each leads."""


def by_initial(names: Names) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Give guests, districts and figures' names under their initials, A to Z, then those that begin with a digit.

    A name that leads to one page more than once stands there once.
    """
    groups: dict[str, dict[tuple[str, str], tuple[str, Link]]] = {}
    for slug, link in names:
        initial = slug[0].upper() if slug[0].isalpha() else DIGITS
        groups.setdefault(initial, {}).setdefault((link.title, link.address.path), (slug, link))
    order = sorted(groups, key=lambda initial: (initial == DIGITS, initial))
    return tuple(
        (initial, tuple(link for _, link in sorted(groups[initial].values(), key=lambda entry: entry[0])))
        for initial in order
    )
