"""SARIF 2.1.0, the form in which code hosts take findings (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from msgspec import Struct, field

from roundtable_site.errors import Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


class Result(Struct, frozen=True):
    """One finding as SARIF tells it; by its `fingerprint` (name, value) a host knows it again after other edits."""

    rule: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    fingerprint: tuple[str, str]
    snippet: str = ""
    properties: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    """Why an editor accepted it; "" for a finding that stands."""


def sarif(
    tool: str, titles: Mapping[str, str], results: Sequence[Result], properties: Mapping[str, Any] | None = None
) -> str:
    """Give findings as one SARIF run, in which each rule is named by its title and each finding has its place."""
    used = sorted({result.rule for result in results})
    rules = [{"id": rule, "shortDescription": {"text": titles.get(rule, rule)}} for rule in used]
    run: dict[str, Any] = {
        "tool": {"driver": {"name": tool, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_shape(result, used) for result in results],
    }
    if properties is not None:
        run["properties"] = dict(properties)
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1)


def _shape(result: Result, rules: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(result.path, errors="replace")}}
    if result.line:
        place["region"] = {"startLine": result.line, "startColumn": max(1, result.column)}
        if result.snippet:
            place["region"]["snippet"] = {"text": result.snippet}
    name, value = result.fingerprint
    found: dict[str, Any] = {
        "ruleId": result.rule,
        "ruleIndex": rules.index(result.rule),
        "level": result.severity,
        "message": {"text": result.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {name: value},
    }
    if result.reason:
        found["suppressions"] = [{"kind": "inSource", "justification": result.reason}]
    if result.properties:
        found["properties"] = dict(result.properties)
    return found
