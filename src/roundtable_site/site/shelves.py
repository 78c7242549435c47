"""Which lists of articles a large site has: all of them, those of each year, those of each column; newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from roundtable_site.ids import slug_of
from roundtable_site.site.facts import Facts, Need, unpacked
from roundtable_site.site.ordering import Order, Shelf, is_large, parted
from roundtable_site.site.rows import StandingRow

NEWEST = 20
"""Articles that the front page shows where they do not all fit on it."""


def shelf_orders(facts: Facts) -> Iterator[Order]:
    """Yield the orders of the front page and, where the articles do not fit on it, of the lists of them."""
    if not is_large(len(facts.keys("standing"))):
        yield Order("home", needs=(Need("article"),))
        return
    rows = newest_first(unpacked("standing", facts.packed(Need("standing"))))
    found = {
        Shelf("all", ("articles",), "", len(rows)): rows,
        **_years(rows),
        **_columns(rows),
    }
    shelves = tuple(found)
    yield Order("home", needs=tuple(Need("article", row.slug) for row in rows[:NEWEST]), shelves=shelves)
    columns = tuple(shelf for shelf in shelves if shelf.kind == "column")
    if columns:
        yield from (
            Order("columns", str(part.number), part=part, shelves=tuple(some)) for part, some in parted(columns)
        )
    for shelf, members in found.items():
        for part, some in parted(members):
            yield Order(
                "shelf",
                "/".join((*shelf.folder, str(part.number))),
                tuple(Need("listed", row.slug) for row in some),
                part=part,
                shelf=shelf,
                shelves=shelves[1:] if shelf.kind == "all" and part.number == 1 else (),
            )


def newest_first(rows: Iterable[StandingRow]) -> list[StandingRow]:
    """Put articles in the order of their dates, the newest first; those without one come last, as they are given."""
    return sorted(rows, key=lambda row: row.day, reverse=True)


def _years(rows: Iterable[StandingRow]) -> dict[Shelf, list[StandingRow]]:
    years: dict[str, list[StandingRow]] = {}
    for row in rows:
        if row.day:
            years.setdefault(row.day[:4], []).append(row)
    return {Shelf("year", ("articles", year), year, len(found)): found for year, found in years.items()}


def _columns(rows: Iterable[StandingRow]) -> dict[Shelf, list[StandingRow]]:
    columns: dict[str, list[StandingRow]] = {}
    for row in rows:
        if row.column:
            columns.setdefault(row.column, []).append(row)
    folders = column_folders(list(columns))
    return {
        Shelf("column", ("columns", folders[name]), name, len(columns[name])): columns[name]
        for name in sorted(columns, key=lambda name: (folders[name], name))
    }


def column_folders(names: Sequence[str]) -> Mapping[str, str]:
    """Give each column its address in pinyin; columns that sound alike are told apart by a digest of their names.

    >>> column_folders(["江边对谈", "圆桌"])
    {'江边对谈': 'jiangbianduitan', '圆桌': 'yuanzhuo'}
    """
    spelled = {name: slug_of(name, "place") for name in names}
    alike = list(spelled.values())
    return {
        name: slug if alike.count(slug) == 1 else f"{slug}-{sha256(name.encode()).hexdigest()[:8]}"
        for name, slug in spelled.items()
    }
