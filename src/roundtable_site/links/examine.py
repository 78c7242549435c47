"""One file looked at: its links resolved, its own places known, its problems found and given a position."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from roundtable_site.errors import Severity
from roundtable_site.links.addresses import decode
from roundtable_site.links.extract.facts import Facts
from roundtable_site.links.extract.files import decoded, kind_of, read_facts
from roundtable_site.links.extract.tables import MUST_NOT_BE_EMPTY
from roundtable_site.links.findings import BrokenLink, Counts
from roundtable_site.links.positions import locate
from roundtable_site.links.resolve import Outcome, Resolver, Site
from roundtable_site.links.suggest import nearest

_CLIENT_STATE = re.compile(r"[/!]|[^#]*=")  # "#/route", "#!/route", "#tab=2": read by script, where no such id stands


class Examined(NamedTuple):
    """What the check needs to know of a file once it was read, kept small: there may be many thousands.

    `ids` are its places, each between NUL characters; `demands` the places of other files that it points to, as
    "<file number>#<fragment>" between NUL characters; `targets` the files it points to.
    """

    number: int
    kind: str
    ids: str | None
    demands: str
    targets: array[int]
    refresh: tuple[float, int] | None
    findings: tuple[BrokenLink, ...]
    counts: Counts
    external: tuple[tuple[str, str, str], ...] = ()


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
            data = self.site.folder.read_bytes(number)
        except OSError as error:
            reason = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
            finding = BrokenLink(path, reason=reason, rule="unreadable")
            return Examined(number, "", "", "", array("I"), None, (finding,), Counts())
        kind, facts = read_facts(kind, data, path)
        return _Look(self, number, kind, facts, missing).result(data) if kind else None


class _Look:
    """The look at one file."""

    def __init__(self, examiner: Examiner, number: int, kind: str, facts: Facts, missing: Mapping[str, str]) -> None:
        self.examiner, self.number, self.kind, self.facts, self.missing = examiner, number, kind, facts, missing
        self.path = examiner.site.folder.files[number]
        self.resolver = Resolver(examiner.site, self.path)
        self.ids = {*facts.ids, *facts.names}
        self.targets: set[int] = set()
        self.demands: set[str] = set()
        self.own: set[str] = set()
        self.external: list[tuple[str, str, str]] = []
        self.elsewhere = 0
        self.findings: list[BrokenLink] = []

    def result(self, data: bytes) -> Examined:
        self._base()
        for (place, written), times in Counter(self.facts.links).items():
            self._link(place, written, times)
        self._notes()
        has_ids = self.kind in ("page", "drawing")
        return Examined(
            self.number,
            self.kind,
            "\0" + "\0".join(self.ids) + "\0" if has_ids else None,
            "\0".join(sorted(self.demands)),
            array("I", sorted(self.targets)),
            self._refresh(),
            tuple(locate(decoded(data)[0], self.findings)) if self.findings else (),
            Counts(
                pages=int(self.kind == "page"),
                others=int(self.kind != "page"),
                links=len(self.facts.links),
                fragments=len(self.demands) + len(self.own),
                external=self.elsewhere,
                ignored=self.facts.ignored,
            ),
            tuple(self.external),
        )

    def _base(self) -> None:
        if self.facts.base and (trouble := self.resolver.set_base(self.facts.base)):
            self._note_link("base href", self.facts.base, trouble, 1)

    def _link(self, place: str, written: str, times: int) -> None:
        ignore = self.examiner.ignore
        if ignore and ignore.search(written):
            self.facts.ignored += times
            return
        if not written.strip():
            self._empty(place, times)
            return
        outcome = self.resolver.resolve(written)
        if outcome.target >= 0:
            self._inside(place, written, outcome, times)
        elif outcome.external:
            self.elsewhere += times
            if self.examiner.keep_external:
                self.external.append(
                    (place, written, outcome.external + ("#" + outcome.fragment if outcome.fragment else ""))
                )
        if outcome.reason:
            self._note_link(place, written, outcome, times)

    def _empty(self, place: str, times: int) -> None:
        if place in MUST_NOT_BE_EMPTY:
            self._note_link(
                place, "", Outcome(reason=f"empty {place.split()[-1]}: say where it leads", rule="empty"), times
            )

    def _inside(self, place: str, written: str, outcome: Outcome, times: int) -> None:
        self.targets.add(outcome.target)
        fragment = outcome.fragment
        if not fragment or place.endswith("usemap"):
            if fragment and fragment not in self.facts.maps:
                self._note_link(
                    place,
                    written,
                    Outcome(reason="no <map> with this name on the page", rule="fragment", path=written),
                    times,
                )
            return
        if outcome.target == self.number:
            self.own.add(fragment)
            if not (fragment in self.ids or leads_somewhere(fragment, self.ids)):
                self._no_such_place(place, written, outcome, times, nearest(decode(fragment), self.ids))
            return
        demand = f"{outcome.target}#{fragment}"
        self.demands.add(demand)
        if demand in self.missing:
            self._no_such_place(place, written, outcome, times, self.missing[demand])

    def _no_such_place(self, place: str, written: str, outcome: Outcome, times: int, near: str) -> None:
        where = "this page" if outcome.target == self.number else self.examiner.site.folder.files[outcome.target]
        client = _CLIENT_STATE.match(outcome.fragment)
        reason = f"no place #{decode(outcome.fragment)} on {where}" + (" (unless script reads it)" if client else "")
        path = f"{self.examiner.site.folder.files[outcome.target]}#{outcome.fragment}"
        hint = "#" + near if near else ""
        severity: Severity = "warning" if client else "error"
        found = Outcome(reason=reason, suggestion=hint, rule="fragment", severity=severity, path=path)
        self._note_link(place, written, found, times)

    def _note_link(self, place: str, written: str, outcome: Outcome, times: int) -> None:
        self.findings.append(
            BrokenLink(
                self.path,
                link=written,
                reason=outcome.reason,
                suggestion=outcome.suggestion,
                severity=outcome.severity,
                rule=outcome.rule,
                place=place,
                target=outcome.path,
                times=times,
            )
        )

    def _notes(self) -> None:
        for rule, text, grave in self.facts.notes:
            self.findings.append(
                BrokenLink(self.path, reason=text, rule=rule, severity="error" if grave else "warning")
            )
        if len(self.facts.ids) != len(set(self.facts.ids)):
            for identity, times in Counter(self.facts.ids).items():
                if times > 1:
                    reason = f"the id {identity} stands {times} times on this page"
                    self.findings.append(
                        BrokenLink(
                            self.path,
                            reason=reason,
                            rule="duplicate-id",
                            severity="warning",
                            place="id",
                            target=identity,
                        )
                    )

    def _refresh(self) -> tuple[float, int] | None:
        if not self.facts.refresh or self.kind != "page":
            return None
        seconds, written = self.facts.refresh
        return seconds, self.resolver.resolve(written).target


def leads_somewhere(fragment: str, ids: set[str] | str) -> bool:
    """Tell whether a fragment names a place, as browsers look for it: as written, decoded, and "top".

    `ids` is a set of names, or names between NUL characters. A text fragment (`:~:text=`) needs no place.
    Source: https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element

    >>> leads_somewhere("%E8%A1%A81", {"表1"}), leads_somewhere("Top", set()), leads_somewhere("no", {"yes"})
    (True, True, False)
    """
    fragment = fragment.partition(":~:")[0]
    names = (fragment, decode(fragment))
    if not fragment or names[1].lower() == "top":
        return True
    if isinstance(ids, str):
        return any(f"\0{name}\0" in ids for name in names)
    return any(name in ids for name in names)
