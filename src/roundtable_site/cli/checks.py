"""The commands that look at a finished site: `check-links`, `verify`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from roundtable_site.cli.shared import JSON, LANG, ROOT, STRICT, fail, published_at, settings_of, tell
from roundtable_site.errors import RoundtableError
from roundtable_site.progress import progress_for
from roundtable_site.report import harmless

if TYPE_CHECKING:
    from roundtable_site.links import External

# The names of the reports, told here again: the help must not load the readers of HTML. A test holds both together.
FORMS = ("text", "json", "github", "sarif", "junit")


@click.command("check-links")
@click.argument("folder", type=click.Path(path_type=Path), default=Path("build"), metavar="[DIR]")
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="text", show_default=True, help="Form of the report."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to FILE.")
@STRICT
@click.option("--base-url", metavar="URL", help="Where DIR is published; links to that address are checked too.")
@click.option("--ignore", metavar="REGEX", multiple=True, help="Leave out links that match; may be repeated.")
@click.option("--exclude", metavar="GLOB", multiple=True, help="Leave out files that match (old/*); may be repeated.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes to use.  [default: 1]")
@click.option("--external", is_flag=True, help="Ask other sites, too. Nothing is sent over the network without this.")
@click.option("--external-fragments", "fragments", is_flag=True, help="Look for #places in other sites' pages, too.")
@click.option("--allow", metavar="REGEX", multiple=True, help="Ask only for addresses that match; may be repeated.")
@click.option(
    "--accept", type=click.IntRange(100, 999), metavar="STATUS", multiple=True, help="Take this status as sound."
)
@click.option("--cache", type=click.Path(path_type=Path), metavar="FILE", help="Keep good answers of sites in FILE.")
@click.option(
    "--cache-hours",
    type=click.FloatRange(min=0),
    default=24.0,
    show_default=True,
    metavar="HOURS",
    help="For how long.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=15.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait.",
)
@click.option("--per-host", type=click.IntRange(min=1), default=2, show_default=True, metavar="N", help="At once.")
def check_links(folder: Path, strict: bool | None, base_url: str | None, external: bool, **chosen: Any) -> None:
    """Check every link of a folder of HTML: any static site, ours or another.

    DIR is build/ if not given. Neither content nor settings are needed; but the build folder of the site in this
    folder is checked under the base_url of its roundtable.toml. The last line says what was looked at.

    Exit code 0: all sound; 1: a link leads nowhere (with --strict: or there is a warning); 2: nothing could be checked.

    \b
    Examples:
      roundtable check-links
      roundtable check-links public --base-url https://paper.example/tables/
      roundtable check-links public --format sarif --output links.sarif
      roundtable check-links public --external --cache .links-cache.json
    """
    from roundtable_site import links

    asking = _asking(chosen, external)
    ending = links.check_links(
        folder,
        strict=bool(strict),
        base_url=base_url or published_at(folder),
        external=asking,
        progress=progress_for().over,
        **chosen,
    )
    if ending.output:
        click.echo(harmless(ending.output))
    if ending.message:
        click.echo(harmless(ending.message), err=True)
    sys.exit(ending.exit_code)


ASKING = ("fragments", "allow", "accept", "cache", "cache_hours", "timeout", "per_host")


def _asking(chosen: dict[str, Any], external: bool) -> External | None:
    """Take out of the options how other sites are asked; an option that would have no effect is misuse."""
    from roundtable_site.links import External

    asking = {name: chosen.pop(name) for name in ASKING}
    if external:
        return External(cache_age=asking.pop("cache_hours") * 3600, **asking)
    context = click.get_current_context()
    for parameter in context.command.params:
        if parameter.name in asking and context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{parameter.opts[0]} has no effect without --external")
    return None


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False, metavar="[DIR]")
@ROOT
@STRICT
@LANG
@JSON
def verify(folder: Path | None, root: Path, strict: bool | None) -> None:
    """Prove a published site: its files against its manifest, its words and figures against the source text.

    DIR is the build folder if not given; --root is the site's folder, where the sources stand. Every quotation and
    figure is read from the pages themselves, so a page changed together with its manifest entry is found.

    Exit code 0: all is borne out; 1: something is not (with --strict: or there is a warning); 2: nothing to verify.

    \b
    Examples:
      roundtable verify
      roundtable verify /srv/www --root ~/paper
    """
    from roundtable_site import shapes
    from roundtable_site.verify import verify as verify_site

    start = time.monotonic()
    try:
        proved = verify_site(folder or settings_of(root).build, root, progress_for())
    except RoundtableError as error:
        fail(error.problems)
        sys.exit(2)
    seconds = time.monotonic() - start
    tell(proved.problems, lambda: [f"{proved.summary()}; {seconds:.1f} s"], lambda: shapes.verified(proved))
    sys.exit(proved.exit_code(strict=bool(strict)))
