"""Search finds exactly what a substring search finds, of every kind of record, and leads to where each stands."""

from random import Random

import pytest
from msgspec.structs import replace

from roundtable_site.model import Paragraph, Section
from roundtable_site.parsing import parse_article
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from roundtable_site.site.placing import open_dossier
from searching_support import QUERIES, expected
from site_example import ARTICLE
from support import REPOSITORY

pytestmark = pytest.mark.browser


def found(page, query: str) -> dict[str, list[tuple[str, str]]]:
    page.fill("#q", "")
    page.fill("#q", query)
    page.wait_for_function(
        "query => new URLSearchParams(location.search).get('q') === query", arg=query.strip(), timeout=30000
    )
    return {
        kind: [
            tuple(pair)
            for pair in page.locator(f".in-{kind} a").evaluate_all(
                "links => links.map(link => [link.getAttribute('href'), link.textContent])"
            )
        ]
        for kind in ("speakers", "figures", "quotes", "sentences")
    }


@pytest.fixture
def search(chromium, tmp_path):
    """Give a function that publishes an article and searches it in a browser, with its dossier."""
    pages = []

    def opened(article):
        write(plan([article], Settings(root=tmp_path, templates=tmp_path / "none"), {}), tmp_path / "build")
        page = chromium.new_page()
        pages.append(page)
        page.goto(f"file://{tmp_path}/build/search/index.html")
        return page, open_dossier(article, {})

    yield opened
    for page in pages:
        page.close()


def test_every_query_finds_the_records_that_hold_it_and_no_other(search):
    page, dossier = search(parse_article(REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt", REPOSITORY))
    for query in QUERIES:
        assert found(page, query) == expected(dossier, query), query


def test_a_long_and_odd_text_is_unpacked_to_the_letter(search):
    chosen = Random(20221018)
    signs = [chr(chosen.choice((0x4E00, 0x3400, 0x20000)) + chosen.randrange(6000)) for _ in range(500)] + list(
        "，a1 \U0001f6a2"
    )
    lines = ["".join(chosen.choices(signs, k=chosen.randrange(5, 120))) + "。" for _ in range(700)]
    text = "　又一句。 又一句。又一句！" + "".join(lines) + "又一句。"
    section = Section("s1", None, None, (Paragraph("s1p1", (1, 1), text),))
    page, dossier = search(
        replace(ARTICLE, standfirst=(), sections=(section,), quotes=(), indicators=(), guests=(), districts=())
    )
    assert len(text) > 1 << 15
    for query in ("又一句", "\U0001f6a2", signs[0]):
        assert found(page, query) == expected(dossier, query), query
