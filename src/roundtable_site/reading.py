"""Read seeds into content files without ever losing an editor's work.

A content file belongs to its editor; `content/.parsed/<slug>.yml` is what the parser wrote last. A new reading goes in
where the editor changed nothing. Where the parser reads what it read last time, the editor's file stands as it is. Only
where both changed is there a conflict, and then nothing at all is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO

from roundtable_site import checking, content
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.files import read_text_if_any, write_atomically
from roundtable_site.model import Article
from roundtable_site.progress import Progress
from roundtable_site.settings import Settings, load_settings

Outcome = Literal["new", "rewritten", "unchanged", "edited", "conflict"]
SEED_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Reading:
    """One seed as read today, and what that means for its content file.

    `outcome`: `new` (no content file yet), `rewritten` (nobody edited it), `unchanged`, `edited` (the editor's version
    stands, the parser read nothing new) or `conflict` (both changed).
    """

    seed: Path
    article: Article
    text: str
    target: Path
    outcome: Outcome

    @property
    def parsed(self) -> Path:
        """Where what the parser wrote last is kept."""
        return self.target.parent / ".parsed" / self.target.name


def seeds_in(folder: Path) -> list[Path]:
    """List the articles of a folder by name; notes beside them (README) are no articles.

    Raises RoundtableError when there is none.
    """
    found = sorted(p for p in folder.glob("*") if is_seed(p))
    if not found:
        kinds = ", ".join(SEED_SUFFIXES)
        raise RoundtableError.at(folder, f"no article here: put one into this folder ({kinds})")
    return found


def is_seed(path: Path) -> bool:
    """Tell whether a file is an article by its name; a README and what an open editor leaves beside a file are none."""
    note = path.stem.lower() == "readme" or path.name.startswith((".", "~$"))
    return path.suffix.lower() in SEED_SUFFIXES and not note and path.is_file()


def enriched(seed: Path, settings: Settings) -> Article:
    """Read one seed and give it its keywords. Raises RoundtableError when it cannot be read."""
    # The dictionary and the rules of reading take time to load: only work that needs them pays for it.
    from roundtable_site import keywords
    from roundtable_site.parsing import parse_article

    return keywords.with_keywords(parse_article(seed, settings.root), settings.keywords)


def read_seeds(seeds: Sequence[Path], settings: Settings, progress: Progress) -> list[Reading]:
    """Read seeds and say for each what becomes of its content file; nothing is written.

    Raises RoundtableError with every problem of every seed, and when two seeds would share a content file.
    """
    readings: list[Reading] = []
    problems: list[Problem] = []
    for seed in progress.over("reading", list(seeds)):
        try:
            readings.append(_reading(seed, settings))
        except RoundtableError as error:
            problems += error.problems
    problems += _shared_targets(readings)
    problems += [_conflict(reading) for reading in readings if reading.outcome == "conflict"]
    if problems:
        raise RoundtableError(problems)
    return readings


def parse(seeds: Sequence[Path], settings: Settings, progress: Progress) -> tuple[list[Reading], list[Problem]]:
    """Read seeds (all of the site's when none is named) into content files; give the readings and the warnings.

    Raises RoundtableError, with nothing written, for any problem, and for any warning when the settings are strict.
    """
    readings = read_seeds(seeds or seeds_in(settings.seeds), settings, progress)
    warnings = checking.check(reading.article for reading in readings)
    if settings.strict and warnings:
        raise RoundtableError(warnings)
    store(readings)
    return readings, warnings


def read_to(seed: Path, output: str, stdout: TextIO, *, strict: bool = False) -> list[Problem]:
    """Read one seed to one file, or to `stdout` when `output` is `-`, with default settings; give the warnings."""
    article = enriched(seed, load_settings(None))
    warnings = checking.check([article])
    if strict and warnings:
        raise RoundtableError(warnings)
    text = content.dump(article)
    if output == "-":
        stdout.write(text)
    else:
        write_atomically(Path(output), text)
    return warnings


def store(readings: Iterable[Reading]) -> None:
    """Write what the readings say: the content file first, then the record of what the parser wrote."""
    for reading in readings:
        if reading.outcome in ("new", "rewritten"):
            write_atomically(reading.target, reading.text)
        if read_text_if_any(reading.parsed) != reading.text:
            write_atomically(reading.parsed, reading.text)


def _reading(seed: Path, settings: Settings) -> Reading:
    article = enriched(seed, settings)
    text = content.dump(article)
    target = settings.content / f"{article.slug}.yml"
    last = read_text_if_any(target.parent / ".parsed" / target.name)
    return Reading(seed, article, text, target, _outcome(text, read_text_if_any(target), last))


def _outcome(today: str, edited: str | None, last: str | None) -> Outcome:
    if edited is None:
        return "new"
    if edited == today:
        return "unchanged"
    if today == last:
        return "edited"
    return "rewritten" if edited == last else "conflict"


def _conflict(reading: Reading) -> Problem:
    message = (
        f"this file was edited, and {reading.seed.name} now reads differently: nothing was changed;"
        " take your corrections out of the way (git stash), run parse, and bring them back"
    )
    return Problem(Location(str(reading.target)), message)


def _shared_targets(readings: Sequence[Reading]) -> list[Problem]:
    first: dict[Path, Path] = {}
    problems = []
    for reading in readings:
        other = first.setdefault(reading.target, reading.seed)
        if other != reading.seed:
            message = f"has the same address as {other.name}: rename one of them"
            problems.append(Problem(Location(str(reading.seed)), message))
    return problems
