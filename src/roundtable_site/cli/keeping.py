"""The commands that keep a site and its command line in order: `migrate`, `completion`."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import get_completion_class

from roundtable_site.cli.shared import JSON, ROOT, reports_problems, settings_of, tell

SHELLS = ("bash", "zsh", "fish")


@click.command()
@ROOT
@JSON
@reports_problems
def migrate(root: Path) -> None:
    """Lift content files of an older format to the one that this version writes.

    Comments and layout stay. All files are lifted, or none: a file that would not load is named with its line. What is
    already of today's format is left as it is.

    \b
    Examples:
      roundtable migrate
      roundtable migrate --root ~/paper
    """
    from roundtable_site import shapes, summary
    from roundtable_site.migrating import migrate as migrate_site

    lifted, files = migrate_site(settings_of(root))
    tell((), lambda: summary.migrated_lines(lifted, files), lambda: shapes.migrated(lifted, files))


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> None:
    """Print what makes a shell complete commands, options and file names of roundtable.

    Put the line of your shell into its start file, and open a new terminal.

    \b
    Examples:
      bash, in ~/.bashrc:   eval "$(roundtable completion bash)"
      zsh, in ~/.zshrc:     eval "$(roundtable completion zsh)"
      fish, in ~/.config/fish/config.fish:   roundtable completion fish | source
    """
    kind = get_completion_class(shell)
    assert kind is not None, "a shell of SHELLS"
    click.echo(kind(click.get_current_context().find_root().command, {}, "roundtable", "_ROUNDTABLE_COMPLETE").source())
