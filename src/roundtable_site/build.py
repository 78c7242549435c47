"""Build the whole site: the one module that knows every step, in order.

seeds → content → pages beside the published site → link check → swap. Whatever goes wrong before the swap, the readers
keep the site they had.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from roundtable_site import __version__, checking, content, links, manifest, site
from roundtable_site.correcting import correction_problems
from roundtable_site.errors import Location, Problem, RoundtableError, fails
from roundtable_site.model import Article, PrintedLine
from roundtable_site.progress import Progress, Silent
from roundtable_site.publishing import hold, staging, swap
from roundtable_site.reading import Reading, is_seed, read_seeds, seeds_in, store
from roundtable_site.settings import Settings

PrintedLines = Mapping[str, Mapping[str, tuple[PrintedLine, ...]]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the seeds read, the articles published, pages and links counted, seconds taken."""

    readings: tuple[Reading, ...]
    articles: tuple[Article, ...]
    pages: int
    links: int
    warnings: tuple[Problem, ...]
    notices: tuple[str, ...]
    folder: Path
    seconds: float


def build(settings: Settings, progress: Progress | None = None, patience: float = 0.0) -> Built:
    """Read, check, render and publish. Raises RoundtableError with every problem found; the old site then stays.

    Waits up to `patience` seconds for another run that works on the same folders.
    """
    with hold(settings.content, settings.build, patience=patience):
        return _build(settings, progress or Silent())


def _build(settings: Settings, progress: Progress) -> Built:
    start = time.monotonic()
    readings = read_seeds(_seeds(settings), settings, progress)
    articles = _articles(readings, settings)
    printed, _ = printed_lines(articles, settings)
    warnings = tuple(
        sorted(
            [
                *[problem for reading in readings for problem in reading.conflicts],
                *checking.warned(articles, settings),
                *correction_problems(articles, settings),
                *site.prose_problems(settings),
                *site.undated(articles, settings),
                *site.share_problems(articles, settings),
            ]
        )
    )
    if fails(warnings, strict=settings.strict):
        raise RoundtableError(warnings)
    store(readings)
    pages, checked = publish(articles, printed, settings, progress)
    seconds, notices = time.monotonic() - start, (*site.notices(settings), *site.held_back(articles, settings))
    return Built(tuple(readings), tuple(articles), pages, checked, warnings, notices, settings.build, seconds)


def publish(
    articles: Sequence[Article], printed: PrintedLines, settings: Settings, progress: Progress
) -> tuple[int, int]:
    """Render the site beside the published one, check its links, swap it in; give the pages and links counted.

    Raises RoundtableError for a broken link or a template that fails; the published site is then untouched.
    """
    planned = site.plan(articles, settings, printed)
    with staging(settings.build) as staged:
        site.write(planned, staged, progress)
        report = links.check(staged, base_url=settings.base_url, origins=planned.sources, progress=progress.over)
        failures = report.findings if settings.strict else report.errors
        if failures:
            raise RoundtableError(_page_problem(finding, settings.build) for finding in failures)
        manifest.write(staged, f"roundtable {__version__}", _origins(articles, settings))
        swap(staged, settings.build)
    return len(planned.pages), report.counts.links


def _origins(articles: Sequence[Article], settings: Settings) -> dict[str, manifest.Origin]:
    """Name the files that each article was made of, as paths from the site's folder."""
    folder = Path(os.path.relpath(settings.content, settings.root)).as_posix()
    return {
        a.slug: manifest.Origin(
            a.source.file,
            a.source.sha256,
            f"{folder}/{a.slug}.yml",
            manifest.digest(settings.content / f"{a.slug}.yml"),
        )
        for a in site.published(articles, settings)
    }


def printed_lines(articles: Sequence[Article], settings: Settings) -> tuple[PrintedLines, list[Problem]]:
    """Give the source lines of every paragraph, and a warning for each article whose source is gone or was changed."""
    from roundtable_site.parsing.printed import printed_lines as lines_of
    from roundtable_site.parsing.source import read_source

    printed: dict[str, Mapping[str, tuple[PrintedLine, ...]]] = {}
    warnings: list[Problem] = []
    for article in articles:
        where = Location(str(settings.content / f"{article.slug}.yml"))
        path = settings.root / article.source.file
        if not path.exists():
            warnings.append(Problem(where, f"{article.source.file} is gone: pages show no source lines", "warning"))
            continue
        source = read_source(path)
        if source.sha256 != article.source.sha256:
            warnings.append(
                Problem(where, f"{article.source.file} was changed since it was read: run parse", "warning")
            )
            continue
        printed[article.slug] = lines_of(article, source)
    return printed, warnings


def _page_problem(finding: links.BrokenLink, published: Path) -> Problem:
    # The page is named where it would have been published: the staged folder is gone when the editor reads this.
    message = f"{finding.message} [from {finding.origin}]" if finding.origin else finding.message
    return Problem(Location(str(published / finding.page), finding.line, finding.column), message, finding.severity)


def _seeds(settings: Settings) -> list[Path]:
    # A site may live on content files alone, when the newspaper keeps its texts elsewhere.
    has_content = settings.content.is_dir() and any(settings.content.glob("*.yml"))
    has_seeds = any(map(is_seed, settings.seeds.glob("*")))
    return seeds_in(settings.seeds) if has_seeds or not has_content else []


def _articles(readings: Sequence[Reading], settings: Settings) -> list[Article]:
    """Give every article as it will stand in content/: today's readings, and the editor's files where they stand."""
    fresh = {r.target: r for r in readings if r.outcome != "edited"}
    texts = {target: reading.text for target, reading in fresh.items()}
    return list(content.load_all(settings.content, texts))
