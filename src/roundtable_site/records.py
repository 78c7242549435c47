"""All records of an article, whatever they are."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.model import Article, Record


def records_of(article: Article) -> Iterator[Record]:
    """Yield the article and every record in it, in printed order, kind by kind."""
    yield article
    yield from (*article.layout, *article.districts, *article.guests)
    yield from article.standfirst
    for section in article.sections:
        yield section
        yield from section.paragraphs
    yield from (*article.quotes, *article.indicators, *article.unplaced)
