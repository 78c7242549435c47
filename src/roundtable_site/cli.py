"""The command line: name the inputs, call one function, print what came back."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roundtable_site import __version__
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.progress import progress_for

if TYPE_CHECKING:
    from roundtable_site.settings import Settings

ROOT = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The site's folder.  [default: this folder]"
)
STRICT = click.option("--strict/--no-strict", default=None, help="Treat warnings as errors.")


def reports_problems(command: Callable[..., None]) -> Callable[..., None]:
    """Turn a RoundtableError into one line per problem on standard error and exit code 1; bugs keep their traceback."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except RoundtableError as error:
            say_problems(error.problems)
            sys.exit(1)

    return guarded


def say_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, one line each."""
    for problem in problems:
        click.echo(str(problem), err=True)


def say(lines: Iterable[str]) -> None:
    """Print lines to standard output."""
    for line in lines:
        click.echo(line)


def settings_of(root: Path, **overrides: Any) -> Settings:
    """Read the settings of the site in `root`; options that were given on the command line win."""
    from roundtable_site.settings import load_settings

    return load_settings(root).with_overrides(**{k: v for k, v in overrides.items() if v is not None})


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="roundtable %(version)s")
def main() -> None:
    """Turn newspaper round tables into a site in which every figure leads back to its sentence.

    \b
    Examples:
      roundtable build                 read seeds/, write content/ and build/
      roundtable parse -o - talk.txt   see what the parser finds in one article
    """


@main.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path), metavar="[SEED]...")
@click.option("-o", "--output", metavar="FILE", help="Write one seed's content to FILE, or to - for standard output.")
@ROOT
@STRICT
@reports_problems
def parse(seeds: tuple[Path, ...], output: str | None, root: Path, strict: bool | None) -> None:
    """Read articles into content files.

    Without SEED, all of seeds/ is read into content/. With -o, one SEED is read to one file, in any folder, no
    settings needed. A content file that an editor changed is never overwritten.

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


@main.command()
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


@main.command()
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


@main.command("check-links")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("build"), metavar="[DIR]")
@click.option("--base-url", metavar="URL", help="Where DIR is published; links to that address are checked too.")
@STRICT
@reports_problems
def check_links(folder: Path, base_url: str | None, strict: bool | None) -> None:
    """Check every link of a folder of HTML: any static site, ours or another.

    DIR is build/ if not given. Exit code 0: all sound; 1: a link leads nowhere; 2: there was nothing to check.

    \b
    Examples:
      roundtable check-links
      roundtable check-links public --base-url https://paper.example/
    """
    from roundtable_site import links

    report = links.check(folder, base_url=base_url)
    click.echo(links.render_text(report))
    sys.exit(report.exit_code(strict=bool(strict)))
