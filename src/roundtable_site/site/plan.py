"""Decide which pages the site has, where each stands and how they are joined. No HTML, no disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.model import Article
from roundtable_site.settings import Settings
from roundtable_site.site import pages, site_pages
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.corrections import corrections_page
from roundtable_site.site.dossier import Dossier, Printed
from roundtable_site.site.entries import DistrictEntry, SpeakerEntry
from roundtable_site.site.exports import DataFile, data_files
from roundtable_site.site.frame import ARTICLE_LANGUAGE, Frame, Language
from roundtable_site.site.metadata.files import site_files
from roundtable_site.site.moved import moved_pages
from roundtable_site.site.pages import Page
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.publishing import published, withdrawn
from roundtable_site.site.share import share_cards
from roundtable_site.site.share.drawing import share_files
from roundtable_site.site.theme import load_labels
from roundtable_site.site.withdrawn import withdrawn_pages


@dataclass(frozen=True)
class Site:
    """Everything that is to be written: pages and data files, each with the file that an editor would mend it in."""

    frame: Frame
    pages: tuple[Page, ...]
    files: tuple[DataFile, ...]

    @property
    def items(self) -> tuple[Page | DataFile, ...]:
        """The pages, then the data files."""
        return (*self.pages, *self.files)

    @property
    def sources(self) -> Mapping[str, str]:
        """Path of each page and file below the site's root → the file that it was made from."""
        return {item.address.path: item.source for item in self.items}


def plan(articles: Sequence[Article], settings: Settings, printed: Mapping[str, Printed]) -> Site:
    """Plan a site of these articles; `printed` gives each article's printed lines, by slug, where they are known.

    Articles that are not published are left out (`publishing`). Two pages with one address are an error.
    """
    shown = published(articles, settings)
    frames = tuple(_frames(shown, withdrawn(articles), settings, printed))
    planned = tuple(chain.from_iterable(_pages(frame) for frame in frames))
    frame = frames[0]
    downloads = chain.from_iterable(data_files(frame, dossier) for dossier in frame.articles)
    files = (*downloads, *site_files(frame, planned), *share_files(frame))
    site = Site(frame, planned, files)
    _refuse_collisions(site.items)
    return site


def _frames(
    articles: Sequence[Article], gone: Sequence[Article], settings: Settings, printed: Mapping[str, Printed]
) -> Iterator[Frame]:
    """Yield the site in each of its languages, the main one first.

    Simplified Chinese stands at the root wherever it is spoken: no published link moves when a language is added.
    """
    labels = {tag: load_labels(settings.templates, tag) for tag in settings.languages}
    main = ARTICLE_LANGUAGE if ARTICLE_LANGUAGE in labels else settings.languages[0]
    tags = (main, *(tag for tag in labels if tag != main))
    languages = tuple(
        Language(tag, str(labels[tag]["language"]), HOME if tag == main else HOME.under(tag)) for tag in tags
    )
    cards = share_cards(articles, settings)
    for language in languages:
        dossiers = tuple(open_dossier(item, printed.get(item.slug, {}), language.root) for item in articles)
        former = tuple(open_dossier(item, {}, language.root) for item in gone)
        images = {page.rebased(HOME, language.root): card for page, card in cards.items()}
        yield Frame(settings, language.tag, labels[language.tag], dossiers, images, language.root, languages, former)


def _pages(frame: Frame) -> Iterator[Page]:
    """Yield every page of the site in one language."""
    standing = list(_site_pages(frame))
    for dossier in frame.articles:
        standing += _article_pages(frame, dossier)
    yield from standing
    yield from withdrawn_pages(frame, {page.address for page in standing})
    yield from moved_pages(frame)


def _refuse_collisions(items: Iterable[Page | DataFile]) -> None:
    """Raise when two pages would be written to one file (also where the disk ignores case)."""
    seen: dict[str, str] = {}
    problems = []
    for item in items:
        path = item.address.path.casefold()
        if path in seen:
            message = (
                f"two pages have the address {item.address.path} (the other: {seen[path]}); change an id or a slug"
            )
            problems.append(Problem(Location(item.source), message))
        seen.setdefault(path, item.source)
    if problems:
        raise RoundtableError(problems)


def _site_pages(frame: Frame) -> Iterator[Page]:
    """Yield the pages that are about no single article."""
    word, settings = frame.word, "roundtable.toml"
    home = Link(word("home"), frame.home)
    yield site_pages.HomePage(frame=frame, address=frame.home, title=frame.settings.title, source=settings)
    yield site_pages.AboutPage(
        frame=frame,
        address=frame.about,
        title=word("about"),
        source="content/pages/about.md",
        trail=(home,),
    )
    yield site_pages.KeywordsPage(
        frame=frame, address=frame.keywords, title=word("keywords"), source=settings, trail=(home,)
    )
    yield site_pages.SearchPage(frame=frame, address=frame.search, title=word("search"), source=settings, trail=(home,))
    yield corrections_page(frame, home)
    if frame.root == HOME:
        yield site_pages.NotFoundPage(frame=frame, title=word("not_found"), source=settings, trail=(home,))
    yield from _people(frame, home)
    yield from _places(frame, home)


