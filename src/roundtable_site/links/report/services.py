"""A report for services that run checks: annotations of GitHub Actions, and JUnit's XML for nearly all others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from roundtable_site.links.findings import BrokenLink, Report
from roundtable_site.links.report.text import GROUP_FROM, groups, summary
from roundtable_site.report import annotation, visible

_NOT_XML = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def render_github(report: Report) -> str:
    """Give workflow commands, one for each cause: the service shows ten of a kind."""
    return "\n".join([*_annotations(report), summary(report)])


def _annotations(report: Report) -> Iterator[str]:
    for group in groups(report.findings):
        if len(group) < GROUP_FROM:
            yield from (_annotation(report, finding, finding.message) for finding in group)
            continue
        pages = len({finding.page for finding in group})
        yield _annotation(report, group[0], f"{group[0].message} (on {pages} pages)")


def _annotation(report: Report, finding: BrokenLink, message: str) -> str:
    origin = f" [from {finding.origin}]" if finding.origin else ""
    title = f"link: {finding.rule}"
    return annotation(finding.severity, title, message + origin, report.path_of(finding), finding.line, finding.column)


def render_junit(report: Report) -> str:
    """Give a test suite with a case for each file; errors are failures, warnings stand in the case's output."""
    found: dict[str, list[BrokenLink]] = {}
    for finding in report.findings:
        found.setdefault(finding.page, []).append(finding)
    names = [*report.checked, *sorted(found.keys() - set(report.checked))]
    failures = len({finding.page for finding in report.errors})
    head = f'name="links" tests="{len(names)}" failures="{failures}" errors="0"'
    cases = "".join(_case(name, found.get(name, [])) for name in names)
    told = f"<system-out>{_text(summary(report))}</system-out>"
    suite = f"<testsuite {head}>\n{cases}{told}\n</testsuite>"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suite}\n</testsuites>'


def _case(name: str, findings: list[BrokenLink]) -> str:
    head = f'<testcase classname="links" name="{_text(visible(name))}"'
    errors = [finding for finding in findings if finding.severity == "error"]
    rest = "\n".join(str(finding) for finding in findings if finding.severity != "error")
    inner = ""
    if errors:
        lines = "\n".join(map(str, errors))
        message = errors[0].message if len(errors) == 1 else f"{len(errors)} broken links"
        inner += f'<failure type="{errors[0].rule}" message="{_text(message)}">{_text(lines)}</failure>'
    if rest:
        inner += f"<system-out>{_text(rest)}</system-out>"
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _text(text: str) -> str:
    return escape(_NOT_XML.sub("�", text))
