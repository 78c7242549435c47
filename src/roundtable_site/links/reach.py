"""What only shows when all pages are known: redirects that chain or loop, and pages that no link reaches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from roundtable_site.errors import Severity
from roundtable_site.links.examine import Examined, targets_of
from roundtable_site.links.findings import BrokenLink
from roundtable_site.links.folder import Folder

_ENTRIES = ("404.html", "403.html", "500.html", "50x.html", "offline.html")
"""Pages that hosts and browsers show without a link."""


def redirect_findings(folder: Folder, seen: Mapping[int, Examined]) -> Iterator[BrokenLink]:
    """Follow redirects by meta refresh: a loop is an error, a redirect to a redirect is a warning."""
    ahead = {number: page.refresh[1] for number, page in seen.items() if page.refresh and page.refresh[1] >= 0}
    for start, first in ahead.items():
        if start == first:
            if seen[start].refresh == (0.0, start):
                yield _redirect(folder, [start, start], "redirects to itself for ever", "redirect-loop")
            continue
        way = [start]
        while way[-1] in ahead and ahead[way[-1]] not in way:
            way.append(ahead[way[-1]])
        if way[-1] in ahead and ahead[way[-1]] != way[-1]:
            yield _redirect(folder, [*way, ahead[way[-1]]], "redirects in a loop", "redirect-loop")
        elif len(way) > 2:
            yield _redirect(folder, way, "redirects to a page that redirects again", "redirect-chain")


def _redirect(folder: Folder, way: list[int], reason: str, rule: str) -> BrokenLink:
    names = [folder.files[number] for number in way]
    shown = " → ".join(names if len(names) < 7 else [*names[:5], "…", names[-1]])
    severity: Severity = "error" if rule == "redirect-loop" else "warning"
    return BrokenLink(names[0], reason=f"{reason}: {shown}", rule=rule, severity=severity, place="meta refresh")


def unreached_findings(folder: Folder, seen: Mapping[int, Examined]) -> Iterator[BrokenLink]:
    """Give a warning for each page that no way of links leads to from the home page.

    Without a home page, a page is unreached if no other page links to it. Redirects, error pages and pages
    that ask not to be found (robots: noindex) need no link.
    """
    pages = {number for number, examined in seen.items() if examined.kind == "page"}
    home = folder.places.get("")
    if len(pages) < 2:
        return
    reached = _reached(seen, home) if home in pages else {t for n in pages for t in targets_of(seen[n]) if t != n}
    for number in sorted(pages - reached):
        name = folder.files[number]
        needless = seen[number].refresh is not None or seen[number].unlisted
        if not needless and name not in _ENTRIES and number != home:
            yield BrokenLink(name, reason="no link leads to this page", rule="orphan", severity="warning")


def _reached(seen: Mapping[int, Examined], home: int) -> set[int]:
    reached, waiting = {home}, [home]
    while waiting:
        examined = seen.get(waiting.pop())
        for target in targets_of(examined) if examined and examined.kind == "page" else ():
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
