"""The facts of all articles in a small database: in memory for one check, on the disk for builds that go on."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from roundtable_site.checking.across.facts import ArticleFacts, FigureFact, GuestFact
from roundtable_site.errors import Location

_TABLES = """
create table if not exists article (slug text primary key, date text not null);
create table if not exists figure (slug text not null, key text not null, row integer not null, fact text not null);
create table if not exists guest (slug text not null, guest text not null, posts text not null, row integer not null,
                                  fact text not null);
create index if not exists figure_key on figure (key);
create index if not exists figure_slug on figure (slug);
create index if not exists guest_id on guest (guest);
create index if not exists guest_posts on guest (posts);
create index if not exists guest_slug on guest (slug);
"""
_MANY = 50
"""Guests of one id or post that are compared at the most."""


class Index:
    """Facts by what they are about; `path` None keeps them for this run only. Close it, or use it in a `with`."""

    def __init__(self, path: Path | None = None) -> None:
        # "" is a private database that sqlite moves to a temporary file when it grows.
        self._database = sqlite3.connect(str(path) if path else "")
        self._database.executescript(_TABLES)

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Write what is new and let the database go."""
        self._database.commit()
        self._database.close()

    def put(self, facts: ArticleFacts) -> None:
        """Take in the facts of an article, in place of those that it had."""
        self.forget(facts.slug)
        run = self._database
        run.execute("insert into article values (?, ?)", (facts.slug, facts.date))
        run.executemany(
            "insert into figure values (?, ?, ?, ?)",
            [(facts.slug, fact.key, row, _packed_figure(fact)) for row, fact in enumerate(facts.figures)],
        )
        run.executemany(
            "insert into guest values (?, ?, ?, ?, ?)",
            [(facts.slug, f.guest, f.posts, row, _packed_guest(f)) for row, f in enumerate(facts.guests)],
        )

    def forget(self, slug: str) -> None:
        """Leave out an article that is gone."""
        for table in ("article", "figure", "guest"):
            self._database.execute(f"delete from {table} where slug = ?", (slug,))

    def oldest(self, key: str) -> tuple[str, FigureFact]:
        """Give the slug and the figure of a key in the oldest article that has it. Raises KeyError where none has."""
        for slug, fact in self._rows("figure", "key", key, 1):
            return slug, _figure(key, fact)
        raise KeyError(key)

    def guests(self, *, guest: str = "", posts: str = "") -> list[tuple[str, GuestFact]]:
        """Give the guests of an id, or of the very same posts, with their articles' slugs, older articles first."""
        rows = self._rows("guest", "guest", guest) if guest else self._rows("guest", "posts", posts)
        return [(slug, _guest(fact)) for slug, fact in rows]

    def _rows(self, table: str, column: str, value: str, most: int = _MANY) -> Iterable[tuple[str, str]]:
        query = (
            f"select f.slug, f.fact from {table} f join article a on a.slug = f.slug where f.{column} = ?"
            " order by a.date = '', a.date, f.slug, f.row limit ?"
        )
        with closing(self._database.execute(query, (value, most))) as cursor:
            return cursor.fetchall()

    def disputed(self) -> Iterator[str]:
        """Yield the slugs of articles that have a figure or a guest which another place tells of too, sorted."""
        query = (
            "select slug from figure where key in (select key from figure group by key having count(*) > 1)"
            " union select slug from guest where guest in (select guest from guest group by guest having count(*) > 1)"
            " union select slug from guest where posts in (select posts from guest group by posts having count(*) > 1)"
            " order by slug"
        )
        with closing(self._database.execute(query)) as cursor:
            yield from (slug for (slug,) in cursor.fetchall())

    def facts(self, slug: str) -> ArticleFacts:
        """Give back the facts of one article."""
        run = self._database
        (date,) = run.execute("select date from article where slug = ?", (slug,)).fetchone()
        figures = run.execute("select key, fact from figure where slug = ? order by row", (slug,)).fetchall()
        guests = run.execute("select fact from guest where slug = ? order by row", (slug,)).fetchall()
        return ArticleFacts(
            slug, date, tuple(_figure(key, fact) for key, fact in figures), tuple(_guest(fact) for (fact,) in guests)
        )


def _packed_figure(fact: FigureFact) -> str:
    place = fact.place
    return json.dumps(
        [str(fact.low), str(fact.high), fact.figure, fact.name, fact.district, fact.period, fact.record, fact.sentence,
         place.path, place.line, place.column, fact.accepted], ensure_ascii=False,
    )  # fmt: skip


def _figure(key: str, packed: str) -> FigureFact:
    low, high, figure, name, district, period, record, sentence, path, line, column, accepted = json.loads(packed)
    where = Location(path, line, column)
    return FigureFact(
        key, Decimal(low), Decimal(high), figure, name, district, period, record, sentence, where, accepted
    )


def _packed_guest(fact: GuestFact) -> str:
    place = fact.place
    packed = [fact.guest, fact.name, fact.titles, place.path, place.line, place.column, fact.accepted]
    return json.dumps(packed, ensure_ascii=False)


def _guest(packed: str) -> GuestFact:
    guest, name, titles, path, line, column, accepted = json.loads(packed)
    reasons = tuple((rule, reason) for rule, reason in accepted)
    return GuestFact(guest, name, tuple(titles), Location(path, line, column), reasons)
