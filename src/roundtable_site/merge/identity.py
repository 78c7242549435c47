"""Ids through the readings: a record keeps the id that it was given first, and an id is never given again."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from roundtable_site.merge.pairs import alike, paired
from roundtable_site.merge.renaming import Ids, given_ids, renamed
from roundtable_site.model import Article, District, Guest, Indicator, Paragraph, Quote, Section

R = TypeVar("R", District, Guest, Section, Paragraph, Quote, Indicator)
Versions = Sequence[Article]
"""What the parser wrote last, if that is known, and what stands in the content file now."""


def edited_ids(base: Article, edited: Article) -> Article:
    """Give the parser's last version with the ids that the editor gave to its records since."""
    ids = Ids(_changed(base.districts, edited.districts), _changed(base.guests, edited.guests))
    # Names first: a quote whose speaker has another id is still the same quote.
    base = renamed(base, ids)
    ids = Ids(others=_changed(tuple(base.paragraphs()), tuple(edited.paragraphs())))
    base = renamed(base, ids)
    ids = Ids(others=_changed(base.sections, edited.sections))
    ids.others.update(_changed(base.quotes, edited.quotes) | _changed(base.indicators, edited.indicators))
    return renamed(base, ids)


def _changed(base: Sequence[R], edited: Sequence[R]) -> dict[str, str]:
    """Find ids that the editor changed: by `was`, or because only the id of a record differs."""
    old, new = {record.id for record in base}, {record.id for record in edited}
    come = [record for record in edited if record.id not in old]
    by_was = {record.was: record.id for record in come if record.was is not None}
    gone = [(record.id, record) for record in base if record.id not in new]
    changed = {name: by_was[name] for name, _ in gone if name in by_was}
    gone = [pair for pair in gone if pair[0] not in changed]
    come = [record for record in come if record.id not in changed.values()]
    same = paired(gone, come, [lambda record: replace(record, id="", was=None)])
    return changed | {name: come[place].id for place, name in same.items()}


class Free:
    """Gives ids that nothing ever had."""

    def __init__(self, used: Iterable[str]) -> None:
        self.used = set(used)
        self._highest: dict[str, int] = {}
        for name in self.used:
            numbered = re.fullmatch(r"(.*?)([0-9]{1,9})", name)
            if numbered:
                prefix, number = numbered[1], int(numbered[2])
                self._highest[prefix] = max(number, self._highest.get(prefix, 0))

    def numbered(self, prefix: str) -> str:
        """Give the id of this prefix after the highest that was ever given."""
        number = self._highest.get(prefix, 0) + 1
        self._highest[prefix] = number
        return f"{prefix}{number}"

    def named(self, name: str) -> str:
        """Give a name, with -2, -3 … where it is taken."""
        k, free = 1, name
        while free in self.used:
            k += 1
            free = f"{name}-{k}"
        self.used.add(free)
        return free


def with_kept_ids(parsed: Article, versions: Versions, spent: frozenset[str]) -> Article:
    """Give today's reading with the ids its records have in earlier versions; new records take the next free id."""
    if not versions:
        return parsed
    free = Free(spent.union(*[given_ids(article) for article in versions]))
    return _statements(_frame(parsed, versions, free), versions, free)


def _known(versions: Versions, records: Callable[[Article], Iterable[R]]) -> list[tuple[str, R]]:
    return [(record.id, record) for article in versions for record in records(article)]


def _frame(parsed: Article, versions: Versions, free: Free) -> Article:
    """Keep the ids of districts, guests, sections and paragraphs."""
    places = _known(versions, lambda a: a.districts)
    people = _known(versions, lambda a: a.guests)
    ids = Ids(
        _names(
            parsed.districts, paired(places, parsed.districts, [lambda d: (d.name, d.kind), lambda d: d.name]), free
        ),
        _names(parsed.guests, paired(people, parsed.guests, [lambda g: (g.name, g.titles), lambda g: g.name]), free),
    )
    ids.others.update(_section_ids(parsed, versions, free))
    ids.others.update(_paragraph_ids(parsed, versions, ids.others, free))
    return renamed(parsed, ids)


def _names(today: Sequence[R], found: Mapping[int, str], free: Free) -> dict[str, str]:
    return {record.id: found[k] if k in found else free.named(record.id) for k, record in enumerate(today)}


def _first(section: Section) -> str | None:
    return section.paragraphs[0].text if section.paragraphs else None


def _section_ids(parsed: Article, versions: Versions, free: Free) -> dict[str, str]:
    before, today = _known(versions, lambda a: a.sections), parsed.sections
    found = paired(before, today, [lambda s: (s.heading, _first(s)), lambda s: s.heading, _first])
    alike(before, today, found, lambda _: 0, lambda s: "".join([p.text for p in s.paragraphs]))
    return {s.id: found[k] if k in found else free.numbered("s") for k, s in enumerate(today)}


def _paragraph_ids(parsed: Article, versions: Versions, sections: Mapping[str, str], free: Free) -> dict[str, str]:
    homes = {id(p): s.id for article in versions for s in article.sections for p in s.paragraphs}
    homes |= {id(p): sections[s.id] for s in parsed.sections for p in s.paragraphs}

    def home(paragraph: Paragraph) -> str:
        return homes.get(id(paragraph), "s0")

    before, today = _known(versions, lambda a: a.paragraphs()), list(parsed.paragraphs())
    found = paired(before, today, [lambda p: (home(p), p.text), lambda p: p.text])
    alike(before, today, found, home, lambda p: p.text)
    return {p.id: found[k] if k in found else free.numbered(f"{home(p)}p") for k, p in enumerate(today)}


QUOTES: list[Callable[[Quote], Hashable]] = [lambda q: (q.paragraph, q.text), lambda q: q.text]
INDICATORS: list[Callable[[Indicator], Hashable]] = [
    lambda i: (i.paragraph, i.text, i.figure, i.name),
    lambda i: (i.paragraph, i.text, i.figure),
    lambda i: (i.paragraph, i.name, i.figure),
    lambda i: (i.paragraph, i.name, i.period) if i.name else None,
    lambda i: (i.paragraph, i.name) if i.name else None,
]


def _statements(parsed: Article, versions: Versions, free: Free) -> Article:
    """Keep the ids of quotes and indicators, whose paragraphs have theirs already."""
    homes = {p.id: section.id for section in parsed.sections for p in section.paragraphs}
    ids = Ids()
    kinds: list[tuple[str, Sequence[Any], Sequence[Any], Any]] = [
        ("q", _known(versions, lambda a: a.quotes), parsed.quotes, QUOTES),
        ("i", _known(versions, lambda a: a.indicators), parsed.indicators, INDICATORS),
    ]
    for letter, before, today, signatures in kinds:
        found = paired(before, today, signatures)
        alike(before, today, found, lambda r: r.paragraph, lambda r: r.text)
        for k, record in enumerate(today):
            prefix = homes.get(record.paragraph, "s0") + letter
            ids.others[record.id] = found[k] if k in found else free.numbered(prefix)
    return renamed(parsed, ids)
