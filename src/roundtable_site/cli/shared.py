"""What all commands share: their common options, and how findings and lines are printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.report import as_json, harmless, problem_shape, quoted, visible

if TYPE_CHECKING:
    from roundtable_site.checking.catalogue import Language
    from roundtable_site.settings import Settings

ROOT = click.option(
    "--root", type=click.Path(path_type=Path), default=Path(), help="The site's folder.  [default: this folder]"
)
STRICT = click.option("--strict/--no-strict", default=None, help="Treat warnings as errors.")


def _remember(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    """Keep how a command is to speak where everything that prints finds it."""
    context.meta[f"roundtable.{parameter.name}"] = value


LANG = click.option(
    "--lang",
    type=click.Choice(("en", "zh")),
    expose_value=False,
    callback=_remember,
    help="Language of findings.  [default: the setting messages, else the locale]",
)
JSON = click.option(
    "--json", is_flag=True, expose_value=False, callback=_remember, help="Print one JSON object (docs/json.md)."
)


def reports_problems(command: Callable[..., None]) -> Callable[..., None]:
    """Turn a RoundtableError into one line per problem on standard error and exit code 1; bugs keep their traceback."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except RoundtableError as error:
            fail(error.problems)
            sys.exit(1)

    return guarded


def fail(problems: Iterable[Problem]) -> None:
    """Print why a command could not do its work."""
    if wants_json():
        say([as_json(ok=False, problems=shapes_of(problems))])
    else:
        say_problems(problems)


def _remembered(name: str) -> Any:
    context = click.get_current_context(silent=True)
    return context.meta.get(f"roundtable.{name}") if context else None


def wants_json() -> bool:
    """Tell whether this command was called with --json."""
    return bool(_remembered("json"))


def language() -> Language:
    """Give the language in which this command tells findings."""
    from roundtable_site.checking.catalogue.languages import language_for

    return language_for(_remembered("lang"), _remembered("messages"), os.environ)


def shapes_of(problems: Iterable[Problem]) -> list[dict[str, Any]]:
    """Give findings as they stand in what --json prints."""
    return [problem_shape(problem, _message(problem)) for problem in problems]


def say_problems(problems: Iterable[Problem]) -> None:
    """Print problems to standard error, one line each; on a terminal with the line of the file and a caret."""
    quoting = sys.stderr.isatty()
    for problem in problems:
        for line in [visible(problem.line(_message(problem))), *(quoted(problem.location) if quoting else [])]:
            click.echo(line, err=True)


def _message(problem: Problem) -> str:
    """Say a finding in the language of this command; only findings of `checking` have more than one."""
    if not problem.rule:
        return problem.message
    from roundtable_site.checking.catalogue import said

    return said(problem, language())


def tell(problems: Iterable[Problem], lines: Callable[[], Iterable[str]], shape: Callable[[], dict[str, Any]]) -> None:
    """Print what a command found and did: findings and lines for people, or its shape and the findings as JSON."""
    if wants_json():
        say([as_json(ok=True, **shape(), problems=shapes_of(problems))])
    else:
        say_problems(problems)
        say(lines())


def say(lines: Iterable[str]) -> None:
    """Print lines to standard output; nothing in them steers the terminal."""
    for line in lines:
        click.echo(harmless(line))


def settings_of(root: Path, **overrides: Any) -> Settings:
    """Read the settings of the site in `root`; options that were given on the command line win."""
    from roundtable_site.settings import load_settings

    settings = load_settings(root).with_overrides(**{k: v for k, v in overrides.items() if v is not None})
    if context := click.get_current_context(silent=True):
        context.meta["roundtable.messages"] = settings.messages
    return settings


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
