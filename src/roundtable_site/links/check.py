"""The whole check: every file examined, the places they ask of one another compared, unreached pages found."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from roundtable_site.errors import RoundtableError
from roundtable_site.links.addresses import WEB, host_trouble, split
from roundtable_site.links.demands import missing_places
from roundtable_site.links.examine import Examined, Examiner, counts_of
from roundtable_site.links.external.options import External
from roundtable_site.links.extract.files import decoded, kind_of
from roundtable_site.links.findings import BrokenLink, Report
from roundtable_site.links.folder import INDEX, Folder
from roundtable_site.links.positions import locate
from roundtable_site.links.reach import redirect_findings, unreached_findings
from roundtable_site.links.resolve import Site
from roundtable_site.links.telling import Over
from roundtable_site.links.workers import examine_all


def check(
    folder: str | os.PathLike[str],
    *,
    base_url: str | None = None,
    ignore: Sequence[str] = (),
    exclude: Sequence[str] = (),
    index: Sequence[str] = INDEX,
    origins: Mapping[str, str] | None = None,
    external: External | None = None,
    workers: int | None = None,
    progress: Over | None = None,
) -> Report:
    """Check every link of a folder of files and report what is wrong, sorted by place.

    `base_url` is the address under which the folder will be published; absolute addresses below it are then checked
    like relative ones. `ignore` holds regular expressions of links to leave out, `exclude` patterns of files (as in a
    shell) that do not belong to the site, `index` the names of a folder's own page. `origins` says from which source
    each page was made. Other sites are asked only if `external` says how. `progress` wraps the items
    of each long step, whose name it is told, and may say how far it is.

    Raises RoundtableError if there is no such folder, or if the base address or a pattern is none.
    """
    root = Path(folder)
    if not root.is_dir():
        raise RoundtableError.at(folder, "is a file: name its folder" if root.exists() else "no such folder")
    _refuse_misuse(base_url, ignore, external)
    site = Site(Folder.read(root, tuple(index), tuple(exclude)), base_url)
    examiner = Examiner(site, ignore, keep_external=external is not None)
    numbers = [number for number, path in enumerate(site.folder.files) if kind_of(path)]
    seen = {examined.number: examined for examined in examine_all(examiner, numbers, workers, progress)}
    findings = [*site.folder.troubles, *_findings(examiner, seen)]
    counts = counts_of(seen.values(), len(site.folder.files))
    if external is not None:
        from roundtable_site.links.outside import external_findings

        outside, asked = external_findings(site.folder, seen, external, progress)
        findings += outside
        counts += asked
    checked = tuple(site.folder.files[number] for number in seen if seen[number].kind)
    return Report(os.fspath(folder), tuple(sorted(_with_origins(findings, origins or {}))), counts, checked)


def _refuse_misuse(base_url: str | None, ignore: Sequence[str], external: External | None) -> None:
    """Raise RoundtableError for a base address that is none, or a pattern that cannot be read."""
    if base_url:
        base = split(base_url)
        if base.scheme not in WEB or host_trouble(base.host or ""):
            raise RoundtableError.at(base_url, "is no base address: write it like https://example.org/news/")
    for pattern in (*ignore, *(external.allow + external.ignore if external else ())):
        try:
            re.compile(pattern)
        except re.error as error:
            raise RoundtableError.at(pattern, f"is no regular expression: {error}") from error


def _findings(examiner: Examiner, seen: Mapping[int, Examined]) -> Iterator[BrokenLink]:
    """Give the findings of all files; a file with missing places is read once more, to see which links ask for them."""
    missing = dict(missing_places(seen))
    for number, examined in seen.items():
        again = examiner.examine(number, missing[number]) if number in missing else examined
        yield from (again or examined).findings
    yield from _with_lines(examiner.site.folder, redirect_findings(examiner.site.folder, seen))
    yield from unreached_findings(examiner.site.folder, seen)


def _with_lines(folder: Folder, findings: Iterable[BrokenLink]) -> Iterator[BrokenLink]:
    for finding in findings:
        try:
            text = decoded(folder.read_bytes(folder.places[finding.page]))[0]
        except OSError:  # it was there a moment ago
            text = ""
        yield from locate(text, [finding])


def _with_origins(findings: Iterable[BrokenLink], origins: Mapping[str, str]) -> Iterator[BrokenLink]:
    for finding in findings:
        origin = origins.get(finding.page, "")
        yield replace(finding, origin=origin) if origin else finding
