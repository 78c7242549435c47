"""Where a page or a file of the site stands, and how one is reached from another.

Links are relative and name the file (`../index.html`), so that the site works under any sub-path and straight from a
folder on disk. No other module joins addresses.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Protocol
from urllib.parse import quote

from msgspec import Struct
from msgspec.structs import replace


class Address(Struct, frozen=True, order=True):
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
        return Address(self.folder, self.file)

    def at(self, fragment: str) -> Address:
        """Give a place in the same file."""
        return Address(self.folder, self.file, fragment)

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
        fragment = f"#{_quoted(self.fragment)}" if self.fragment else ""
        if fragment and self.file == page.file and self.folder == page.folder:
            return fragment
        return _way(self.folder, page.folder) + _quoted(self.file) + fragment

    def absolute(self, base: str) -> str:
        """Give the address under the site's base address, as shown to other sites: folders without `index.html`.

        >>> Address("a").at("s1").absolute("https://example.org/zt")
        'https://example.org/zt/a/#s1'
        """
        path = self.path.removesuffix("index.html") if self.file == "index.html" else self.path
        fragment = f"#{_quoted(self.fragment)}" if self.fragment else ""
        return f"{base.rstrip('/')}/{_quoted(path)}{fragment}"


@lru_cache(maxsize=8192)
def _way(target: str, folder: str) -> str:
    """Give the way from a folder to another; an article has few, and its pages lead to the same ones again and again.

    >>> _way("a/transcript", "a/speakers/tang"), _way("", "a"), _way("a/b", ""), _way("a", "a")
    ('../../transcript/', '../', 'a/b/', '')
    """
    there, here = target.split("/") if target else [], folder.split("/") if folder else []
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    down = "".join(f"{name}/" for name in there[shared:])
    return "../" * (len(here) - shared) + _quoted(down)


def _quoted(text: str) -> str:
    """Percent-encode what needs it: most names are letters, digits and hyphens."""
    return text if _SAFE(text) else quote(text)


_SAFE = re.compile(r"[A-Za-z0-9_.~/\-]*").fullmatch


HOME = Address()


class Addressed(Protocol):
    """Anything a link can lead to."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        ...


class Link(Struct, frozen=True):
    """A way to somewhere, with the words that stand on it; `own` when they are the article's, not the interface's."""

    title: str
    address: Address
    own: bool = False
