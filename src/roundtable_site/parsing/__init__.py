"""Reading an article: from a source file to an `Article`. `parse_article` is the one door of this room."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.model import Article
from roundtable_site.parsing.door import article_of
from roundtable_site.parsing.patience import within
from roundtable_site.parsing.source import read_source, source_from
from roundtable_site.settings import Limits

__all__ = ["article_of", "parse_article", "read_source", "read_text"]


def parse_article(path: str | Path, root: str | Path | None = None, limits: Limits | None = None) -> Article:
    """Read the article in the file at `path`; `root` is the site's folder, from which the source is named.

    Raises RoundtableError, one line, where the file can't be read, holds no body text, or goes beyond the limits.
    """
    limits = limits or Limits()
    with within(limits.seconds, str(path)):
        return article_of(read_source(path, limits), root)


def read_text(text: str, name: str = "article.txt") -> Article:
    """Read an article from a text, touching no disk; `name` stands where a file's name would, also in errors.

    >>> read_text("茶山新事\\n\\n“路通了，茶就卖出去了。”青江县县长罗志远说。").guests[0].name
    '罗志远'
    """
    return article_of(source_from(text.encode("utf-8", "surrogatepass"), name))
