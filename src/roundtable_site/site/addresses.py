"""Where a page or a file of the site stands, and how one is reached from another.

Links are relative and name the file (`../index.html`), so that the site works under any sub-path and straight from a
folder on disk. No other module joins addresses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from posixpath import relpath
from typing import Protocol
from urllib.parse import quote


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A file of the site: its folder from the site's root without slashes at the ends, and the place in it."""

    folder: str = ""
    file: str = "index.html"
    fragment: str = ""

    @property
    def path(self) -> str:
        """Give the file's path from the site's root.

        >>> Address("a/speakers").path
        'a/speakers/index.html'
        """
        return f"{self.folder}/{self.file}" if self.folder else self.file

    @property
    def page(self) -> Address:
        """Give the same file without a place in it."""
        return replace(self, fragment="")

    def at(self, fragment: str) -> Address:
        """Give a place in the same file."""
        return replace(self, fragment=fragment)

    def under(self, *names: str) -> Address:
        """Give the page of a folder below this one's.

        >>> Address("a").under("speakers", "tang").path
        'a/speakers/tang/index.html'
        """
        return Address("/".join(part for part in (self.folder, *names) if part))

    def named(self, file: str) -> Address:
        """Give another file of the same folder."""
        return Address(self.folder, file)

    def rebased(self, old: Address, new: Address) -> Address:
        """Give the same place below another folder.

        >>> Address("en/a").rebased(Address("en"), Address()).path, Address("a").rebased(Address(), Address("en")).path
        ('a/index.html', 'en/a/index.html')
        """
        below = self.folder.removeprefix(old.folder).strip("/")
        return replace(self, folder="/".join(part for part in (new.folder, below) if part))

    def seen_from(self, page: Address) -> str:
        """Give the link that leads here from another page, percent-encoded.

        >>> Address("a/transcript").at("t-1").seen_from(Address("a/speakers/tang"))
        '../../transcript/index.html#t-1'
        >>> Address("a").at("s0q1").seen_from(Address("a"))
        '#s0q1'
        """
        fragment = f"#{quote(self.fragment)}" if self.fragment else ""
        if fragment and self.file == page.file and self.folder == page.folder:
            return fragment
        return _way(self.path, page.folder) + fragment

    def absolute(self, base: str) -> str:
        """Give the address under the site's base address, as shown to other sites: folders without `index.html`.

        >>> Address("a").at("s1").absolute("https://example.org/zt")
        'https://example.org/zt/a/#s1'
        """
        path = self.path.removesuffix("index.html") if self.file == "index.html" else self.path
        fragment = f"#{quote(self.fragment)}" if self.fragment else ""
        return f"{base.rstrip('/')}/{quote(path)}{fragment}"


@lru_cache(maxsize=8192)
def _way(path: str, folder: str) -> str:
    """Give the way from a folder to a file; the pages of one folder lead to the same few hundred files."""
    return quote(relpath(path, folder or "."))


HOME = Address()


class Addressed(Protocol):
    """Anything a link can lead to."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...


@dataclass(frozen=True, slots=True)
class Link:
    """A way to somewhere, with the words that stand on it; `own` when they are the article's, not the interface's."""

    title: str
    address: Address
    own: bool = False
