"""Make an article's card: the rows that pages across articles need of it, so that no page needs the article itself.

A card is made once, with the article's own pages. So a change in an article is a change in just those pages whose rows
are others now.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from roundtable_site.ids import slug_of
from roundtable_site.model import Keyword
from roundtable_site.site.addresses import HOME, Address, Link
from roundtable_site.site.corrections import correction_rows
from roundtable_site.site.dates import printed_on
from roundtable_site.site.dossier import Dossier
from roundtable_site.site.entries import Claim, DistrictEntry, Saying, SpeakerEntry
from roundtable_site.site.grams import grams_of
from roundtable_site.site.row_parts import FigureRow, QuoteRow, Spot
from roundtable_site.site.rows import (
    ArticleRow,
    FeedRow,
    GoneRow,
    IndexRow,
    ListedRow,
    MovedRow,
    Passage,
    PersonRow,
    PlacedRow,
    PlaceRow,
    Row,
    SoughtRow,
    StandingRow,
    Topic,
    WordRow,
)  # fmt: skip
from roundtable_site.site.selection import front_claims, places, pull_quote
from roundtable_site.site.share.cards import Card as ShareCard

TAGS = 8
"""Keywords of an article that feeds tell."""
FRONT = 4
"""Figures of an article that the front page shows large."""


def card_rows(dossier: Dossier, across: Address, share: ShareCard | None = None) -> Iterator[tuple[Topic, str, Row]]:
    """Yield the rows of an article in one language, each with its topic and key.

    `across` is the language's root, `share` the article's picture where it has one.
    """
    of, bare = Link(dossier.title, dossier.address, own=True), _Bare(dossier)
    yield "article", dossier.article.slug, _article(dossier, bare, share)
    yield from _listed(of, dossier)
    if across == HOME:  # the search of every language looks into the same index
        yield "sought", dossier.article.slug, _sought(dossier)
    for speaker in dossier.speakers:
        counts = len(dossier.claims_by(speaker)), len(dossier.sayings_by(speaker))
        yield "person", speaker.guest.id, PersonRow(of, bare[speaker], *counts, dossier.source)
    for district in dossier.districts:
        yield "place", district.district.id, _place(of, district, bare, dossier)
        yield "placed", district.district.id, PlacedRow(_bare_district(district))
    for keyword in dossier.article.keywords.article:
        row = _word(of, keyword, dossier)
        yield "passages", keyword.word, row
        yield "word", keyword.word, replace(row, places=row.places[:1])
    yield "index", "", IndexRow(tuple(_entries(dossier)))
    if feed := _feed(dossier):
        yield "feed", "", feed
    yield from (("correction", "", row) for row in correction_rows(dossier))
    yield from _moved(dossier, across)


def gone_rows(dossier: Dossier, across: Address) -> Iterator[tuple[Topic, str, Row]]:
    """Yield the rows of a withdrawn article: addresses across articles that readers may have kept."""
    withdrawal = dossier.article.editorial.withdrawn
    yield from (("correction", "", row) for row in correction_rows(dossier))
    for entry in _entries_of(dossier):
        if withdrawal is None:
            break
        address = entry.address.rebased(dossier.address, across)
        yield "gone", address.path, GoneRow(address, entry.name, dossier.source, dossier.title, withdrawal)
    yield from _moved(dossier, across)


def _moved(dossier: Dossier, across: Address) -> Iterator[tuple[Topic, str, Row]]:
    for old, new, title in moves(dossier):
        address, target = (place.rebased(dossier.address, across) for place in (old, new))
        yield "moved", address.path, MovedRow(address, Link(title, target), dossier.source)


def moves(dossier: Dossier) -> Iterator[tuple[Address, Address, str]]:
    """Yield the former and the present address of what has moved in an article, with its name."""
    for speaker in dossier.speakers:
        if speaker.guest.was:
            yield dossier.address.under("speakers", speaker.guest.was), speaker.address, speaker.name
    for district in dossier.districts:
        if district.district.was:
            yield dossier.address.under("districts", district.district.was), district.address, district.name


def addresses_of(dossier: Dossier) -> Iterator[tuple[Address, str]]:
    """Yield the address of every page of an article, with the name of what it is about."""
    home = dossier.address
    for address in (home, dossier.table, dossier.transcript, home.under("speakers"), home.under("districts")):
        yield address, dossier.title
    for entry in _entries_of(dossier):
        yield entry.address, entry.name


def _entries_of(dossier: Dossier) -> tuple[SpeakerEntry | DistrictEntry, ...]:
    return (*dossier.speakers, *dossier.districts)


def _article(dossier: Dossier, bare: _Bare, share: ShareCard | None) -> ArticleRow:
    article = dossier.article
    return ArticleRow(
        article.slug, dossier.title, dossier.address, article.column, article.subtitle,
        article.standfirst[-1].text if article.standfirst else None, article.source.date,
        tuple(bare[speaker] for speaker in dossier.speakers), len(dossier.claims), len(dossier.sayings),
        dossier.table, dossier.transcript, dossier.source, article.source.publication,
        tuple(_figure(claim, bare) for claim in front_claims(dossier, FRONT)),
        tuple(_quote(saying, bare) for speaker in dossier.speakers if (saying := pull_quote(dossier, speaker))),
        () if dossier.speakers else tuple(Link(p.heading, p.address, own=True) for p in dossier.pieces if p.heading),
        share,
    )  # fmt: skip


def _listed(of: Link, dossier: Dossier) -> Iterator[tuple[Topic, str, Row]]:
    article, printed = dossier.article, printed_on(dossier.article)
    day = printed.isoformat() if printed else ""
    yield "standing", article.slug, StandingRow(article.slug, day, article.column)
    guests = tuple(_link(speaker) for speaker in dossier.speakers)
    listed = ListedRow(of, article.column, article.source.publication, article.source.date, guests)
    yield "listed", article.slug, listed


def _sought(dossier: Dossier) -> SoughtRow:
    day = printed_on(dossier.article)
    return SoughtRow(dossier.article.slug, day.isoformat() if day else "", grams_of(dossier))


def _place(of: Link, district: DistrictEntry, bare: _Bare, dossier: Dossier) -> PlaceRow:
    claims = tuple(_figure(claim, bare) for claim in dossier.claims_about(district))
    guests = tuple(bare[speaker] for speaker in dossier.guests_of(district))
    return PlaceRow(of, _bare_district(district), claims, guests, dossier.source, dossier.article.source.date)


def _figure(claim: Claim, bare: _Bare) -> FigureRow:
    spot, indicator = Spot(claim.sentence.address), replace(claim.indicator, location=None, start=0, figure_start=0)
    speaker = bare[claim.speaker] if claim.speaker else None
    return FigureRow(claim.id, claim.address, indicator, claim.wording, spot, speaker)


def _quote(saying: Saying, bare: _Bare) -> QuoteRow:
    assert saying.speaker is not None  # pull quotes are guests'
    return QuoteRow(saying.text, Spot(saying.sentence.address), bare[saying.speaker])


class _Bare:
    """The guests of an article without the line of the content file, which an edit elsewhere in the file moves."""

    def __init__(self, dossier: Dossier) -> None:
        self._guests = {speaker.guest.id: _bare_speaker(speaker) for speaker in dossier.speakers}

    def __getitem__(self, speaker: SpeakerEntry) -> SpeakerEntry:
        return self._guests[speaker.guest.id]


def _bare_speaker(speaker: SpeakerEntry) -> SpeakerEntry:
    district = _bare_district(speaker.district) if speaker.district else None
    return replace(speaker, guest=replace(speaker.guest, location=None), district=district)


def _bare_district(district: DistrictEntry) -> DistrictEntry:
    return replace(district, district=replace(district.district, location=None))


def _word(of: Link, keyword: Keyword, dossier: Dossier) -> WordRow:
    found = places(keyword, dossier.pieces)
    passages = tuple(
        Passage(
            Spot(place.sentence.address), _link(place.speaker) if place.speaker else None, place.before, place.after
        )
        for place in found.places
    )
    day = printed_on(dossier.article)
    year = f"{day.year}" if day else ""
    return WordRow(of, keyword, tuple(_link(speaker) for speaker in found.speakers), len(passages), passages, year)


def _link(speaker: SpeakerEntry) -> Link:
    return Link(speaker.name, speaker.address, own=True)


def _entries(dossier: Dossier) -> Iterator[tuple[str, Link]]:
    """Yield everything of an article that has a name, with its spelling in pinyin."""
    for speaker in dossier.speakers:
        yield speaker.guest.id, Link(speaker.name, speaker.address)
    for district in dossier.districts:
        yield district.district.id, Link(district.name, district.address)
    for claim in dossier.claims:
        yield slug_of(claim.indicator.name, "place"), Link(claim.indicator.name, claim.address)


def _feed(dossier: Dossier) -> FeedRow | None:
    """Give what feeds tell of an article; None for one without a date."""
    article = dossier.article
    day = printed_on(article)
    if day is None:
        return None
    changed = max(day, dossier.changed or day)
    words = tuple(keyword.word for keyword in article.keywords.article[:TAGS])
    authors = article.reporters or tuple(name for name in (article.source.publication,) if name)
    summary = "\n".join(paragraph.text for paragraph in article.standfirst)
    return FeedRow(
        article.slug, dossier.title, dossier.address, day.isoformat(), changed.isoformat(), authors, words, summary
    )
