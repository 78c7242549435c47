"""A report for programs: our own JSON, and SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any
from urllib.parse import quote

from roundtable_site.links.findings import BrokenLink, Report
from roundtable_site.links.report.rules import RULES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_json(report: Report) -> str:
    """Give everything that the report knows: counts, and each finding with all its fields, none grouped."""
    data = {
        "version": 1,
        "folder": report.folder,
        "errors": len(report.errors),
        "warnings": len(report.warnings),
        "counts": asdict(report.counts),
        "problems": [{**asdict(finding), "message": finding.message} for finding in report.findings],
    }
    return json.dumps(data, ensure_ascii=True, indent=1)


def render_sarif(report: Report) -> str:
    """Give the report as one SARIF run, in which each rule is named and each finding has its place."""
    used = sorted({finding.rule for finding in report.findings})
    driver = {
        "name": "roundtable check-links",
        "rules": [{"id": rule, "shortDescription": {"text": RULES.get(rule, rule)}} for rule in used],
    }
    counts = {name: value for name, value in asdict(report.counts).items() if value}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, used) for finding in report.findings],
        "properties": {"counts": counts},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1)


def _result(report: Report, finding: BrokenLink, rules: list[str]) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(report.path_of(finding), errors="replace")}}
    if finding.line:
        place["region"] = {"startLine": finding.line, "startColumn": max(1, finding.column)}
    found: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules.index(finding.rule),
        "level": finding.severity,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"link/v1": f"{finding.page} {finding.place} {finding.link} {finding.rule}"},
    }
    if finding.origin:
        found["properties"] = {"origin": finding.origin}
    return found
