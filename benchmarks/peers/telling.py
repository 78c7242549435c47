"""Write what was measured as a page of Markdown, ratios first."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peers.measuring import Taken

CASES = {"full": "full build", "nothing": "nothing changed", "edit": "one edit"}
OURS = "roundtable"
PAGES_ONLY = "roundtable, no downloads"
RICH = "roundtable, default theme"
OWN = (OURS, PAGES_ONLY, RICH)


@dataclass(frozen=True)
class Measured:
    """What a generator took in each case, and what it wrote."""

    version: str
    taken: Mapping[str, Taken]
    pages: tuple[int, int]
    files: tuple[int, int]


INTRODUCTION = """# Beside other generators

Written by `make bench` (`benchmarks/peers.py`), all in one run: {articles:,} invented articles \
(`benchmarks/archive.py`), {text:.1f} MB of
content files. {machine}. Load of the machine at the start {load}. Quickest of {rounds}.

Every generator makes the same pages of the same content files with lean templates of our own writing, ours \
by a `templates/` folder
in the site: the front page, and of each article the overview, its guests and districts, the table of figures \
and the whole text; across articles
people, places and keywords. After each case the script compares the title and visible text of every page \
with ours (white space folded)
and writes nothing where one differs. Above 50 articles ours cuts lists into parts \
and has lists by year and column, series and a page for each keyword besides: then lists, \
and what is cut, are not compared. \
Ours also checks the articles and every link, writes a manifest, the \
downloads of
each article (CSV, XLSX, JSON), the data for searching, and swaps the new site in; the others do none of \
this. Their JSON, where they
read that, is made beforehand and not counted. The edit changes the title of one guest of one article.
"""


def told(measured: Mapping[str, Measured], articles: int, text: int, rounds: int, load: str) -> str:
    """Give the whole page."""
    parts = [
        INTRODUCTION.format(articles=articles, text=text / 1e6, machine=_machine(), load=load, rounds=rounds),
        "## Ours as a multiple of theirs\n\nBelow 1 ours needs less.\n",
        _ratios(measured, OURS),
        *_without_downloads(measured),
        "\n## Figures\n",
        _figures(measured),
        "\n## What was written\n",
        _written(measured),
    ]
    return "\n".join(parts) + "\n"


def _without_downloads(measured: Mapping[str, Measured]) -> list[str]:
    """Give the ratios of a site that offers no downloads, as the others offer none, where that was measured."""
    if PAGES_ONLY not in measured:
        return []
    return ["\nThe same where ours offers no downloads (`[downloads] formats = []`):\n", _ratios(measured, PAGES_ONLY)]


def _ratios(measured: Mapping[str, Measured], own: str) -> str:
    ours, rows = measured[own].taken, []
    for name, other in measured.items():
        if name in OWN:
            continue
        for case, title in CASES.items():
            mine, theirs = ours[case], other.taken[case]
            ratios = (mine.wall / theirs.wall, mine.cpu / theirs.cpu, mine.memory / theirs.memory)
            rows.append([name, title, *(f"{ratio:.2f}" for ratio in ratios)])
    return _table(["beside", "case", "wall", "processor", "memory"], rows)


def _figures(measured: Mapping[str, Measured]) -> str:
    rows = [
        [name, title, f"{taken.wall:.2f} s", f"{taken.cpu:.2f} s", f"{taken.memory / 1e6:.0f} MB"]
        for name, one in measured.items()
        for case, title in CASES.items()
        for taken in [one.taken[case]]
    ]
    return _table(["generator", "case", "wall", "processor", "peak memory, all processes"], rows)


def _written(measured: Mapping[str, Measured]) -> str:
    rows = [
        [name, one.version, *(cell for count, size in (one.pages, one.files) for cell in (f"{count:,}", _mb(size)))]
        for name, one in measured.items()
    ]
    return _table(["generator", "version", "pages", "of them", "all files", "of them"], rows)


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def _machine() -> str:
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "a processor")
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9
    return f"{os.cpu_count()} × {model}, {pages:.0f} GB, {platform.system()}, Python {platform.python_version()}"
