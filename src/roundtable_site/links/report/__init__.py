"""A report in the form that its reader wants: people, programs, and the services that run checks."""

from __future__ import annotations

from collections.abc import Callable

from roundtable_site.links.findings import Report
from roundtable_site.links.report.data import render_json, render_sarif
from roundtable_site.links.report.services import render_github, render_junit
from roundtable_site.links.report.text import render_text, summary

__all__ = ["FORMATS", "render", "summary"]

_RENDERERS: dict[str, Callable[[Report], str]] = {
    "text": render_text,
    "json": render_json,
    "github": render_github,
    "sarif": render_sarif,
    "junit": render_junit,
}
FORMATS = tuple(_RENDERERS)


def render(report: Report, form: str = "text") -> str:
    """Give the report as "text", "json", "github", "sarif" or "junit"; it ends without a line break.

    Raises ValueError for another form.
    """
    if form not in _RENDERERS:
        raise ValueError(f"no such form of a report: {form} (there are {', '.join(FORMATS)})")
    return _RENDERERS[form](report)
