"""The pages that are about no single article: the front page, people and places across articles, words, this site."""

from __future__ import annotations

from functools import cached_property
from typing import ClassVar

from msgspec import Struct

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.list_pages import Way
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import ArticleRow, WordRow
from roundtable_site.site.topics import years_of

NOT_FOUND = HOME.named("404.html")


class HomePage(Page, frozen=True, kw_only=True, dict=True):
    """The front page: every round table in the order given, or the newest, with ways to lists of all."""

    template: ClassVar[str] = "home.html"

    articles: tuple[ArticleRow, ...]
    total: int = 0  # articles of the site, where there are lists of them
    years: tuple[Way, ...] = ()
    columns: tuple[Way, ...] = ()

    @property
    def description(self) -> str | None:
        """What the settings say the site is, else what it holds."""
        return self.frame.settings.description or "；".join(row.title for row in self.articles) or None


class SharedKeyword(Struct, frozen=True):
    """A keyword of one article or more, with where it stands in each."""

    word: str
    appearances: tuple[WordRow, ...]

    @property
    def years(self) -> tuple[tuple[str, int], ...]:
        """The years of the articles that have it, each with the number of sentences it stands in."""
        return years_of(self.appearances)


MOST_PLACES = 1200
"""Places of keywords up to which a site shows them all; else each article's first one stands for the others."""


class KeywordsPage(Page, frozen=True, kw_only=True, dict=True):
    """The keywords of all articles, with where they stand; `brief` where the rows hold the first places alone."""

    template: ClassVar[str] = "keywords.html"

    rows: tuple[WordRow, ...]
    brief: bool = False
    several: bool = False  # whether the site has more than one article

    @cached_property
    def over_time(self) -> bool:
        """Whether the articles that have keywords are of two years or more."""
        return len({row.year for row in self.rows if row.year}) > 1

    @cached_property
    def words(self) -> tuple[SharedKeyword, ...]:
        """The keywords of all articles, joined: those of most articles first, then those of most weight."""
        found: dict[str, list[WordRow]] = {}
        for row in self.rows:
            found.setdefault(row.keyword.word, []).append(row)
        joined = [SharedKeyword(word, tuple(rows)) for word, rows in found.items()]
        return tuple(sorted(joined, key=_standing))


def _standing(shared: SharedKeyword) -> tuple[object, ...]:
    """Order shared keywords."""
    return -len(shared.appearances), -max(row.keyword.weight for row in shared.appearances), shared.word


class NotFoundPage(Page, frozen=True, kw_only=True, dict=True):
    """What is shown for an address that does not exist, at whatever depth: links are absolute if they can be."""

    template: ClassVar[str] = "404.html"
    anywhere: ClassVar[bool] = True

    address: Address = NOT_FOUND
