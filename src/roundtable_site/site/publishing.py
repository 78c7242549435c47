"""Which articles the site publishes, which it holds back and why, and which are withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from roundtable_site.model import Article
from roundtable_site.settings import Settings

Standing = Literal["published", "draft", "unreviewed", "withdrawn"]


def standing(article: Article, settings: Settings) -> Standing:
    """Say where an article stands between desk and reader; a withdrawn one was published once."""
    if article.editorial.withdrawn:
        return "withdrawn"
    if not article.editorial.publish:
        return "draft"
    return "published" if len(_reviewers(article)) >= settings.reviews else "unreviewed"


def published(articles: Iterable[Article], settings: Settings) -> tuple[Article, ...]:
    """Give the articles that readers see, in the order given."""
    return tuple(article for article in articles if standing(article, settings) == "published")


def withdrawn(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Give the articles whose addresses say that they are withdrawn."""
    return tuple(article for article in articles if article.editorial.withdrawn)


def held_back(articles: Iterable[Article], settings: Settings) -> Iterator[str]:
    """Yield a line for each article that readers do not see, with the reason and what to do."""
    for article in articles:
        where = article.location.path if article.location else article.slug
        found = standing(article, settings)
        if found == "draft":
            yield f"{where}: a draft (publish: false)"
        elif found == "unreviewed":
            names = _reviewers(article)
            signed = f" ({'、'.join(names)})" if names else ""
            yield (
                f"{where}: held back: {len(names)} of {settings.reviews} sign-offs{signed}; "
                "add under article: reviewed: [{by: …, date: …}]"
            )
        elif found == "withdrawn":
            yield f"{where}: withdrawn, its addresses say so"


def _reviewers(article: Article) -> tuple[str, ...]:
    """Name those who signed an article off; nobody counts twice."""
    return tuple(dict.fromkeys(review.by.strip() for review in article.editorial.reviewed))
