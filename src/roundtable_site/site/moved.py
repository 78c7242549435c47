"""Pages at addresses that a guest or a district had before: a published link never breaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page


@dataclass(frozen=True, kw_only=True)
class MovedPage(Page):
    """A page that sends a reader on to where its guest or district stands now."""

    template: ClassVar[str] = "moved.html"
    own_title: ClassVar[bool] = True

    target: Link


def moved_pages(frame: Frame) -> tuple[MovedPage, ...]:
    """Give a page for each former address of a guest or a district, in its article and across articles.

    What has the same former id in several articles has one page across them.
    """
    moved: dict[Address, MovedPage] = {}
    for dossier in frame.articles:
        for old, new, title in _moves(dossier):
            for address, target in ((old, new), (_across(dossier, frame, old), _across(dossier, frame, new))):
                page = MovedPage(
                    frame=frame, address=address, title=title, source=dossier.source, target=Link(title, target)
                )
                moved.setdefault(address, page)
    return tuple(moved.values())


def _moves(dossier: Dossier) -> Iterable[tuple[Address, Address, str]]:
    """Yield the former and the present address of what has moved, with its name."""
    for speaker in dossier.speakers:
        if speaker.guest.was:
            yield dossier.address.under("speakers", speaker.guest.was), speaker.address, speaker.name
    for district in dossier.districts:
        if district.district.was:
            yield dossier.address.under("districts", district.district.was), district.address, district.name


def _across(dossier: Dossier, frame: Frame, address: Address) -> Address:
    """Give the address across articles that belongs to one within an article."""
    return address.rebased(dossier.address, frame.root)
