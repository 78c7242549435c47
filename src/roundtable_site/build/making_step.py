"""The third step: make the pages and files of each article that changed, from that article alone."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from roundtable_site.build.clock import Clock
from roundtable_site.build.opening_step import ContentFile, opened_article
from roundtable_site.build.work import ArticleRecord, Failed, FileFact, GroupFiles, Job, Made, Opened
from roundtable_site.cache import Digests, key_of
from roundtable_site.errors import RoundtableError
from roundtable_site.ids.known import spellings
from roundtable_site.links.remembered import FileLinks, GroupLinks, lost_places, packed, read_links, settled
from roundtable_site.publishing.aside import put
from roundtable_site.settings import Settings
from roundtable_site.site.across import Item
from roundtable_site.site.article import article_site
from roundtable_site.site.exports import export
from roundtable_site.site.facts import CardMarks, laid_out
from roundtable_site.site.frame import Frame, Surroundings
from roundtable_site.site.pages import Page
from roundtable_site.site.plan import frames_of, refuse_collisions
from roundtable_site.site.render import Rendering


class Cards(Struct, frozen=True):
    """What is found where in an article's cards, one for each language."""

    cards: tuple[CardMarks, ...]


class ArticleTask(Struct, frozen=True):
    """An article to be made; `known` are its published files that stand as they were left, by path with sha256."""

    opened: Opened
    key: str
    known: Mapping[str, str]


def article_key(job: Job, opened: Opened, digests: Digests) -> str:
    """Give the key of all that an article's pages are made from."""
    folders = (job.settings.root, job.settings.content / "images")
    pictures = [digests.of(folder / picture) for picture in opened.pictures for folder in folders]
    return key_of(job.shown, job.surroundings, opened.key, pictures)


def make_article(job: Job, task: ArticleTask) -> Made | Failed:
    """Make the pages and files of one article; those whose bytes are published already are not written."""
    try:
        return _made(job, task)
    except RoundtableError as error:
        return Failed(error.problems)


def _made(job: Job, task: ArticleTask) -> Made:
    with spelled_before(job, task.opened.slug):
        return _made_of(job, task, _record(job, task.opened))


@contextmanager
def spelled_before(job: Job, name: str) -> Iterator[None]:
    """Let names be spelled as they were when this was made before, without the dictionary."""
    known = job.shelf.get("spelled", name, job.words, dict[str, str]) or {}
    with spellings(known) as asked:
        yield
    if asked.keys() - known.keys():
        job.shelf.put("spelled", name, job.words, asked)


def _made_of(job: Job, task: ArticleTask, record: ArticleRecord) -> Made:
    shelf, slug = job.shelf, task.opened.slug
    article = article_site(frames(job), record.article, record.printed)
    done = written(article.items(), job, task.known)
    refuse_collisions((fact.path, fact.source) for fact in done.facts)
    rows = tuple(tuple(article.map_rows(language)) for language in range(len(article.frames)))
    group = done.settled()
    files = GroupFiles(done.facts, rows, group.links)
    data, marks = laid_out(article.cards())
    before = shelf.last("links", slug, GroupLinks)
    shelf.put_bytes("card", slug, task.key, data)
    shelf.put("marks", slug, task.key, Cards(marks))
    shelf.put("links", slug, task.key, group)
    shelf.put("files", slug, task.key, files)
    return Made(slug, files, packed(group), done.kept, lost_places(before, group) if before else None, done.times)


def _record(job: Job, opened: Opened) -> ArticleRecord:
    """Give an article as it was opened; where the cache lost it, it is opened once more."""
    path = Path(opened.path)
    found = job.shelf.get("article", path.name, opened.key, ArticleRecord)
    return found or opened_article(job, ContentFile(path, opened.content_sha256, opened.key))


class Written(Struct, frozen=True):
    """Pages and files as they were made: which of them stand published already, their links, and the time they took."""

    facts: tuple[FileFact, ...]
    kept: frozenset[str]
    links: tuple[FileLinks, ...]
    times: dict[str, tuple[int, float]]

    def settled(self) -> GroupLinks:
        """Settle what they ask of one another."""
        return settled(self.links, {fact.path for fact in self.facts})


def written(items: Iterable[Item], job: Job, known: Mapping[str, str]) -> Written:
    """Make pages and files and write those that are not `known` to stand published, by path with sha256."""
    facts, kept, links, clock = [], set(), [], Clock()
    rendering = Rendering()
    for item in items:
        start = time.process_time()
        data, path = _bytes(item, rendering), item.address.path
        if data is None:
            continue
        clock.add({_kind(item): (1, time.process_time() - start)})
        fact = FileFact(path, sha256(data).hexdigest(), item.source, item.template if isinstance(item, Page) else "")
        if known.get(path) == fact.sha256:
            kept.add(path)
        else:
            put(job.staged, path, data)
        start = time.process_time()
        if found := read_links(path, data, job.settings.base_url):
            links.append(found)
            clock.add({"files whose links were read": (1, time.process_time() - start)})
        facts.append(fact)
    rendering.end()
    return Written(tuple(facts), frozenset(kept), tuple(links), clock.made)


def _kind(item: Item) -> str:
    """Say what is made: a page by its template, a file by its ending."""
    return item.template if isinstance(item, Page) else "*." + item.address.file.partition(".")[2]


def _bytes(item: Item, rendering: Rendering) -> bytes | None:
    """Give the bytes of a file; None where a template fails, which is told at the end."""
    if not isinstance(item, Page):
        return export(item)
    html = rendering.of(item)
    return None if html is None else html.encode("utf-8")


def frames(job: Job) -> tuple[Frame, ...]:
    """Give the frames of a site in its languages; a process makes them once for a build."""
    return _frames(job.settings, job.surroundings, job.shown)


@lru_cache(maxsize=2)
def _frames(settings: Settings, surroundings: Surroundings, _: str) -> tuple[Frame, ...]:
    return frames_of(settings, surroundings)
