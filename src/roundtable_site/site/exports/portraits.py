"""The pictures of guests: small, of one shape, without what a camera writes into them (place, time, owner)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.model import Guest
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import SpeakerEntry
from roundtable_site.site.frame import Frame
from roundtable_site.site.pictures import SUFFIXES, PictureError, made_smaller, published_suffix, size_of

SHAPE = (4, 5)
LARGE, SMALL = 480, 240
"""Widths in pixels: for screens with three and with up to two pixels to one of the page's, where it is 160 wide."""


def portraits(frame: Frame, dossier: Dossier) -> Iterator[tuple[Address, Callable[[], bytes]]]:
    """Yield where each guest's picture stands on the site in each size, and what makes it.

    Raises RoundtableError for every picture that is not there, is none, or cannot be opened safely.
    """
    problems, found = [], []
    for speaker in dossier.speakers if frame.settings.theme.portraits else ():
        if not speaker.guest.editorial.portrait:
            continue
        try:
            path = portrait_file(speaker.guest, frame.settings)
            size_of(path, frame.settings.limits.megapixels * 1_000_000)
        except PictureError as error:
            problems.append(_problem(speaker, dossier, error))
            continue
        found += [
            (address, partial(_made, path, width, frame.settings, speaker, dossier))
            for address, width in ((speaker.portrait, LARGE), (speaker.small_portrait, SMALL))
            if address
        ]
    if problems:
        raise RoundtableError(problems)
    yield from found


def portrait_file(guest: Guest, settings: Settings) -> Path:
    """Find a guest's picture: at its path in the site's folder, else by its name in `content/images/`.

    Raises PictureError where there is none.
    """
    given = guest.editorial.portrait or ""
    if published_suffix(given) is None:
        raise PictureError(f"is no picture that is read: save it as one of {', '.join(SUFFIXES)}")
    outside = False
    for path in (settings.root / given, settings.content / "images" / given):
        within = path.resolve().is_relative_to(settings.root.resolve())
        outside = outside or not within
        if within and path.is_file():
            return path
    raise PictureError(
        "is not in the site's folder: put it into content/images/"
        if outside
        else "is not there: put the file into content/images/ or mend the path"
    )


def _made(path: Path, width: int, settings: Settings, speaker: SpeakerEntry, dossier: Dossier) -> bytes:
    """Give a picture's bytes; one that turns out to be broken is told like one that is not there."""
    try:
        most = settings.limits.megapixels * 1_000_000
        return made_smaller(path, published_suffix(path.name) or ".jpg", width, SHAPE, most)
    except PictureError as error:
        raise RoundtableError([_problem(speaker, dossier, error)]) from error


def _problem(speaker: SpeakerEntry, dossier: Dossier, error: PictureError) -> Problem:
    place = speaker.guest.location or Location(dossier.source)
    return Problem(place, f"portrait {speaker.guest.editorial.portrait} of {speaker.name} {error}")
