"""Cite an article as GB/T 7714—2015 has it for newspapers: authors. title[N]. newspaper, date(page)."""

from __future__ import annotations

from roundtable_site.model import Article

_NAMED_AUTHORS = 3  # of more, the first three and 等


def citation(article: Article) -> str:
    """Give the reference of an article; what the editor has not filled in is said to be unknown, never guessed.

    The date is as the editor wrote it. Without a reporter the title comes first.
    """
    source = article.source
    authors = ", ".join(article.reporters[:_NAMED_AUTHORS])
    if len(article.reporters) > _NAMED_AUTHORS:
        authors += ", 等"
    carrier = "N/OL" if source.url else "N"
    printed = f"{source.publication or '[出版者不详]'}, {source.date or '[日期不详]'}"
    page = f"({source.page})" if source.page else ""
    title = f"{article.headline or article.slug}[{carrier}]"
    parts = [authors, title, printed + page, source.url or ""]
    return ". ".join(part for part in parts if part) + ("" if source.url else ".")
