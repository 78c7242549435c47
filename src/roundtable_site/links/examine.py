"""One file looked at: its links resolved, its own places known, its problems found and given a position."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from roundtable_site.links.extract.files import decoded, kind_of, read_facts, unpacked
from roundtable_site.links.findings import BrokenLink, Counts
from roundtable_site.links.look import Look
from roundtable_site.links.places import NUL
from roundtable_site.links.positions import locate
from roundtable_site.links.resolve import Site


class Examined(NamedTuple):
    """What the check needs to know of a file once it was read, kept small: there may be many thousands.

    `ids` are its places, each between NUL characters; `demands` the places of other files that it points to, as
    "<file number>#<fragment>" between NUL characters; `targets` the numbers of the files it points to, as an array of
    unsigned integers; `counts` are the pages (0 or 1), other files, links, fragments, external and ignored links;
    `unlisted` pages ask not to be found. All is plain, as it passes between processes.
    """

    number: int
    kind: str
    ids: str | None
    demands: str
    targets: bytes
    refresh: tuple[float, int] | None
    findings: tuple[BrokenLink, ...]
    counts: tuple[int, ...]
    external: tuple[tuple[str, str, str], ...] = ()
    unlisted: bool = False


def targets_of(examined: Examined) -> array[int]:
    """Give the numbers of the files that a file points to."""
    return array("I", examined.targets)


def counts_of(seen: Iterable[Examined], files: int) -> Counts:
    """Add up what was looked at."""
    sums = [sum(column) for column in zip(*(examined.counts for examined in seen if examined.counts), strict=True)]
    pages, others, links, fragments, external, ignored = sums or [0] * 6
    return Counts(files, pages, others, links, fragments, external, ignored=ignored)


class Examiner:
    """Looks at the files of a site, one at a time and independently of one another."""

    def __init__(self, site: Site, ignore: Sequence[str] = (), keep_external: bool = False) -> None:
        self.site = site
        self.ignore = re.compile("|".join(f"(?:{pattern})" for pattern in ignore)) if ignore else None
        self.keep_external = keep_external

    def examine(self, number: int, missing: Mapping[str, str] = MappingProxyType({})) -> Examined | None:
        """Read one file; None if it is none that holds links.

        `missing` are demands that turned out to lead to no place, with what was probably meant: the links with these
        become findings, too.
        """
        path = self.site.folder.files[number]
        kind = kind_of(path)
        if not kind:
            return None
        try:
            data = unpacked(path, self.site.folder.read_bytes(number))
        except OSError as error:
            reason = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
            finding = BrokenLink(path, reason=reason, rule="unreadable")
            return Examined(number, "", "", "", b"", None, (finding,), ())
        kind, facts = read_facts(kind, data, path)
        if not kind:
            return None
        look = Look(self.site, number, facts, missing, self.ignore)
        look.take()
        return self._result(look, kind, data)

    def _result(self, look: Look, kind: str, data: bytes) -> Examined:
        page = kind == "page"
        return Examined(
            look.number,
            kind,
            f"\0{NUL.join(look.ids)}\0" if page or kind == "drawing" else None,
            NUL.join(look.demands),
            array("I", look.targets).tobytes(),
            look.refresh() if page else None,
            tuple(locate(decoded(data)[0], look.findings)) if look.findings else (),
            (
                int(page),
                int(not page),
                len(look.facts.links),
                len(look.demands) + len(look.own),
                look.elsewhere,
                look.facts.ignored,
            ),
            tuple(look.external) if self.keep_external else (),
            look.facts.unlisted,
        )
