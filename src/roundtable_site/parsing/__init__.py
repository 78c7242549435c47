"""Reading an article: from a source file to an `Article`. `parse_article` is the one door of this room."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.model import Article
from roundtable_site.parsing.door import article_of
from roundtable_site.parsing.source import read_source

__all__ = ["parse_article", "read_source"]


def parse_article(path: str | Path, root: str | Path | None = None) -> Article:
    """Read the article in the file at `path`; `root` is the site's folder, from which the source is named.

    Raises RoundtableError, one line, where the file can't be read or holds no body text.
    """
    return article_of(read_source(path), root)
