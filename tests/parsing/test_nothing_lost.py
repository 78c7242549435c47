"""Laws of reading, for articles of any shape: nothing is lost or made up, and what cannot be read is refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from mutations import files, sources
from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.model import Article
from roundtable_site.parsing import read_text
from roundtable_site.parsing.door import article_of
from roundtable_site.parsing.drafts import Source
from roundtable_site.parsing.source import source_from
from strategies import offsets


def read(data: bytes) -> tuple[Source, Article] | None:
    """Read an article; None where it is refused in lines that name the file and the place."""
    try:
        source = source_from(data, "a.txt")
        return source, article_of(source)
    except RoundtableError as error:
        assert all(problem.location.path == "a.txt" and problem.location.line for problem in error.problems)  # noqa: PT017
        assert "\n" not in str(error)  # noqa: PT017
        return None


def characters(texts: Iterable[str]) -> Counter[str]:
    return Counter(char for text in texts for char in text if not char.isspace())


def stands_in(text: str, lines: Iterable[str]) -> bool:
    """Tell whether the characters of a text stand in the lines, in their order."""
    printed = (char for line in lines for char in line)
    return all(char in printed for char in text if not char.isspace())


@given(sources())
def test_every_character_of_an_article_stands_in_one_place_of_its_content(text: str) -> None:
    if (found := read(text.encode())) is None:
        return
    source, article = found
    placed = [*article.paragraphs(), *article.layout, *article.unplaced]
    assert characters(item.text for item in placed) == characters(source.lines)
    for item in placed:
        first, last = item.lines
        assert 1 <= first <= last <= len(source.lines)
        assert stands_in(item.text, source.lines[first - 1 : last]), item


@given(sources())
def test_every_quotation_and_figure_is_verbatim_in_its_paragraph(text: str) -> None:
    if (found := read(text.encode())) is None:
        return
    paragraphs = {paragraph.id: paragraph.text for paragraph in found[1].paragraphs()}
    for record in (*found[1].quotes, *found[1].indicators):
        note(str(record))
        assert record.text
        assert paragraphs[record.paragraph].startswith(record.text, record.start)
    for figure in found[1].indicators:
        assert figure.figure
        assert paragraphs[figure.paragraph].startswith(figure.figure, figure.figure_start)
        assert figure.start <= figure.figure_start
        assert figure.figure_start + len(figure.figure) <= figure.start + len(figure.text)


@given(sources())
def test_an_article_of_any_shape_is_the_same_after_writing_and_loading(text: str) -> None:
    if (found := read(text.encode())) is None:
        return
    loaded = content.load_text(content.dump(found[1]), "content/a.yml")
    assert loaded == found[1]
    assert offsets(loaded) == offsets(found[1])


_NAMED = "罗志远云岭县委书记达到12.5万亩，同比增长12.5万亩\n\n"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(_NAMED * 3 + "“去年12.5万亩，今年要到12.5万亩\n”罗志远告诉记者\n\n沈A说000", id="a name met late"),
        pytest.param(
            "茶山\n\n本报记者 何晓舟\n\n今年很好。\n\n何晓舟说，茶园有12万亩。", id="a reporter says something"
        ),
    ],
)
def test_whoever_is_heard_is_in_the_article(text: str) -> None:
    article = read_text(text)
    known = {guest.id for guest in article.guests}
    assert all(quote.speaker in known or not quote.speaker.isascii() for quote in article.quotes)


@given(files() | st.binary(max_size=200))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    if (found := read(data)) is not None:
        content.load_text(content.dump(found[1]), "content/a.yml")
