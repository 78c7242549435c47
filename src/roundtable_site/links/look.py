"""The links of one file, resolved one after another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from roundtable_site.errors import Severity
from roundtable_site.links.addresses import decode
from roundtable_site.links.extract.facts import Facts
from roundtable_site.links.extract.tables import MUST_NOT_BE_EMPTY
from roundtable_site.links.findings import BrokenLink
from roundtable_site.links.places import is_client_state, leads_somewhere
from roundtable_site.links.resolve import Outcome, Resolver, Site
from roundtable_site.links.suggest import nearest


class Look:
    """The look at one file: what it points to, what it asks of other files, what is wrong with it."""

    def __init__(
        self, site: Site, number: int, facts: Facts, missing: Mapping[str, str], ignore: re.Pattern[str] | None
    ) -> None:
        self.number, self.facts, self.missing, self.ignore = number, facts, missing, ignore
        self.files = site.folder.files
        self.path = self.files[number]
        self.resolver = Resolver(site, self.path)
        self.ids = {*facts.ids, *facts.names}
        self.targets: set[int] = set()
        self.demands: set[str] = set()
        self.own: set[str] = set()
        self.external: list[tuple[str, str, str]] = []
        self.elsewhere = 0
        self.findings: list[BrokenLink] = []

    def take(self) -> None:
        """Take everything that the file says."""
        if self.facts.base and (trouble := self.resolver.set_base(self.facts.base)):
            self._note_link("base href", self.facts.base, trouble, 1)
        self._links()
        self._notes()

    def _links(self) -> None:
        """Take the links, by a short way where the path was seen before in this folder."""
        number, ids = self.number, self.ids
        add_target, add_demand, add_own = self.targets.add, self.demands.add, self.own.add
        short = not (self.ignore or self.missing)
        known = self.resolver.known_paths if short else {}
        plain = self.resolver.plain_target if short else None
        others = []
        for link in self.facts.links:
            path, _, fragment = link[1].partition("#")
            target = known.get(path, -1)
            if target < 0 and plain:
                target = plain(path)
            if target < 0:
                others.append(link)
            elif target != number:
                add_target(target)
                if fragment:
                    add_demand(f"{target}#{fragment}")
            elif fragment in ids:
                add_own(fragment)
            else:
                others.append(link)
        for (place, written), times in Counter(others).items():
            self._link(place, written, times)

    def _link(self, place: str, written: str, times: int) -> None:
        if self.ignore and self.ignore.search(written):
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
        if not fragment:
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
        where = "this page" if outcome.target == self.number else self.files[outcome.target]
        client = is_client_state(outcome.fragment)
        reason = f"no place #{decode(outcome.fragment)} on {where}" + (" (unless script reads it)" if client else "")
        path = f"{self.files[outcome.target]}#{outcome.fragment}"
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
        for place, written in self.facts.map_links:
            mark, _, name = written.partition("#")
            if name not in self.facts.maps or mark:
                reason = "no <map> with this name on the page" if name else "names no <map>: write # and the map's name"
                self._note_link(place, written, Outcome(reason=reason, rule="fragment", path=written), 1)
        for note in self.facts.notes:
            severity: Severity = "error" if note.grave else "warning"
            found = BrokenLink(self.path, note.line, note.column, reason=note.text, severity=severity, rule=note.rule)
            self.findings.append(replace(found, place=note.place, target=note.value))
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

    def refresh(self) -> tuple[float, int] | None:
        """Give the seconds and the file of a redirect by meta refresh (-1 for one that is none of ours)."""
        if not self.facts.refresh:
            return None
        seconds, written = self.facts.refresh
        return seconds, self.resolver.resolve(written).target
