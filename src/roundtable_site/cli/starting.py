"""The commands that begin something: `init` a site, `new` an article."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from roundtable_site.cli.shared import JSON, ROOT, reports_problems, settings_of, tell

STANDARD_INPUT = "standard input"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path(), metavar="[DIR]")
@JSON
@reports_problems
def init(folder: Path) -> None:
    """Make a site that works: settings, an article to try, an about page, and what git and CI services need.

    DIR is this folder if not given. A file that is there already is never overwritten, so that init may be run in a
    folder that has some of them.

    \b
    Examples:
      roundtable init
      roundtable init mytables
    """
    from roundtable_site import shapes, summary
    from roundtable_site.scaffold.site import lay_down

    laid = lay_down(folder)
    tell((), lambda: summary.laid_lines(laid), lambda: shapes.laid(laid))


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--slug", metavar="NAME", help="The article's name in addresses.  [default: its headline in pinyin]")
@click.option("--publication", metavar="NAME", help="The newspaper that printed it (--publication 重庆日报).")
@click.option("--date", metavar="DATE", help="The day it was printed (--date 2022-10-18).")
@click.option("--page", metavar="PAGE", help="The page it was printed on (--page 3).")
@click.option("--url", metavar="URL", help="Where the newspaper shows it (--url https://paper.example/3.html).")
@ROOT
@JSON
@reports_problems
def new(file: str, root: Path, slug: str | None, **printed: str | None) -> None:
    """Bring an article into the site: its text goes to seeds/, what is read in it to content/.

    FILE is plain text, Markdown, HTML, Word or PDF, or - for standard input, where you paste the article. Its name is
    made from the headline. Nothing is ever overwritten.

    \b
    Examples:
      roundtable new talk.docx --publication 重庆日报 --date 2022-10-18
      roundtable new - < talk.txt
      roundtable new talk.txt --slug tea-2024
    """
    from roundtable_site import shapes, summary
    from roundtable_site.scaffold.article import Printed, bring_in

    settings = settings_of(root)
    data, name = _given(file)
    brought = bring_in(data, name, settings, slug, Printed(**printed))
    tell((), lambda: summary.brought_lines(brought, root), lambda: shapes.brought(brought))


def _given(file: str) -> tuple[bytes, str]:
    """Give the bytes of the article and the name to call it by."""
    from roundtable_site.parsing.source import bytes_at

    if file != "-":
        return bytes_at(Path(file)), file
    if sys.stdin.isatty():
        keys = "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
        click.echo(f"Paste the article here, then press Enter and {keys}.", err=True)
    return sys.stdin.buffer.read(), STANDARD_INPUT
