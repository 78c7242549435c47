"""The editor's own pages: every Markdown file of `content/pages/`, in the language of the page where there is one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct

from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.ids import is_safe_slug, slug_of
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.given import text_of
from roundtable_site.site.manuscripts import is_foreign, read_manuscript, trouble_in
from roundtable_site.site.pictures import published_suffix
from roundtable_site.slips import slips_in

ABOUT = "about"
_LANGUAGES = ("zh-Hans", "zh-Hant", "en")


class Prose(Struct, frozen=True):
    """One page of the editor's in one language: its name in addresses, its file, its title (None: none is written)."""

    name: str
    path: Path
    title: str | None
    text: str
    translated: bool
    pictures: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()  # pictures that cannot be shown

    @property
    def file(self) -> str:
        """The name of the file without the language in it, by which other pages call this one."""
        base, _, language = self.path.stem.rpartition(".")
        return f"{base if base and language in _LANGUAGES else self.path.stem}.md"

    @property
    def source(self) -> str:
        """The file, where an editor would mend what the page says."""
        return str(self.path)

    @property
    def mark(self) -> str:
        """A digest of all that the page is made of."""
        digest = sha256(repr((self.name, self.title, self.text, self.translated)).encode("utf-8", "surrogatepass"))
        for path in self.pictures:
            digest.update(path.read_bytes())
        return digest.hexdigest()[:16]


def prose_files(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield the files of the editor's pages, each with its name in addresses and its language ("" for none).

    A README is no page, nor is what an open editor leaves beside a file.
    """
    for path in sorted(folder.glob("*.md")):
        if path.name.startswith((".", "~$")) or path.stem.lower() == "readme" or not path.is_file():
            continue
        base, _, language = path.stem.rpartition(".")
        if not base or language not in _LANGUAGES:
            base, language = path.stem, ""
        yield _spelled(base), language, path


def _spelled(name: str) -> str:
    """Spell a file's name for an address; a word in Chinese is no person's name."""
    return slug_of(name) if name.isascii() else slug_of(name, "place")


def read_prose(settings: Settings, language: str) -> tuple[Prose, ...]:
    """Read the editor's pages for the site in one language, by file name.

    Raises RoundtableError with every problem of every page.
    """
    read: list[Prose] = []
    problems: list[Problem] = []
    for name, path in sorted(_files(settings, language).items(), key=lambda item: item[1].name):
        try:
            read.append(_read(name, path, settings, language))
        except RoundtableError as error:
            problems += error.problems
    if problems:
        raise RoundtableError(problems)
    return tuple(read)


def read_page(settings: Settings, language: str, name: str) -> Prose | None:
    """Read the page of a name alone; None where the editor wrote none. Raises as `read_prose` does."""
    path = _files(settings, language).get(name)
    return None if path is None else _read(name, path, settings, language)


def _files(settings: Settings, language: str) -> Mapping[str, Path]:
    """Give the file of each page: that in the language, else the one without a language, else whichever there is."""
    found: dict[str, dict[str, Path]] = {}
    for name, tag, path in prose_files(settings.content / "pages"):
        found.setdefault(name, {}).setdefault(tag, path)
    return {
        name: versions.get(language) or versions.get("") or min(versions.values()) for name, versions in found.items()
    }


def prose_problems(settings: Settings) -> Iterator[Problem]:
    """Yield an error for each page that has the address of another, and for each picture that cannot be shown."""
    first: dict[tuple[str, str], Path] = {}
    for name, tag, path in prose_files(settings.content / "pages"):
        other = first.setdefault((name, tag), path)
        if other != path:
            yield Problem(Location(str(path)), f"has the same address as {other.name}: rename one of them")
    for language in settings.languages:
        for prose in read_prose(settings, language):
            yield from prose.problems


def _read(name: str, path: Path, settings: Settings, language: str) -> Prose:
    """Read one page."""
    translated = path.stem.endswith(f".{language}")
    if name != ABOUT and not is_safe_slug(name):
        raise RoundtableError.at(path, f"{name} is an address of the site itself: give the file another name")
    text = text_of(path)
    if trouble := trouble_in(text):
        raise RoundtableError.at(path, trouble[1], trouble[0])
    pictures: dict[Path, None] = {}
    problems: list[Problem] = []

    def look(attribute: str, value: str) -> None:
        found = picture_file(settings, path, value) if attribute == "src" else None
        if found:
            pictures[found] = None
        elif attribute == "src":
            problems.append(_missing(path, text, value))

    problems += _slips(path, text)
    title = read_manuscript(text, look).title or (None if name == ABOUT else path.stem)
    return Prose(name, path, title, text, translated, tuple(pictures), tuple(problems))


def _slips(path: Path, text: str) -> Iterator[Problem]:
    """Yield a warning for each piece of Markdown that does not show as it is meant."""
    for slip in slips_in(text):
        message = f"{slip.what} does not show as it is meant: mend it, or put it between ` marks"
        yield Problem(Location(str(path), slip.line, slip.column), message, "warning")


def picture_file(settings: Settings, page: Path, value: str) -> Path | None:
    """Find the file of a picture: beside the page, else in `content/images/`; None for none within `content/`."""
    if is_foreign(value) or published_suffix(value) is None or "\0" in value:
        return None
    within = settings.content.resolve()
    for folder in (page.parent, settings.content / "images"):
        path = Path(os.path.normpath(folder / unquote(value)))
        if path.resolve().is_relative_to(within) and path.is_file():
            return path
    return None


def picture_address(path: Path) -> Address:
    """Give the address of a picture of an editor's page."""
    return HOME.under("images").named(_spelled(path.stem) + (published_suffix(path.name) or ""))


def _missing(path: Path, text: str, value: str) -> Problem:
    """Say in which line a picture is named that cannot be shown."""
    line = text[: max(text.find(value), 0)].count("\n") + 1
    said = "stands on another host" if is_foreign(value) else "is not there"
    return Problem(Location(str(path), line), f"picture {value} {said}: put it into content/images/ and name it so")
