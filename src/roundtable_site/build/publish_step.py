"""The last step: bring what did not change from the published folder, list every file, and publish."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from roundtable_site import __version__, manifest
from roundtable_site.build.work import FileFact, GroupFiles, Job, Made, Opened
from roundtable_site.cache import Digests
from roundtable_site.links.remembered import packed, read_links, settled
from roundtable_site.publishing.aside import put
from roundtable_site.site.exports.archive import write_archive
from roundtable_site.site.frame import Frame
from roundtable_site.site.palette import accent_style
from roundtable_site.site.theme import assets
from roundtable_site.site.write import ACCENT

ASSETS = "assets"


def make_assets(job: Job, frame: Frame, known: Mapping[str, str], digests: Digests) -> Made:
    """Copy the theme's assets and write the site's own accent; give them as a group."""
    facts, kept, links = [], set(), []
    for name, data, digest, source in _assets(job, digests):
        path = frame.asset(name).path
        facts.append(FileFact(path, digest, source))
        if known.get(path) == digest:
            kept.add(path)
        else:
            put(job.staged, path, data)
        if found := read_links(path, data, job.settings.base_url):
            links.append(found)
    group = settled(links, {fact.path for fact in facts})
    return Made(ASSETS, GroupFiles(tuple(facts), links=group.links), packed(group), frozenset(kept))


def _assets(job: Job, digests: Digests) -> Iterable[tuple[str, bytes, str, str]]:
    from hashlib import sha256

    for name, path in assets(job.settings.templates):
        data = path.read_bytes()
        yield name, data, digests.of(path) or sha256(data).hexdigest(), str(path)
    if accent := job.settings.theme.accent:
        data = accent_style(accent).encode("utf-8")
        yield ACCENT, data, sha256(data).hexdigest(), "roundtable.toml"


def list_files(job: Job, articles: Iterable[Opened], files: Iterable[FileFact]) -> None:
    """Write the manifest into the staged folder; `files` are all others of the site."""
    settings = job.settings
    folder = Path(os.path.relpath(settings.content, settings.root)).as_posix()
    origins = {
        article.slug: manifest.Origin(
            article.source, article.source_sha256, f"{folder}/{article.slug}.yml", article.content_sha256
        )
        for article in articles
        if article.standing == "published"
    }
    manifest.write(job.staged, f"roundtable {__version__}", origins, ((fact.path, fact.sha256) for fact in files))


def pack(job: Job, frame: Frame) -> FileFact:
    """Write the whole site as one file into the staged folder."""
    path = frame.archive.path
    (job.staged / path).unlink(missing_ok=True)
    write_archive(job.staged, job.staged / path)
    return FileFact(path, manifest.digest(job.staged / path), "roundtable.toml")
