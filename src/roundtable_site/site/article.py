"""Everything the site has of one article, made from that article alone: its pages, its files, its card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.model import Article
from roundtable_site.site import pages
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.dossier import Dossier, Printed
from roundtable_site.site.exports import DataFile, data_files
from roundtable_site.site.facts import ArticleCard, card_of
from roundtable_site.site.frame import Frame
from roundtable_site.site.metadata.sitemap import MapRow, map_row
from roundtable_site.site.moved import moved_pages
from roundtable_site.site.overview import OverviewPage
from roundtable_site.site.pages import Page
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.share import share_cards
from roundtable_site.site.share.drawing import share_files
from roundtable_site.site.withdrawn import withdrawn_pages


class ArticleSite(Struct, frozen=True):
    """One article in every language of the site, the main one first: frames and dossiers in step."""

    frames: tuple[Frame, ...]
    dossiers: tuple[Dossier, ...]

    @property
    def withdrawn(self) -> bool:
        """Whether all that is left of the article is to say that it is withdrawn."""
        return self.dossiers[0].article.editorial.withdrawn is not None

    def pages(self, language: int) -> Iterator[Page]:
        """Yield the pages of the article in a language, by its number."""
        frame, dossier = self.frames[language], self.dossiers[language]
        if self.withdrawn:
            yield from withdrawn_pages(frame, dossier)
        else:
            yield from _article_pages(frame, dossier)
        yield from moved_pages(frame, dossier)

    def files(self) -> Iterator[DataFile]:
        """Yield the files that are no pages; they are the same for all languages."""
        frame, dossier = self.frames[0], self.dossiers[0]
        if self.withdrawn:
            return
        yield from data_files(frame, dossier)
        yield from share_files(frame, dossier.source)

    def items(self) -> Iterator[Page | DataFile]:
        """Yield all pages and files."""
        for language in range(len(self.frames)):
            yield from self.pages(language)
        yield from self.files()

    def cards(self) -> tuple[ArticleCard, ...]:
        """Give the article's card in each language."""
        return tuple(
            card_of(dossier, frame.root, frame.cards.get(dossier.address))
            for frame, dossier in zip(self.frames, self.dossiers, strict=True)
        )

    def map_rows(self, language: int) -> list[MapRow]:
        """Give the article's rows of the sitemap in a language."""
        return [row for page in self.pages(language) if (row := map_row(page))]


def article_site(frames: Sequence[Frame], article: Article, printed: Printed) -> ArticleSite:
    """Open an article for the site that `frames` are of, one for each language."""
    drawn = {} if article.editorial.withdrawn else share_cards([article], frames[0].settings)
    own = []
    for frame in frames:
        images = {page.rebased(HOME, frame.root): card for page, card in drawn.items()}
        own.append(replace(frame, cards=images))
    return ArticleSite(tuple(own), tuple(open_dossier(article, printed, frame.root) for frame in own))


def _article_pages(frame: Frame, dossier: Dossier) -> Iterator[Page]:
    """Yield the pages of one article."""
    source, word = dossier.source, frame.word
    home, up = Link(word("home"), frame.home), Link(dossier.title, dossier.address, own=True)

    def titled(kind: type[pages.ArticlePage], address: Address, title: str) -> pages.ArticlePage:
        return kind(frame=frame, dossier=dossier, address=address, title=title, source=source, trail=(home, up))

    yield OverviewPage(
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
