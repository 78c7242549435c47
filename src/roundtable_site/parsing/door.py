"""Join the steps of reading and turn printed names into ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from roundtable_site.errors import RoundtableError
from roundtable_site.ids import NameKind, article_slug, unique_slug
from roundtable_site.model import Article, District, Guest, Indicator, Quote, Section, SourceRecord
from roundtable_site.parsing.drafts import Outline, Person, Source, Voices
from roundtable_site.parsing.indicators import find_indicators
from roundtable_site.parsing.layout import unfold
from roundtable_site.parsing.places import district_kind
from roundtable_site.parsing.quotes import find_quotes
from roundtable_site.parsing.structure import outline


def article_of(source: Source, root: str | Path | None = None) -> Article:
    """Read a source: undo the page, find the frame, the voices and the figures, give ids."""
    frame = outline(unfold(source))
    if not any(section.paragraphs for section in frame.sections) and not frame.standfirst:
        message = "no body text was found: a headline alone makes no article, put the paragraphs below it"
        raise RoundtableError.at(source.path, message, 1, 1)
    voices = find_quotes(frame)
    indicators = find_indicators(frame, voices)
    names = _Ids.of(voices, indicators)
    return Article(
        source=SourceRecord(_named_from(source.path, root), source.sha256, source.encoding),
        slug=article_slug(Path(source.path).stem),
        headline=frame.headline,
        subtitle=frame.subtitle,
        column=frame.column,
        reporters=frame.reporters,
        photographers=frame.photographers,
        standfirst=frame.standfirst,
        layout=frame.layout,
        districts=names.records(),
        guests=tuple(map(names.guest, voices.guests)),
        captions=frame.captions,
        sections=tuple(names.section(section) for section in voices.sections),
        quotes=tuple(names.quotes(voices.quotes)),
        indicators=tuple(names.indicator(indicator) for indicator in indicators),
        unplaced=frame.unplaced,
    )


def _named_from(path: str, root: str | Path | None) -> str:
    """Name the source's file from the site's folder, with / on every system; a file that stands elsewhere by its name.

    A content file names no path out of the site's folder, so that nobody's content can point at another's files.
    """
    if root is not None:
        try:
            return Path(path).resolve().relative_to(Path(root).resolve()).as_posix()
        except ValueError:
            pass
    named = Path(path)
    return named.name if named.is_absolute() or ".." in named.parts else named.as_posix()


class _Ids(Struct, frozen=True):
    """The ids of the people and of the districts, by printed name, in printed order."""

    people: dict[str, str]
    places: dict[str, str]

    @classmethod
    def of(cls, voices: Voices, indicators: Sequence[Indicator]) -> _Ids:
        """Give each name its id: guests in order of appearance, districts guests' first."""
        people = _addresses((person.name for person in voices.guests), "person")
        wanted = [person.district for person in voices.guests] + [indicator.district for indicator in indicators]
        return cls(people, _addresses((name for name in wanted if name), "place"))

    def records(self) -> tuple[District, ...]:
        """Give the list of districts."""
        return tuple(District(id=place, name=name, kind=district_kind(name)) for name, place in self.places.items())

    def guest(self, person: Person) -> Guest:
        """Give a person as the content file lists them."""
        return Guest(
            id=self.people[person.name],
            name=person.name,
            titles=person.titles,
            district=self.places[person.district] if person.district else None,
            role=person.role,
            reporters=person.reporters,
            unsure=person.unsure,
        )

    def section(self, section: Section) -> Section:
        """Give a section with ids for its speakers; a speaker who is no guest is none."""
        paragraphs = tuple(
            replace(paragraph, speaker=self.people.get(paragraph.speaker)) if paragraph.speaker else paragraph
            for paragraph in section.paragraphs
        )
        speaker = self.people.get(section.speaker) if section.speaker else None
        return replace(section, speaker=speaker, paragraphs=paragraphs)

    def quotes(self, quotes: Iterable[Quote]) -> Iterable[Quote]:
        """Give the quotations with their speakers' ids, or the sources as printed.

        They are numbered per section in printed order, whatever ids they came with.
        """
        counts: Counter[str] = Counter()
        for quote in quotes:
            section = quote.paragraph.partition("p")[0]
            counts[section] += 1
            speaker = self.people.get(quote.speaker, quote.speaker)
            yield replace(quote, id=f"{section}q{counts[section]}", speaker=speaker)

    def indicator(self, indicator: Indicator) -> Indicator:
        """Give an indicator with the ids of its district and its speaker."""
        return replace(
            indicator,
            district=self.places[indicator.district] if indicator.district else None,
            speaker=self.people.get(indicator.speaker) if indicator.speaker else None,
        )


def _addresses(names: Iterable[str], kind: NameKind) -> dict[str, str]:
    """Give each name an address of its own, in the order in which the names first come."""
    addresses: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        if name not in addresses:
            addresses[name] = unique_slug(name, taken, kind)
            taken.add(addresses[name])
    return addresses


def frame_of(source: Source) -> Outline:
    """Give the article's frame alone, before anybody's words are read."""
    return outline(unfold(source))
