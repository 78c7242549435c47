"""Articles of any shape, for properties: texts of any characters, records that stand in their paragraphs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st
from msgspec.structs import replace

from roundtable_site.ids import is_safe_id, is_safe_slug
from roundtable_site.model import (
    Article,
    Correction,
    District,
    DistrictKind,
    Editorial,
    Guest,
    Indicator,
    Keyword,
    Keywords,
    LayoutItem,
    LayoutKind,
    Measure,
    Paragraph,
    Quote,
    QuoteKind,
    Review,
    Role,
    Section,
    SourceRecord,
    Unplaced,
    Withdrawal,
)

# Text that is hard on a YAML writer, beside any text there is.
HARD = st.sampled_from(
    [
        "", " ", "null", "~", "true", "on", "No", "3:1", "190:20:30", "2022-10-18", "1e3", "0x1F", "0o17", "017", ".5",
        "1_0", "- a", "? a", "a: b", "a:", "a #b", "#a", "&a", "*a", "!a", "%a", "@a", "`a", "'a'", '"a"', "[a]", "{a}",
        "a, b",
        "a\nb", "a\nb\n", "\na", " a\n b", "a\n\n", "a\tb", "\\n", "\ufeff", "\u2028", "\x85", "\u202e", "---", "...",
        "一句：“话。”", "甲，乙；丙", "〈a〉", "|", ">", "=", "<<", "１２", "+1", "-", "1.", "0b1", "1,000", "12:30:45",
    ]
)  # fmt: skip
ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | HARD
MAYBE = st.none() | ANY
WORDS = ANY.filter(lambda text: text.strip() != "")
IDS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True).filter(is_safe_id)
LINES = st.tuples(st.integers(1, 99), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**15), max_value=10**15) | st.just(
    Decimal("7.888E+11")
)
TEXTS = st.lists(ANY, max_size=3).map(tuple)
WEB = st.sampled_from([None, "https://paper.example/a?b='c'&d=：#e", "http://[::1]:80/%20"])
PATHS = st.sampled_from(["a.txt", "seeds/一.txt", "images/a b.jpg"])


def from_choices(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


EDITORIALS = st.just(Editorial()) | st.builds(
    Editorial,
    accepted=st.dictionaries(ANY, ANY, max_size=2).map(lambda pairs: tuple(pairs.items())),
    corrections=st.lists(st.builds(Correction, WORDS, WORDS, ANY, MAYBE), max_size=2).map(tuple),
    publish=st.booleans(),
    hidden=st.booleans(),
    note=MAYBE,
    portrait=st.none() | PATHS,
    alt=MAYBE,
    order=st.none() | st.integers(-5, 5),
    reviewed=st.lists(st.builds(Review, WORDS, WORDS), max_size=2).map(tuple),
)
RECORD: dict[str, Any] = {"unsure": MAYBE, "was": st.none() | IDS, "editorial": EDITORIALS}


def build(record: Any, /, **values: Any) -> Any:
    """Build a record of any type with what every record may carry."""
    return st.builds(record, **values, **RECORD)


@st.composite
def paragraphs(draw: st.DrawFn, prefix: str, guests: list[str]) -> tuple[Paragraph, ...]:
    count = draw(st.integers(0, 3))
    speaker = st.none() | st.sampled_from(guests) if guests else st.none()
    # Few words, so that the same text stands more than once.
    text = st.lists(st.sampled_from(["增长2倍", "12倍", "，", "2倍", "他说", "aa"]), max_size=8).map("".join) | ANY
    return tuple(
        draw(
            build(
                Paragraph, id=st.just(f"{prefix}p{k}"), lines=LINES, text=text, speaker=speaker, question=st.booleans()
            )
        )
        for k in range(1, count + 1)
    )


@st.composite
def pieces(draw: st.DrawFn, text: str) -> tuple[int, str]:
    """Draw where a piece of a text begins, and the piece; it is more than white space."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return start, text[start:end]


@st.composite
def quotes(draw: st.DrawFn, paragraph: Paragraph, number: int, guests: list[str]) -> Quote:
    start, text = draw(pieces(paragraph.text).filter(lambda piece: piece[1].strip() != ""))
    return draw(
        build(
            Quote,
            id=st.just(f"q{number}"),
            speaker=st.sampled_from([*guests, "二十大报告"]),
            paragraph=st.just(paragraph.id),
            kind=from_choices(QuoteKind),
            cue=ANY,
            text=st.just(text),
            start=st.just(start),
        )
    )


