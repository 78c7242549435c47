"""The records of an article as they are reviewed: what each is, where it stands in the content file and in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Literal, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.merge.editing import Place
from roundtable_site.model import (
    Article,
    Indicator,
    LayoutItem,
    Paragraph,
    Quote,
    Record,
    Section,
    Unplaced,
)

Kind = Literal["article", "guest", "district", "section", "paragraph", "layout", "unplaced", "quote", "indicator"]
R = TypeVar("R", bound=Record)


class Item(Struct, frozen=True):
    """One record. `key` names it in addresses and forms; `paragraph` is the one that its words stand in."""

    kind: Kind
    key: str
    place: Place
    record: Record
    paragraph: Paragraph | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Where its words stand in the paragraph, from and to, in characters."""
        start = self.record.start if isinstance(self.record, Quote | Indicator) else 0
        return start, start + len(str(getattr(self.record, "text", "")))


def items_of(article: Article) -> list[Item]:
    """List every record of an article: the article itself, people, places, text, then what is read from the text."""
    paragraphs = {paragraph.id: paragraph for paragraph in article.paragraphs()}
    return [
        Item("article", "article", Place(("article",), ""), article),
        *(Item("guest", f"guest-{g.id}", Place(("guests",), g.id), g) for g in article.guests),
        *(Item("district", f"district-{d.id}", Place(("districts",), d.id), d) for d in article.districts),
        *_nameless("layout", article.layout),
        *_nameless("unplaced", article.unplaced),
        *_texts(article),
        *(
            Item("quote", q.id, Place(("quotes",), q.id), q, paragraphs[q.paragraph])
            for q in sorted(article.quotes, key=_order(paragraphs))
        ),
        *(
            Item("indicator", i.id, Place(("indicators",), i.id), i, paragraphs[i.paragraph])
            for i in sorted(article.indicators, key=_order(paragraphs))
        ),
    ]


def _order(paragraphs: dict[str, Paragraph]) -> Callable[[Quote | Indicator], tuple[int, int]]:
    places = {id_: place for place, id_ in enumerate(paragraphs)}
    return lambda record: (places[record.paragraph], record.start)


def _nameless(kind: Literal["layout", "unplaced"], records: tuple[LayoutItem | Unplaced, ...]) -> Iterator[Item]:
    seen: Counter[str] = Counter()
    for number, record in enumerate(records, start=1):
        seen[record.text] += 1
        yield Item(kind, f"{kind}-{number}", Place((kind,), f"{record.text}#{seen[record.text]}"), record)


def _texts(article: Article) -> Iterator[Item]:
    for p in article.standfirst:
        yield Item("paragraph", p.id, Place(("article", "standfirst"), p.id), p, p)
    for section in article.sections:
        yield Item("section", section.id, Place(("sections",), section.id), section)
        for p in section.paragraphs:
            yield Item("paragraph", p.id, Place(("sections", section.id, "paragraphs"), p.id), p, p)


def with_record(article: Article, item: Item, record: Record | None) -> Article:
    """Give the article with another record in the place of an item's; None: without it."""
    if item.kind == "article":
        return cast(Article, record)
    if item.kind == "paragraph":
        return _with_paragraph(article, item, record)
    name = {"layout": "layout", "unplaced": "unplaced"}.get(item.kind, f"{item.kind}s")
    changed: dict[str, Any] = {name: _swapped(getattr(article, name), item.record, record)}
    return replace(article, **changed)


def _with_paragraph(article: Article, item: Item, record: Record | None) -> Article:
    if item.place.path == ("article", "standfirst"):
        return replace(article, standfirst=_swapped(article.standfirst, item.record, record))
    sections: list[Section] = [
        replace(section, paragraphs=_swapped(section.paragraphs, item.record, record))
        if section.id == item.place.path[1]
        else section
        for section in article.sections
    ]
    return replace(article, sections=tuple(sections))


def _swapped(records: tuple[R, ...], old: Record, new: Record | None) -> tuple[R, ...]:
    """Put a record in the place of another one, known by its identity: equal ones may stand beside it."""
    found = [new if record is old else record for record in records]
    return tuple(cast(R, record) for record in found if record is not None)
