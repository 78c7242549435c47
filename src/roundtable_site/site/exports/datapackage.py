"""Describe an article's tables for programs, as a Data Package and as CSV on the Web say it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from typing import Any

from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.json_tables import text
from roundtable_site.site.exports.tables import NAMED, Column
from roundtable_site.site.frame import Frame

_FIELD_TYPES = {"text": "string", "number": "number", "whole": "integer"}
_DATATYPES = {"text": "string", "number": "decimal", "whole": "integer"}


_LATER = "\ue000"
"""Stands where something is put into a description that is the same for all articles but for that."""


def to_datapackage(frame: Frame, dossier: Dossier, tables: Mapping[str, str]) -> str:
    """Describe the CSV files as a Data Package (https://datapackage.org/standard/), with their size and checksum."""
    article = dossier.article
    source = {"title": dossier.title, "path": article.source.url}
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": article.slug,
        "title": dossier.title,
        "description": frame.word("footer", "claim"),
        "homepage": dossier.table.absolute(frame.settings.base_url) if frame.settings.base_url else None,
        "sources": [_known(source)],
        "resources": [_resource(frame, name, table.encode("utf-8")) for name, table in tables.items()],
    }
    described = _text(_known(package))
    for name in tables:
        schema: str = frame.once(f"schema of {name}", partial(_schema, frame, name))
        described = described.replace(text(_LATER + name), schema)
    return described


def _resource(frame: Frame, name: str, content: bytes) -> Mapping[str, Any]:
    """Describe one CSV file by its bytes, all but its columns."""
    return {
        "name": name,
        "title": frame.word(name),
        "path": f"{name}.csv",
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": _LATER + name,
    }


def _schema(frame: Frame, name: str) -> str:
    """Describe the columns of a table, as it stands in the description of its file."""
    described = {
        "fields": [_field(frame, column) for column in NAMED[name]],
        "primaryKey": ["id"],
        "missingValues": [""],
    }
    return _text(described).rstrip().replace("\n", "\n   ")


def _field(frame: Frame, column: Column) -> Mapping[str, Any]:
    """Describe one column of a Table Schema."""
    limits = {
        "required": column.required or None,
        "unique": column.unique or None,
        "enum": list(column.values) or None,
    }
    return _known(
        {
            "name": column.name,
            "type": _FIELD_TYPES[column.type],
            "title": frame.word("column", column.name),
            "description": frame.word("column_note", column.name),
            "constraints": _known(limits) or None,
        }
    )


def to_csvw(frame: Frame, name: str, dossier: Dossier) -> str:
    """Describe a CSV file as CSV on the Web has it (https://www.w3.org/TR/tabular-metadata/)."""
    described: str = frame.once(f"{name} for the web", partial(_csvw, frame, name))
    return described.replace(text(_LATER), text(f"{dossier.title} · {frame.word(name)}"))


def _csvw(frame: Frame, name: str) -> str:
    """Describe a CSV file of any article; its title is put in later."""
    # A figure's page is part of the table of figures; a quotation is found in the transcript, by its sentence.
    about = "../indicators/index.html#{id}" if name == "indicators" else "#{id}"
    return _text(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": frame.language}],
            "url": f"{name}.csv",
            "dc:title": _LATER,
            "dc:description": frame.word("footer", "claim"),
            "tableSchema": {
                "columns": [_csvw_column(frame, column) for column in NAMED[name]],
                "primaryKey": "id",
                "aboutUrl": about,
            },
        }
    )


def _csvw_column(frame: Frame, column: Column) -> Mapping[str, Any]:
    """Describe one column; a header carries the column's name."""
    datatype: Mapping[str, str] = {"base": _DATATYPES[column.type]}
    if column.values:
        datatype = {**datatype, "format": "|".join(column.values)}
    return _known(
        {
            "name": column.name,
            "titles": [column.name, frame.word("column", column.name)],
            "dc:description": frame.word("column_note", column.name),
            "datatype": datatype,
            "required": column.required or None,
        }
    )


def _known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {name: value for name, value in fields.items() if value is not None}


def _text(described: Mapping[str, Any]) -> str:
    """Write a description for people too: indented, in their own script."""
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"
