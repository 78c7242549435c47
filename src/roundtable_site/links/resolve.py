"""Where an address leads: to a file of the folder, to another site, or nowhere."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urljoin

from roundtable_site.errors import Severity
from roundtable_site.links import contacts
from roundtable_site.links.addresses import WEB, Address, clean, decode, host_trouble, join, plain_host, split
from roundtable_site.links.folder import Folder
from roundtable_site.links.suggest import suggest_place

_PLAIN = re.compile(r"((?:\.\./)*)((?:[A-Za-z0-9_\-][A-Za-z0-9_\-./]*)?)")
"""A path that needs no decoding: the great majority, taken by a short way."""


_REMEMBERED = 50_000
"""Addresses of other sites that are remembered at the most."""


class Outcome(NamedTuple):
    """What an address comes to: `target` is the number of a file, -1 if it is none of ours.

    `reason` says what is wrong; `external` is the whole address where it belongs to another site.
    """

    target: int = -1
    fragment: str = ""
    reason: str = ""
    suggestion: str = ""
    severity: Severity = "error"
    rule: str = ""
    external: str = ""
    path: str = ""


class Site:
    """A folder with the web address that it will have: "https://example.org/news/" → host and sub-path."""

    def __init__(self, folder: Folder, base_url: str | None = None) -> None:
        self.folder = folder
        self._known_base = ""
        self._known: dict[str, int] = {}
        self._levels: list[str] = [""]
        self.others: dict[str, Outcome] = {}  # addresses of other sites, which mean the same on every page
        self.host, self.prefix, self.scheme = "", "/", "https"
        if base_url:
            base = split(base_url)
            self.scheme = base.scheme or "https"
            self.host = plain_host(base.host or "", self.scheme)
            self.prefix = "/" + decode(base.path).strip("/") + "/" if base.path.strip("/") else "/"

    def at(self, base: str) -> tuple[dict[str, int], list[str]]:
        """Give what is known of paths as they are written in one folder, and the folder with those above it.

        What is known of the folder before is forgotten: files come sorted by folder.
        """
        if base != self._known_base:
            parts = base.split("/")[:-1]
            self._known_base, self._known = base, {}
            self._levels = ["/".join(parts[:count]) + "/" if count else "" for count in range(len(parts), -1, -1)]
        return self._known, self._levels

    def within(self, path: str) -> str | None:
        """Give an absolute path as a path of the folder ("/news/a.html" → "a.html"), None if it lies outside it."""
        path = decode(path)
        if path.startswith(self.prefix):
            return path[len(self.prefix) :]
        return "" if path + "/" == self.prefix or not path else None


class Resolver:
    """Resolves the addresses that stand in one file (against its folder, or its `<base>`), each of them once."""

    def __init__(self, site: Site, page: str) -> None:
        self.site = site
        self.page = page
        self.number = site.folder.places.get(page, -1)
        self.base = page.rpartition("/")[0] + "/" if "/" in page else ""
        self.outer = ""  # the <base>, where that is another site
        self.self_path = page  # what an address without a path means
        self._stand()

    def _stand(self) -> None:
        self.known_paths, self._levels = self.site.at(self.base)
        self.known_paths[""] = self.number

    def set_base(self, written: str) -> Outcome | None:
        """Take over a `<base href>`; give what is wrong with it, if anything is."""
        address = split(written)
        if address.host is not None and not self._is_own(address):
            self.outer = urljoin("https:", written.strip())
        elif address.scheme not in WEB | {""}:
            return Outcome(reason="a base address must be a web address", rule="base", path=written)
        else:
            path, outside = self._own_path(address)
            if outside:
                return Outcome(reason="the base address lies outside the site", rule="base", path=path)
            self.base = path.rpartition("/")[0] + "/" if "/" in path else ""
            self.self_path = path
            self.number = self.site.folder.places.get(path, -1)
            self._stand()
        if self.outer:
            self.known_paths = {}
        return None

    def resolve(self, written: str) -> Outcome:
        """Say where an address leads."""
        path, _, fragment = written.partition("#")
        target = self.plain_target(path)
        if target >= 0:
            return Outcome(target, clean(fragment))
        if found := self.site.others.get(written):
            return found
        outcome = self._in_full(written)
        if outcome.external and not self.outer and len(self.site.others) < _REMEMBERED:
            self.site.others[written] = outcome
        return outcome

    def plain_target(self, path: str) -> int:
        """Give the file that a plain path leads to, -1 if it is not plain or leads to none. The short way."""
        match = None if self.outer else _PLAIN.fullmatch(path)
        if match is None:
            return -1
        ups, rest = len(match[1]) // 3, match[2]
        if ups >= len(self._levels) or "/." in rest or "//" in rest or not path:
            return -1
        target = self.site.folder.places.get(self._levels[ups] + rest, -1)
        if target >= 0:
            self.known_paths[path] = target
        return target

    def _in_full(self, written: str) -> Outcome:
        address = split(written)
        if self.outer and not address.scheme and address.host is None:
            return Outcome(external=urljoin(self.outer, written.strip()))
        if address.host is None and address.scheme not in WEB | {""}:
            reason, rule = contacts.trouble(address)
            severity: Severity = "warning" if rule.endswith("-style") else "error"
            return Outcome(reason=reason, rule=rule, severity=severity, path=written)
        if address.host is not None and not self._is_own(address):
            return self._elsewhere(address, written)
        path, outside = self._own_path(address)
        if outside:
            return self._outside(address, path)
        if not address.path and address.host is None and self.number >= 0:
            return Outcome(self.number, address.fragment or "", path=path)
        return self._find(address, path)

    def _is_own(self, address: Address) -> bool:
        scheme = address.scheme or self.site.scheme
        own = scheme in WEB and bool(self.site.host) and plain_host(address.host or "", scheme) == self.site.host
        return own and self.site.within(join("", address.path)[0] and "/" + join("", address.path)[0]) is not None

    def _elsewhere(self, address: Address, written: str) -> Outcome:
        if address.scheme in WEB | {""} and (reason := host_trouble(address.host or "")):
            return Outcome(reason=reason, rule="host", path=written)
        scheme = address.scheme or self.site.scheme
        query = "" if address.query is None else "?" + address.query
        return Outcome(external=f"{scheme}://{address.host}{address.path}{query}", fragment=address.fragment or "")

    def _own_path(self, address: Address) -> tuple[str, bool]:
        """Give an address of our own as a path in the folder, and whether it lies outside."""
        if address.host is not None or address.path.startswith("/"):
            path, _ = join("", address.path)
            inner = self.site.within("/" + path)
            return (path, True) if inner is None else (inner, False)
        if not address.path:
            return self.self_path, False
        return join(self.base, address.path)

    def _outside(self, address: Address, path: str) -> Outcome:
        if address.path.startswith("/"):
            found = path if path in self.site.folder.places else ""
            hint = self.site.prefix + found if found else ""
            reason = f"leads out of the site, which lies under {self.site.prefix}"
            return Outcome(reason=reason, suggestion=hint, rule="outside", path="/" + path)
        hint = self.relative(path) if path in self.site.folder.places else ""
        return Outcome(reason="leads out of the folder", suggestion=hint, rule="outside", path="../" + path)

    def _find(self, address: Address, path: str) -> Outcome:
        folder, fragment = self.site.folder, address.fragment or ""
        number = folder.places.get(path)
        if number is not None and "%2f" in address.path.lower():
            reason = "has a slash written as %2F, which many hosts take for a part of the name"
            return Outcome(number, fragment, reason, self.relative(path), "warning", "encoded-slash", path=path)
        if number is not None:
            return Outcome(number, fragment, path=path)
        for other, reason, rule in _leniently(path):
            number = folder.places.get(other) if other else None
            if number is not None:
                return Outcome(number, fragment, reason, self.relative(other), "warning", rule, path=path)
        reason, rule, place = _what_is_missing(folder, path)
        if address.path.startswith(("www.", "http//", "https//", "http/", "https/")):
            rest = re.sub("^https?/+", "", address.path)
            reason = "no such file: the scheme is missing"
            return Outcome(reason=reason, rule="scheme", suggestion=f"https://{rest}", path=path)
        place = place or ("" if rule == "no-index" else suggest_place(folder, path))
        return Outcome(reason=reason, rule=rule, suggestion=self.relative(place) if place else "", path=path)

    def relative(self, place: str) -> str:
        """Give the address of a place of the folder as this page would write it."""
        here, there = self.base.split("/")[:-1], place.split("/")
        shared = 0
        while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
            shared += 1
        return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"


def _leniently(path: str) -> tuple[tuple[str, str, str], ...]:
    """Give what many hosts make of an address that names no file: the place, what they do, the rule."""
    single = re.sub("/{2,}", "/", path).removeprefix("/")
    return (
        (path + "/" if path else "", "is a folder: hosts redirect once, a disk shows no page", "trailing-slash"),
        (single, "has a doubled slash, which not every host forgives", "doubled-slash"),
        ("" if path.endswith("/") else path + ".html", "lacks .html, which not every host adds", "extension"),
    )


def _what_is_missing(folder: Folder, path: str) -> tuple[str, str, str]:
    """Say why an address leads nowhere: the reason, the rule, and the place that was meant, if that is sure."""
    if path.rstrip("/") + "/" in folder.folders or not path:
        return "the folder has no index page", "no-index", ""
    bare = path.rstrip("/")
    for other in (bare, bare + ".html") if path.endswith("/") else ():
        if other in folder.places:
            return "is a file and takes no slash at the end", "trailing-slash", other
    for other in (path, bare + "/"):
        if found := folder.by_lower_case.get(other.casefold()):
            return "no such file: the letter case differs", "letter-case", found
    return "no such file", "missing", ""
