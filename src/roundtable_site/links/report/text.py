"""A report as text: one line for each problem, one for a cause that many pages share, and what was checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from roundtable_site.links.findings import BrokenLink, Report

GROUP_FROM = 4
"""Pages that must share one cause before they are told as one."""
_SHOWN = 3


def groups(findings: Sequence[BrokenLink]) -> list[list[BrokenLink]]:
    """Put findings with one cause together, in the order of the first of each."""
    found: dict[tuple[str, ...], list[BrokenLink]] = {}
    for finding in findings:
        shared = finding.rule not in ("orphan", "unreadable") and finding.target
        key = (finding.rule, finding.target, finding.place) if shared else (finding.rule, finding.page, str(finding))
        found.setdefault(key, []).append(finding)
    return list(found.values())


def render_text(report: Report) -> str:
    """Give the report for people.

    >>> from roundtable_site.links.findings import Counts
    >>> found = BrokenLink("a.html", 3, 9, "b.htm", "no such file", "b.html")
    >>> print(render_text(Report("build", (found,), Counts(pages=2, links=7))))
    a.html:3:9: b.htm → no such file (did you mean b.html?)
    checked 2 pages and 0 other files: 7 links, 0 of them to places in pages, 0 to other sites; 1 error, 0 warnings
    """
    return "\n".join([*_lines(report), summary(report)])


def _lines(report: Report) -> Iterator[str]:
    for group in groups(report.findings):
        if len(group) < GROUP_FROM:
            yield from map(str, group)
            continue
        yield from map(str, group[:_SHOWN])
        pages = len({finding.page for finding in group[_SHOWN:]})
        yield f"  … and the same on {pages} more pages: {group[0].message}"


def summary(report: Report) -> str:
    """Say in one line what was checked and what was found."""
    counts = report.counts
    if not counts.pages and not counts.others:
        return f"nothing was checked: {report.folder} holds {_number(counts.files, 'file')}, and no page among them"
    errors, warnings = len(report.errors), len(report.warnings)
    asked = f" ({counts.external_checked:,} asked for)" if counts.external_checked else ""
    ignored = f", {counts.ignored:,} ignored" if counts.ignored else ""
    return (
        f"checked {_number(counts.pages, 'page')} and {_number(counts.others, 'other file')}: "
        f"{_number(counts.links, 'link')}, "
        f"{counts.fragments:,} of them to places in pages, {counts.external:,} to other sites{asked}{ignored}; "
        f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
