"""What every page of a site shares: the settings, the words of the interface, the articles, the ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from markupsafe import Markup
from msgspec import Struct, field

from roundtable_site.model import DistrictKind
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.share import Card
from roundtable_site.site.theme import Labels
from roundtable_site.site.wording import districts_word, word_id

T = TypeVar("T")
ARTICLE_LANGUAGE = "zh-Hans"
"""The language of what the articles say, which is never translated."""


def main_language(languages: Sequence[str]) -> str:
    """Give the language that stands at the root: simplified Chinese wherever it is spoken, else the first."""
    return ARTICLE_LANGUAGE if ARTICLE_LANGUAGE in languages else languages[0]


class Language(Struct, frozen=True):
    """A language of the interface: its tag, its name in itself, and the folder that its pages stand below."""

    tag: str
    name: str
    root: Address


class ProseWay(Struct, frozen=True):
    """The way to one of the editor's own pages in one language, and the name of the file that others call it by."""

    language: str
    file: str
    link: Link


class Surroundings(Struct, frozen=True):
    """What the pages of one article say of the site as a whole; when it changes, all pages are others.

    `kinds` are those of all districts, sorted; `dated` says whether any article has a date, so that there are feeds;
    `packed` whether the whole site is offered as one file; `large` whether there are lists of articles, since the
    front page has not all of them, and a page for each keyword; `prose` are the ways to the editor's own pages.
    """

    kinds: tuple[DistrictKind, ...] = ()
    dated: bool = False
    packed: bool = False
    large: bool = False
    prose: tuple[ProseWay, ...] = ()


class Frame(Struct, frozen=True, dict=True):
    """The site around a page: nothing of it grows with the number of articles."""

    settings: Settings
    language: str
    labels: Labels
    surroundings: Surroundings = Surroundings()
    cards: Mapping[Address, Card] = field(default_factory=dict)  # share images at hand, by their page
    root: Address = HOME
    languages: tuple[Language, ...] = ()
    withdrawn: tuple[Dossier, ...] = ()  # articles whose addresses say so
    shared: dict[str, Any] = field(default_factory=dict)  # see `once`

    def once(self, name: str, make: Callable[[], T]) -> T:
        """Give what is the same for all articles of a language: it is made when it is first asked for, then kept."""
        if name not in self.shared:
            self.shared[name] = make()
        found: T = self.shared[name]
        return found

    @property
    def articles_language(self) -> str:
        """The language of what the articles say."""
        return ARTICLE_LANGUAGE

    @property
    def own(self) -> Markup:
        """The attribute that names the language of an article's own words, where the page has another one."""
        return Markup("") if self.language == ARTICLE_LANGUAGE else Markup(f' lang="{ARTICLE_LANGUAGE}"')

    def word(self, *path: str) -> str:
        """Give a label by its path in the catalogue; a missing one is a fault of the theme."""
        found: Any = self.labels
        for name in path:
            if not isinstance(found, Mapping) or name not in found:
                raise KeyError(f"label {'.'.join(path)} is missing for {self.language}")
            found = found[name]
        return str(found)

    def districts_word(self, dossier: Dossier | None = None) -> str:
        """Give the word for the districts of an article, or of all articles."""
        if dossier is None:
            return districts_word(self.surroundings.kinds, self.labels)
        return districts_word((entry.district.kind for entry in dossier.districts), self.labels)

    @property
    def home(self) -> Address:
        """The front page."""
        return self.root

    @property
    def speakers(self) -> Address:
        """All guests of all articles."""
        return self.root.under("speakers")

    @property
    def districts(self) -> Address:
        """All districts of all articles."""
        return self.root.under("districts")

    @property
    def articles(self) -> Address:
        """All articles, where the front page does not have them all."""
        return self.root.under("articles")

    @property
    def columns(self) -> Address:
        """All columns, where there are lists of their articles."""
        return self.root.under("columns")

    def keyword(self, word: str) -> Address:
        """Give where a keyword of all articles stands: a page, or on a small site a place on the page of all."""
        name = word_id(word)
        return self.keywords.under(name) if self.surroundings.large else self.keywords.at(name)

    @property
    def keywords(self) -> Address:
        """The keywords."""
        return self.root.under("keywords")

    @property
    def search(self) -> Address:
        """The search form."""
        return self.root.under("search")

    @property
    def about(self) -> Address:
        """What this site is."""
        return self.root.under("about")

    @property
    def prose(self) -> tuple[Link, ...]:
        """The editor's own pages besides the one about this site, by file name."""
        return tuple(way.link for way in self.surroundings.prose if way.language == self.language)

    def prose_at(self, file: str) -> Address | None:
        """Give the page that was made of a file in `content/pages/`."""
        ways = self.surroundings.prose
        found = (way.link.address for way in ways if way.language == self.language and way.file == file)
        return self.about if file == "about.md" else next(found, None)

    @property
    def corrections(self) -> Address:
        """The corrections of all articles."""
        return self.root.under("corrections")

    @property
    def has_feeds(self) -> bool:
        """Whether the site has feeds: it has a public address, and an article that has a date."""
        return bool(self.settings.base_url and self.surroundings.dated)

    @property
    def archive(self) -> Address:
        """The whole site as one file."""
        return HOME.under("data").named("site.zip")

    def asset(self, name: str) -> Address:
        """Give the address of a file of the theme's `assets/`."""
        folder, _, file = f"assets/{name}".rpartition("/")
        return Address(folder, file)
