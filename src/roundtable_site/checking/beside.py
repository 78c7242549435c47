"""Read what is laid beside an article when it is checked: the lines of its source, the editor's words."""

from __future__ import annotations

import re
from pathlib import Path

from roundtable_site.checking.finding import Finding, facts
from roundtable_site.checking.galley import Galley
from roundtable_site.files import read_text_if_any
from roundtable_site.model import Article
from roundtable_site.settings import Settings
from roundtable_site.word_lists import read_words

_LINE_END = re.compile(r"\r\n|[\r\n]")


def words_of(settings: Settings | None) -> tuple[str, ...]:
    """Give the words of the editor's list (`words.txt`), in its order; none where there is no list."""
    return read_words(settings.keywords.words) if settings else ()


def galley_of(article: Article, settings: Settings | None, words: tuple[str, ...]) -> tuple[Galley, list[Finding]]:
    """Lay an article's source beside it; where that is gone or was changed, a warning says so."""
    if settings is None:
        return Galley(article, None, words), []
    from roundtable_site.parsing.source import read_source

    bare = Galley(article, None, words)
    path = settings.root / article.source.file
    if not path.exists():
        return bare, [Finding("source-gone", article, facts(file=article.source.file))]
    source = read_source(path)
    if source.sha256 != article.source.sha256:
        return bare, [Finding("source-changed", article, facts(file=article.source.file))]
    return Galley(article, source.lines, words), []


def page_of(article: Article, text: str | None = None) -> list[str]:
    """Give the lines of an article's content file, `text` or as it stands on the disk; none where it has no file."""
    if text is None:
        text = read_text_if_any(Path(article.location.path)) if article.location else None
    return _LINE_END.split(text) if text else []
