"""What an editor should look at before publishing: findings about finished articles, one module per kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roundtable_site.checking.records import check_records
from roundtable_site.errors import Problem
from roundtable_site.model import Article


def check(articles: Iterable[Article]) -> list[Problem]:
    """Give every finding of all kinds about the articles, sorted by place."""
    return sorted({problem for article in articles for problem in _findings(article)})


def _findings(article: Article) -> Iterator[Problem]:
    yield from check_records(article)
