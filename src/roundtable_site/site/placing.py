"""Place every record of an article: its address, its sentence, its source lines, what it refers to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from roundtable_site.model import Article, PrintedLine
from roundtable_site.sentences import Sentence, sentences
from roundtable_site.site.addresses import HOME, Address
from roundtable_site.site.dossier import Dossier, Printed
from roundtable_site.site.entries import Claim, DistrictEntry, PlacedSentence, Saying, SpeakerEntry
from roundtable_site.site.showing import as_shown, withheld


def open_dossier(article: Article, printed: Printed, root: Address = HOME) -> Dossier:
    """Place every record of an article, its pages below `root`; what the editor hides gets no entry."""
    hiding, article, home = withheld(article), as_shown(article), root.under(article.slug)
    districts = {d.id: DistrictEntry(d, home.under("districts", d.id)) for d in article.districts}
    speakers = _speakers(article, home, districts)
    placed = _placed(article, home.under("transcript"), printed)
    return Dossier(
        article,
        printed,
        tuple(speakers.values()),
        tuple(districts.values()),
        placed,
        _claims(article, home.under("indicators"), placed, speakers, districts),
        _sayings(article, home, placed, speakers),
        root,
        hiding,
    )


def _speakers(article: Article, home: Address, districts: Mapping[str, DistrictEntry]) -> dict[str, SpeakerEntry]:
    """Give the guests by id."""
    headings: dict[str, str] = {}
    for section in article.sections:
        if section.speaker and section.heading:
            headings.setdefault(section.speaker, section.heading)
    return {
        guest.id: SpeakerEntry(
            guest,
            home.under("speakers", guest.id),
            districts.get(guest.district or ""),
            headings.get(guest.id),
            HOME.under(article.slug, "portraits"),
        )
        for guest in article.guests
    }


def _placed(article: Article, transcript: Address, printed: Printed) -> dict[str, tuple[PlacedSentence, ...]]:
    """Cut every paragraph into sentences, each with its address and source lines."""
    return {
        paragraph.id: tuple(
            PlacedSentence(cut, paragraph.id, transcript.at(cut.anchor), _lines(cut, printed.get(paragraph.id, ())))
            for cut in cuts
        )
        for paragraph, cuts in sentences(article.paragraphs())
    }


def _lines(sentence: Sentence, printed: Sequence[PrintedLine]) -> tuple[int, int] | None:
    """Give the first and last source line of a sentence, None where the source is not at hand."""
    if not printed:
        return None
    first = max(bisect_right(printed, sentence.start, key=lambda line: line.start) - 1, 0)
    last = max(bisect_right(printed, sentence.end - 1, key=lambda line: line.start) - 1, 0)
    return printed[first].line, printed[last].line


def _claims(
    article: Article,
    table: Address,
    placed: Mapping[str, tuple[PlacedSentence, ...]],
    speakers: Mapping[str, SpeakerEntry],
    districts: Mapping[str, DistrictEntry],
) -> tuple[Claim, ...]:
    """Place the figures."""
    neighbours = _neighbours(article, placed)
    claims = []
    for indicator in article.indicators:
        sentence = _at(placed[indicator.paragraph], indicator.figure_start)
        before, after = neighbours[sentence.address.fragment]
        speaker, district = speakers.get(indicator.speaker or ""), districts.get(indicator.district or "")
        claims.append(Claim(indicator, table.at(indicator.id), sentence, before, after, speaker, district))
    return tuple(claims)


def _sayings(
    article: Article,
    home: Address,
    placed: Mapping[str, tuple[PlacedSentence, ...]],
    speakers: Mapping[str, SpeakerEntry],
) -> tuple[Saying, ...]:
    """Place the quotations; one whose source is no guest has its place on the article's overview."""
    sayings = []
    for quote in article.quotes:
        speaker = speakers.get(quote.speaker)
        page = speaker.address if speaker else home
        sayings.append(Saying(quote, page.at(quote.id), _at(placed[quote.paragraph], quote.start), speaker))
    return tuple(sayings)


def _at(cuts: Sequence[PlacedSentence], offset: int) -> PlacedSentence:
    """Give the sentence of a paragraph that an offset lies in."""
    return cuts[max(bisect_right(cuts, offset, key=lambda cut: cut.sentence.start) - 1, 0)]


def _neighbours(
    article: Article, placed: Mapping[str, tuple[PlacedSentence, ...]]
) -> dict[str, tuple[PlacedSentence | None, PlacedSentence | None]]:
    """Give each sentence's anchor with the sentences before and after it in its section."""
    around: dict[str, tuple[PlacedSentence | None, PlacedSentence | None]] = {}
    for paragraphs in (article.standfirst, *(section.paragraphs for section in article.sections)):
        row = [cut for paragraph in paragraphs for cut in placed[paragraph.id]]
        for before, cut, after in zip([None, *row], row, [*row[1:], None], strict=False):
            around[cut.address.fragment] = before, after
    return around
