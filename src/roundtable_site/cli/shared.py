"""What all commands share: their common options, and how findings and lines are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roundtable_site.errors import Problem, RoundtableError

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


def published_at(folder: Path) -> str | None:
    """Give the base_url of the site in this folder, if `folder` is what that site is built to; else None."""
    if not Path("roundtable.toml").is_file():
        return None
    try:
        settings = settings_of(Path())
    except RoundtableError as error:
        say_problems(error.problems)
        sys.exit(2)
    return settings.base_url if settings.build.resolve() == folder.resolve() else None
