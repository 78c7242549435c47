"""A report for programs: our own JSON, and SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/)."""

from __future__ import annotations

import json

from msgspec.structs import asdict

from roundtable_site.links.findings import BrokenLink, Report
from roundtable_site.links.report.rules import RULES
from roundtable_site.report import Result, sarif


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
    counts = {name: value for name, value in asdict(report.counts).items() if value}
    results = [_result(report, finding) for finding in report.findings]
    return sarif("roundtable check-links", RULES, results, {"counts": counts})


def _result(report: Report, finding: BrokenLink) -> Result:
    known_by = ("link/v1", f"{finding.page} {finding.place} {finding.link} {finding.rule}")
    origin = {"origin": finding.origin} if finding.origin else {}
    return Result(
        finding.rule,
        finding.severity,
        finding.message,
        report.path_of(finding),
        finding.line,
        finding.column,
        known_by,
        properties=origin,
    )
