"""Pages at the addresses of a withdrawn article: each says that it is withdrawn, since when and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from roundtable_site.model import Withdrawal
from roundtable_site.site.addresses import Link
from roundtable_site.site.cards import addresses_of
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame
from roundtable_site.site.pages import Page
from roundtable_site.site.rows import GoneRow


class WithdrawnPage(Page, frozen=True, kw_only=True, dict=True):
    """What stands where a page of a withdrawn article stood."""

    template: ClassVar[str] = "withdrawn.html"
    own_title: ClassVar[bool] = True
    listed: ClassVar[bool] = False

    headline: str
    withdrawal: Withdrawal


def withdrawn_pages(frame: Frame, dossier: Dossier) -> Iterator[WithdrawnPage]:
    """Yield a page for each address of a withdrawn article."""
    withdrawal = dossier.article.editorial.withdrawn
    for address, name in dict(addresses_of(dossier)).items():
        if withdrawal is None:
            break
        yield gone_page(frame, GoneRow(address, name, dossier.source, dossier.title, withdrawal))


def gone_page(frame: Frame, row: GoneRow) -> WithdrawnPage:
    """Give the page for an address of something that a withdrawn article had."""
    return WithdrawnPage(
        frame=frame,
        address=row.address,
        title=row.title,
        source=row.source,
        trail=(Link(frame.word("home"), frame.home),),
        headline=row.headline,
        withdrawal=row.withdrawal,
    )
