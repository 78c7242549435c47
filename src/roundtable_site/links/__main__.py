"""`python -m roundtable_site.links DIR`: the link check alone."""

import argparse
import sys

from roundtable_site.links.command import check_links
from roundtable_site.links.report import FORMATS


def main() -> int:
    """Check the folder that is named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m roundtable_site.links", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--base-url")
    parser.add_argument("--workers", type=int)
    chosen = parser.parse_args()
    ending = check_links(
        chosen.folder, form=chosen.format, strict=chosen.strict, base_url=chosen.base_url, workers=chosen.workers
    )
    if ending.output:
        print(ending.output)
    if ending.message:
        print(ending.message, file=sys.stderr)
    return ending.exit_code


if __name__ == "__main__":
    sys.exit(main())
