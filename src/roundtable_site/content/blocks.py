"""A content file as it is laid out: its top-level blocks as types."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from roundtable_site.model import (
    District,
    Guest,
    Keywords,
    LayoutItem,
    Paragraph,
    Record,
    Section,
    SourceRecord,
    Unplaced,
)


class Head(Record, frozen=True, eq=False):
    """The `article:` block: what an Article says of itself as a whole."""

    slug: str
    headline: str | None
    subtitle: str | None
    column: str | None
    reporters: tuple[str, ...]
    photographers: tuple[str, ...]
    standfirst: tuple[Paragraph, ...]


class ContentFile(Struct, frozen=True):
    """A content file, block by block."""

    format: int
    source: SourceRecord
    article: Head
    layout: tuple[LayoutItem, ...]
    districts: tuple[District, ...]
    guests: tuple[Guest, ...]
    captions: tuple[str, ...]
    sections: tuple[Section, ...]
    quotes: tuple[Any, ...]  # Quote; Numbered when written
    indicators: tuple[Any, ...]  # Indicator; Numbered when written
    keywords: Keywords
    unplaced: tuple[Unplaced, ...]
