"""The fields of a content file, record by record, in the order in which they are written: the contract as tables.

docs/content-format.md says what each field means; `roundtable_site.model` has the types.
"""

from __future__ import annotations

from typing import Any, get_args

from roundtable_site.content.blocks import ContentFile, Head
from roundtable_site.content.forms import Field, Form
from roundtable_site.content.kinds import Choice, Id, Optional, Path, Slug, Text, WebAddress
from roundtable_site.content.lists import ListOf, PairsOf
from roundtable_site.content.numbers import LinesOfSource, Number, Truth, Whole
from roundtable_site.model import (
    Article,
    Correction,
    District,
    DistrictKind,
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

TEXT, WORDS, NUMBER = Text(), Text(empty=False), Optional(Number())
MAYBE = Optional(TEXT)
LINES = LinesOfSource()
TEXTS = ListOf(TEXT)


def _left_out(name: str, kind: Any, default: Any) -> Field:
    return Field(name, kind, default, omitted=True)


def _editors(name: str, kind: Any, default: Any) -> Field:
    return Field(name, kind, default, omitted=True, part="editorial")


CORRECTION = Form(
    "correction", Correction,
    (Field("date", WORDS), Field("what", WORDS), Field("why", TEXT), _left_out("printed", MAYBE, None)),
    one_line=True, located=False,
)  # fmt: skip
WITHDRAWAL = Form("withdrawal", Withdrawal, (Field("date", WORDS), Field("why", WORDS)), one_line=True, located=False)
REVIEW = Form("review", Review, (Field("by", WORDS), Field("date", WORDS)), one_line=True, located=False)

UNSURE = _left_out("unsure", MAYBE, None)
NTH = Field("nth", Optional(Whole()), None, omitted=True, part="numbering")
EDITORS = (
    _left_out("was", Optional(Id()), None),
    _editors("accepted", PairsOf(TEXT), ()),
    _editors("corrections", ListOf(CORRECTION, stacked=True), ()),
    _editors("publish", Truth(), True),
    _editors("hidden", Truth(), False),
    _editors("note", MAYBE, None),
    _editors("portrait", Optional(Path()), None),
    _editors("alt", MAYBE, None),
    _editors("order", Optional(Whole(least=None)), None),
    _editors("reviewed", ListOf(REVIEW), ()),
)
ANY = (UNSURE, *EDITORS)
NUMBERED = (UNSURE, NTH, *EDITORS)

PARAGRAPH = Form(
    "paragraph",
    Paragraph,
    (
        Field("id", Id()),
        Field("lines", LINES),
        _left_out("speaker", MAYBE, None),
        _left_out("question", Truth(), False),
        Field("text", TEXT),
        *ANY,
    ),
    one_line=True,
)
LAYOUT = Form(
    "layout item",
    LayoutItem,
    (Field("lines", LINES), Field("as", Choice(get_args(LayoutKind)), attribute="kind"), Field("text", TEXT), *ANY),
    one_line=True,
)
UNPLACED = Form("unplaced item", Unplaced, (Field("lines", LINES), Field("text", TEXT), *ANY), one_line=True)
DISTRICT = Form(
    "district",
    District,
    (Field("id", Id()), Field("name", WORDS), Field("kind", Choice(get_args(DistrictKind))), *ANY),
    one_line=True,
)
GUEST = Form(
    "guest",
    Guest,
    (
        Field("id", Id()),
        Field("name", WORDS),
        Field("titles", TEXTS),
        Field("district", MAYBE),
        Field("role", Choice(get_args(Role))),
        Field("reporters", TEXTS, ()),
        *ANY,
    ),
)
SECTION = Form(
    "section",
    Section,
    (
        Field("id", Id()),
        Field("heading", MAYBE),
        Field("speaker", MAYBE),
        Field("paragraphs", ListOf(PARAGRAPH, stacked=True)),
        *ANY,
    ),
)
QUOTE = Form(
    "quote",
    Quote,
    (
        Field("id", Id()),
        Field("speaker", WORDS),
        Field("paragraph", WORDS),
        Field("kind", Choice(get_args(QuoteKind))),
        Field("cue", TEXT),
        Field("text", WORDS),
        *NUMBERED,
    ),
)
INDICATOR = Form(
    "indicator",
    Indicator,
    (
        Field("id", Id()),
        Field("district", MAYBE),
        Field("speaker", MAYBE),
        Field("paragraph", WORDS),
        Field("name", TEXT),
        Field("figure", WORDS),
        Field("value", NUMBER),
        Field("value_to", NUMBER, None),
        Field("unit", MAYBE),
        Field("measure", Choice(get_args(Measure))),
        Field("from", NUMBER, None, attribute="start_value"),
        Field("qualifier", MAYBE, None),
        Field("period", MAYBE, None),
        Field("text", WORDS),
        *NUMBERED,
    ),
)
KEYWORD = Form("keyword", Keyword, (Field("word", WORDS), Field("weight", Number())), one_line=True, located=False)
KEYWORDS = Form(
    "record of keywords",
    Keywords,
    (Field("article", ListOf(KEYWORD), ()), Field("speakers", PairsOf(ListOf(KEYWORD), stacked=True), ())),
    located=False,
)
SOURCE = Form(
    "source",
    SourceRecord,
    (
        Field("file", Path()),
        Field("sha256", TEXT),
        Field("encoding", TEXT),
        Field("publication", MAYBE, None),
        Field("date", MAYBE, None),
        Field("page", MAYBE, None),
        Field("url", Optional(WebAddress()), None),
        Field("rights", MAYBE, None),
    ),
    located=False,
)
HEAD = Form(
    "article",
    Head,
    (
        Field("slug", Slug()),
        Field("headline", MAYBE),
        Field("subtitle", MAYBE, None),
        Field("column", MAYBE, None),
        Field("reporters", TEXTS, ()),
        Field("photographers", TEXTS, ()),
        Field("standfirst", ListOf(PARAGRAPH, stacked=True), ()),
        *ANY,
        _editors("withdrawn", Optional(WITHDRAWAL), None),
    ),
)
FILE = Form(
    "content file",
    ContentFile,
    (
        Field("format", Whole()),
        Field("source", SOURCE),
        Field("article", HEAD),
        Field("layout", ListOf(LAYOUT, stacked=True)),
        Field("districts", ListOf(DISTRICT, stacked=True)),
        Field("guests", ListOf(GUEST, stacked=True)),
        Field("captions", TEXTS, ()),
        Field("sections", ListOf(SECTION, stacked=True)),
        Field("quotes", ListOf(QUOTE, stacked=True)),
        Field("indicators", ListOf(INDICATOR, stacked=True)),
        Field("keywords", KEYWORDS, Keywords()),
        Field("unplaced", ListOf(UNPLACED, stacked=True), ()),
    ),
    located=False,
)
FORMS: dict[type[Any], Form] = {
    Article: HEAD,
    LayoutItem: LAYOUT,
    Unplaced: UNPLACED,
    District: DISTRICT,
    Guest: GUEST,
    Section: SECTION,
    Paragraph: PARAGRAPH,
    Quote: QUOTE,
    Indicator: INDICATOR,
}
"""The form of each kind of record; an article's own is that of its `article:` block."""
