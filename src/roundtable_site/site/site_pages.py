"""The pages that are about no single article: the front page, people and places across articles, words, this site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from roundtable_site.site import selection
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import DistrictEntry, SpeakerEntry
from roundtable_site.site.index import by_initial
from roundtable_site.site.pages import Page
from roundtable_site.site.search import search_file

NOT_FOUND = HOME.named("404.html")


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The front page: every round table."""

    template: ClassVar[str] = "home.html"

    @property
    def description(self) -> str | None:
        """What the settings say the site is, else what it holds."""
        return self.frame.settings.description or "；".join(dossier.title for dossier in self.frame.articles) or None

    @property
    def articles(self) -> tuple[Dossier, ...]:
        """The round tables, in the order given."""
        return self.frame.articles


@dataclass(frozen=True, kw_only=True)
class PersonPage(Page):
    """One guest in all articles."""

    template: ClassVar[str] = "person.html"
    own_title: ClassVar[bool] = True

    appearances: tuple[tuple[Dossier, SpeakerEntry], ...]


@dataclass(frozen=True, kw_only=True)
class PeoplePage(Page):
    """All guests of all articles."""

    template: ClassVar[str] = "people.html"

    people: tuple[PersonPage, ...]


@dataclass(frozen=True, kw_only=True)
class PlacePage(Page):
    """One district in all articles."""

    template: ClassVar[str] = "place.html"
    own_title: ClassVar[bool] = True

    appearances: tuple[tuple[Dossier, DistrictEntry], ...]


@dataclass(frozen=True, kw_only=True)
class PlacesPage(Page):
    """All districts of all articles."""

    template: ClassVar[str] = "places.html"

    places: tuple[PlacePage, ...]


@dataclass(frozen=True, kw_only=True)
class KeywordsPage(Page):
    """The keywords of all articles, with where they stand."""

    template: ClassVar[str] = "keywords.html"
    MOST_PLACES: ClassVar[int] = 1200

    @cached_property
    def words(self) -> tuple[selection.SharedKeyword, ...]:
        """The keywords of all articles, joined."""
        return selection.shared_keywords(self.frame.articles)

    @property
    def brief(self) -> bool:
        """Whether there are so many places that each article's first one stands for the others."""
        places = sum(len(found.places) for word in self.words for _, found in word.appearances)
        return places > self.MOST_PLACES


@dataclass(frozen=True, kw_only=True)
class AboutPage(Page):
    """What this site is, in the editor's words (Markdown), and how its pages are made."""

    template: ClassVar[str] = "about.html"

    @property
    def file(self) -> Path | None:
        """The editor's page in this language (`about.en.md`), else in the articles' (`about.md`), if there is one."""
        folder, language = self.frame.settings.content / "pages", self.frame.language
        return next((path for name in (f"about.{language}.md", "about.md") if (path := folder / name).is_file()), None)

    @property
    def translated(self) -> bool:
        """Whether the text is in the language of the page."""
        return self.file is None or self.file.name != "about.md"

    @property
    def text(self) -> str:
        """The editor's Markdown, empty when there is no file."""
        return self.file.read_text(encoding="utf-8") if self.file else ""


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The search form, and an index by initial for readers without JavaScript."""

    template: ClassVar[str] = "search.html"

    @property
    def files(self) -> tuple[Address, ...]:
        """The data that the form searches, one file for each article."""
        return tuple(search_file(dossier) for dossier in self.frame.articles)

    @property
    def index(self) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        """Names and words under their initials in pinyin."""
        return by_initial(self.frame.articles)


@dataclass(frozen=True, kw_only=True)
class NotFoundPage(Page):
    """What is shown for an address that does not exist, at whatever depth: links are absolute if they can be."""

    template: ClassVar[str] = "404.html"
    anywhere: ClassVar[bool] = True

    address: Address = NOT_FOUND
