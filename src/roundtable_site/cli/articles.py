"""The commands that make a site of articles: `parse`, `diff`, `build`, `explain`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roundtable_site.cli.shared import (
    JSON,
    LANG,
    ROOT,
    STRICT,
    language,
    reports_problems,
    settings_of,
    tell,
    wants_json,
)
from roundtable_site.files import write_atomically
from roundtable_site.progress import progress_for

if TYPE_CHECKING:
    from roundtable_site.build import Built


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path), metavar="[SEED]...")
@click.option("-o", "--output", metavar="FILE", help="Write one seed's content to FILE, or to - for standard output.")
@ROOT
@STRICT
@LANG
@JSON
@reports_problems
def parse(seeds: tuple[Path, ...], output: str | None, root: Path, strict: bool | None) -> None:
    """Read articles into content files.

    Without SEED, all of seeds/ is read into content/. With -o, one SEED is read to one file, in any folder, no
    settings needed. In a content file that an editor changed, the edits stay and what is new comes in around them.

    \b
    Examples:
      roundtable parse
      roundtable parse seeds/talk.txt
      roundtable parse talk.txt -o talk.yml
    """
    from roundtable_site import reading, shapes, summary

    if output is not None:
        _one_to(output, seeds, strict=bool(strict))
        return
    start = time.monotonic()
    readings, warnings = reading.parse(seeds, settings_of(root, strict=strict), progress_for())
    seconds = time.monotonic() - start
    tell(warnings, lambda: summary.parsed_lines(readings, len(warnings), seconds), lambda: shapes.read(readings))


def _one_to(output: str, seeds: tuple[Path, ...], *, strict: bool) -> None:
    """Read one article to one file, or to standard output, where no JSON can stand beside it."""
    from roundtable_site import reading

    if len(seeds) != 1:
        raise click.UsageError("-o takes exactly one SEED: give one article, or leave -o out to read into content/")
    if output == "-" and wants_json():
        raise click.UsageError("--json and -o - would both be printed: name a file with -o")
    warnings = reading.read_to(seeds[0], output, sys.stdout, strict=strict)
    tell(warnings, list, lambda: {"seed": str(seeds[0]), "target": output})


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path), metavar="[SEED]...")
@ROOT
@LANG
@JSON
@reports_problems
def diff(seeds: tuple[Path, ...], root: Path) -> None:
    """Show what reading articles again would change in their content files; nothing is written.

    Without SEED, all of seeds/ is read. Where an article and an editor both changed something, the editor's version
    stays; these places are listed with both readings.

    \b
    Examples:
      roundtable diff
      roundtable diff seeds/talk.txt
    """
    from roundtable_site import reading, shapes, summary

    settings = settings_of(root)
    readings = reading.read_seeds(seeds or reading.seeds_in(settings.seeds), settings, progress_for())
    conflicts = [problem for found in readings for problem in found.conflicts]
    tell(conflicts, lambda: summary.diff_lines(readings), lambda: shapes.differing(readings))


@click.command()
@ROOT
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to publish.  [default: build/]")
@click.option("--base-url", metavar="URL", help="The site's public address, for canonical links and feeds.")
@STRICT
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes to use.  [default: one a processor]")
@click.option("--dask", metavar="ADDRESS", help="Let the workers of this Dask scheduler do it (extra [archive]).")
@click.option("--profile", is_flag=True, help="Say where the time went: by step, by template and kind of file.")
@click.option("--timings", type=click.Path(path_type=Path), metavar="FILE", help="Write the same as JSON.")
@LANG
@JSON
@reports_problems
def build(root: Path, output: Path | None, base_url: str | None, strict: bool | None, **chosen: Any) -> None:
    """Read the articles in seeds/, write content/, and publish the site to build/.

    The new site is checked before it replaces the old one: on any error the old one stays. What did not change since
    the last build is not made again; .roundtable/, where that is remembered, may be deleted at any time.

    \b
    Examples:
      roundtable build
      roundtable build --jobs 2 --profile --timings timings.json
      roundtable build --dask tcp://10.0.0.5:8786
      roundtable build --root ~/paper --output /srv/www --base-url https://paper.example/tables/
    """
    from roundtable_site import summary
    from roundtable_site.build import Clock
    from roundtable_site.build import build as build_site

    settings, clock = settings_of(root, build=output, base_url=base_url, strict=strict), Clock()
    profile, timings = chosen.pop("profile"), chosen.pop("timings")
    built = build_site(settings, progress_for(), clock=clock, **chosen)
    if timings:
        write_atomically(timings, summary.timings_text(clock))
    lines = [*summary.built_lines(built), *(clock.lines() if profile else ())]
    tell(built.warnings, lambda: lines, lambda: _shape(built))


def _shape(built: Built) -> dict[str, Any]:
    from roundtable_site import shapes

    return shapes.built(built)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("record", metavar="ID")
@ROOT
@LANG
@JSON
@reports_problems
def explain(file: Path, record: str, root: Path) -> None:
    """Say which rules gave a quotation or an indicator, and what each of them took.

    FILE is a content file, or an article; ID is the record's id in it.

    \b
    Examples:
      roundtable explain content/talk.yml s1i3
      roundtable explain talk.txt s2q1
    """
    from roundtable_site import shapes
    from roundtable_site.explaining import explain_record

    settings_of(root)
    explanation = explain_record(file, record, root, language())
    tell((), lambda: list(explanation.lines()), lambda: shapes.explained(explanation))


@click.command()
@click.argument("page")
@ROOT
@JSON
@reports_problems
def why(page: str, root: Path) -> None:
    """Say what a published page was made from, and why the last build made it or left it.

    PAGE is its path in build/: the files, the templates, and the rows of which articles are named.

    \b
    Examples:
      roundtable why talk/speakers/tang-xiaoping/
      roundtable why keywords/index.html --json
    """
    from msgspec.structs import asdict

    from roundtable_site.build.why import why as reason_of

    found = reason_of(page, settings_of(root))
    tell([], found.lines, lambda: {"file": asdict(found)})
