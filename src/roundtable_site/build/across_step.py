"""The fourth step: make the pages and files that are about no single article, where their rows are others now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from roundtable_site.build.crew import Answers, Crew
from roundtable_site.build.making_step import Cards, frames, spelled_before, written
from roundtable_site.build.work import Failed, GroupFiles, Job, Made
from roundtable_site.cache import Gathered, key_of
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.links.remembered import GroupLinks, lost_places
from roundtable_site.progress import Progress
from roundtable_site.site.across import make, orders
from roundtable_site.site.facts import Facts, Mark, Need, rows_at
from roundtable_site.site.metadata.files import map_files
from roundtable_site.site.metadata.sitemap import map_row
from roundtable_site.site.ordering import Extent, Order
from roundtable_site.site.pages import Page

MAP = "map"


class LostError(Exception):
    """The cache lost what it had of an article, which is named: the article is to be made again."""


class Filled(Struct, frozen=True):
    """An order as it was filled: its key, its files and their links."""

    key: str
    files: GroupFiles
    links: GroupLinks
    needs: tuple[Need, ...] = ()
    articles: tuple[str, ...] = ()  # whose rows those are, where they are not all articles'


class Across(Struct, frozen=True):
    """All orders of a site as they were filled, by language and name."""

    filled: dict[str, Filled] = field(default_factory=dict)


class OrderTask(Struct, frozen=True):
    """An order to be filled in a language, by its number, with the places of the rows that it needs.

    Who fills it reads the rows: an index takes all that an archive's articles say.
    """

    name: str
    key: str
    language: int
    order: Order
    rows: tuple[tuple[tuple[str, Mark], ...], ...]
    known: Mapping[str, str]


def load_facts(
    job: Job, marks: Gathered, articles: Iterable[tuple[str, str]], published: int
) -> list[tuple[Facts, Extent]]:
    """Say where the rows of articles are, given by slug and key, in each language; so many of them are published.

    Raises LostError, now or when rows are asked for, where the cache has lost them.
    """
    languages = range(len(frames(job)))
    facts, places = [Facts() for _ in languages], [0 for _ in languages]
    for slug, key in articles:
        found = marks.get(slug, key, Cards)
        if found is None:
            raise LostError(slug)
        for language, card in enumerate(found.cards):
            facts[language].add(slug, card.marks, partial(_rows, job, slug))
            places[language] += card.places
    return [(one, Extent(published, count)) for one, count in zip(facts, places, strict=True)]


def _rows(job: Job, slug: str, mark: Mark) -> Sequence[bytes]:
    found = rows_at(mark, job.shelf.part("card", slug, mark.start, mark.length))
    if found is None:
        raise LostError(slug)
    return found


def fill(
    job: Job, sites: Iterable[tuple[Facts, Extent]], before: Across, known: Mapping[str, str],
    crew: Crew, progress: Progress,
) -> tuple[Across, list[Made]]:  # fmt: skip
    """Fill every order that changed; give all of them as filled, and what was made now."""
    filled: dict[str, Filled] = {}
    tasks = []
    for language, (facts, extent) in enumerate(sites):
        frame = frames(job)[language]
        with spelled_before(job, f"across-{language}"):
            ordered = [*orders(frame, facts, extent)]
        for order in ordered:
            name, key = f"{frame.language}:{order.name}", _key(job, facts, order)
            old = before.filled.get(name)
            if old and old.key == key and all(known.get(file.path) == file.sha256 for file in old.files.files):
                filled[name] = old
                continue
            rows = tuple(tuple(facts.places(need)) for need in order.needs)
            mine = {file.path: known.get(file.path, "") for file in old.files.files} if old else {}
            whose = dict.fromkeys(slug for need in order.needs if need.key for slug in facts.articles(need))
            filled[name] = Filled(key, GroupFiles(), GroupLinks(), order.needs, tuple(whose))
            tasks.append(OrderTask(name, key, language, order, rows, mine))
    made = _answered(job, tasks, crew, progress)
    for task, one in zip(tasks, made, strict=True):
        filled[task.name] = replace(filled[task.name], files=one.files, links=one.links)
    return Across(filled), [_with_lost(one, before) for one in made]


def _with_lost(made: Made, before: Across) -> Made:
    old = before.filled.get(made.name)
    lost = lost_places(old.links, made.links) if old else {}
    return replace(made, lost=lost)


def _key(job: Job, facts: Facts, order: Order) -> str:
    return key_of(job.shown, job.surroundings, *order.told, *[facts.key(need) for need in order.needs])


def _answered(job: Job, tasks: Sequence[OrderTask], crew: Crew, progress: Progress) -> list[Made]:
    made: list[Made] = []
    problems: list[Problem] = []
    for answer in progress.over("pages across articles", Answers(crew, fill_one, job, tasks)):
        if isinstance(answer, Failed):
            problems += answer.problems
        else:
            made.append(answer)
    if problems:
        raise RoundtableError(problems)
    return made


def fill_one(job: Job, task: OrderTask) -> Made | Failed:
    """Fill one order."""
    frame = frames(job)[task.language]
    try:
        rows = [[row for slug, mark in places for row in mark.rows or _rows(job, slug, mark)] for places in task.rows]
        items = make(frame, task.order, rows)
        done = written(items, job, task.known)
    except RoundtableError as error:
        return Failed(error.problems)
    mapped = tuple(row for item in items if isinstance(item, Page) and (row := map_row(item)))
    return Made(task.name, GroupFiles(done.facts, (mapped,)), done.settled(), done.kept, times=done.times)


def fill_map(
    job: Job, rows: Sequence[tuple[str, str]], before: Across, known: Mapping[str, str]
) -> tuple[Filled, Made | None]:
    """Write the sitemaps of the pages in `rows`, if they are others now."""
    key = key_of(job.shown, rows)
    old = before.filled.get(MAP)
    if old and old.key == key and all(known.get(file.path) == file.sha256 for file in old.files.files):
        return old, None
    frame = frames(job)[0]
    done = written(map_files(frame, rows), job, known)
    made = Made(MAP, GroupFiles(done.facts), done.settled(), done.kept, times=done.times)
    return Filled(key, made.files, made.links), made


def map_rows(across: Across, articles: Sequence[GroupFiles], languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of the sitemap: language by language, the site's own pages first."""
    for number, language in enumerate(languages):
        for name, filled in across.filled.items():
            if name.startswith(f"{language}:"):
                yield from (row for rows in filled.files.rows for row in rows)
        for group in articles:
            yield from group.rows[number]
