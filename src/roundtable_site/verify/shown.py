"""What must be somewhere: each figure and quotation of a transcript on its page, each content file as it is offered."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

from roundtable_site.errors import Location, Problem
from roundtable_site.manifest import Manifest
from roundtable_site.verify.evidence import Evidence

FIGURES = ("indicators/index.html", "data/indicators.csv", "data/indicators.json")
"""Files of an article that hold all its figures."""
QUOTATIONS = ("data/quotes.csv", "data/quotes.json")
"""Files of an article that hold all its quotations."""


def missing_problems(
    folder: Path,
    listed: Manifest,
    present: Mapping[str, str],
    known: Mapping[str, Evidence],
    shown: Mapping[str, Set[str]],
) -> Iterator[Problem]:
    """Yield a problem for each file that lacks a record it is for; `shown` are the records that each file shows.

    A file that is not the one of the manifest was told already.
    """
    for home, evidence in known.items():
        figures, quotations = set(evidence.transcript.figures), set(evidence.transcript.sayers)
        wanted = {f"{home}/{name}": figures for name in FIGURES}
        wanted |= {f"{home}/{name}": quotations for name in QUOTATIONS}
        for record, address in evidence.transcript.sayers.items():
            page = posixpath.normpath(posixpath.join(home, "transcript", address))
            wanted.setdefault(page, set()).add(record)
        for page, records in wanted.items():
            if listed.files.get(page) != present.get(page, ""):
                continue
            if lacking := sorted(records - shown.get(page, frozenset())):
                names = ", ".join(lacking[:3]) + (" …" if len(lacking) > 3 else "")
                message = f"does not show {names}, which the transcript leads to here"
                yield Problem(Location(str(folder / page)), message)


def copied_problems(folder: Path, listed: Manifest, present: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a problem for each content file that is offered and is not the one that the site was built from."""
    for slug, origin in listed.articles.items():
        name = f"{slug}/data/{slug}.yml"
        if present.get(name, "") == listed.files.get(name) != origin.content_sha256:
            yield Problem(Location(str(folder / name)), "is not the content file that the site was built from")
