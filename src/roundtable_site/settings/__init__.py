"""The site's settings, `roundtable.toml`: every one has a default, and a slip is named with its line.

docs/settings.md lists them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

FORMATS = ("xlsx", "csv", "excel-csv", "json", "yml")
"""What an article may be downloaded as."""


class KeywordOptions(Struct, frozen=True):
    """How many keywords are kept, and the editor's two word lists (paths in the site's folder; absent is empty)."""

    number: int = 30
    speaker_number: int = 12
    words: Path = Path("words.txt")
    stop_words: Path = Path("stopwords.txt")


class ThemeOptions(Struct, frozen=True):
    """What the default theme can be told without a template: `accent` is a colour as #rrggbb, None the theme's own."""

    accent: str | None = None
    portraits: bool = True


class ShareOptions(Struct, frozen=True):
    """How share images are drawn: `font` is a font file, None for the best one that the machine has."""

    font: Path | None = None


class DownloadOptions(Struct, frozen=True):
    """What readers may download: `formats` are those of each article's tables, `yml` its content file.

    `whole_site` is how many articles a site may have to be offered as one file.
    """

    whole_site: int = 20
    formats: tuple[str, ...] = FORMATS


class Limits(Struct, frozen=True):
    """What one article may ask for: megabytes and lines of its file, elements within one another, seconds to read it.

    `megapixels` is how large a picture of a site may be.
    """

    megabytes: int = 100
    lines: int = 20_000
    nesting: int = 2000
    seconds: int = 60
    megapixels: int = 60


class Settings(Struct, frozen=True):
    """The settings of one site; paths are ready to use, those under `root` joined to it."""

    root: Path = Path()
    title: str = "圆桌"
    description: str | None = None
    base_url: str | None = None
    imprint: str | None = None
    contact: str | None = None
    icp: str | None = None
    gongan: str | None = None
    languages: tuple[str, ...] = ("zh-Hans",)
    strict: bool = False
    reviews: int = 0
    messages: str | None = None
    seeds: Path = Path("seeds")
    content: Path = Path("content")
    build: Path = Path("build")
    templates: Path = Path("templates")
    keywords: KeywordOptions = field(default_factory=KeywordOptions)
    theme: ThemeOptions = field(default_factory=ThemeOptions)
    share: ShareOptions = field(default_factory=ShareOptions)
    limits: Limits = field(default_factory=Limits)
    downloads: DownloadOptions = field(default_factory=DownloadOptions)

    def with_overrides(self, **given: Any) -> Settings:
        """Give the settings with those that a command's options name (`build=`, `base_url=`, `strict=`…) replaced.

        None stands for "not given". Raises RoundtableError for a base address that is none and for a build folder
        that would replace the site's own files.
        """
        from roundtable_site.settings.file import checked

        return checked(replace(self, **{name: value for name, value in given.items() if value is not None}))


def load_settings(root: Path | str | None = None) -> Settings:
    """Read `roundtable.toml` in a site's folder; without a file, or without a folder (None), all is default.

    Raises RoundtableError with every problem, each with line and column.
    """
    from roundtable_site.settings.file import read_settings

    return read_settings(Path(root) if root is not None else None)
