"""Write an article as a content file: the same article gives the same bytes, a changed word is a changed line."""

from __future__ import annotations

from msgspec.structs import replace

from roundtable_site.content.blocks import ContentFile, Head
from roundtable_site.content.formats import FORMAT
from roundtable_site.content.forms import Numbered
from roundtable_site.content.places import numbered
from roundtable_site.content.schema import FILE, FORMS
from roundtable_site.model import Article, Indicator, Quote, Record


def dump(article: Article) -> str:
    """Give the text of an article's content file (docs/content-format.md), ending in a line end."""
    file = _file(article)
    blocks = []
    for field in FILE.fields:
        first, *rest = field.kind.lines(getattr(file, field.target), "  ")
        blocks.append("\n".join([f"{field.name}: {first}" if first else f"{field.name}:", *rest]))
    return "\n\n".join(blocks) + "\n"


def dump_record(record: Record, nth: int | None = None) -> str:
    """Give one record as it may stand in a content file, in braces on one line; `nth` is that of equal texts.

    An article stands for its `article:` block, without the standfirst.
    """
    if isinstance(record, Article):
        return FORMS[Article].flow(replace(_head(record), standfirst=()))
    return FORMS[type(record)].flow(Numbered(record, nth))


def _file(article: Article) -> ContentFile:
    texts = {paragraph.id: paragraph.text for paragraph in article.paragraphs()}
    return ContentFile(
        format=FORMAT,
        source=article.source,
        article=_head(article),
        layout=article.layout,
        districts=article.districts,
        guests=article.guests,
        captions=article.captions,
        sections=article.sections,
        quotes=_numbered(article.quotes, texts),
        indicators=_numbered(article.indicators, texts),
        keywords=article.keywords,
        unplaced=article.unplaced,
    )


def _head(article: Article) -> Head:
    return Head(
        slug=article.slug,
        headline=article.headline,
        subtitle=article.subtitle,
        column=article.column,
        reporters=article.reporters,
        photographers=article.photographers,
        standfirst=article.standfirst,
        unsure=article.unsure,
        was=article.was,
        editorial=article.editorial,
    )


def _numbered(records: tuple[Quote, ...] | tuple[Indicator, ...], texts: dict[str, str]) -> tuple[Numbered, ...]:
    return tuple([Numbered(record, nth) for record, nth in zip(records, numbered(records, texts), strict=True)])
