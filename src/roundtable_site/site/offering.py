"""What readers may download of an article, by the formats that the site offers: the links, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.site.addresses import Link
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.exports.tables import NAMED
from roundtable_site.site.frame import Frame


class Offer(Struct, frozen=True):
    """Files that belong together: what they are, and the links to them."""

    title: str
    links: tuple[Link, ...]


def offers(frame: Frame, dossier: Dossier) -> tuple[Offer, ...]:
    """Give what is offered of an article: a row for each table, then one for what holds them all."""
    rows = [Offer(frame.word(name), tuple(_of_table(frame, dossier, name))) for name in NAMED]
    rows.append(Offer(frame.word("data", "together"), tuple(_together(frame, dossier))))
    return tuple(row for row in rows if row.links)


def _of_table(frame: Frame, dossier: Dossier, name: str) -> Iterator[Link]:
    formats, at = frame.settings.downloads.formats, dossier.data.named
    if "excel-csv" in formats:
        yield Link(frame.word("data", "excel_csv"), at(f"{name}-excel.csv"))
    if "csv" in formats:
        yield Link(frame.word("data", "csv"), at(f"{name}.csv"))
    if "json" in formats:
        yield Link(frame.word("data", "json"), at(f"{name}.json"))
    if "csv" in formats:
        yield Link("CSVW", at(f"{name}.csv-metadata.json"))


def _together(frame: Frame, dossier: Dossier) -> Iterator[Link]:
    formats, slug, at = frame.settings.downloads.formats, dossier.article.slug, dossier.data.named
    if "xlsx" in formats:
        yield Link(frame.word("data", "workbook"), at(f"{slug}.xlsx"))
    if "csv" in formats:
        yield Link(frame.word("data", "package"), at("datapackage.json"))
    if "yml" in formats and dossier.content_offered:
        yield Link(frame.word("data", "content"), at(f"{slug}.yml"))
    if frame.surroundings.packed:
        yield Link(frame.word("data", "site"), frame.archive)
