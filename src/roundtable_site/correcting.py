"""What is wrong with corrections made after publishing: a figure that was changed must say what was printed before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roundtable_site import content, merge
from roundtable_site.errors import Location, Problem, RoundtableError
from roundtable_site.files import read_text_if_any
from roundtable_site.model import Article, Indicator, Record
from roundtable_site.records import records_of
from roundtable_site.settings import Settings


def correction_problems(articles: Iterable[Article], settings: Settings) -> Iterator[Problem]:
    """Yield an error for each corrected figure that lost what was printed, a warning for each date that is no day."""
    for article in articles:
        for record in records_of(article):
            yield from _undated(record, article)
        changed = [item for item in article.indicators if item.editorial.corrections and not _says_what_stood(item)]
        if changed:
            yield from _unsaid(changed, _as_parsed(article, settings), article)


def _undated(record: Record, article: Article) -> Iterator[Problem]:
    """A correction is listed by its day."""
    from roundtable_site.site.dates import read_date

    for correction in record.editorial.corrections:
        if read_date(correction.date) is None:
            message = f"the correction's date {correction.date!r} is not read as a day: write it as 2024-03-09"
            yield Problem(_place(record, article), message, "warning")


def _unsaid(changed: Iterable[Indicator], parsed: dict[str, str], article: Article) -> Iterator[Problem]:
    """What readers saw must not vanish with the figure."""
    for indicator in changed:
        before = parsed.get(indicator.id, indicator.figure)
        if before != indicator.figure:
            message = (
                f"figure {indicator.id} was corrected from «{before}» to «{indicator.figure}»: say in its correction "
                f"what was printed before, printed: {before}"
            )
            yield Problem(_place(indicator, article), message)


def _says_what_stood(indicator: Indicator) -> bool:
    return any(correction.printed for correction in indicator.editorial.corrections)


def _as_parsed(article: Article, settings: Settings) -> dict[str, str]:
    """Give the printed figures by id as the parser read them last; none where that is not known."""
    path = settings.content / ".parsed" / f"{article.slug}.yml"
    text = read_text_if_any(path)
    if text is None:
        return {}
    try:
        parsed = content.load_text(merge.body_of(text), path)
    except RoundtableError:
        return {}  # an older form of the file: the next reading writes it anew
    return {indicator.id: indicator.figure for indicator in parsed.indicators}


def _place(record: Record, article: Article) -> Location:
    return record.location or article.location or Location(f"content/{article.slug}.yml")
