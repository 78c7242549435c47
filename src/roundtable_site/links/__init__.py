"""Checks the links of a folder of files: any static site, ours or another.

>>> from roundtable_site.links import check
>>> report = check("docs")  # doctest: +SKIP
>>> print(render(report, "text"))  # doctest: +SKIP
"""

from roundtable_site.links.check import check
from roundtable_site.links.findings import BrokenLink, Counts, Report
from roundtable_site.links.report import render_text

__all__ = ["BrokenLink", "Counts", "Report", "check", "render_text"]
