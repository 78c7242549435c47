"""Check a site's content files one after the other, whatever their number, and say all that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site import checking, content
from roundtable_site.correcting import correction_problems
from roundtable_site.errors import Location, Problem, RoundtableError, fails
from roundtable_site.files import strays, write_atomically
from roundtable_site.model import Article
from roundtable_site.progress import Progress
from roundtable_site.settings import Settings


def check_site(files: Sequence[Path], settings: Settings, progress: Progress) -> checking.Examined:
    """Check content files, all of the site's when none is named; one that cannot be read is a finding itself.

    Raises RoundtableError when there is nothing to check.
    """
    paths = list(files) or sorted(settings.content.glob("*.yml"))
    if not paths:
        raise RoundtableError.at(settings.content, "no content file here: run parse, or build")
    others: list[Problem] = [] if files else strays(settings.content, paths)
    led_out = {problem.location.path for problem in others}
    paths = [path for path in paths if str(path) not in led_out]
    examined = checking.examine(_articles(paths, others, settings, progress), settings)
    return replace(examined, problems=tuple(sorted([*examined.problems, *others])))


def _articles(
    paths: Sequence[Path], others: list[Problem], settings: Settings, progress: Progress
) -> Iterator[Article]:
    """Yield the articles one by one, so that never more than one is in memory.

    What cannot be read, and what is wrong with corrections, goes to `others`.
    """
    first: dict[str, Location] = {}
    for path in progress.over("checking", paths):
        try:
            article = content.load(path)
        except RoundtableError as error:
            others += error.problems
            continue
        place = article.location or Location(str(path))
        other = first.setdefault(article.slug, place)
        if other is not place:
            others.append(Problem(place, f"slug {article.slug} is that of {other.path} too: take another"))
        others += correction_problems([article], settings)
        yield article


class Checked(Struct, frozen=True):
    """A check's report, its last line, and how the command ends (0: nothing fails, 1: something does)."""

    report: str
    summary: str
    exit_code: int


def checked(
    files: Sequence[Path], settings: Settings, progress: Progress, form: str, language: checking.Language
) -> Checked:
    """Check content files and give the report in a form and a language. Raises as `check_site` does."""
    examined = check_site(files, settings, progress)
    return Checked(
        checking.render(examined, form, language),
        checking.summary(examined, language),
        int(fails(examined.problems, strict=settings.strict)),
    )


def deliver(checked: Checked, output: Path | None, stdout: TextIO) -> None:
    """Write the report to a file and say its summary, or print it whole. Raises RoundtableError as writing does."""
    if output is None:
        print(checked.report, file=stdout)
    else:
        write_atomically(output, checked.report + "\n")
        print(checked.summary, file=stdout)
