"""The pictures that stand beside a shared link: one for each article and each of its guests, as words to be drawn."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from roundtable_site.model import Article, Guest
from roundtable_site.settings import Settings
from roundtable_site.site.addresses import HOME, Address

WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers ask for
MARGIN = 80
_SIZES = ((80, 2), (68, 3), (56, 4))  # of the headline, with the lines that it may have
_SMALL = 34
_NEVER_FIRST = frozenset("，。、；：？！）》〉」』】”’…—·%％‰,.;:?!)")


class Line(Struct, frozen=True):
    """A line of text on a card: where its baseline begins, in pixels, how large it is, and what part it plays."""

    text: str
    y: int
    size: int
    role: str


class Card(Struct, frozen=True):
    """A picture to be drawn: of which page, with which words."""

    page: Address
    kicker: str
    headline: str
    name: str
    foot: str

    @property
    def address(self) -> Address:
        """Where the picture stands: beside its page."""
        return self.page.named("share.png")

    @property
    def words(self) -> str:
        """All that is drawn."""
        return self.kicker + self.headline + self.name + self.foot + "…"

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the card, from top to bottom."""
        size, headline = _set(self.headline)
        top = 150 + size
        below = top + int(size * 1.35) * (len(headline) - 1) + _SMALL + 50
        names = _wrapped(self.name, _SMALL, 1 if len(headline) > 3 else 2)
        found = [Line(_wrapped(self.kicker, _SMALL, 1)[0], 120, _SMALL, "kicker")]
        found += [Line(text, top + int(size * 1.35) * at, size, "headline") for at, text in enumerate(headline)]
        found += [Line(text, below + 50 * at, _SMALL, "name") for at, text in enumerate(names)]
        found.append(Line(_wrapped(self.foot, 28, 1)[0], HEIGHT - 60, 28, "foot"))
        return tuple(line for line in found if line.text)


def cards(article: Article, settings: Settings) -> Iterator[Card]:
    """Yield the card of an article, then those of its guests that pages show."""
    home, source = HOME.under(article.slug), article.source
    printed = " ".join(part for part in (source.publication, source.date) if part)
    foot = " · ".join(part for part in (settings.title, printed) if part)
    kicker, headline = article.column or settings.title, article.headline or article.subtitle or article.slug
    shown = [guest for guest in article.guests if not guest.editorial.hidden]
    yield Card(home, kicker, headline, "　".join(guest.name for guest in shown), foot)
    for guest in shown:
        yield Card(home.under("speakers", guest.id), kicker, *_said(guest, article, headline), foot)


def _said(guest: Guest, article: Article, headline: str) -> tuple[str, str]:
    """Give what stands large on a guest's card, the heading of their piece, and who they are."""
    heading = next((s.heading for s in article.sections if s.speaker == guest.id and s.heading), headline)
    return heading, "　".join((guest.name, *guest.titles))


def _set(headline: str) -> tuple[int, list[str]]:
    """Choose the largest size at which a headline fits; one that never fits is cut."""
    for size, most in _SIZES:
        lines = _wrapped(headline, size, 99)
        if len(lines) <= most:
            return size, lines
    size, most = _SIZES[-1]
    return size, _wrapped(headline, size, most)


def _wrapped(text: str, size: int, most: int) -> list[str]:
    """Break a text into lines that fit, first where it has a space; what is beyond the last line is left out.

    >>> _wrapped("加快转型 走向明天", 200, 3)
    ['加快转型', '走向明天']
    """
    room = (WIDTH - 2 * MARGIN) / size
    lines = [""]
    for part in text.split():
        if lines[-1] and _ems(lines[-1]) + _ems(part) + 1 > room:
            lines.append("")
        lines[-1] += "　" * bool(lines[-1])
        for sign in part:
            if _ems(lines[-1] + sign) > room and sign not in _NEVER_FIRST:
                lines.append("")
            lines[-1] += sign
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-1] + "…"]


def _ems(text: str) -> float:
    """Estimate the width of a text in ems: a Chinese character has one."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "WFA" else 0.6 for sign in text)
