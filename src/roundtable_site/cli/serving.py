"""The command that serves a site while it is worked on: `serve`."""

from __future__ import annotations

from pathlib import Path

import click

from roundtable_site.cli.shared import ROOT, reports_problems, say, say_problems


@click.command()
@ROOT
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port to use; if taken, another."
)
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", show_default=True,
    help="Address to listen at. Any but this machine's own lets others see the site.",
)  # fmt: skip
@click.option("--open", "opened", is_flag=True, help="Open the site in a browser.")
@reports_problems
def serve(root: Path, port: int, host: str, opened: bool) -> None:
    """Build the site, serve it on this machine, and build it again whenever something changes.

    Open pages load again by themselves. If a build fails, they say why, and the last good site stays. The review page,
    which is never published, shows source and transcript side by side with what is doubtful first. Ctrl-C ends it.

    \b
    Examples:
      roundtable serve --open
      roundtable serve --root ~/paper --port 8080
    """
    from roundtable_site.serve import Wishes
    from roundtable_site.serve import serve as serve_site

    serve_site(root, Wishes(port, host, opened), say, say_problems)
