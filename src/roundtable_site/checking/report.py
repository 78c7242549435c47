"""A check's report in the form that its reader wants: people, programs, code hosts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roundtable_site.checking.catalogue import RULES, Language, said
from roundtable_site.checking.examining import Examined
from roundtable_site.errors import Problem
from roundtable_site.report import Result, annotation, as_json, problem_shape, quoted, sarif, visible

_RANKS = {"error": 0, "note": 1, "warning": 2}
"""Within a file errors come first, then what the parser was not sure of, then the rest by place."""


def render(examined: Examined, form: str, language: Language = "en") -> str:
    """Give the report as "text", "json", "github" or "sarif", its messages in a language; no line break at its end."""
    return _RENDERERS[form](examined, language)


def summary(examined: Examined, language: Language = "en") -> str:
    """Say in one line what was checked and what was found, accepted findings among it."""
    count = dict.fromkeys(("error", "warning", "note"), 0)
    for problem in examined.problems:
        count[problem.severity] += 1
    accepted = len(examined.accepted)
    if language == "zh":
        return (
            f"检查了 {examined.articles} 篇：错误 {count['error']} 项，提醒 {count['warning']} 项，"
            f"附注 {count['note']} 项；已接受 {accepted} 项"
        )
    parts = [_counted(count[severity], severity) for severity in ("error", "warning", "note")]
    return f"checked {_counted(examined.articles, 'article')}: {', '.join(parts)}; {accepted:,} accepted"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _ordered(examined: Examined) -> list[Problem]:
    return sorted(examined.problems, key=lambda p: (p.location.path, _RANKS[p.severity], p))


def _text(examined: Examined, language: Language) -> str:
    return "\n".join([*_lines(examined, language), summary(examined, language)])


def _lines(examined: Examined, language: Language) -> Iterator[str]:
    for problem in _ordered(examined):
        yield visible(problem.line(said(problem, language)))
        yield from quoted(problem.location)


def _json(examined: Examined, language: Language) -> str:
    accepted = [
        {**problem_shape(found.problem, said(found.problem, language)), "reason": found.reason}
        for found in examined.accepted
    ]
    counts = {
        f"{severity}s": sum(problem.severity == severity for problem in examined.problems)
        for severity in ("error", "warning", "note")
    }
    problems = [problem_shape(problem, said(problem, language)) for problem in _ordered(examined)]
    return as_json(articles=examined.articles, **counts, problems=problems, accepted=accepted)


def _github(examined: Examined, language: Language) -> str:
    lines = [
        annotation(
            problem.severity,
            f"check: {problem.rule or 'content'}",
            visible(said(problem, language)),
            problem.location.path,
            problem.location.line,
            problem.location.column,
        )
        for problem in _ordered(examined)
    ]
    return "\n".join([*lines, summary(examined, language)])


def _sarif(examined: Examined, language: Language) -> str:
    standing = [_result(problem, language, "") for problem in _ordered(examined)]
    accepted = [_result(found.problem, language, found.reason or "accepted") for found in examined.accepted]
    titles = {rule.name: rule.title_chinese if language == "zh" else rule.title for rule in RULES.values()}
    return sarif("roundtable check", titles | {"content": "A content file cannot be read"}, [*standing, *accepted])


def _result(problem: Problem, language: Language, reason: str) -> Result:
    where = problem.location
    # What a finding says without its line and column: it is the same finding when lines move.
    known_by = ("finding/v1", " ".join([where.path, problem.rule, problem.record, *(v for _, v in problem.facts)]))
    return Result(
        problem.rule or "content", problem.severity, visible(said(problem, language)), where.path, where.line,
        where.column, known_by, properties={"record": problem.record} if problem.record else {}, reason=reason,
    )  # fmt: skip


_RENDERERS: dict[str, Callable[[Examined, Language], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
