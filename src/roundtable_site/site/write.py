"""Write a planned site to a folder."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.progress import Progress, Silent
from roundtable_site.site.exports import export
from roundtable_site.site.exports.archive import write_archive
from roundtable_site.site.palette import accent_style
from roundtable_site.site.plan import Site
from roundtable_site.site.render import Rendering
from roundtable_site.site.theme import assets

ACCENT = "accent.css"
"""The asset that sets the site's own accent, where it has one."""


def write(site: Site, folder: Path, progress: Progress | None = None) -> None:
    """Write every page, file and asset below a new or empty folder; a page is let go of once it is on the disk.

    Raises RoundtableError with what is wrong with any of the templates.
    """
    _write_pages(site, folder, progress or Silent())
    for file in site.files:
        _put(folder / file.address.path, export(file))
    for name, path in assets(site.frame.settings.templates):
        _put(folder / site.frame.asset(name).path, path.read_bytes())
    if accent := site.frame.settings.theme.accent:
        _put(folder / site.frame.asset(ACCENT).path, accent_style(accent).encode("utf-8"))
    if site.frame.surroundings.packed:
        write_archive(folder, folder / site.frame.archive.path)


def _write_pages(site: Site, folder: Path, progress: Progress) -> None:
    """Write the pages."""
    rendering = Rendering()
    for page in progress.over("writing pages", site.pages):
        if (html := rendering.of(page)) is not None:
            _put(folder / page.address.path, html.encode("utf-8"))
    rendering.end()


def _put(path: Path, content: bytes) -> None:
    """Write one file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
