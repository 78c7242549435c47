"""Read seeds into content files without ever losing an editor's work.

A content file belongs to its editor; `content/.parsed/<slug>.yml` is what the parser wrote last. A new reading goes in
where the editor changed nothing: record by record, field by field (`merge`). Where both changed, the editor's version
stays and the other is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, TextIO

from msgspec import Struct

from roundtable_site import checking, content, merge
from roundtable_site.content.nodes import read_bytes
from roundtable_site.errors import Location, Problem, RoundtableError, fails
from roundtable_site.files import read_text_if_any, strays, write_atomically
from roundtable_site.model import Article
from roundtable_site.progress import Progress
from roundtable_site.publishing import hold, write_together
from roundtable_site.seeds import SEED_SUFFIXES, is_seed, passed_over
from roundtable_site.settings import Settings, load_settings

Outcome = Literal["new", "rewritten", "unchanged", "edited", "merged"]
WRITING: tuple[Outcome, ...] = ("new", "rewritten", "merged")
"""The outcomes for which a content file is written."""


class Reading(Struct, frozen=True):
    """One seed as read today, and what that means for its content file.

    `article` and `text` are what the content file says from now on, `remembered` is the parser's share of it.
    `outcome`: `new` (no content file yet), `rewritten` (nobody edited it), `unchanged`, `edited` (the editor's version
    stands, nothing came in) or `merged` (what is new came in around the edits). `conflicts` are warnings: where both
    changed. `seen` is the content file as it was when all this was decided, None where there was none.
    """

    seed: Path
    article: Article
    text: str
    target: Path
    outcome: Outcome
    remembered: str
    conflicts: tuple[Problem, ...] = ()
    seen: str | None = None


def seeds_in(folder: Path) -> list[Path]:
    """List the articles of a folder by name; notes beside them (README) are no articles.

    Raises RoundtableError when there is none, and for links that lead out of the folder.
    """
    found = sorted(p for p in folder.glob("*") if is_seed(p))
    if not found:
        kinds = ", ".join(SEED_SUFFIXES)
        raise RoundtableError.at(folder, f"no article here: put one into this folder ({kinds})")
    if links := strays(folder, found):
        raise RoundtableError(links)
    return found


def enriched(seed: Path, settings: Settings) -> Article:
    """Read one seed and give it its keywords. Raises RoundtableError when it cannot be read."""
    # The dictionary and the rules of reading take time to load: only work that needs them pays for it.
    from roundtable_site import keywords
    from roundtable_site.parsing import parse_article

    return keywords.with_keywords(parse_article(seed, settings.root, settings.limits), settings.keywords)


def read_seeds(seeds: Sequence[Path], settings: Settings, progress: Progress) -> list[Reading]:
    """Read seeds and say for each what becomes of its content file; nothing is written.

    Raises RoundtableError with every problem of every seed, and when two seeds would share a content file.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    for seed in progress.over("reading", list(seeds)):
        try:
            readings.append(reading_of(seed, settings))
        except RoundtableError as error:
            problems += error.problems
    problems += shared_targets((reading.seed, reading.target) for reading in readings)
    if problems:
        raise RoundtableError(problems)
    return readings


def parse(seeds: Sequence[Path], settings: Settings, progress: Progress) -> tuple[list[Reading], list[Problem]]:
    """Read seeds (all of the site's when none is named) into content files; give the readings and the warnings.

    Raises RoundtableError, with nothing written, for any problem, and for any warning when the settings are strict.
    """
    with hold(settings.content):
        readings = read_seeds(seeds or seeds_in(settings.seeds), settings, progress)
        conflicts = [problem for reading in readings for problem in reading.conflicts]
        others = [] if seeds else passed_over(settings.seeds)
        warnings = sorted([*others, *conflicts, *checking.warned((reading.article for reading in readings), settings)])
        if settings.strict and fails(warnings, strict=True):
            raise RoundtableError(warnings)
        store(readings)
        return readings, warnings


def read_to(seed: Path, output: str, stdout: TextIO, *, strict: bool = False) -> list[Problem]:
    """Read one seed to one file, or to `stdout` when `output` is `-`, with default settings; give the warnings."""
    article = enriched(seed, load_settings(None))
    warnings = checking.warned([article])
    if strict and fails(warnings, strict=True):
        raise RoundtableError(warnings)
    text = content.dump(article)
    if output == "-":
        stdout.write(text)
    else:
        write_atomically(Path(output), text)
    return warnings


def store(readings: Iterable[Reading]) -> None:
    """Write what the readings say: the content file, and the record of what the parser wrote.

    Raises RoundtableError, with nothing written, where an editor saved a content file while its article was read.
    """
    readings = list(readings)
    writing = [reading for reading in readings if reading.outcome in WRITING]
    refuse_saved(reading.target for reading in writing if _content_text(reading.target) != reading.seen)
    for reading in readings:
        store_one(reading.target, reading.text, reading.remembered, reading.outcome)


def refuse_saved(targets: Iterable[Path]) -> None:
    """Raise RoundtableError for content files that an editor saved since what is to be written was worked out."""
    message = "was saved while its article was read, and stays as it is: run this again"
    saved = [Problem(Location(str(path)), message) for path in targets]
    if saved:
        raise RoundtableError(saved)


def store_one(target: Path, text: str, remembered: str, outcome: Outcome) -> bool:
    """Write what one reading says; tell whether anything had to be written."""
    parsed = parsed_of(target)
    if outcome in WRITING:
        write_together(target, text, parsed, remembered)
    elif read_text_if_any(parsed) != remembered:
        write_atomically(parsed, remembered)
    else:
        return False
    return True


def parsed_of(target: Path) -> Path:
    """Give where what the parser wrote last is kept, of a content file."""
    return target.parent / ".parsed" / target.name


def reading_of(seed: Path, settings: Settings, article: Article | None = None) -> Reading:
    """Say what becomes of the content file of one seed; `article` is what is read in it, where that is known.

    Raises RoundtableError when the seed or its content file cannot be read.
    """
    article = article or enriched(seed, settings)
    target = settings.content / f"{article.slug}.yml"
    edited = _content_text(target)
    last = read_text_if_any(parsed_of(target))
    merged = merge.merge(last, edited, article, target)
    outcome = _outcome(merged, edited, last)
    if outcome in ("edited", "merged"):
        article = content.load_text(merged.text, target)
    return Reading(seed, article, merged.text, target, outcome, merged.remembered, merged.conflicts, edited)


def _content_text(path: Path) -> str | None:
    """Give the text of a content file, None where there is none. Raises RoundtableError for bytes that are no text."""
    return read_bytes(path.read_bytes(), str(path)) if path.exists() else None


def _outcome(merged: merge.Merged, edited: str | None, last: str | None) -> Outcome:
    if edited is None:
        return "new"
    if edited == merged.text:
        return "unchanged" if edited == merge.body_of(merged.remembered) else "edited"
    return "rewritten" if last is not None and edited == merge.body_of(last) else "merged"


def shared_targets(readings: Iterable[tuple[Path, Path]]) -> list[Problem]:
    """Give a problem for each seed, given with its content file, whose content file is that of a seed before it."""
    first: dict[Path, Path] = {}
    problems = []
    for seed, target in readings:
        other = first.setdefault(target, seed)
        if other != seed:
            message = f"has the same address as {other.name}: rename one of them"
            problems.append(Problem(Location(str(seed)), message))
    return problems
