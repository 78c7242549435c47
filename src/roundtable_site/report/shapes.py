"""The shapes that commands print with `--json`; docs/json.md lists them."""

from __future__ import annotations

import json
from typing import Any

from roundtable_site.errors import Problem

VERSION = 1
"""Goes up when a shape changes so that a program which reads it must change too; new fields leave it as it is."""


def problem_shape(problem: Problem, message: str | None = None) -> dict[str, Any]:
    """Give a finding as plain values; `message` where it is told in another language."""
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "severity": problem.severity,
        "rule": problem.rule or None,
        "message": problem.message if message is None else message,
        "record": problem.record or None,
        "sentence": problem.sentence or None,
        "facts": dict(problem.facts),
    }


def as_json(**shape: Any) -> str:
    """Give what a command prints: one JSON object, its `version` first, ASCII only so that no terminal spoils it."""
    return json.dumps({"version": VERSION, **shape}, ensure_ascii=True, indent=1)
