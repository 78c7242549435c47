"""Pages at addresses that an article, a guest or a district had before: a published link never breaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import DistrictEntry, SpeakerEntry
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page


@dataclass(frozen=True, kw_only=True)
class MovedPage(Page):
    """A page that sends a reader on to where its article, guest or district stands now."""

    template: ClassVar[str] = "moved.html"
    own_title: ClassVar[bool] = True
    listed: ClassVar[bool] = False

    target: Link


def moved_pages(frame: Frame) -> tuple[MovedPage, ...]:
    """Give a page for each former address of an article, a guest or a district, in its article and across articles.

    What has the same former id in several articles has one page across them.
    """
    moved: dict[Address, MovedPage] = {}
    for dossier in (*frame.articles, *frame.withdrawn):
        for address, target, title in (*_of_article(dossier), *_of_records(frame, dossier)):
            page = MovedPage(
                frame=frame, address=address, title=title, source=dossier.source, target=Link(title, target)
            )
            moved.setdefault(address, page)
    return tuple(moved.values())


def addresses_of(dossier: Dossier) -> Iterator[tuple[Address, str]]:
    """Yield the address of every page of an article, with the name of what it is about."""
    home = dossier.address
    for address in (home, dossier.table, dossier.transcript, home.under("speakers"), home.under("districts")):
        yield address, dossier.title
    entries: tuple[SpeakerEntry | DistrictEntry, ...] = (*dossier.speakers, *dossier.districts)
    for entry in entries:
        yield entry.address, entry.name


def _of_article(dossier: Dossier) -> Iterator[tuple[Address, Address, str]]:
    """Yield the former and the present address of the pages of an article that had another slug, with a name."""
    if not dossier.article.was:
        return
    former = dossier.root.under(dossier.article.was)
    pages = ((address, address, name) for address, name in addresses_of(dossier))
    for old, new, name in (*pages, *_moves(dossier)):
        yield old.rebased(dossier.address, former), new, name


def _of_records(frame: Frame, dossier: Dossier) -> Iterator[tuple[Address, Address, str]]:
    """Yield the same for guests and districts, in their article and across articles."""
    for old, new, name in _moves(dossier):
        yield old, new, name
        yield _across(dossier, frame, old), _across(dossier, frame, new), name


def _moves(dossier: Dossier) -> Iterable[tuple[Address, Address, str]]:
    """Yield the former and the present address of the guests and districts that have moved, with their names."""
    for speaker in dossier.speakers:
        if speaker.guest.was:
            yield dossier.address.under("speakers", speaker.guest.was), speaker.address, speaker.name
    for district in dossier.districts:
        if district.district.was:
            yield dossier.address.under("districts", district.district.was), district.address, district.name


def _across(dossier: Dossier, frame: Frame, address: Address) -> Address:
    """Give the address across articles that belongs to one within an article."""
    return address.rebased(dossier.address, frame.root)
