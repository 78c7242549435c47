"""`python -m roundtable_site.links DIR`: the link check alone."""

import sys

from roundtable_site.links import check, render_text

if __name__ == "__main__":
    report = check(sys.argv[1])
    print(render_text(report))
    sys.exit(report.exit_code())
