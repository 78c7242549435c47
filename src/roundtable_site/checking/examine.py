"""Check articles one after the other, so that only small facts of each are kept for what is checked across them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roundtable_site.checking.accepting import judge
from roundtable_site.checking.beside import galley_of, page_of, words_of
from roundtable_site.checking.finding import told
from roundtable_site.checking.own import own_findings
from roundtable_site.checking.places import pinpointed
from roundtable_site.errors import Problem
from roundtable_site.model import Article
from roundtable_site.settings import Settings


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that an editor accepted, and the reason."""

    problem: Problem
    reason: str


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found about some articles, sorted by place; `accepted` are no problems any more."""

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]
    articles: int


def check(articles: Iterable[Article], settings: Settings | None = None) -> list[Problem]:
    """Give every finding of all kinds about the articles that no editor accepted, sorted by place.

    With `settings`, texts are held against their sources and against the editor's words; without, that is left out.
    """
    return list(examine(articles, settings).problems)


def warned(articles: Iterable[Article], settings: Settings | None = None) -> list[Problem]:
    """Give the errors and warnings among the findings, for commands that check beside other work."""
    return [problem for problem in check(articles, settings) if problem.severity != "note"]


def examine(articles: Iterable[Article], settings: Settings | None = None) -> Examined:
    """Give all findings about the articles, those that were accepted set apart."""
    words, count = words_of(settings), 0
    problems: set[Problem] = set()
    accepted: dict[Problem, str] = {}
    for article in articles:
        count += 1
        own = examine_one(article, settings, words)
        problems.update(own.problems)
        accepted |= {found.problem: found.reason for found in own.accepted}
    return Examined(tuple(sorted(problems)), _sorted(accepted), count)


def examine_one(article: Article, settings: Settings | None, words: tuple[str, ...]) -> Examined:
    """Give all findings about one article alone."""
    galley, troubles = galley_of(article, settings, words)
    judged = judge([*troubles, *own_findings(galley)], galley)
    page = page_of(article) if judged.standing or judged.accepted else []
    problems = {told(finding, pinpointed(finding, galley, page)) for finding in judged.standing}
    accepted = {told(finding, pinpointed(finding, galley, page)): reason for finding, reason in judged.accepted}
    return Examined(tuple(sorted(problems)), _sorted(accepted), 1)


def _sorted(accepted: dict[Problem, str]) -> tuple[Accepted, ...]:
    return tuple(Accepted(problem, accepted[problem]) for problem in sorted(accepted))
