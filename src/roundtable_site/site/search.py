"""What the search page knows of an article: a script that hands its text, figures and names to the page.

A classic script and no JSON file, since a page opened from a folder on disk may load the one and not the other. The
rows of a long article are packed; those of the others are light enough as they are, and packing takes a tenth of a
second for 5,000 characters.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence

from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, MarkedParagraph, Saying, SpeakerEntry
from roundtable_site.site.packing import pack

PAGE = HOME.under("search")
ANY = "~"
"""What stands in the address of a speaker's page in place of the speaker's id."""
LIGHT = 11_500
"""Bytes that rows may weigh as servers send them (deflated) without being packed: half a kilobyte below the budget."""

Row = Sequence["str | int | Row"]

_ID = re.compile(r"(.*?)(0|[1-9][0-9]*)")


def search_file(slug: str) -> Address:
    """Give the address of an article's search data."""
    return PAGE.named(f"{slug}.js")


def search_data(dossier: Dossier) -> str:
    """Give the script: the JSON of `search_rows`, or [its length, what it is packed to] where it is too heavy."""
    rows = json.dumps(search_rows(dossier), ensure_ascii=False, separators=(",", ":"))
    if len(zlib.compress(rows.encode("utf-8", "surrogatepass"))) > LIGHT:
        size, code = pack(rows)
        rows = f'[{size},"{code}"]'
    return f"(window.roundtable=window.roundtable||[]).push({in_script(rows)});\n"


def in_script(rows: str) -> str:
    r"""Write JSON as a script of the same value: two line ends of Unicode end a line in old browsers' scripts.

    >>> in_script('["\u2028"]')
    '["\\u2028"]'
    """
    return rows.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def search_rows(dossier: Dossier) -> Row:
    """Give what can be found in an article: [addresses, speakers, paragraphs], said once and without what follows.

    Addresses, as links from the search page: the overview, the transcript, the table, and a speaker's page with `ANY`
    for the id. A speaker is [name, titles, id]. A paragraph is [speaker's number or -1, sentences, figures,
    quotations]; the text stands there once, and records are places in it. A figure is [start, length, name, period,
    who, id], a quotation [start, length, who, id]. `who` is a number, a name, -1 for nobody, or empty for the
    paragraph's speaker; an id is empty where it follows the one before. Empty ends of rows are left out.
    """
    pages = (dossier.address, dossier.transcript, dossier.table, dossier.address.under("speakers", ANY))
    speakers = [[s.name, "、".join(s.guest.titles), s.guest.id] for s in dossier.speakers]
    return [[page.seen_from(PAGE) for page in pages], speakers, _Rows(dossier).paragraphs()]


class _Rows:
    """Lists the paragraphs of an article in printed order."""

    def __init__(self, dossier: Dossier) -> None:
        self.pieces = dossier.pieces
        self.numbers = {speaker.guest.id: at for at, speaker in enumerate(dossier.speakers)}
        self.dossier = dossier
        self.last: dict[type[Claim | Saying], str] = {}

    def paragraphs(self) -> Row:
        return [
            self._paragraph(item, item.speaker or piece.speaker) for piece in self.pieces for item in piece.paragraphs
        ]

    def _paragraph(self, item: MarkedParagraph, speaker: SpeakerEntry | None) -> Row:
        sentences = [placed.sentence.text for placed in item.placed]
        figures = [self._figure(claim, speaker) for claim in self.dossier.claims_in(item.paragraph)]
        quotes = [self._quote(saying, speaker) for saying in self.dossier.sayings_in(item.paragraph)]
        return _without_end([self.numbers[speaker.guest.id] if speaker else -1, sentences, figures, quotes])

    def _figure(self, claim: Claim, speaker: SpeakerEntry | None) -> Row:
        start, end = claim.wording_span
        period = claim.indicator.period or ""
        return _without_end(
            [start, end - start, claim.indicator.name, period, self._who(claim, speaker), self._id(claim)]
        )

    def _quote(self, saying: Saying, speaker: SpeakerEntry | None) -> Row:
        start, end = saying.span
        return _without_end([start, end - start, self._who(saying, speaker), self._id(saying)])

    def _who(self, entry: Claim | Saying, speaker: SpeakerEntry | None) -> str | int:
        """Say whose a record is, as seen from its paragraph's speaker."""
        if entry.speaker:
            return "" if entry.speaker == speaker else self.numbers[entry.speaker.guest.id]
        return entry.speaker_name or (-1 if speaker else "")

    def _id(self, entry: Claim | Saying) -> str:
        """Give a record's id, nothing where it is the next number after the last of its kind."""
        follows = self.last.get(type(entry)) == entry.id
        match = _ID.fullmatch(entry.id)
        self.last[type(entry)] = f"{match[1]}{int(match[2]) + 1}" if match else ""
        return "" if follows else entry.id


def _without_end(row: list[str | int | Row]) -> Row:
    """Leave out what is empty at the end of a row."""
    while row and row[-1] in ("", []):
        row.pop()
    return row
