"""What reports of all kinds share: lines for people with a caret, and the forms that programs and services read."""

from __future__ import annotations

from roundtable_site.report.github import annotation
from roundtable_site.report.quoting import quoted
from roundtable_site.report.sarif import Result, sarif
from roundtable_site.report.shapes import as_json, problem_shape
from roundtable_site.report.showing import excerpt, harmless, visible

__all__ = ["Result", "annotation", "as_json", "excerpt", "harmless", "problem_shape", "quoted", "sarif", "visible"]
