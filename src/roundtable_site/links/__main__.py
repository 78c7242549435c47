"""`python -m roundtable_site.links DIR`: the link check alone, without the rest of the tool."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from roundtable_site.links.command import check_links
from roundtable_site.links.external.options import External
from roundtable_site.links.report import FORMATS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m roundtable_site.links", description=__doc__)
    add = parser.add_argument
    add("folder", metavar="DIR", help="the folder of HTML to check")
    add("--format", choices=FORMATS, default="text", help="the form of the report")
    add("--output", metavar="FILE", help="write the report to FILE")
    add("--strict", action="store_true", help="let warnings fail, too")
    add("--base-url", metavar="URL", help="the address that DIR is published under")
    add("--ignore", metavar="REGEX", action="append", default=[], help="leave out links that match; may be repeated")
    add("--exclude", metavar="GLOB", action="append", default=[], help="leave out files that match; may be repeated")
    add("--workers", type=int, metavar="N", help="processes to use")
    add("--external", action="store_true", help="ask other sites, too")
    add("--external-fragments", action="store_true", help="look for #places in pages of other sites, too")
    add("--allow", metavar="REGEX", action="append", default=[], help="ask only for addresses that match")
    add("--accept", metavar="STATUS", type=int, action="append", default=[], help="take this status as sound")
    add("--cache", metavar="FILE", type=Path, help="keep good answers of other sites in FILE")
    add("--cache-hours", metavar="HOURS", type=float, default=24.0, help="for how long")
    add("--timeout", metavar="SECONDS", type=float, default=15.0, help="how long to wait for another site")
    add("--per-host", metavar="N", type=int, default=2, help="requests to one host at once")
    return parser


def _external(chosen: argparse.Namespace) -> External | None:
    if not chosen.external:
        return None
    return External(
        timeout=chosen.timeout,
        per_host=max(1, chosen.per_host),
        fragments=chosen.external_fragments,
        allow=tuple(chosen.allow),
        accept=tuple(chosen.accept),
        cache=chosen.cache,
        cache_age=chosen.cache_hours * 3600,
    )


def main() -> int:
    """Check the folder that is named on the command line."""
    chosen = _parser().parse_args()
    ending = check_links(
        chosen.folder,
        form=chosen.format,
        output=chosen.output,
        strict=chosen.strict,
        base_url=chosen.base_url,
        ignore=chosen.ignore,
        exclude=chosen.exclude,
        external=_external(chosen),
        workers=chosen.workers,
    )
    if ending.output:
        print(ending.output)
    if ending.message:
        print(ending.message, file=sys.stderr)
    return ending.exit_code


if __name__ == "__main__":
    sys.exit(main())
