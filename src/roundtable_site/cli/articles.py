"""The commands that make a site of articles: `parse`, `diff`, `build`, `explain`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from roundtable_site.cli.shared import ROOT, STRICT, reports_problems, say, say_problems, settings_of
from roundtable_site.progress import progress_for


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path), metavar="[SEED]...")
@click.option("-o", "--output", metavar="FILE", help="Write one seed's content to FILE, or to - for standard output.")
@ROOT
@STRICT
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
    from roundtable_site import reading, summary

    if output is not None and len(seeds) != 1:
        raise click.UsageError("-o takes exactly one SEED: give one article, or leave -o out to read into content/")
    start = time.monotonic()
    if output is not None:
        say_problems(reading.read_to(seeds[0], output, sys.stdout, strict=bool(strict)))
        return
    readings, warnings = reading.parse(seeds, settings_of(root, strict=strict), progress_for())
    say_problems(warnings)
    say(summary.parsed_lines(readings, len(warnings), time.monotonic() - start))


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path), metavar="[SEED]...")
@ROOT
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
    from roundtable_site import reading, summary

    settings = settings_of(root)
    readings = reading.read_seeds(seeds or reading.seeds_in(settings.seeds), settings, progress_for())
    say_problems(problem for found in readings for problem in found.conflicts)
    say(summary.diff_lines(readings))


@click.command()
@ROOT
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to publish.  [default: build/]")
@click.option("--base-url", metavar="URL", help="The site's public address, for canonical links and feeds.")
@STRICT
@reports_problems
def build(root: Path, output: Path | None, base_url: str | None, strict: bool | None) -> None:
    """Read the articles in seeds/, write content/, and publish the site to build/.

    The new site is checked before it replaces the old one: on any error the old one stays.

    \b
    Examples:
      roundtable build
      roundtable build --root ~/paper --output /srv/www --base-url https://paper.example/tables/
    """
    from roundtable_site import summary
    from roundtable_site.build import build as build_site

    built = build_site(settings_of(root, build=output, base_url=base_url, strict=strict), progress_for())
    say_problems(built.warnings)
    say(summary.built_lines(built))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("record", metavar="ID")
@ROOT
@reports_problems
def explain(file: Path, record: str, root: Path) -> None:
    """Say which rules gave a quotation or an indicator, and what each of them took.

    FILE is a content file, or an article; ID is the record's id in it.

    \b
    Examples:
      roundtable explain content/talk.yml s1i3
      roundtable explain talk.txt s2q1
    """
    from roundtable_site.explaining import explain_record

    say(explain_record(file, record, root).lines())
