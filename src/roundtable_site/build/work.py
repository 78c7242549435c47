"""What the steps of a build hand to one another: small values, so that a step may be done by another process."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from roundtable_site.cache import Shelf, key_of
from roundtable_site.checking.examining import Own
from roundtable_site.errors import Location, Problem
from roundtable_site.model import Article, DistrictKind, PrintedLine
from roundtable_site.settings import Settings
from roundtable_site.site import Surroundings
from roundtable_site.site.publishing import Standing


class Job(Struct, frozen=True):
    """A build as every process needs to know it.

    `words` is the key of the tool and of the editor's word lists; `parts` are those of all that pages have in common,
    by what a person would call them. `shelf` is the folder of the cache, `staged` that in which the new site is made.
    """

    settings: Settings
    shelf_folder: str
    words: str
    parts: dict[str, str] = field(default_factory=dict)
    staged: Path = Path()
    surroundings: Surroundings = field(default_factory=Surroundings)

    @property
    def shown(self) -> str:
        """The key of all that pages have in common."""
        return key_of(*self.parts.items())

    @property
    def shelf(self) -> Shelf:
        """The cache."""
        return Shelf(self.shelf_folder)


class Opened(Struct, frozen=True):
    """What a build needs to know of an article before any page is made; `key` stands for all that this was found by."""

    slug: str
    location: Location
    source: str
    source_sha256: str  # as the content file says
    standing: Standing
    kinds: tuple[DistrictKind, ...]
    dated: bool
    guests: int
    quotes: int
    figures: int
    problems: tuple[Problem, ...]
    held: tuple[str, ...]  # why readers do not see it
    doubts: int
    doubt_places: tuple[str, ...]
    pictures: tuple[str, ...]  # files that its pages show
    key: str = ""
    path: str = ""  # of its content file
    content_sha256: str = ""
    beside: tuple[tuple[str, str | None], ...] = ()  # files that were looked at beside it, with their sha256

    @property
    def on_site(self) -> bool:
        """Whether the site has pages of it, be it to say that it is withdrawn."""
        return self.standing in ("published", "withdrawn")


class ArticleRecord(Struct, frozen=True):
    """An article as its content file says, with the printed lines of its paragraphs where its source is at hand."""

    article: Article
    printed: dict[str, tuple[PrintedLine, ...]]
    opened: Opened
    own: Own


class FileFact(Struct, frozen=True):
    """A published file: its path in the site, its sha256, the file that an editor would mend it in, its template."""

    path: str
    sha256: str
    source: str
    template: str = ""  # of a page


class GroupFiles(Struct, frozen=True):
    """The files of a group, its rows of the sitemap in each language, and how many links it has."""

    files: tuple[FileFact, ...] = ()
    rows: tuple[tuple[tuple[str, str], ...], ...] = ()
    links: int = 0


class Made(Struct, frozen=True):
    """What was made of a group: its files, its links, and how it differs from what was there.

    `links` are packed (`links.remembered`). `kept` are the paths of files whose bytes stand in the published site and
    were not written; `lost` are places that the group's pages had and have no more, None where it is not known what
    they had.
    """

    name: str
    files: GroupFiles
    links: bytes
    kept: frozenset[str] = frozenset()
    lost: dict[str, tuple[str, ...]] | None = field(default_factory=dict)
    times: dict[str, tuple[int, float]] = field(default_factory=dict)  # seconds by what was made


class Failed(Struct, frozen=True):
    """What kept a step from being done."""

    problems: tuple[Problem, ...]


Known = Mapping[str, str]
"""Paths of published files that stand as they were left, each with its sha256."""
