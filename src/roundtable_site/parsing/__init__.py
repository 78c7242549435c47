"""Reading an article: from a source file to an `Article`. `parse_article` is the one door of this room.

The rules of reading take most of a second to load: who only reads figures again never pays for them.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from roundtable_site.model import Article
from roundtable_site.settings import Limits

if TYPE_CHECKING:
    from roundtable_site.parsing.door import article_of
    from roundtable_site.parsing.source import read_source

__all__ = ["article_of", "parse_article", "read_source", "read_text"]

_MODULES = {"article_of": "roundtable_site.parsing.door", "read_source": "roundtable_site.parsing.source"}


def __getattr__(name: str) -> Any:
    """Load what is asked for the first time."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return globals().setdefault(name, getattr(import_module(_MODULES[name]), name))


def parse_article(path: str | Path, root: str | Path | None = None, limits: Limits | None = None) -> Article:
    """Read the article in the file at `path`; `root` is the site's folder, from which the source is named.

    Raises RoundtableError, one line, where the file can't be read, holds no body text, or goes beyond the limits.
    """
    from roundtable_site.parsing.door import article_of
    from roundtable_site.parsing.patience import within
    from roundtable_site.parsing.source import read_source

    limits = limits or Limits()
    with within(limits.seconds, str(path)):
        return article_of(read_source(path, limits), root)


def read_text(text: str, name: str = "article.txt") -> Article:
    """Read an article from a text, touching no disk; `name` stands where a file's name would, also in errors.

    >>> read_text("茶山新事\\n\\n“路通了，茶就卖出去了。”青江县县长罗志远说。").guests[0].name
    '罗志远'
    """
    from roundtable_site.parsing.door import article_of
    from roundtable_site.parsing.source import source_from

    return article_of(source_from(text.encode("utf-8", "surrogatepass"), name))
