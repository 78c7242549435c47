"""The fourth step: make the pages and files that are about no single article, where their rows are others now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import overload

from msgspec import Struct, field
from msgspec.structs import replace

from roundtable_site.build.crew import Answers, Crew
from roundtable_site.build.making_step import Cards, Written, frames, spelled_before, written
from roundtable_site.build.work import Failed, GroupFiles, Job, Made
from roundtable_site.cache import Gathered, key_of
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.links.remembered import lost_places, packed, unpacked
from roundtable_site.progress import Progress
from roundtable_site.site.across import make, orders
from roundtable_site.site.facts import Facts, Mark, Need, rows_at
from roundtable_site.site.metadata.files import map_files
from roundtable_site.site.metadata.sitemap import map_row
from roundtable_site.site.ordering import PART, Extent, Order
from roundtable_site.site.pages import Page

MAP = "map"


class LostError(Exception):
    """The cache lost what it had of an article, which is named: the article is to be made again."""


class Filled(Struct, frozen=True):
    """An order as it was filled: its key, its files and their links (packed, see `links.remembered`)."""

    key: str
    files: GroupFiles
    links: bytes
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
    known: Mapping[str, str]
    rows: tuple[tuple[tuple[str, Mark], ...], ...] = ()


class _Tasks(Sequence[OrderTask]):
    """Orders to be filled. Where the rows of one are is said when its turn comes: an archive has millions of rows."""

    def __init__(self, facts: Sequence[Facts]) -> None:
        self._facts = facts
        self._tasks: list[OrderTask] = []

    def add(self, task: OrderTask) -> None:
        self._tasks.append(task)

    def __len__(self) -> int:
        return len(self._tasks)

    @overload
    def __getitem__(self, number: int) -> OrderTask: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[OrderTask]: ...
    def __getitem__(self, number: int | slice) -> OrderTask | Sequence[OrderTask]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        task, facts = self._tasks[number], self._facts[self._tasks[number].language]
        return replace(task, rows=tuple(tuple(facts.places(need)) for need in task.order.needs))


def load_facts(
    job: Job, marks: Gathered, articles: Iterable[tuple[str, str]], published: int
) -> list[tuple[Facts, Extent]]:
    """Say where the rows of articles are, given by slug and key, in each language; so many of them are published.

    Raises LostError, now or when rows are asked for, where the cache has lost them.
    """
    languages = range(len(frames(job)))
    facts, places = [Facts(PART) for _ in languages], [0 for _ in languages]
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
    sites = list(sites)
    tasks = _Tasks([facts for facts, _ in sites])
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
            mine = {file.path: known.get(file.path, "") for file in old.files.files} if old else {}
            whose = dict.fromkeys(slug for need in order.needs if need.key for slug in facts.articles(need))
            filled[name] = Filled(key, GroupFiles(), b"", order.needs, tuple(whose))
            tasks.add(OrderTask(name, key, language, order, mine))
    made = _answered(job, tasks, crew, progress)
    for one in made:
        filled[one.name] = replace(filled[one.name], files=one.files, links=one.links)
    return Across(filled), [_with_lost(one, before) for one in made]


def _with_lost(made: Made, before: Across) -> Made:
    old = before.filled.get(made.name)
    lost = lost_places(unpacked(old.links), unpacked(made.links)) if old else {}
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
    return _made(task.name, done, (mapped,))


def _made(name: str, done: Written, rows: tuple[tuple[tuple[str, str], ...], ...]) -> Made:
    links = done.settled()
    return Made(name, GroupFiles(done.facts, rows, links.links), packed(links), done.kept, times=done.times)


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
    made = _made(MAP, done, ())
    return Filled(key, made.files, made.links), made


def map_rows(across: Across, articles: Sequence[GroupFiles], languages: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the rows of the sitemap: language by language, the site's own pages first."""
    for number, language in enumerate(languages):
        for name, filled in across.filled.items():
            if name.startswith(f"{language}:"):
                yield from (row for rows in filled.files.rows for row in rows)
        for group in articles:
            yield from group.rows[number]
