"""Checks the links of a folder of files: any static site, ours or another.

>>> from roundtable_site.links import check
>>> report = check("docs")  # doctest: +SKIP
>>> print(render(report, "text"))  # doctest: +SKIP
"""

from roundtable_site.links.check import check
from roundtable_site.links.command import Ending, check_links
from roundtable_site.links.external.options import External
from roundtable_site.links.findings import BrokenLink, Counts, Report
from roundtable_site.links.report import FORMATS, render
from roundtable_site.links.report.text import render_text

__all__ = [
    "FORMATS",
    "BrokenLink",
    "Counts",
    "Ending",
    "External",
    "Report",
    "check",
    "check_links",
    "render",
    "render_text",
]
