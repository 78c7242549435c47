"""What a page may weigh, as it is sent (gzipped), for an article of 10,000 characters."""

import gzip
import re
from dataclasses import replace

import pytest

from roundtable_site.keywords import with_keywords
from roundtable_site.parsing import parse_article
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from support import REPOSITORY

KILOBYTE = 1024


def in_cipher(text: str, cipher: dict[int, str]) -> str:
    return text.translate(cipher)


def twice_as_long(article):
    """Give the article followed by itself in a cipher: as long as two, as varied as two, with the marks of two."""
    letters = sorted({letter for p in article.paragraphs() for letter in p.text if "\u4e00" <= letter <= "\u9fff"})
    cipher = {ord(a): b for a, b in zip(letters, letters[len(letters) // 2 :] + letters, strict=False)}

    def renamed(name: str) -> str:
        return re.sub(r"^s(\d+)", lambda match: f"s{int(match[1]) + 50}", name)

    def paragraph(item):
        return replace(item, id=renamed(item.id), text=in_cipher(item.text, cipher))

    sections = tuple(
        replace(s, id=renamed(s.id), paragraphs=tuple(map(paragraph, s.paragraphs))) for s in article.sections
    )
    figures = tuple(
        replace(
            i,
            id=renamed(i.id),
            paragraph=renamed(i.paragraph),
            name=in_cipher(i.name, cipher),
            figure=in_cipher(i.figure, cipher),
            text=in_cipher(i.text, cipher),
        )
        for i in article.indicators
    )
    quotes = tuple(
        replace(q, id=renamed(q.id), paragraph=renamed(q.paragraph), text=in_cipher(q.text, cipher))
        for q in article.quotes
        if not q.paragraph.startswith("s0")
    )
    return replace(
        article,
        sections=article.sections + sections,
        indicators=article.indicators + figures,
        quotes=article.quotes + quotes,
    )


@pytest.fixture(scope="module")
def article():
    seed = with_keywords(parse_article(REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt", REPOSITORY))
    return twice_as_long(seed)


@pytest.fixture(scope="module")
def sizes(article, tmp_path_factory):
    """Size of each file of its site, gzipped, in bytes."""
    root = tmp_path_factory.mktemp("budget")
    write(plan([article], Settings(root=root, content=root, templates=root / "none"), {}), root / "build")
    return {
        path.relative_to(root / "build").as_posix(): len(gzip.compress(path.read_bytes(), 6))
        for path in (root / "build").rglob("*")
        if path.is_file()
    }


def test_the_example_is_as_long_as_it_says(article):
    assert sum(len(paragraph.text) for paragraph in article.paragraphs()) > 10_000
    assert len(article.indicators) > 100


@pytest.mark.parametrize(("ending", "limit"), [(".html", 30), (".css", 10), (".js", 12)])
def test_no_file_is_heavier_than_its_budget(sizes, ending, limit):
    heavy = {name: size for name, size in sizes.items() if name.endswith(ending) and size > limit * KILOBYTE}
    assert heavy == {}


def test_its_search_data_are_one_file_of_those(sizes):
    assert [name for name in sizes if name.startswith("search/") and name.endswith(".js")] == [
        "search/gaozhiliang-roundtable.js"
    ]
