"""Decide which pages a small site has, all at once and in memory. No HTML, no disk.

A build makes the same pages article by article (`article`) and across articles (`across`) and never holds them all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain

from msgspec import Struct

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.model import Article
from roundtable_site.settings import Settings
from roundtable_site.site.across import make, orders
from roundtable_site.site.addresses import HOME
from roundtable_site.site.article import ArticleSite, article_site
from roundtable_site.site.dates import printed_on
from roundtable_site.site.dossier import Dossier, Printed
from roundtable_site.site.exports import DataFile
from roundtable_site.site.facts import Facts, Mark, laid_out, rows_at
from roundtable_site.site.frame import Frame, Language, Surroundings, main_language
from roundtable_site.site.given import refuse_links
from roundtable_site.site.metadata.files import map_files
from roundtable_site.site.metadata.sitemap import map_row
from roundtable_site.site.ordering import Extent, is_large
from roundtable_site.site.pages import Page
from roundtable_site.site.prose_pages import prose_ways
from roundtable_site.site.publishing import published, withdrawn
from roundtable_site.site.showing import is_shown
from roundtable_site.site.theme import load_labels


class Site(Struct, frozen=True, dict=True):
    """Everything that is to be written: pages and data files, each with the file that an editor would mend it in."""

    articles: tuple[ArticleSite, ...]
    frame: Frame
    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The articles in the main language."""
        return tuple(article.dossiers[0] for article in self.articles)

    @property
    def items(self) -> tuple[Page | DataFile, ...]:
        """The pages, then the data files."""
        return (*self.pages, *self.files)

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Path of each page and file below the site's root → the file that it was made from."""
        return {item.address.path: item.source for item in self.items}


def plan(articles: Sequence[Article], settings: Settings, printed: Mapping[str, Printed]) -> Site:
    """Plan a site of these articles; `printed` gives each article's printed lines, by slug, where they are known.

    Articles that are not published are left out (`publishing`). Two pages with one address are an error.
    """
    refuse_links(settings)
    shown = published(articles, settings)
    frames = frames_of(settings, surroundings(shown, settings))
    opened = tuple(article_site(frames, article, printed.get(article.slug, {})) for article in shown)
    gone = tuple(article_site(frames, article, {}) for article in withdrawn(articles))
    across = [tuple(_across(frame, (*opened, *gone), language)) for language, frame in enumerate(frames)]
    pages: list[Page] = []
    files: list[DataFile] = list(chain.from_iterable(article.files() for article in opened))
    for language, items in enumerate(across):
        pages += [item for item in items if isinstance(item, Page)]
        pages += chain.from_iterable(article.pages(language) for article in (*opened, *gone))
        files += [item for item in items if isinstance(item, DataFile)]
    files += map_files(frames[0], [row for page in pages if (row := map_row(page))])
    site = Site(opened, frames[0], tuple(pages), tuple(files))
    refuse_collisions((item.address.path, item.source) for item in site.items)
    return site


def surroundings(shown: Iterable[Article], settings: Settings) -> Surroundings:
    """Say what the pages of one article say of the site of all these."""
    articles = list(shown)
    kinds = {district.kind for article in articles for district in article.districts if is_shown(district)}
    dated = any(printed_on(article) for article in articles)
    packed = len(articles) <= settings.downloads.whole_site
    return Surroundings(tuple(sorted(kinds)), dated, packed, is_large(len(articles)), prose_ways(settings))


def frames_of(settings: Settings, surroundings: Surroundings) -> tuple[Frame, ...]:
    """Give the site's frame in each of its languages, the main one first.

    Simplified Chinese stands at the root wherever it is spoken: no published link moves when a language is added.
    """
    labels = {tag: load_labels(settings.templates, tag) for tag in settings.languages}
    main = main_language(settings.languages)
    tags = (main, *(tag for tag in labels if tag != main))
    languages = tuple(
        Language(tag, str(labels[tag]["language"]), HOME if tag == main else HOME.under(tag)) for tag in tags
    )
    return tuple(
        Frame(settings, each.tag, labels[each.tag], surroundings, root=each.root, languages=languages)
        for each in languages
    )


def _across(frame: Frame, opened: Sequence[ArticleSite], language: int) -> Iterable[Page | DataFile]:
    """Yield what is about no single article, in one language."""
    facts, places = Facts(), 0
    for article in opened:
        data, cards = laid_out([article.cards()[language]])
        facts.add(article.dossiers[0].article.slug, cards[0].marks, partial(_rows, data))
        places += cards[0].places
    for order in orders(frame, facts, Extent(sum(not article.withdrawn for article in opened), places)):
        yield from make(frame, order, [facts.packed(need) for need in order.needs])


def _rows(data: bytes, mark: Mark) -> list[bytes]:
    return rows_at(mark, data[mark.start : mark.start + mark.length]) or []


def refuse_collisions(items: Iterable[tuple[str, str]]) -> None:
    """Raise when two of some pages, given as path and source, would be one file (also where the disk ignores case)."""
    seen: dict[str, str] = {}
    problems = []
    for path, source in items:
        name = path.casefold()
        if name in seen:
            message = f"two pages have the address {path} (the other: {seen[name]}); change an id or a slug"
            problems.append(Problem(Location(source), message))
        seen.setdefault(name, source)
    if problems:
        raise RoundtableError(problems)
