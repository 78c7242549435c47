"""The claims of data files: the figures, quotations and sentences in tables (CSV) and lists of records (JSON)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping

from roundtable_site.verify.claims import Claim
from roundtable_site.verify.fields import FIELDS
from roundtable_site.verify.markup import bare
from roundtable_site.verify.transcript import RECORD


def read_data(data: bytes, name: str) -> Iterator[Claim]:
    """Yield what the records of a data file claim; a file without records with our ids claims nothing.

    >>> [claim.text for claim in read_data("id,figure\\ns1i1,2倍\\n".encode(), "data/indicators.csv")]
    ['2倍']
    """
    for record in _records(data, name):
        identity = str(record.get("id") or "")
        if not RECORD.fullmatch(identity):
            continue
        for key in ("sentence", "text"):
            if words := bare(str(record.get(key) or "")):
                quoted = key == "text" and "q" in identity
                yield Claim("quotation" if quoted else "words", words, identity)
        if figure := bare(str(record.get("figure") or "")):
            yield Claim("figure", figure, identity)
        if (value := record.get("value")) not in (None, ""):
            yield Claim("value", str(value), identity)
        for key in FIELDS:
            if key in record:
                yield Claim("field", _plain(record[key]), identity, field=key)


def _plain(value: object) -> str:
    return "" if value is None else str(value)


def _records(data: bytes, name: str) -> Iterator[Mapping[str, object]]:
    text = data.decode("utf-8-sig", "replace")
    if name.endswith(".csv"):
        yield from csv.DictReader(io.StringIO(text, newline=""))
        return
    try:
        waiting: list[object] = [json.loads(text, parse_float=str)]
    except (ValueError, RecursionError):
        yield {"id": "s0i0", "text": text[:40] or "an empty file"}  # nobody's words, and told as such
        return
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extend(inner for inner in item.values() if isinstance(inner, list))
