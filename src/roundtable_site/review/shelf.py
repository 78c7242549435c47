"""The articles of a site as the review page needs them: read again only where a file changed."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from roundtable_site import checking, content
from roundtable_site.build.printed import printed_lines
from roundtable_site.content.nodes import read_bytes
from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.merge.editing import Lines
from roundtable_site.model import Article
from roundtable_site.review.findings import by_item
from roundtable_site.review.records import items_of
from roundtable_site.review.sheet import Card, Papers, Row, cards_of, rows_of
from roundtable_site.review.words import language_of
from roundtable_site.settings import Settings
from roundtable_site.summary import shown


class Held(Struct, frozen=True):
    """A content file as it was read: its article, or what is wrong with it; `stamp` changes when the file does."""

    stamp: tuple[int, int]
    text: str
    article: Article | None
    problems: tuple[Problem, ...] = ()


class Sheet(Struct, frozen=True):
    """An article for review. `name` is that of its content file, `notices` say what is wrong with the file's source."""

    name: str
    path: str
    article: Article
    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
    notices: tuple[Problem, ...]

    @property
    def open(self) -> int:
        """How many records somebody should look at."""
        return sum(card.open for card in self.cards)


class Shelf:
    """Holds the articles of a site in memory."""

    def __init__(self) -> None:
        self._held: dict[Path, Held] = {}
        self._checked: tuple[object, list[Problem]] = (None, [])
        self._lock = threading.Lock()

    def names(self, settings: Settings) -> list[str]:
        """List the content files by name, without their ending."""
        return sorted(path.stem for path in settings.content.glob("*.yml") if not path.name.startswith("."))

    def held(self, name: str, settings: Settings) -> Held:
        """Give a content file. Raises RoundtableError where it cannot be read at all."""
        path = settings.content / f"{name}.yml"
        try:
            stat = path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size)
            with self._lock:
                known = self._held.get(path)
            if known is None or known.stamp != stamp:
                known = _read(path, stamp)
                with self._lock:
                    self._held[path] = known
        except OSError as error:
            raise RoundtableError.at(path, f"cannot be read: {error.strerror or error}") from error
        return known

    def findings(self, settings: Settings) -> list[Problem]:
        """Give what there is to look at in all articles that can be read; checked again only where a file changed."""
        held = [self.held(name, settings) for name in self.names(settings)]
        key = (settings, tuple(one.stamp for one in held))
        known, found = self._checked
        if known != key:
            found = checking.check([one.article for one in held if one.article], settings)
            self._checked = (key, found)
        return found

    def sheet(self, name: str, settings: Settings) -> Sheet:
        """Lay an article out for review. Raises RoundtableError with every problem of a file that does not load."""
        held, path = self.held(name, settings), settings.content / f"{name}.yml"
        if held.article is None:
            raise RoundtableError(held.problems)
        findings = self.findings(settings)
        return _sheet(name, path, held.text, held.article, findings, settings)

    def name_of(self, slug: str, settings: Settings) -> str | None:
        """Give the name of the content file of the article at an address, None where there is none."""
        articles = ((name, self.held(name, settings).article) for name in self.names(settings))
        return next((name for name, article in articles if article is not None and article.slug == slug), None)

    def open_of(self, settings: Settings) -> list[tuple[str, Article | None, int]]:
        """Give for each content file its article and how many records somebody should look at; no article: an error."""
        findings = self.findings(settings)
        rows: list[tuple[str, Article | None, int]] = []
        for name in self.names(settings):
            article = self.held(name, settings).article
            path = str(settings.content / f"{name}.yml")
            rows.append((name, article, _open_in(article, findings, path, settings) if article else 0))
        return rows


def _read(path: Path, stamp: tuple[int, int]) -> Held:
    try:
        text = read_bytes(path.read_bytes(), str(path))
        return Held(stamp, text, content.load_text(text, path))
    except RoundtableError as error:
        return Held(stamp, "", None, error.problems)


def _sheet(
    name: str, path: Path, text: str, article: Article, findings: Iterable[Problem], settings: Settings
) -> Sheet:
    items = items_of(article)
    papers, notices = _papers(path, article, settings)
    found = by_item(findings, items, str(path), article.source.file, language_of(settings.languages))
    cards = tuple(cards_of(items, found, Lines(text), papers))
    return Sheet(name, papers.content, article, cards, tuple(rows_of(items, papers)), tuple(notices))


def _open_in(article: Article, findings: Iterable[Problem], path: str, settings: Settings) -> int:
    items = items_of(article)
    found = by_item(findings, items, path, article.source.file, language_of(settings.languages))
    return sum(item.record.unsure is not None or item.key in found for item in items)


def _papers(path: Path, article: Article, settings: Settings) -> tuple[Papers, list[Problem]]:
    """Find the source's lines; where it is gone or was changed there are none, and a notice says so."""
    from roundtable_site.parsing.source import read_source

    source = settings.root / article.source.file
    printed, notices = printed_lines([article], settings)
    lines = read_source(source).lines if article.slug in printed else ()
    return Papers(shown(path), shown(source), lines, printed.get(article.slug)), notices