@st.composite
def indicators(
    draw: st.DrawFn, paragraph: Paragraph, number: int, guests: list[str], districts: list[str]
) -> Indicator:
    start, text = draw(pieces(paragraph.text).filter(lambda piece: piece[1].strip() != ""))
    offset, figure = draw(pieces(text).filter(lambda piece: piece[1].strip() != ""))
    number_or_none = st.none() | NUMBERS
    return draw(
        build(
            Indicator,
            id=st.just(f"i{number}"),
            district=st.sampled_from([None, *districts]),
            speaker=st.sampled_from([None, *guests]),
            paragraph=st.just(paragraph.id),
            name=ANY,
            figure=st.just(figure),
            value=number_or_none,
            value_to=number_or_none,
            unit=MAYBE,
            measure=from_choices(Measure),
            start_value=number_or_none,
            qualifier=MAYBE,
            period=MAYBE,
            text=st.just(text),
            start=st.just(start),
            figure_start=st.just(start + offset),
        )
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    districts = draw(st.lists(IDS, max_size=3, unique=True))
    guests = draw(st.lists(IDS, max_size=3, unique=True))
    sections = tuple(
        draw(
            build(
                Section,
                id=st.just(f"s{n}"),
                heading=MAYBE,
                speaker=st.sampled_from([None, *guests]),
                paragraphs=paragraphs(f"s{n}", guests),
            )
        )
        for n in range(1, draw(st.integers(0, 2)) + 1)
    )
    standfirst = draw(paragraphs("s0", []))
    spoken = [p for p in (*standfirst, *(p for s in sections for p in s.paragraphs)) if p.text.strip()]
    places = st.lists(st.sampled_from(spoken), max_size=6) if spoken else st.just([])
    words = st.lists(st.builds(Keyword, WORDS, NUMBERS), max_size=3).map(tuple)
    article = draw(
        build(
            Article,
            source=st.builds(SourceRecord, PATHS, ANY, ANY, MAYBE, MAYBE, MAYBE, WEB, MAYBE),
            slug=IDS.filter(is_safe_slug),
            headline=MAYBE,
            subtitle=MAYBE,
            column=MAYBE,
            reporters=TEXTS,
            photographers=TEXTS,
            standfirst=st.just(standfirst),
            layout=st.lists(build(LayoutItem, lines=LINES, kind=from_choices(LayoutKind), text=ANY), max_size=2).map(
                tuple
            ),
            districts=st.tuples(
                *(build(District, id=st.just(i), name=WORDS, kind=from_choices(DistrictKind)) for i in districts)
            ),
            guests=st.tuples(
                *(
                    build(
                        Guest,
                        id=st.just(i),
                        name=st.just(f"嘉宾{n}"),
                        titles=TEXTS,
                        district=st.sampled_from([None, *districts]),
                        role=from_choices(Role),
                        reporters=TEXTS,
                    )
                    for n, i in enumerate(guests)
                )
            ),
            captions=TEXTS,
            sections=st.just(sections),
            quotes=places.flatmap(lambda ps: st.tuples(*(quotes(p, n, guests) for n, p in enumerate(ps)))),
            indicators=places.flatmap(
                lambda ps: st.tuples(*(indicators(p, n, guests, districts) for n, p in enumerate(ps)))
            ),
            keywords=st.builds(
                Keywords,
                words,
                st.lists(st.sampled_from(guests), unique=True).flatmap(
                    lambda ids: st.tuples(*(st.tuples(st.just(i), words) for i in ids))
                )
                if guests
                else st.just(()),
            ),
            unplaced=st.lists(build(Unplaced, lines=LINES, text=ANY), max_size=2).map(tuple),
        )
    )
    withdrawn = draw(st.none() | st.builds(Withdrawal, WORDS, WORDS))
    return replace(article, editorial=replace(article.editorial, withdrawn=withdrawn))


def offsets(article: Article) -> list[tuple[int, ...]]:
    """List where the records of an article stand: what equality of articles leaves out."""
    return [(q.start,) for q in article.quotes] + [(i.start, i.figure_start) for i in article.indicators]


__all__ = ["ANY", "articles", "offsets"]
