"""The downloads of an article: its tables for people and programs, what describes them, and its content file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.datapackage import to_csvw, to_datapackage
from roundtable_site.site.exports.delimited import to_csv, to_excel_csv
from roundtable_site.site.exports.json_tables import to_json
from roundtable_site.site.exports.portraits import portraits
from roundtable_site.site.exports.tables import TABLES
from roundtable_site.site.exports.workbook import to_workbook
from roundtable_site.site.frame import Frame
from roundtable_site.site.search import search_data, search_file

Maker = Callable[[Frame, Dossier], str | bytes]


@dataclass(frozen=True)
class DataFile:
    """A file that is no page: where it stands, the file an editor would mend it in, and what makes it."""

    address: Address
    source: str
    make: Callable[[], str | bytes]


def data_files(frame: Frame, dossier: Dossier) -> Iterator[DataFile]:
    """Yield the downloads of an article, its search data and its pictures."""
    for name, make in _makers(dossier).items():
        yield DataFile(dossier.data.named(name), dossier.source, partial(make, frame, dossier))
    yield DataFile(search_file(dossier.article.slug), dossier.source, partial(search_data, dossier))
    for address, picture in portraits(frame, dossier):
        yield DataFile(address, dossier.source, picture)


def _makers(dossier: Dossier) -> dict[str, Maker]:
    """Give the files of an article's data folder by name, each with what makes it."""
    makers: dict[str, Maker] = {}
    for name in TABLES:
        makers[f"{name}.csv"] = partial(_csv, name)
        makers[f"{name}-excel.csv"] = partial(_excel_csv, name)
        makers[f"{name}.json"] = partial(_json, name)
        makers[f"{name}.csv-metadata.json"] = partial(_csvw, name)
    makers["datapackage.json"] = to_datapackage
    makers[f"{dossier.article.slug}.xlsx"] = to_workbook
    if dossier.content_offered:
        makers[f"{dossier.article.slug}.yml"] = _content_file
    return makers


def _csv(name: str, _: Frame, dossier: Dossier) -> str:
    return to_csv(TABLES[name](dossier))


def _excel_csv(name: str, _: Frame, dossier: Dossier) -> str:
    return to_excel_csv(TABLES[name](dossier))


def _json(name: str, _: Frame, dossier: Dossier) -> str:
    return to_json(TABLES[name](dossier), dossier)


def _csvw(name: str, frame: Frame, dossier: Dossier) -> str:
    return to_csvw(frame, TABLES[name](dossier), dossier)


def _content_file(_: Frame, dossier: Dossier) -> bytes:
    return Path(dossier.source).read_bytes()


def export(file: DataFile) -> bytes:
    """Give the bytes of a file; text is in UTF-8."""
    content = file.make()
    return content.encode("utf-8") if isinstance(content, str) else content


__all__ = ["TABLES", "DataFile", "data_files", "export"]
