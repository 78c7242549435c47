"""A galley: one article with all that a proof-reader lays beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from roundtable_site.errors import Location
from roundtable_site.model import Article, Indicator, Paragraph, Quote, Record


@dataclass(frozen=True, slots=True)
class Galley:
    """One article, the lines of its source (None where it is not the file that was read), and the editor's words."""

    article: Article
    source: tuple[str, ...] | None = None
    words: tuple[str, ...] = ()
    paragraphs: Mapping[str, Paragraph] = field(init=False)

    def __post_init__(self) -> None:
        paragraphs = {paragraph.id: paragraph for paragraph in self.article.paragraphs()}
        object.__setattr__(self, "paragraphs", paragraphs)

    def records(self) -> Iterator[Record]:
        """Yield the article and every record in it, in the order of the content file."""
        a = self.article
        yield a
        yield from (*a.standfirst, *a.layout, *a.districts, *a.guests)
        for section in a.sections:
            yield section
            yield from section.paragraphs
        yield from (*a.quotes, *a.indicators, *a.unplaced)

    def place_of(self, record: Record) -> Location:
        """Give where a record stands: in the content file, or by its lines in the source where that is not known."""
        if record.location is not None:
            return record.location
        return Location(self.article.source.file, self._line_of(record))

    def _line_of(self, record: Record) -> int:
        if isinstance(record, Quote | Indicator):
            paragraph = self.paragraphs.get(record.paragraph)
            return paragraph.lines[0] if paragraph else 0
        lines: tuple[int, int] = getattr(record, "lines", (0, 0))
        return lines[0]

    def name_of(self, district: str | None) -> str:
        """Give a district's name, "" for none."""
        return next((d.name for d in self.article.districts if d.id == district), "")
