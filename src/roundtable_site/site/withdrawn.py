"""Pages at the addresses of a withdrawn article: each says that it is withdrawn, since when and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import ClassVar

from roundtable_site.model import Withdrawal
from roundtable_site.site.addresses import Address, Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import DistrictEntry, SpeakerEntry
from roundtable_site.site.frame import Frame
from roundtable_site.site.moved import addresses_of
from roundtable_site.site.pages import Page


@dataclass(frozen=True, kw_only=True)
class WithdrawnPage(Page):
    """What stands where a page of a withdrawn article stood."""

    template: ClassVar[str] = "withdrawn.html"
    own_title: ClassVar[bool] = True
    listed: ClassVar[bool] = False

    headline: str
    withdrawal: Withdrawal


def withdrawn_pages(frame: Frame, present: Collection[Address]) -> Iterator[WithdrawnPage]:
    """Yield a page for each address of each withdrawn article.

    A guest or a district that only withdrawn articles know has one across articles too: `present` are the addresses
    that other pages of the site have.
    """
    taken = set(present)
    for dossier in frame.withdrawn:
        withdrawal = dossier.article.editorial.withdrawn
        for address, name in _addresses(dossier, frame):
            if withdrawal and address not in taken:
                taken.add(address)
                yield WithdrawnPage(
                    frame=frame,
                    address=address,
                    title=name,
                    source=dossier.source,
                    trail=(Link(frame.word("home"), frame.home),),
                    headline=dossier.title,
                    withdrawal=withdrawal,
                )


def _addresses(dossier: Dossier, frame: Frame) -> Iterator[tuple[Address, str]]:
    """Yield every address that readers may have kept, with the name of what stood there."""
    yield from addresses_of(dossier)
    entries: tuple[SpeakerEntry | DistrictEntry, ...] = (*dossier.speakers, *dossier.districts)
    for entry in entries:
        yield entry.address.rebased(dossier.address, frame.root), entry.name
