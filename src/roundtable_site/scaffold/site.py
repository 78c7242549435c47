"""Lay down a site that works: settings, an article to try, an about page, what git and CI need."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from roundtable_site import __version__
from roundtable_site.errors import RoundtableError
from roundtable_site.files import write_new
from roundtable_site.seeds import is_seed

SAMPLE = "seeds/shili-laojie.txt"
PLACES = (
    ("README.md", "README.md"),
    ("roundtable.toml", "roundtable.toml"),
    (SAMPLE, "sample.txt"),
    ("content/pages/about.md", "about.md"),
    ("requirements.txt", "requirements.txt"),
    (".gitignore", "gitignore"),
    (".githooks/pre-commit", "pre-commit"),
    (".pre-commit-config.yaml", "pre-commit-config.yaml"),
    (".github/workflows/links.yml", "github-links.yml"),
    (".gitlab-ci.yml", "gitlab-ci.yml"),
)
"""Each file of a new site, and the file of `scaffold/files/` that it is a copy of (those names have no dots, so that
neither git nor a packer takes them for its own)."""
_PROGRAMS = frozenset([".githooks/pre-commit"])


class Laid(Struct, frozen=True):
    """What `lay_down` did: the files made and the files that were there already, as paths within `folder`."""

    folder: Path
    made: tuple[str, ...]
    kept: tuple[str, ...]


def lay_down(folder: Path) -> Laid:
    """Make the files of a new site in `folder` (made if it is not there); those that exist stay as they are.

    A site that has articles gets no sample. Raises RoundtableError where the folder cannot be one.
    """
    if folder.exists() and not folder.is_dir():
        raise RoundtableError.at(folder, "this is a file: name a folder for the site, new or empty")
    made: list[str] = []
    kept: list[str] = []
    for name, template in tuple(_wanted(folder)):
        new = write_new(folder / name, _content(template), program=name in _PROGRAMS)
        (made if new else kept).append(name)
    return Laid(folder, tuple(made), tuple(kept))


def _wanted(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the files that this site should have."""
    has_articles = any(map(is_seed, folder.glob("seeds/*"))) or any(folder.glob("content/*.yml"))
    for name, template in PLACES:
        if name != SAMPLE or not has_articles or (folder / name).exists():
            yield name, template


def _content(template: str) -> bytes:
    """Give a file's bytes; the site asks for the version of the tool that laid it down."""
    text = files("roundtable_site.scaffold").joinpath("files", template).read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__).encode("utf-8")
