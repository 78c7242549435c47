"""What things are called in linked data: the address of the page that is about them, with a fragment."""

from __future__ import annotations

from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import SpeakerEntry
from roundtable_site.site.moved import MovedPage
from roundtable_site.site.pages import Page


def iri(page: Page, address: Address) -> str:
    """Give an address as it is written on a page: whole where the site has a base address, else as a link from there.

    A relative one is resolved against the page by whoever reads the data, so that references hold either way.
    """
    base = page.frame.settings.base_url
    return address.absolute(base) if base else address.seen_from(page.address)


def canonical(page: Page) -> str | None:
    """Give the one public address of a page, where it has one; a page that has moved names its new place."""
    base = page.frame.settings.base_url
    if not base or page.anywhere:
        return None
    address = page.target.address if isinstance(page, MovedPage) else page.address
    return address.absolute(base)


def alternates(page: Page) -> tuple[tuple[str, str], ...]:
    """Give the public address of a page in each language of the site, the main one's also for all other readers.

    Empty where the site has one language or no public address, and for a page that has moved.
    """
    base, found = page.frame.settings.base_url, page.alternates
    if not base or not found or isinstance(page, MovedPage):
        return ()
    tagged = [(language.tag, address.absolute(base)) for language, address in found]
    return (*tagged, ("x-default", tagged[0][1]))


def article_address(dossier: Dossier) -> Address:
    """What an article is called."""
    return dossier.address.at("article")


def dataset_address(dossier: Dossier) -> Address:
    """What the table of figures of an article is called."""
    return dossier.table.at("dataset")


def person_address(page: Page, speaker: SpeakerEntry) -> Address:
    """What a guest is called: the same in every article."""
    return page.frame.speakers.under(speaker.guest.id).at("person")