def _people(frame: Frame, home: Link) -> Iterator[Page]:
    """Yield the pages of guests across articles, with their index."""
    appearances: dict[str, list[tuple[Dossier, SpeakerEntry]]] = {}
    for dossier in frame.articles:
        for speaker in dossier.speakers:
            appearances.setdefault(speaker.guest.id, []).append((dossier, speaker))
    index = Link(frame.word("speakers"), frame.speakers)
    people = tuple(
        site_pages.PersonPage(
            frame=frame,
            address=frame.speakers.under(guest),
            title=found[0][1].name,
            source=found[0][0].source,
            trail=(home, index),
            appearances=tuple(found),
        )
        for guest, found in appearances.items()
    )
    yield site_pages.PeoplePage(
        frame=frame, address=index.address, title=index.title, source="roundtable.toml", trail=(home,), people=people
    )
    yield from people


def _places(frame: Frame, home: Link) -> Iterator[Page]:
    """Yield the pages of districts across articles, with their index."""
    appearances: dict[str, list[tuple[Dossier, DistrictEntry]]] = {}
    for dossier in frame.articles:
        for district in dossier.districts:
            appearances.setdefault(district.district.id, []).append((dossier, district))
    index = Link(frame.districts_word(), frame.districts)
    places = tuple(
        site_pages.PlacePage(
            frame=frame,
            address=frame.districts.under(district),
            title=found[0][1].name,
            source=found[0][0].source,
            trail=(home, index),
            appearances=tuple(found),
        )
        for district, found in appearances.items()
    )
    yield site_pages.PlacesPage(
        frame=frame, address=index.address, title=index.title, source="roundtable.toml", trail=(home,), places=places
    )
    yield from places


def _article_pages(frame: Frame, dossier: Dossier) -> Iterator[Page]:
    """Yield the pages of one article."""
    source, word = dossier.source, frame.word
    home, up = Link(word("home"), frame.home), Link(dossier.title, dossier.address, own=True)

    def titled(kind: type[pages.ArticlePage], address: Address, title: str) -> pages.ArticlePage:
        return kind(frame=frame, dossier=dossier, address=address, title=title, source=source, trail=(home, up))

    yield pages.OverviewPage(
        frame=frame, dossier=dossier, address=dossier.address, title=dossier.title, source=source, trail=(home,)
    )
    yield titled(pages.IndicatorsPage, dossier.table, word("indicators"))
    yield titled(pages.TranscriptPage, dossier.transcript, word("transcript"))
    yield titled(pages.SpeakersPage, dossier.address.under("speakers"), word("speakers"))
    yield titled(pages.DistrictsPage, dossier.address.under("districts"), frame.districts_word(dossier))
    yield from _speaker_pages(frame, dossier, (home, up))
    yield from _district_pages(frame, dossier, (home, up))


def _speaker_pages(frame: Frame, dossier: Dossier, trail: tuple[Link, ...]) -> Iterator[Page]:
    """Yield a page for each guest, joined in printed order."""
    index = Link(frame.word("speakers"), dossier.address.under("speakers"))
    ways = [Link(speaker.name, speaker.address, own=True) for speaker in dossier.speakers]
    for at, speaker in enumerate(dossier.speakers):
        yield pages.SpeakerPage(
            frame=frame,
            dossier=dossier,
            speaker=speaker,
            address=speaker.address,
            title=speaker.name,
            source=dossier.source_of(speaker.guest),
            trail=(*trail, index),
            previous=ways[at - 1] if at else None,
            following=ways[at + 1] if at + 1 < len(ways) else None,
        )


def _district_pages(frame: Frame, dossier: Dossier, trail: tuple[Link, ...]) -> Iterator[Page]:
    """Yield a page for each district, joined in printed order."""
    index = Link(frame.districts_word(dossier), dossier.address.under("districts"))
    ways = [Link(district.name, district.address, own=True) for district in dossier.districts]
    for at, district in enumerate(dossier.districts):
        yield pages.DistrictPage(
            frame=frame,
            dossier=dossier,
            district=district,
            address=district.address,
            title=district.name,
            source=dossier.source_of(district.district),
            trail=(*trail, index),
            previous=ways[at - 1] if at else None,
            following=ways[at + 1] if at + 1 < len(ways) else None,
        )
