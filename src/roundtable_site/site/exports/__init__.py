"""The downloads of an article: its tables for people and programs, what describes them, and its content file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from msgspec import Struct

from roundtable_site.site.addresses import Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.datapackage import to_csvw, to_datapackage
from roundtable_site.site.exports.delimited import for_excel, to_csv
from roundtable_site.site.exports.json_tables import to_json
from roundtable_site.site.exports.portraits import portraits
from roundtable_site.site.exports.tables import TABLES, Table
from roundtable_site.site.exports.workbook import to_workbook
from roundtable_site.site.frame import Frame
from roundtable_site.site.search import search_data, search_file


class DataFile(Struct, frozen=True):
    """A file that is no page: where it stands, the file an editor would mend it in, and what makes it."""

    address: Address
    source: str
    make: Callable[[], str | bytes]


def data_files(frame: Frame, dossier: Dossier) -> Iterator[DataFile]:
    """Yield the downloads of an article that the site offers, its search data and its pictures."""
    for name, make in _Downloads(frame, dossier).makers():
        yield DataFile(dossier.data.named(name), dossier.source, make)
    yield DataFile(search_file(dossier.article.slug), dossier.source, partial(search_data, dossier))
    for address, picture in portraits(frame, dossier):
        yield DataFile(address, dossier.source, picture)


class _Downloads:
    """The files of an article's data folder. Its tables are gone through once for all of them."""

    def __init__(self, frame: Frame, dossier: Dossier) -> None:
        self.frame, self.dossier = frame, dossier

    @cached_property
    def tables(self) -> Mapping[str, Table]:
        """The tables by name."""
        return {name: make(self.dossier) for name, make in TABLES.items()}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The tables as CSV by name."""
        return {name: to_csv(table) for name, table in self.tables.items()}

    def makers(self) -> Iterator[tuple[str, Callable[[], str | bytes]]]:
        """Yield the name of each file with what makes it."""
        slug, formats = self.dossier.article.slug, self.frame.settings.downloads.formats
        for name in TABLES:
            if "csv" in formats:
                yield f"{name}.csv", partial(self._csv, name)
            if "excel-csv" in formats:
                yield f"{name}-excel.csv", partial(self._excel_csv, name)
            if "json" in formats:
                yield f"{name}.json", partial(self._json, name)
            if "csv" in formats:
                yield f"{name}.csv-metadata.json", partial(to_csvw, self.frame, name, self.dossier)
        if "csv" in formats:
            yield "datapackage.json", self._datapackage
        if "xlsx" in formats:
            yield f"{slug}.xlsx", self._workbook
        if "yml" in formats and self.dossier.content_offered:
            yield f"{slug}.yml", Path(self.dossier.source).read_bytes

    def _csv(self, name: str) -> str:
        return self.texts[name]

    def _excel_csv(self, name: str) -> str:
        return for_excel(self.texts[name])

    def _json(self, name: str) -> str:
        return to_json(self.tables[name], self.dossier)

    def _datapackage(self) -> str:
        return to_datapackage(self.frame, self.dossier, self.texts)

    def _workbook(self) -> bytes:
        return to_workbook(self.frame, self.dossier, tuple(self.tables.values()))


def export(file: DataFile) -> bytes:
    """Give the bytes of a file; text is in UTF-8."""
    content = file.make()
    return content.encode("utf-8") if isinstance(content, str) else content


__all__ = ["TABLES", "DataFile", "data_files", "export"]
