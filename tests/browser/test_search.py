"""Search finds exactly what a substring search finds."""

import unicodedata

import pytest

from roundtable_site.parsing import parse_article
from roundtable_site.sentences import sentences
from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from support import REPOSITORY

pytestmark = pytest.mark.browser

QUERIES = REPOSITORY.parent / "shared" / "queries.txt"


def plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def test_every_query_finds_the_sentences_that_hold_it_and_no_other(chromium, tmp_path):
    if not QUERIES.is_file():
        pytest.skip("the list of queries is not here")
    article = parse_article(REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt", REPOSITORY)
    write(plan([article], Settings(root=tmp_path, templates=tmp_path / "none"), {}), tmp_path / "build")
    truth = [cut for _, cuts in sentences(article.paragraphs()) for cut in cuts]
    page = chromium.new_page()
    page.goto(f"file://{tmp_path}/build/search/index.html")
    for query in QUERIES.read_text(encoding="utf-8").split("\n"):
        if not query.strip():
            continue
        page.fill("#q", "")
        page.fill("#q", query)
        page.wait_for_function(
            "query => new URLSearchParams(location.search).get('q') === query", arg=query.strip(), timeout=5000
        )
        links = page.locator(".in-sentences a").evaluate_all("links => links.map(link => link.hash.slice(1))")
        expected = [cut.anchor for cut in truth if plain(query.strip()) in plain(cut.text)]
        assert sorted(links) == sorted(expected), query
    page.close()
