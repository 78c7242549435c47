"""The whole check: every file examined, the places they ask of one another compared, unreached pages found."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.links.addresses import decode
from roundtable_site.links.examine import Examined, Examiner, leads_somewhere
from roundtable_site.links.extract.files import kind_of
from roundtable_site.links.findings import BrokenLink, Counts, Report
from roundtable_site.links.folder import INDEX, Folder
from roundtable_site.links.reach import redirect_findings, unreached_findings
from roundtable_site.links.resolve import Site
from roundtable_site.links.suggest import nearest
from roundtable_site.links.workers import examine_all

Progress = Callable[[int, int], None]


def check(
    folder: str | os.PathLike[str],
    *,
    base_url: str | None = None,
    ignore: Sequence[str] = (),
    exclude: Sequence[str] = (),
    index: Sequence[str] = INDEX,
    origins: Mapping[str, str] | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Report:
    """Check every link of a folder of files and report what is wrong, sorted by place.

    `base_url` is the address under which the folder will be published; absolute addresses below it are then checked
    like relative ones. `ignore` holds regular expressions of links to leave out, `exclude` patterns of files (as in a
    shell) that do not belong to the site, `index` the names of a folder's own page. `origins` says from which source
    each page was made. `progress` is told how many files were read, of how many.

    Raises RoundtableError if there is no such folder.
    """
    root = Path(folder)
    if not root.is_dir():
        raise RoundtableError.at(folder, "is a file: name its folder" if root.exists() else "no such folder")
    site = Site(Folder.read(root, tuple(index), tuple(exclude)), base_url)
    examiner = Examiner(site, ignore)
    numbers = [number for number, path in enumerate(site.folder.files) if kind_of(path)]
    seen: dict[int, Examined] = {}
    findings = list(site.folder.troubles)
    counts = Counts(files=len(site.folder.files))
    for examined in examine_all(examiner, numbers, workers, progress):
        seen[examined.number] = examined
        counts += examined.counts
    missing = dict(_missing_places(seen))
    findings += _all_findings(examiner, seen, missing)
    findings += redirect_findings(site.folder, seen)
    findings += unreached_findings(site.folder, seen)
    return Report(os.fspath(folder), tuple(sorted(_with_origins(findings, origins or {}))), counts)


def _missing_places(seen: Mapping[int, Examined]) -> Iterator[tuple[int, dict[str, str]]]:
    """Give the files that ask for places which the other file does not have, with these places and what was meant."""
    for number, examined in seen.items():
        if not examined.demands:
            continue
        missing = [demand for demand in examined.demands.split("\0") if not _is_met(demand, seen)]
        if missing:
            yield number, {demand: _nearest_place(demand, seen) for demand in missing}


def _is_met(demand: str, seen: Mapping[int, Examined]) -> bool:
    number, _, fragment = demand.partition("#")
    target = seen.get(int(number))
    if target is None or target.ids is None:
        return True  # a picture, a table, a document: what a fragment means there is not ours to say
    return f"\0{fragment}\0" in target.ids or leads_somewhere(fragment, target.ids)


def _nearest_place(demand: str, seen: Mapping[int, Examined]) -> str:
    number, _, fragment = demand.partition("#")
    return nearest(decode(fragment), (seen[int(number)].ids or "").strip("\0").split("\0"))


def _all_findings(
    examiner: Examiner, seen: Mapping[int, Examined], missing: Mapping[int, Mapping[str, str]]
) -> Iterator[BrokenLink]:
    """Give the findings of all files; a file with missing places is read once more, to see which links ask for them."""
    for number, examined in seen.items():
        again = examiner.examine(number, missing[number]) if number in missing else examined
        yield from (again or examined).findings


def _with_origins(findings: Iterable[BrokenLink], origins: Mapping[str, str]) -> Iterator[BrokenLink]:
    for finding in findings:
        origin = origins.get(finding.page, "")
        yield replace(finding, origin=origin) if origin else finding
