"""A plugin that gives Pelican the pages of the archive: one for each article, guest, district, and across articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pelican import signals
from pelican.generators import Generator

PLAIN = {"search/": "检索", "corrections/": "更正", "about/": "关于本站", "404.html": "没有这一页"}


def opened(slug: str, data: dict[str, Any]) -> dict[str, Any]:
    """Give an article with what belongs to each guest and district gathered."""
    guests = [dict(guest, figures=[], quotes=[], sections=[]) for guest in data["guests"]]
    districts = [dict(district, figures=[], guests=[]) for district in data["districts"]]
    people, places = ({one["id"]: one for one in ones} for ones in (guests, districts))
    for key, owners, records in (
        ("speaker", people, "indicators"), ("speaker", people, "quotes"), ("speaker", people, "sections"),
        ("district", places, "indicators"),
    ):  # fmt: skip
        for record in data[records]:
            if record[key] in owners:
                owners[record[key]]["figures" if records == "indicators" else records].append(record)
    for guest in guests:
        guest["place"] = places.get(guest["district"])
        guest["heading"] = guest["sections"][0]["heading"] if guest["sections"] else ""
        guest["first"] = guest["figures"][:2]
        if guest["place"]:
            guest["place"]["guests"].append(guest)
    names = {id_: one["name"] for id_, one in {**people, **places}.items()}
    return {"slug": slug, "data": data, "guests": guests, "districts": districts, "names": names}


def pages_of(of: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the pages of an article."""
    slug, data = of["slug"], of["data"]
    words = data["keywords"]["article"][:12]
    yield {"kind": "article", "path": f"{slug}/", "title": data["article"]["headline"], "of": of, "words": words}
    for kind, title in (
        ("indicators", "指标表"),
        ("transcript", "全文"),
        ("speakers", "发言者"),
        ("districts", "区县"),
    ):
        yield {"kind": kind, "path": f"{slug}/{kind}/", "title": title, "of": of}
    for one in of["guests"]:
        yield {"kind": "speaker", "path": f"{slug}/speakers/{one['id']}/", "title": one["name"], "of": of, "one": one}
    for one in of["districts"]:
        path = f"{slug}/districts/{one['id']}/"
        yield {"kind": "district", "path": path, "title": one["name"], "of": of, "district": one}


def pages_across(articles: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield the pages across articles."""
    yield {"kind": "home", "path": "", "title": "圆桌", "articles": articles}
    for records, folder, kind, title in (
        ("guests", "speakers/", "person", "发言者"), ("districts", "districts/", "place", "区县"),
    ):  # fmt: skip
        rows: dict[str, list[dict[str, Any]]] = {}
        for of in articles:
            for one in of[records]:
                rows.setdefault(one["id"], []).append({"of": of, "one": one})
        entries = [found[0]["one"] for _, found in sorted(rows.items())]
        yield {"kind": "names", "path": folder, "title": title, "entries": entries}
        for id_, found in rows.items():
            yield {"kind": kind, "path": f"{folder}{id_}/", "title": found[0]["one"]["name"], "rows": found}
    words: dict[str, list[dict[str, Any]]] = {}
    for of in articles:
        for keyword in of["data"]["keywords"]["article"]:
            words.setdefault(keyword["word"], []).append(of)
    shared = [{"word": word, "articles": found} for word, found in sorted(words.items())]
    yield {"kind": "keywords", "path": "keywords/", "title": "关键词", "entries": shared}
    yield from ({"kind": "plain", "path": path, "title": title} for path, title in PLAIN.items())


class ArchiveGenerator(Generator):  # type: ignore[misc]
    """Reads the content files and writes their pages."""

    def generate_context(self) -> None:
        """Read all articles."""
        paths = sorted(Path(self.settings["PATH"]).glob("*.yml"))
        self.articles = [
            opened(path.stem, yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)) for path in paths
        ]

    def generate_output(self, writer: Any) -> None:
        """Write all pages."""
        for of in self.articles:
            for page in pages_of(of):
                self._write(writer, page)
        for page in pages_across(self.articles):
            self._write(writer, page)

    def _write(self, writer: Any, page: dict[str, Any]) -> None:
        name = page["path"] if page["path"].endswith(".html") else page["path"] + "index.html"
        writer.write_file(name, self.get_template(page["kind"]), self.context, p=page)


def generators(_: Any) -> type[Generator]:
    """Name the generator to Pelican."""
    return ArchiveGenerator


def register() -> None:
    """Tell Pelican of the generator."""
    signals.get_generators.connect(generators)
