"""The small facts of an article that another may contradict: its figures with a period, its guests with their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from roundtable_site.checking.arithmetic.amounts import span_of
from roundtable_site.checking.finding import Finding
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.places import pinpointed
from roundtable_site.errors import Location
from roundtable_site.model import Guest, Indicator
from roundtable_site.periods import absolute

# What a figure is measured against, or how it is counted: these are different figures of one indicator.
_AGAINST = re.compile(r"同比|环比|年均|累计|新增|净增|当年|当月|比上年|较上年|比[^，。；]{1,6}年")
_MARKS = re.compile(r"[\s“”‘’「」《》（）()]+")


class FigureFact(Struct, frozen=True):
    """One figure: `key` says of what, where, when and how measured; two with one key must not contradict."""

    key: str
    low: Decimal
    high: Decimal
    figure: str
    name: str
    district: str
    period: str
    record: str
    sentence: str
    place: Location
    accepted: str | None


class GuestFact(Struct, frozen=True):
    """One guest: their id, name, posts and where they stand; `accepted` are (rule, reason)."""

    guest: str
    name: str
    titles: tuple[str, ...]
    place: Location
    accepted: tuple[tuple[str, str], ...]

    @property
    def posts(self) -> str:
        """Give all posts as one text, by which those who hold the same are found."""
        return "、".join("".join(title.split()) for title in self.titles)


class ArticleFacts(Struct, frozen=True):
    """What is kept of one article: a few lines for each figure and guest. `date` orders articles, "" where unknown."""

    slug: str
    date: str
    figures: tuple[FigureFact, ...]
    guests: tuple[GuestFact, ...]


def facts_of(galley: Galley, page: list[str]) -> ArticleFacts:
    """Take from an article what others may contradict; `page` are the lines of its content file."""
    article = galley.article
    figures = tuple(_figures(galley, page))
    guests = tuple(_guest(guest, galley, page) for guest in article.guests)
    return ArticleFacts(article.slug, article.source.date or "", figures, guests)


def _figures(galley: Galley, page: list[str]) -> Iterator[FigureFact]:
    """Yield the figures that can be compared: with a period, a district and a value, and without a doubt."""
    date = galley.article.source.date
    for indicator in galley.article.indicators:
        district = galley.name_of(indicator.district)
        if indicator.unsure or indicator.value is None or indicator.value_to is not None or not district:
            continue
        if not indicator.period or indicator.measure == "target" or len(indicator.name) < 3:
            continue
        period = absolute(indicator.period, date, galley.article.slug)
        span = span_of(indicator.figure, indicator.value, indicator.qualifier)
        sign = -1 if indicator.value < 0 else 1
        low, high = sorted((span.low * sign, span.high * sign))
        finding = Finding("value-varies", indicator, (), "text", indicator.figure, indicator.text)
        accepted = _accepted(indicator, galley).get("value-varies")
        yield FigureFact(
            _key(indicator, district, period), low, high, indicator.figure, indicator.name, district, indicator.period,
            indicator.id, indicator.text, pinpointed(finding, galley, page), accepted,
        )  # fmt: skip


def _key(indicator: Indicator, district: str, period: str) -> str:
    kind = "change" if indicator.measure in ("change", "rate") else indicator.measure.replace("from_to", "level")
    how = "".join(sorted(set(_AGAINST.findall(indicator.text))))
    return "|".join((_MARKS.sub("", indicator.name), district, period, kind, indicator.unit or "", how))


def _guest(guest: Guest, galley: Galley, page: list[str]) -> GuestFact:
    finding = Finding("guest-title-varies", guest, (), "titles", "", guest.name)
    place = pinpointed(finding, galley, page)
    return GuestFact(guest.id, guest.name, guest.titles, place, tuple(_accepted(guest, galley).items()))


def _accepted(record: Guest | Indicator, galley: Galley) -> dict[str, str]:
    return dict(galley.article.editorial.accepted) | dict(record.editorial.accepted)
