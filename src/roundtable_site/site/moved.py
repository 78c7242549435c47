"""Pages at addresses that an article, a guest or a district had before: a published link never breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.cards import addresses_of, moves
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import MovedRow


class MovedPage(Page, frozen=True, kw_only=True, dict=True):
    """A page that sends a reader on to where its article, guest or district stands now."""

    template: ClassVar[str] = "moved.html"
    own_title: ClassVar[bool] = True
    listed: ClassVar[bool] = False

    target: Link


def moved_pages(frame: Frame, dossier: Dossier) -> Iterator[MovedPage]:
    """Yield a page for each former address of an article, and of its guests and districts within it."""
    seen: set[Address] = set()
    for address, target, title in (*_of_article(dossier), *moves(dossier)):
        if address not in seen:
            seen.add(address)
            yield MovedPage(
                frame=frame, address=address, title=title, source=dossier.source, target=Link(title, target)
            )


def moved_across(frame: Frame, row: MovedRow) -> MovedPage:
    """Give the page for a former address across articles."""
    return MovedPage(frame=frame, address=row.address, title=row.target.title, source=row.source, target=row.target)


def _of_article(dossier: Dossier) -> Iterator[tuple[Address, Address, str]]:
    """Yield the former and the present address of the pages of an article that had another slug, with a name."""
    if not dossier.article.was:
        return
    former = dossier.root.under(dossier.article.was)
    pages = ((address, address, name) for address, name in addresses_of(dossier))
    for old, new, name in (*pages, *moves(dossier)):
        yield old.rebased(dossier.address, former), new, name
