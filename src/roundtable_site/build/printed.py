"""Where the paragraphs of articles stand in their sources, line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from roundtable_site.errors import Location, Problem
from roundtable_site.model import Article, PrintedLine
from roundtable_site.settings import Settings

PrintedLines = Mapping[str, Mapping[str, tuple[PrintedLine, ...]]]


def printed_lines(articles: Sequence[Article], settings: Settings) -> tuple[PrintedLines, list[Problem]]:
    """Give the source lines of every paragraph, and a warning for each article whose source is gone or was changed."""
    from roundtable_site.parsing.printed import printed_lines as lines_of
    from roundtable_site.parsing.source import read_source

    printed: dict[str, Mapping[str, tuple[PrintedLine, ...]]] = {}
    warnings: list[Problem] = []
    for article in articles:
        where = Location(str(settings.content / f"{article.slug}.yml"))
        path = settings.root / article.source.file
        if not path.exists():
            warnings.append(Problem(where, f"{article.source.file} is gone: pages show no source lines", "warning"))
            continue
        source = read_source(path)
        if source.sha256 != article.source.sha256:
            warnings.append(
                Problem(where, f"{article.source.file} was changed since it was read: run parse", "warning")
            )
            continue
        printed[article.slug] = lines_of(article, source)
    return printed, warnings
