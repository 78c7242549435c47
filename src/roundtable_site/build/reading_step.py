"""The first step: read the seeds that changed, and say what becomes of their content files."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import merge
from roundtable_site.build.crew import Answers, Crew
from roundtable_site.build.summing import ReadNote
from roundtable_site.build.work import Failed, Job
from roundtable_site.cache import Digests, key_of
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.ids import article_slug
from roundtable_site.model import Article
from roundtable_site.progress import Progress
from roundtable_site.reading import (
    WRITING,
    enriched,
    parsed_of,
    reading_of,
    refuse_saved,
    shared_targets,
    store_one,
)


class Seed(Struct, frozen=True):
    """A seed to be read: `key` stands for it and for how it is read, `state` for its content file, too."""

    path: Path
    sha256: str
    key: str
    state: str


class ReadText(Struct, frozen=True):
    """What a seed's content file says from now on, and the parser's share of it."""

    text: str
    remembered: str


class Read(Struct, frozen=True):
    """What becomes of all seeds; `fresh` are those that were read now and whose content files are to be written."""

    notes: tuple[ReadNote, ...]
    fresh: tuple[tuple[Seed, ReadNote], ...]
    wrote: tuple[tuple[Path, str], ...] = ()


def read_changed(seeds: Sequence[Path], job: Job, digests: Digests, crew: Crew, progress: Progress) -> Read:
    """Say what becomes of each seed; nothing is written but to the cache. Raises as `reading.read_seeds` does."""
    notes: dict[Path, ReadNote] = {}
    waiting = []
    for path in seeds:
        seed = _seed(path, job, digests)
        settled = job.shelf.get("settled", path.name, seed.state, ReadNote)
        if settled:
            notes[path] = settled
        else:
            waiting.append(seed)
    problems: list[Problem] = []
    fresh = []
    if waiting:  # what reads is loaded once, before processes are forked from this one
        import_module("roundtable_site.parsing.door")
    answers = progress.over("reading", Answers(crew, _read, job, waiting))
    for seed, answer in zip(waiting, answers, strict=True):
        if isinstance(answer, Failed):
            problems += answer.problems
        else:
            notes[seed.path] = answer
            fresh.append((seed, answer))
    found = tuple(notes[path] for path in seeds if path in notes)
    problems += shared_targets((note.seed, note.target) for note in found)
    if problems:
        raise RoundtableError(problems)
    return Read(found, tuple(fresh))


def text_of(job: Job, seed: Seed) -> ReadText:
    """Give what is to be written for a seed that was read; where the cache lost it, it is read once more."""
    found = job.shelf.get("text", seed.path.name, seed.state, ReadText)
    if found is None:
        reading = reading_of(seed.path, job.settings)
        found = ReadText(reading.text, reading.remembered)
    return found


def store_read(job: Job, read: Read, digests: Digests) -> Read:
    """Write the content files of what was read; give what the next build would find if nothing else changed.

    What is `fresh` in that is to be read once more: after a merge, the parser has the last word. Raises
    RoundtableError, with nothing written, where an editor saved a content file since it was looked at.
    """
    writing = [note.target for _, note in read.fresh if note.outcome in WRITING]
    refuse_saved(target for target in writing if Digests().of(target) != digests.of(target))
    settled = {note.seed: note for note in read.notes}
    again, wrote = [], []
    for seed, note in read.fresh:
        found = text_of(job, seed)
        changed = store_one(note.target, found.text, found.remembered, note.outcome)
        if changed:
            wrote.append((note.target, _sha256(found.text)))
        if not changed:
            job.shelf.put("settled", seed.path.name, seed.state, note)
        elif merge.body_of(found.remembered) == found.text:
            state = key_of(seed.key, _sha256(found.text), _sha256(found.remembered))
            settled[note.seed] = replace(note, outcome="unchanged", conflicts=())
            job.shelf.put("settled", seed.path.name, state, settled[note.seed])
        else:
            again.append((seed, note))
        digests.wrote(note.target, _sha256(found.text))
        digests.wrote(parsed_of(note.target), _sha256(found.remembered))
    return Read(tuple(settled[note.seed] for note in read.notes), tuple(again), tuple(wrote))


def _seed(path: Path, job: Job, digests: Digests) -> Seed:
    target = job.settings.content / f"{article_slug(path.stem)}.yml"
    digest = digests.of(path) or ""
    key = key_of(job.words, str(path), digest)
    return Seed(path, digest, key, key_of(key, digests.of(target), digests.of(parsed_of(target))))


def _read(job: Job, seed: Seed) -> ReadNote | Failed:
    """Read one seed; what stands in it is kept, so that an edit of its content file does not cost reading it again."""
    shelf, name = job.shelf, seed.path.name
    try:
        article = shelf.get("seed", name, seed.key, Article)
        if article is None:
            article = enriched(seed.path, job.settings)
            if article.source.sha256 == seed.sha256:  # else it was changed since the build began
                shelf.put("seed", name, seed.key, article)
        reading = reading_of(seed.path, job.settings, article)
    except RoundtableError as error:
        return Failed(error.problems)
    shelf.put("text", name, seed.state, ReadText(reading.text, reading.remembered))
    return ReadNote(seed.path, reading.target, reading.outcome, reading.conflicts)


def _sha256(text: str) -> str:
    return sha256(text.encode()).hexdigest()
