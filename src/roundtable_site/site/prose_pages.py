"""The pages of the editor's prose, and the pictures in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import ClassVar

from markupsafe import Markup

from roundtable_site.errors import RoundtableError
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import HOME, Link
from roundtable_site.site.exports import DataFile
from roundtable_site.site.frame import Frame, ProseWay, main_language
from roundtable_site.site.manuscripts import read_manuscript
from roundtable_site.site.pages import Page
from roundtable_site.site.pictures import PictureError, made_smaller, published_suffix, size_of
from roundtable_site.site.prose import ABOUT, Prose, picture_address, picture_file, read_page, read_prose

WIDEST = 1280  # pixels of a picture in a page of text, which is 46 rem wide at most


class ProsePage(Page, frozen=True, kw_only=True, dict=True):
    """A page of the editor's, written in the language of the page."""

    template: ClassVar[str] = "prose.html"

    prose: Prose | None

    @property
    def translated(self) -> bool:
        """Whether the text is in the language of the page."""
        return self.prose is None or self.prose.translated

    @cached_property
    def html(self) -> Markup:
        """The text without its title; nothing where the editor wrote none."""
        return read_manuscript(self.prose.text, self._resolve).html if self.prose else Markup("")

    def _resolve(self, attribute: str, value: str) -> Mapping[str, str] | None:
        """Lead to another of the editor's pages by its file's name, and to a picture as it is published."""
        if self.prose is None:
            return None
        if attribute == "src":
            path = picture_file(self.frame.settings, self.prose.path, value)
            return None if path is None else self._picture(path)
        file, mark, fragment = value.partition("#")
        address = self.frame.prose_at(file.removeprefix("./"))
        return None if address is None else {"href": address.seen_from(self.address) + mark + fragment}

    def _picture(self, path: Path) -> Mapping[str, str]:
        try:
            width, height = size_of(path)
        except PictureError as error:
            raise RoundtableError.at(path, f"this picture {error}") from error
        shown = min(width, WIDEST)
        size = {"width": str(shown), "height": str(max(1, round(height * shown / width)))}
        return {"src": picture_address(path).seen_from(self.address), **size}


class OwnProsePage(ProsePage, frozen=True, kw_only=True, dict=True):
    """A page of the editor's that is in the language of the articles, on a site in another one."""

    own_title: ClassVar[bool] = True


class AboutPage(ProsePage, frozen=True, kw_only=True, dict=True):
    """What this site is, in the editor's words; it is there without any."""

    template: ClassVar[str] = "about.html"


def prose_page(frame: Frame, name: str) -> ProsePage:
    """Give the page of a name, or the page about this site."""
    prose = read_page(frame.settings, frame.language, name)
    title = (prose and prose.title) or frame.word("about")
    own = prose is not None and not prose.translated
    kind = AboutPage if name == ABOUT else OwnProsePage if own else ProsePage
    return kind(
        frame=frame,
        address=frame.root.under(name),
        title=title,
        source=prose.source if prose else f"content/pages/{name}.md",
        trail=(Link(frame.word("home"), frame.home),),
        prose=prose,
    )


def prose_pictures(settings: Settings) -> Iterator[DataFile]:
    """Yield the pictures of the pages in all languages, each once."""
    every = [prose for language in settings.languages for prose in read_prose(settings, language)]
    pictures = {path: prose for prose in every for path in prose.pictures}
    for path, prose in pictures.items():
        yield DataFile(picture_address(path), prose.source, partial(_made, path))


def _made(path: Path) -> bytes:
    try:
        return made_smaller(path, published_suffix(path.name) or ".jpg", WIDEST)
    except PictureError as error:
        raise RoundtableError.at(path, f"this picture {error}") from error


def prose_ways(settings: Settings) -> tuple[ProseWay, ...]:
    """Give the way to each of the editor's pages besides the one about this site, in each language of the site."""
    main, ways = main_language(settings.languages), []
    for language in settings.languages:
        root = HOME if language == main else HOME.under(language)
        for prose in read_prose(settings, language):
            if prose.name != ABOUT:
                link = Link(prose.title or prose.name, root.under(prose.name), own=not prose.translated)
                ways.append(ProseWay(language, prose.file, link))
    return tuple(ways)
