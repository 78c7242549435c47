"""A build step by step: seeds → content files → the site's pages → publishing. Each step does what changed."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace

from roundtable_site import content, site
from roundtable_site.build.clock import Clock
from roundtable_site.build.crew import Crew
from roundtable_site.build.edition import Edition, Published
from roundtable_site.build.memory import NAME, Memory, folders_below, memory_key, names_in, settings_key, shelf_of
from roundtable_site.build.opening_step import examined, open_changed, surroundings_of
from roundtable_site.build.reading_step import Read, read_changed, store_read
from roundtable_site.build.summing import DOUBT_PLACES, Built, Contents
from roundtable_site.build.work import Job, Opened
from roundtable_site.cache import Digests, key_of, tool_key
from roundtable_site.errors import Problem, RoundtableError, fails
from roundtable_site.progress import Progress
from roundtable_site.reading import seeds_in
from roundtable_site.seeds import is_seed, passed_over
from roundtable_site.settings import Settings
from roundtable_site.site.theme import roots


def build_what_changed(
    settings: Settings, memory: Memory, crew: Crew, progress: Progress, clock: Clock, start: float
) -> Built:
    """Build a site, taking from the last build what stands as it stood. Raises as `build` does."""
    site.refuse_links(settings)
    digests = Digests(memory.inputs)
    job = _job(settings, digests)
    with clock.step("reading"):
        read = _read(job, digests, crew, progress)
    with clock.step("opening"):
        articles = open_changed(job, read, digests, crew, progress)
    with clock.step("checking"):
        found = _problems(articles, job)
    warnings = _with_conflicts(found, read)
    if fails(warnings, strict=settings.strict):
        raise RoundtableError(warnings)
    settled = store_read(job, read, digests)
    job = _with_parts(job, surroundings_of(articles, job), digests)
    published = Edition(job, articles, memory, digests, crew, progress, clock).publish()
    built = Built(
        read.notes,
        _contents(articles),
        published.pages,
        published.made,
        published.links,
        warnings,
        (*site.notices(settings), *(line for article in articles for line in article.held)),
        settings.build,
        time.monotonic() - start,
        settled.wrote,
    )
    next_time = replace(built, wrote=(), readings=settled.notes, warnings=_with_conflicts(found, settled))
    with clock.step("remembering"):
        _remember(settings, digests, next_time, published, settled=not settled.fresh)
    return built


def _read(job: Job, digests: Digests, crew: Crew, progress: Progress) -> Read:
    """Read the seeds; where one cannot be read, the content files are read too, so that all is told at once."""
    try:
        return read_changed(_seeds(job.settings), job, digests, crew, progress)
    except RoundtableError as error:
        raise RoundtableError([*error.problems, *_content_problems(job.settings)]) from error


def _content_problems(settings: Settings) -> tuple[Problem, ...]:
    """Give what is wrong with the content files as they stand."""
    try:
        content.load_all(settings.content)
    except RoundtableError as error:
        return error.problems
    return ()


def _job(settings: Settings, digests: Digests) -> Job:
    words = [digests.of(path) for path in (settings.keywords.words, settings.keywords.stop_words)]
    key = key_of(tool_key(), settings.keywords, words, _font(settings, digests))
    return Job(settings, shelf_of(settings).folder, key)


def _with_parts(job: Job, surroundings: site.Surroundings, digests: Digests) -> Job:
    """Give the job with what all pages have in common."""
    parts = {
        "the tool, its libraries, the word lists or the font": job.words,
        "the settings": settings_key(job.settings),
        "the theme or its labels": key_of(_theme(job.settings, digests)),
        "what all pages say of the site": key_of(surroundings),
    }
    return replace(job, parts=parts, surroundings=surroundings)


def _font(settings: Settings, digests: Digests) -> object:
    """Name the font of share images, where there are any."""
    if not settings.base_url or not site.share_installed():
        return None
    font = site.find_font(settings.share.font)
    return (str(font.path), digests.of(font.path)) if font else ""


def _theme(settings: Settings, digests: Digests) -> list[tuple[str, str | None]]:
    """Give every file of the theme that is looked at, with its sha256; the site's own files come first."""
    return [
        (f"{number}/{path.relative_to(root).as_posix()}", digests.of(path))
        for number, root in enumerate(roots(settings.templates))
        for path in sorted(root.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    ]


def _seeds(settings: Settings) -> list[Path]:
    # A site may live on content files alone, when the newspaper keeps its texts elsewhere.
    has_content = settings.content.is_dir() and any(settings.content.glob("*.yml"))
    has_seeds = any(map(is_seed, settings.seeds.glob("*")))
    return seeds_in(settings.seeds) if has_seeds or not has_content else []


def _problems(articles: Sequence[Opened], job: Job) -> set[Problem]:
    found = {problem for article in articles for problem in article.problems}
    return found | {
        *passed_over(job.settings.seeds),
        *examined(job, articles),
        *site.prose_problems(job.settings),
        *site.share_problems([], job.settings),
    }


def _with_conflicts(found: Iterable[Problem], read: Read) -> tuple[Problem, ...]:
    told = {*found, *(problem for note in read.notes for problem in note.conflicts)}
    # An archive may have thousands: whole values are compared only where places are the same.
    return tuple(sorted(told, key=lambda one: (one.location.path, one.location.line, one.location.column, one)))


def _contents(articles: Sequence[Opened]) -> Contents:
    places = [place for article in articles for place in article.doubt_places]
    return Contents(
        len(articles),
        sum(article.guests for article in articles),
        sum(article.quotes for article in articles),
        sum(article.figures for article in articles),
        sum(article.doubts for article in articles),
        tuple(places[:DOUBT_PLACES]),
    )


def _remember(settings: Settings, digests: Digests, built: Built, published: Published, *, settled: bool) -> None:
    """Keep what the next build needs; `settled` says that it would find nothing to read."""
    folders = [str(settings.seeds), str(settings.content)]
    folders += [path for name in ("pages", "images") for path in folders_below(settings.content / name)]
    folders += [path for root in roots(settings.templates) for path in folders_below(root)]
    folders.append(str(settings.templates))
    whole = digests.settle() and settled
    memory = Memory(
        inputs=digests.sure,
        absent=digests.absent,
        folders={folder: names_in(folder) for folder in folders},
        whole=whole,
        built=built,
        tree=published.tree,
        groups=published.groups,
        pages=published.pages,
        links=published.links,
        parts=published.parts,
        reasons=published.reasons,
    )
    shelf_of(settings).put("build", NAME, memory_key(settings), memory)
