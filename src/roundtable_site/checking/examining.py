"""Check articles one after the other, so that only small facts of each are kept for what is checked across them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from tempfile import TemporaryFile
from typing import Protocol

from msgspec import Struct

from roundtable_site.cache.shelf import ENCODER, decoder
from roundtable_site.checking.accepting import acceptances, judge, not_found
from roundtable_site.checking.across import (
    ACROSS_RULES,
    AcrossFinding,
    ArticleFacts,
    Index,
    Terms,
    facts_of,
    rivals,
    terms_of,
)
from roundtable_site.checking.beside import galley_of, page_of, words_of
from roundtable_site.checking.finding import Finding, told
from roundtable_site.checking.own import own_findings
from roundtable_site.checking.places import pinpointed
from roundtable_site.errors import Problem
from roundtable_site.model import Article
from roundtable_site.settings import Settings

Unused = dict[tuple[str, str, str], Problem]
"""Acceptances that nothing matched so far, by article, record ("" for the article itself) and rule."""


class Accepted(Struct, frozen=True):
    """A finding that an editor accepted, and the reason."""

    problem: Problem
    reason: str


class Examined(Struct, frozen=True):
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
    words = words_of(settings)
    with closing(Facts()) as kept:
        return examine_across([kept.put(examine_one(article, settings, words)) for article in articles], kept.get)


class Found(Struct, frozen=True):
    """What was found about one article alone, and what it tells of, by which others are compared with it.

    `unused` are acceptances of findings across articles: each becomes a finding itself if nothing is found across.
    """

    problems: tuple[Problem, ...]
    accepted: tuple[Accepted, ...]
    unused: Unused
    terms: Terms


class Remembered(Protocol):
    """Somebody who knows what was found across articles before, by slug and by what it was found from."""

    def get(self, name: str, key: str, form: type[Rivals]) -> Rivals | None:
        """Give what was found about an article."""
        ...

    def put(self, name: str, key: str, record: object) -> None:
        """Take in what was found about an article."""
        ...


class Rivals(Struct, frozen=True):
    """What was found about one article across articles."""

    found: tuple[AcrossFinding, ...] = ()


def examine_across(
    founds: Iterable[Found], load: Callable[[str], ArticleFacts], remembered: Remembered | None = None
) -> Examined:
    """Give all findings about some articles, each of which was examined by itself; `load` gives the facts of one."""
    count = 0
    problems: set[Problem] = set()
    accepted: dict[Problem, str] = {}
    unused: Unused = {}
    terms = []
    for own in founds:
        count += 1
        problems.update(own.problems)
        accepted |= {found.problem: found.reason for found in own.accepted}
        unused |= own.unused
        terms.append(own.terms)
    index = Index(terms, load)
    for slug in index.disputed():
        for found in _rivals(slug, index, remembered).found:
            if found.reason is None:
                problems.add(found.problem)
                continue
            accepted[found.problem] = found.reason
            for record in (found.problem.record, ""):
                unused.pop((slug, record, found.problem.rule), None)
    problems.update(unused.values())
    return Examined(tuple(sorted(problems)), _sorted(accepted), count)


def _rivals(slug: str, index: Index, remembered: Remembered | None) -> Rivals:
    key = index.rivals_key(slug).hex()
    found = None if remembered is None else remembered.get(slug, key, Rivals)
    if found is None:
        found = Rivals(tuple(rivals(index.facts(slug), index)))
        if remembered is not None:
            remembered.put(slug, key, found)
    return found


class Own(Struct, frozen=True):
    """What was found about one article alone, and what of it may contradict others."""

    found: Found
    facts: ArticleFacts


def examine_one(article: Article, settings: Settings | None, words: tuple[str, ...], text: str | None = None) -> Own:
    """Give all findings about one article alone; a function of the article, its source and the words.

    `text` is that of its content file, where that is not on the disk yet.
    """
    galley, troubles = galley_of(article, settings, words)
    page = page_of(article, text)

    def tell(finding: Finding) -> Problem:
        return told(finding, pinpointed(finding, galley, page))

    judged = judge([*troubles, *own_findings(galley)], galley, ACROSS_RULES)
    accepted = {tell(finding): reason for finding, reason in judged.accepted}
    unused = {
        (article.slug, str(getattr(record, "id", "")), name): tell(not_found(record, name))
        for record, name in acceptances(galley)
        if name in ACROSS_RULES
    }
    problems = tuple(sorted({tell(finding) for finding in judged.standing}))
    facts = facts_of(galley, page)
    return Own(Found(problems, _sorted(accepted), unused, terms_of(facts)), facts)


class Facts:
    """The facts of articles in a file of no name, so that a check of any number of them needs little memory."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by whoever has it
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, own: Own) -> Found:
        """Keep the facts of an article; give the rest."""
        data = ENCODER.encode(own.facts)
        self._places[own.facts.slug] = (self._file.seek(0, 2), len(data))
        self._file.write(data)
        return own.found

    def get(self, slug: str) -> ArticleFacts:
        """Give the facts of an article."""
        start, length = self._places[slug]
        self._file.seek(start)
        return decoder(ArticleFacts).decode(self._file.read(length))

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


def _sorted(accepted: dict[Problem, str]) -> tuple[Accepted, ...]:
    return tuple(Accepted(problem, accepted[problem]) for problem in sorted(accepted))
