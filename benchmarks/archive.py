"""Make an archive of invented round tables, to measure building and reading on many articles.

Usage: `python benchmarks/archive.py FOLDER --articles 1000 [--seeds] [--seed NUMBER]` from the project folder.
Writes `FOLDER/texts/` (the printed texts) and `FOLDER/content/` (content files that agree with them, character by
character, without reading: fast). With `--seeds` the texts go to `FOLDER/seeds/` and no content file is written, so
that a build reads them. The same number gives the same archive.

All words are our own; people, places and figures are invented. Guests and districts return from article to article,
as they do in a newspaper.
"""

from __future__ import annotations

import argparse
import random
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from archive_words import (
    ANSWERS,
    COLUMNS,
    FAMILY,
    FIGURES,
    GIVEN,
    HEADS,
    PLACES,
    PLAIN,
    POSTS,
    REPORTERS,
    SAYS,
    TAILS,
    TOPICS,
    Figure,
)  # fmt: skip
from msgspec.structs import replace

from roundtable_site import content
from roundtable_site.ids import unique_slug
from roundtable_site.model import (
    Article,
    District,
    Guest,
    Indicator,
    Keyword,
    Keywords,
    LayoutItem,
    Paragraph,
    Quote,
    Section,
    SourceRecord,
)  # fmt: skip

FIRST_DAY = date(1994, 1, 3)
GUESTS = (3, 4)
PARAGRAPHS = 9


class Cast:
    """The people and places of an archive: as many as a newspaper meets in the years that it spans."""

    def __init__(self, articles: int) -> None:
        chance = random.Random(7)
        names = [family + given for family in FAMILY for given in GIVEN]
        chance.shuffle(names)
        self.places = [(name, unique_slug(name, set(), "place")) for name in PLACES]
        self.people = []
        taken: set[str] = set()  # names that sound alike (张, 章) are different people
        for name in names[: max(12, min(len(names), articles * 2))]:
            place = chance.randrange(len(self.places))
            id_ = unique_slug(name, taken, "person")
            taken.add(id_)
            self.people.append((name, id_, place, chance.choice(POSTS)))


class Words:
    """The sentences of one article, each of which stands in it once."""

    def __init__(self, chance: random.Random) -> None:
        self.plain = chance.sample(PLAIN, len(PLAIN))
        self.answers = chance.sample(ANSWERS, len(ANSWERS))


class Piece:
    """The section of one guest while it is written: its paragraphs, and the records that stand in them."""

    def __init__(
        self, number: int, guest: Guest, district: District, heading: str, year: int, chance: random.Random,
        words: Words,
    ) -> None:  # fmt: skip
        self.number, self.guest, self.district, self.chance = number, guest, district, chance
        self.paragraphs: list[str] = []
        self.quotes: list[Quote] = []
        self.figures: list[Indicator] = []
        self.heading, self.year, self.words = heading, year, words

    def write(self) -> None:
        """Write the paragraphs: words that are quoted, then figures, then plain sentences."""
        for at in range(PARAGRAPHS):
            text = ""
            if at % 2 == 0:
                text = self._said(at)
            if at % 3:
                text += self._counted(at, text)
            text += self.words.plain.pop() + self.words.plain.pop()
            self.paragraphs.append(text)

    def _said(self, at: int) -> str:
        words, cue = self.words.answers.pop(), self.chance.choice(SAYS)
        number = len(self.quotes) + 1
        self.quotes.append(
            Quote(f"s{self.number}q{number}", self.guest.id, f"s{self.number}p{at + 1}", "direct", cue, words, 1)
        )
        return f"“{words}”{self.guest.name}{cue}。"

    def _counted(self, at: int, before: str) -> str:
        chosen = self.chance.sample(FIGURES, 2)
        opening = f"去年，{self.district.name}"
        clauses, start = [], len(before) + len(opening)
        for figure in chosen:
            clause = self._figure(figure, at, start)
            clauses.append(clause)
            start += len(clause) + 1
        return opening + "，".join(clauses) + "。"

    def _figure(self, figure: Figure, at: int, start: int) -> str:
        # A figure of one year is the same whoever tells it, as it would be in a newspaper.
        fixed = random.Random(f"{self.district.id} {figure.name} {self.year}")
        value, begin = fixed.randint(12, 98), fixed.randint(2, 11)
        text = figure.pattern.format(value=value, begin=begin)
        printed = figure.printed.format(value=value)
        self.figures.append(
            Indicator(
                f"s{self.number}i{len(self.figures) + 1}",
                self.district.id,
                self.guest.id,
                f"s{self.number}p{at + 1}",
                figure.name,
                printed,
                figure.factor * value,
                None,
                figure.unit,
                figure.measure,
                figure.factor * begin if "{begin}" in figure.pattern else None,
                None,
                "去年",
                text,
                start,
                start + text.index(printed),
            )
        )
        return text


