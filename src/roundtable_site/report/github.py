"""Workflow commands of GitHub Actions.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from roundtable_site.errors import Severity
from roundtable_site.report.showing import visible

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}


def annotation(
    severity: Severity, title: str, message: str, path: str, line: int = 0, column: int = 0, end_column: int = 0
) -> str:
    """Give the command that shows one finding beside a line of a file; nothing in its texts can end it early."""
    place = {"file": visible(path)}
    if line:
        place |= {"line": str(line), "col": str(max(1, column))}
        if end_column > column:
            place["endColumn"] = str(end_column)
    place["title"] = title
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{_COMMANDS[severity]} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
