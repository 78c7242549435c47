"""Say in a few lines what a command did: what was read, what was published, where to look."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Sequence
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from roundtable_site.build.clock import Clock
from roundtable_site.build.summing import DOUBT_PLACES, Built, Contents, ReadNote
from roundtable_site.files import read_text_if_any
from roundtable_site.report import visible

if TYPE_CHECKING:  # a build with nothing to do loads nothing that does it
    from roundtable_site.migrating import Lifted
    from roundtable_site.model import Article
    from roundtable_site.reading import Outcome, Reading
    from roundtable_site.scaffold.article import Brought
    from roundtable_site.scaffold.site import Laid

MOST_SEEDS = 20
"""Seeds up to which each has its line."""
OUTCOMES: dict[Outcome, str] = {
    "new": "new",
    "rewritten": "rewritten",
    "unchanged": "unchanged",
    "edited": "your edits stand, nothing new was read",
    "merged": "what is new was merged with your edits",
}


def counted(number: int, one: str, many: str | None = None) -> str:
    """Say how many there are of something.

    >>> counted(1, "page"), counted(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def shown(path: Path) -> str:
    """Give a path as a person would type it from this folder, on one line whatever is in its name."""
    try:
        return visible(str(path.resolve().relative_to(Path.cwd())))
    except ValueError:
        return visible(str(path))


def contents_of(articles: Sequence[Article]) -> Contents:
    """Count what stands in some articles."""
    doubtful = [r for a in articles for r in (*a.guests, *a.quotes, *a.indicators) if r.unsure]
    return Contents(
        len(articles),
        sum(len(a.guests) for a in articles),
        sum(len(a.quotes) for a in articles),
        sum(len(a.indicators) for a in articles),
        len(doubtful),
        tuple(str(record.location) for record in doubtful[:DOUBT_PLACES] if record.location),
    )


def contents_line(contents: Contents) -> str:
    """Say what stands in some articles: articles, guests, quotes, figures."""
    parts = [
        counted(contents.articles, "article"),
        counted(contents.guests, "guest"),
        counted(contents.quotes, "quote"),
        counted(contents.figures, "figure"),
    ]
    return ", ".join(parts)


def doubt_lines(contents: Contents) -> list[str]:
    """Name the first of the records that the parser was not sure of, so that an editor looks at them first."""
    if not contents.doubts:
        return []
    places = contents.doubt_places
    shown_places = ", ".join(places) + (", …" if contents.doubts > len(places) else "")
    return [
        f"look first at: {counted(contents.doubts, 'record')} marked unsure:" + (f" {shown_places}" if places else "")
    ]


def reading_lines(readings: Sequence[Reading | ReadNote]) -> list[str]:
    """Say for each seed which content file it went to and what became of that; of many, only those that changed."""
    many = len(readings) > MOST_SEEDS
    told = [r for r in readings if not many or r.outcome in ("new", "rewritten", "merged")]
    lines = [f"{shown(r.seed)} → {shown(r.target)} ({OUTCOMES[r.outcome]})" for r in told]
    rest = len(readings) - len(told)
    return [*lines, f"{counted(rest, 'other seed')} as before"] if rest else lines


def diff_lines(readings: Iterable[Reading]) -> list[str]:
    """Say what a parse would change, as unified differences; a reading that changes nothing has none."""
    return [line for reading in readings for line in changes_of(reading)] or ["nothing would change"]


def changes_of(reading: Reading) -> list[str]:
    """Give what a parse would change in one content file, as a unified difference."""
    name, before = shown(reading.target), read_text_if_any(reading.target) or ""
    after = f"{name} (after parse)"
    return list(unified_diff(before.splitlines(), reading.text.splitlines(), name, after, lineterm=""))


def parsed_lines(readings: Sequence[Reading], warnings: int, seconds: float) -> list[str]:
    """Say what `parse` read."""
    articles = [reading.article for reading in readings]
    total = f"read: {contents_line(contents_of(articles))}; {counted(warnings, 'warning')}; {seconds:.1f} s"
    return [*reading_lines(readings), total]


def built_lines(built: Built) -> list[str]:
    """Say what `build` read, what it published, and where to look, in that order."""
    return [
        *reading_lines(built.readings),
        *(f"note: {notice}" for notice in built.notices),
        *doubt_lines(built.contents),
        f"read: {contents_line(built.contents)}; {counted(len(built.warnings), 'warning')}",
        f"published: {_pages(built)}, {counted(built.links, 'link')} checked; {built.seconds:.1f} s",
        f"look: {shown(built.folder / 'index.html')}",
    ]


def timings_text(clock: Clock) -> str:
    """Write down where the time of a build went, as JSON."""
    return json.dumps(clock.shape(), ensure_ascii=False, indent=1) + "\n"


def _pages(built: Built) -> str:
    """Say how many pages a site has, and how many of them were made now where that is not all."""
    made = "" if built.made == built.pages else f" ({built.made:,} made now)" if built.made else " (nothing changed)"
    return counted(built.pages, "page") + made


def laid_lines(laid: Laid) -> list[str]:
    """Say which files `init` made, which were there already, and what to do next."""
    here = shown(laid.folder) == "."
    enter = "" if here else f"cd {shlex.quote(shown(laid.folder))}, then "
    return [
        *(f"made: {shown(laid.folder / name)}" for name in laid.made),
        *(f"kept as it is: {shown(laid.folder / name)}" for name in laid.kept),
        *([] if laid.made else ["nothing to do: this site has all its files"]),
        f"next: {enter}roundtable build, and open build/index.html; roundtable new FILE brings in your own article",
    ]


def brought_lines(brought: Brought, root: Path) -> list[str]:
    """Say where an article that was brought in stands, what was read in it, and what to do next."""
    there = "" if root == Path() else f" --root {shlex.quote(str(root))}"
    return [
        f"new: {shown(brought.seed)} → {shown(brought.target)}",
        *doubt_lines(contents_of([brought.article])),
        f"read: {contents_line(contents_of([brought.article]))}",
        f"next: look through {shown(brought.target)} and mend what is wrong, then: roundtable build{there}",
    ]


def migrated_lines(lifted: Sequence[Lifted], files: int) -> list[str]:
    """Say which content files `migrate` lifted."""
    from roundtable_site.content.formats import FORMAT

    done = [f"lifted: {shown(one.path)} (format {one.had} → {FORMAT})" for one in lifted]
    return [*done, f"{counted(files, 'file')} in format {FORMAT}, {len(lifted)} of them lifted now"]
