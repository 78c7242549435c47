"""What an editor's `hidden:`, `publish: false` and `order:` make of an article, before its records get their places."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TypeVar

from msgspec.structs import replace

from roundtable_site.model import Article, Paragraph, Record

Kind = TypeVar("Kind", bound=Record)

_LAST = 10**6


def withheld(article: Article) -> bool:
    """Whether anything of an article is hidden from its pages."""
    parts = (article.guests, article.districts, article.sections, article.quotes, article.indicators)
    return any(_is_hidden(record) for record in chain(article.paragraphs(), *parts))


def is_shown(record: Record) -> bool:
    """Whether a record is in any file of the site; what is hidden is not for good, what is not published not yet."""
    return record.editorial.publish and not record.editorial.hidden


def _is_hidden(record: Record) -> bool:
    return not is_shown(record)


def shown(records: Iterable[Kind]) -> tuple[Kind, ...]:
    """Give the records that are not hidden: those with an order by it, then the others as printed."""
    kept = (record for record in records if not _is_hidden(record))
    return tuple(sorted(kept, key=lambda record: _LAST if record.editorial.order is None else record.editorial.order))


def as_shown(article: Article) -> Article:
    """Give the article as its pages show it: without what is hidden or stands in hidden text.

    A hidden guest has no page, so that the name stands where the id stood.
    Sections and paragraphs stay as printed, since a text has one order.
    """
    sections = tuple(
        replace(section, paragraphs=_kept(section.paragraphs))
        for section in article.sections
        if not _is_hidden(section)
    )
    standfirst = _kept(article.standfirst)
    there = {paragraph.id for paragraph in chain(standfirst, *(section.paragraphs for section in sections))}
    names = {guest.id: guest.name for guest in article.guests if _is_hidden(guest)}
    return replace(
        article,
        standfirst=standfirst,
        sections=tuple(replace(s, speaker=None) if s.speaker in names else s for s in sections),
        guests=shown(article.guests),
        districts=shown(article.districts),
        quotes=tuple(
            replace(q, speaker=names[q.speaker]) if q.speaker in names else q
            for q in shown(article.quotes)
            if q.paragraph in there
        ),
        indicators=tuple(
            replace(i, speaker=names[i.speaker]) if i.speaker in names else i
            for i in shown(article.indicators)
            if i.paragraph in there
        ),
    )


def _kept(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Give the paragraphs that are not hidden."""
    return tuple(paragraph for paragraph in paragraphs if not _is_hidden(paragraph))
