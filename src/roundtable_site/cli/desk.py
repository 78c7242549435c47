"""The command for the editor's desk: `check`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from roundtable_site.cli.shared import JSON, LANG, ROOT, STRICT, language, reports_problems, settings_of, wants_json
from roundtable_site.progress import progress_for


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "github", "sarif")),
    default="text",
    show_default=True,
    help="Form of the report.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to FILE.")
@ROOT
@STRICT
@LANG
@JSON
@reports_problems
def check(files: tuple[Path, ...], form: str, output: Path | None, root: Path, strict: bool | None) -> None:
    """Say what an editor should look at before publishing: in the text, its figures, its records, across articles.

    FILE is a content file; without it all of content/ is checked. Each finding names its place, the line, and what to
    do; docs/checks.md says what each means. One that is right as it stands is accepted with a reason in the content
    file (accepted:), and is then only counted.

    Exit code 0: nothing fails; 1: there is an error (with --strict: or a warning).

    \b
    Examples:
      roundtable check
      roundtable check content/talk.yml --lang zh
      roundtable check --strict --format sarif --output checks.sarif
    """
    from roundtable_site import desk

    settings = settings_of(root, strict=strict)
    checked = desk.checked(files, settings, progress_for(), "json" if wants_json() else form, language())
    desk.deliver(checked, output, sys.stdout)
    sys.exit(checked.exit_code)
