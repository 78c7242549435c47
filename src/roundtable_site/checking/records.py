"""Findings about the records of an article: nobody speaks, text that no rule placed."""

from __future__ import annotations

from collections.abc import Iterator

from roundtable_site.errors import Location, Problem
from roundtable_site.model import Article

SHOWN = 20
"""Characters of an unplaced text that a message shows."""


def check_records(article: Article) -> Iterator[Problem]:
    """Yield a warning for an article without guests and one for each unplaced text, at its line of the source.

    The place of the first is the article's content file where it is known, else its source.
    """
    if not article.guests:
        where = article.location or Location(article.source.file)
        yield Problem(where, "no guests found: add them under guests: in the content file", "warning")
    for item in article.unplaced:
        shown = item.text[:SHOWN] + ("…" if len(item.text) > SHOWN else "")
        message = f"no rule placed «{shown}»: move it to a paragraph or to layout: in the content file"
        yield Problem(Location(article.source.file, item.lines[0]), message, "warning")
