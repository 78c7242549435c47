"""The pictures of guests: copied as they are, since making them smaller would need an imaging library."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.frame import Frame

_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_MOST_BYTES = 1024 * 1024


def portraits(frame: Frame, dossier: Dossier) -> Iterator[tuple[Address, Path]]:
    """Yield where each guest's picture stands on the site, and its file.

    Raises RoundtableError for every picture that is not there, is no picture by its name, or is larger than 1 MB.
    """
    problems, found = [], []
    for speaker in dossier.speakers if frame.settings.theme.portraits else ():
        given, address = speaker.guest.editorial.portrait, speaker.portrait
        if given and address:
            path = frame.settings.root / given
            if wrong := _wrong(given, path, frame.settings.root):
                place = speaker.guest.location or Location(dossier.source)
                problems.append(Problem(place, f"portrait {given} of {speaker.name} {wrong}"))
            found.append((address, path))
    if problems:
        raise RoundtableError(problems)
    yield from found


def _wrong(given: str, path: Path, root: Path) -> str | None:
    """Say why a picture cannot be shown and what to do."""
    if PurePosixPath(given).suffix.lower() not in _PICTURES:
        return f"is no picture that browsers show: save it as one of {', '.join(_PICTURES)}"
    if not path.resolve().is_relative_to(root.resolve()):
        return "is not in the site's folder: put it there"
    if not path.is_file():
        return "is not there: put the file there or mend the path"
    if path.stat().st_size > _MOST_BYTES:
        return "is larger than 1 MB: save it about 480 pixels wide"
    return None
