"""The link check of a build: only what changed is read again, and what pointed at something that is gone."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from roundtable_site import links
from roundtable_site.build.across_step import LostError
from roundtable_site.build.work import Job, Made
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.links.remembered import GroupLinks, all_there, odd_ones_sound, redirects_chain, unpacked
from roundtable_site.progress import Progress

_AT_HAND = 256
"""Groups whose links are kept unpacked: pages that stand side by side lead to the same articles."""


class Linked(Struct, frozen=True):
    """The links of a whole site: the groups made now, and how to get those of the groups that stand as they stood.

    `groups` maps every path to the name of its group; `gone` are paths that were published and are no more.
    """

    groups: Mapping[str, str]
    made: Mapping[str, Made]
    standing: Collection[str]
    load: Callable[[str], GroupLinks]
    gone: frozenset[str]

    def links_of(self, name: str) -> GroupLinks:
        """Give the links of a group."""
        return unpacked(self.made[name].links) if name in self.made else self.load(name)


def check_links(job: Job, site: Linked, sources: Callable[[], Mapping[str, str]], progress: Progress) -> None:
    """Raise RoundtableError with every broken link; with strict settings, with every warning too.

    `sources` gives the file that an editor would mend each published one in.
    """
    if not job.settings.strict:
        with contextlib.suppress(LostError):
            if _sound(job, site):
                return
    report = links.check(job.staged, base_url=job.settings.base_url, origins=sources(), progress=progress.over)
    failures = report.findings if job.settings.strict else report.errors
    if failures:
        raise RoundtableError(_page_problem(finding, job.settings.build) for finding in failures)


def _sound(job: Job, site: Linked) -> bool:
    """Tell whether no link can be broken: those of what was made, and those to what is gone."""
    links_of = lru_cache(maxsize=_AT_HAND)(site.links_of)

    def places_of(path: str) -> str | None:
        return links_of(site.groups[path]).places.get(path)

    exists = site.groups.__contains__
    odd: list[tuple[str, str]] = []
    redirects: dict[str, str] = {}
    for name in site.made:
        group = site.links_of(name)
        if group.grave or not all_there(group, exists, places_of):
            return False
        odd += group.odd
        redirects |= group.refresh
    # What stands is looked at again only where something that it may point to is gone, or a redirect is new.
    for name in site.standing if redirects or _anything_lost(site) else ():
        group = site.load(name)
        if not all_there(group, exists, places_of):
            return False
        odd += group.odd
        redirects |= group.refresh
    return not redirects_chain(redirects) and (not odd or odd_ones_sound(odd, site.groups, job.settings.base_url))


def _anything_lost(site: Linked) -> bool:
    return bool(site.gone) or any(made.lost is None or made.lost for made in site.made.values())


def _page_problem(finding: links.BrokenLink, published: Path) -> Problem:
    # The page is named where it would have been published: the staged folder is gone when the editor reads this.
    message = f"{finding.message} [from {finding.origin}]" if finding.origin else finding.message
    return Problem(Location(str(published / finding.page), finding.line, finding.column), message, finding.severity)
