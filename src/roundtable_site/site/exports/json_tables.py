"""Tables as JSON: each cell exactly as it is, one row to a line, so that two versions can be compared."""

from __future__ import annotations

from json.encoder import encode_basestring

from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.tables import Cell, Table, plain


def to_json(table: Table, dossier: Dossier) -> str:
    """Write the article's name and the table's rows; numbers are exact and in full."""
    article = dossier.article
    head = {"article": article.slug, "headline": article.headline, "source": article.source.file}
    keys = [f"{text(column.name)}: " for column in table.columns]
    lines = ",\n".join(
        f"  {{{', '.join([key + value(cell) for key, cell in zip(keys, row, strict=True)])}}}" for row in table.rows
    )
    fields = ",\n".join(f" {text(key)}: {value(known)}" for key, known in head.items())
    return f'{{\n{fields},\n "{table.name}": [\n{lines}\n ]\n}}\n'


def value(cell: Cell) -> str:
    """Give a cell as a JSON value.

    >>> from decimal import Decimal
    >>> value("吨"), value(Decimal("1.50E+3")), value(None)
    ('"吨"', '1500', 'null')
    """
    if cell is None:
        return "null"
    return text(cell) if isinstance(cell, str) else plain(cell)


def text(words: str) -> str:
    r"""Give a JSON string, in the article's own script.

    >>> text('说："好"')
    '"说：\\"好\\""'
    """
    return encode_basestring(words)
