"""When an article was printed and last corrected, from what the editor wrote; never guessed, never the clock's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from roundtable_site.model import Article, Correction
from roundtable_site.records import records_of

_DATE = re.compile(
    r"""
    (?P<year>\d{4}) \s?[-/.年]\s?
    (?P<month>\d{1,2}) \s?[-/.月]\s?
    (?P<day>\d{1,2}) \s?日?
    """,
    re.VERBOSE,
)
_MIDNIGHT_IN_CHINA = "T00:00:00+08:00"


def read_date(text: str | None) -> date | None:
    """Read a date as editors write it, or give None.

    >>> read_date("2022-10-18"), read_date("2022年10月8日"), read_date("2022年秋")
    (datetime.date(2022, 10, 18), datetime.date(2022, 10, 8), None)
    """
    found = _DATE.fullmatch((text or "").strip())
    if not found:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def printed_on(article: Article) -> date | None:
    """Give the date of publication, where the content file has one."""
    return read_date(article.source.date)


def corrections_of(article: Article) -> Iterator[Correction]:
    """Yield the corrections of an article and of every record in it that pages show."""
    for record in records_of(article):
        yield from record.editorial.corrections


def changed_on(article: Article) -> date | None:
    """Give the date of the last correction of the article or of anything in it, or of publication."""
    dates = (article.source.date, *(correction.date for correction in corrections_of(article)))
    return max((day for text in dates if (day := read_date(text))), default=None)


def moment(day: date) -> str:
    """Give the beginning of a day in China as a time, which feeds ask for."""
    return day.isoformat() + _MIDNIGHT_IN_CHINA
