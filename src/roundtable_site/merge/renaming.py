"""Ids of records and of all that refers to them, replaced throughout an article."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from roundtable_site.model import Article, District, Guest, Indicator, Paragraph, Quote, Section


class Ids(Struct, frozen=True):
    """Old ids and what they become; ids that are not named stay."""

    districts: dict[str, str] = field(default_factory=dict)
    guests: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    def district(self, name: str | None) -> str | None:
        """Give a district's id."""
        return self.districts.get(name, name) if name is not None else None

    def guest(self, name: str | None) -> str | None:
        """Give a guest's id; a source as printed stays."""
        return self.guests.get(name, name) if name is not None else None

    def other(self, name: str) -> str:
        """Give the id of a section, paragraph, quote or indicator."""
        return self.others.get(name, name)


def renamed(article: Article, ids: Ids) -> Article:
    """Give an article whose records and references have other ids."""
    return replace(
        article,
        standfirst=_paragraphs(article.standfirst, ids),
        districts=tuple([replace(d, id=ids.districts.get(d.id, d.id)) for d in article.districts]),
        guests=tuple(
            [replace(g, id=ids.guests.get(g.id, g.id), district=ids.district(g.district)) for g in article.guests]
        ),
        sections=tuple([_section(section, ids) for section in article.sections]),
        quotes=tuple([_quote(quote, ids) for quote in article.quotes]),
        indicators=tuple([_indicator(indicator, ids) for indicator in article.indicators]),
        keywords=replace(
            article.keywords,
            speakers=tuple([(ids.guests.get(name, name), words) for name, words in article.keywords.speakers]),
        ),
    )


def _paragraphs(paragraphs: Iterable[Paragraph], ids: Ids) -> tuple[Paragraph, ...]:
    return tuple([replace(p, id=ids.other(p.id), speaker=ids.guest(p.speaker)) for p in paragraphs])


def _section(section: Section, ids: Ids) -> Section:
    return replace(
        section,
        id=ids.other(section.id),
        speaker=ids.guest(section.speaker),
        paragraphs=_paragraphs(section.paragraphs, ids),
    )


def _quote(quote: Quote, ids: Ids) -> Quote:
    speaker = ids.guests.get(quote.speaker, quote.speaker)
    return replace(quote, id=ids.other(quote.id), speaker=speaker, paragraph=ids.other(quote.paragraph))


def _indicator(indicator: Indicator, ids: Ids) -> Indicator:
    return replace(
        indicator,
        id=ids.other(indicator.id),
        district=ids.district(indicator.district),
        speaker=ids.guest(indicator.speaker),
        paragraph=ids.other(indicator.paragraph),
    )


def given_ids(article: Article) -> frozenset[str]:
    """Name every id of an article's records, those that they had before (`was`) among them."""
    records: list[District | Guest | Section | Paragraph | Quote | Indicator] = [
        *article.districts, *article.guests, *article.sections, *article.paragraphs(), *article.quotes,
        *article.indicators,
    ]  # fmt: skip
    return frozenset(name for record in records for name in (record.id, record.was) if name is not None)