def written(number: int, cast: Cast, seed: int) -> tuple[Article, str]:
    """Write the article of a number: the article, and its text as printed."""
    chance, day = random.Random(seed * 1_000_003 + number), FIRST_DAY + timedelta(days=number)
    chosen = chance.sample(cast.people, chance.choice(GUESTS))
    lead = f"{chance.choice(TOPICS)}，路在何方？本报邀请{len(chosen)}位嘉宾坐到一起，谈经验、算细账、出主意。"
    reporters = tuple(chance.sample(REPORTERS, 2))
    headline = f"{chance.choice(TOPICS)} {chance.choice(TAILS)}"
    districts = {place: District(cast.places[place][1], cast.places[place][0], "district") for _, _, place, _ in chosen}
    guests = tuple(
        Guest(id_, name, (f"{cast.places[place][0]}{post}",), cast.places[place][1], "panellist")
        for name, id_, place, post in chosen
    )
    heads = chance.sample(HEADS, len(guests))
    words = Words(chance)
    pieces = [
        Piece(at, guest, districts[person[2]], f"{head} {chance.choice(TAILS)}", day.year, chance, words)
        for at, (guest, person, head) in enumerate(zip(guests, chosen, heads, strict=True), start=1)
    ]
    for piece in pieces:
        piece.write()
    lines, layout = _lines(headline, chance.choice(COLUMNS), lead, reporters, guests)
    sections = []
    for piece in pieces:
        lines += [piece.heading, ""]
        layout.append(LayoutItem(lines=(len(lines) - 1,) * 2, kind="heading", text=piece.heading))
        paragraphs = []
        for at, text in enumerate(piece.paragraphs):
            lines += [text, ""]
            paragraphs.append(Paragraph(f"s{piece.number}p{at + 1}", (len(lines) - 1,) * 2, text))
        sections.append(Section(f"s{piece.number}", piece.heading, piece.guest.id, tuple(paragraphs)))
    text = "\n".join(lines)
    stem = f"yuanzhuo-{number:06d}"
    article = Article(
        source=SourceRecord(
            f"texts/{stem}.txt", sha256(text.encode()).hexdigest(), "utf-8", "江畔日报",
            day.isoformat(), "A4",
        ),
        slug=stem, headline=headline, subtitle=None, column=layout[1].text, reporters=reporters, photographers=(),
        standfirst=(Paragraph("s0p1", (7, 7), lead),), layout=tuple(layout), districts=tuple(districts.values()),
        guests=guests, captions=(), sections=tuple(sections),
        quotes=tuple(quote for piece in pieces for quote in piece.quotes),
        indicators=tuple(figure for piece in pieces for figure in piece.figures),
    )  # fmt: skip
    return replace(article, keywords=_keywords(article, chance)), text


def _lines(
    headline: str, column: str, lead: str, reporters: tuple[str, ...], guests: tuple[Guest, ...]
) -> tuple[list[str], list[LayoutItem]]:
    """Give the lines above the first section, with what they are."""
    rows: list[tuple[str, str | None]] = [
        (headline, "headline"), ("", None), (column, "column"), ("", None), ("核心提示", "label"), ("", None),
        (lead, None), ("", None), ("主持人：", "label"), ("", None),
        (f"江畔日报记者 {' '.join(reporters)}", "byline"), ("", None), ("访谈嘉宾：", "label"), ("", None),
    ]  # fmt: skip
    rows += [(f"{guest.titles[0]} {guest.name}", "guest") for guest in guests] + [("", None)]
    layout = [
        LayoutItem(lines=(at, at), kind=kind, text=text)  # type: ignore[arg-type]
        for at, (text, kind) in enumerate(rows, start=1)
        if kind
    ]
    return [text for text, _ in rows], layout


def _keywords(article: Article, chance: random.Random) -> Keywords:
    """Take names of figures and words of the topics that stand in the article for its keywords."""
    words = sorted({figure.name for figure in article.indicators} | {d.name for d in article.districts})
    chance.shuffle(words)
    ranked = tuple(Keyword(word, Decimal(900 - 20 * at) / 1000) for at, word in enumerate(words[:30]))
    speakers = []
    for guest in article.guests:
        own = list(dict.fromkeys(i.name for i in article.indicators if i.speaker == guest.id))[:8]
        speakers.append((guest.id, tuple(Keyword(word, Decimal(500 - 30 * at) / 1000) for at, word in enumerate(own))))
    return Keywords(ranked, tuple(speakers))


def make(folder: Path, articles: int, *, seeds: bool = False, seed: int = 1, first: int = 1) -> None:
    """Write an archive of so many articles into a folder, the first of the number `first`."""
    cast = Cast(articles)
    texts, contents = folder / ("seeds" if seeds else "texts"), folder / "content"
    for path in (texts, contents):
        path.mkdir(parents=True, exist_ok=True)
    for number in range(first, first + articles):
        article, text = written(number, cast, seed)
        (texts / Path(article.source.file).name).write_text(text, encoding="utf-8", newline="\n")
        if not seeds:
            (contents / f"{article.slug}.yml").write_text(content.dump(article), encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seeds", action="store_true", help="texts to be read, and no content files")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.articles, seeds=given.seeds, seed=given.seed)


if __name__ == "__main__":
    main()
