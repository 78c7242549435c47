"""A large site's search finds what a substring search over all its articles finds, opened from a folder on disk."""

import gzip
from collections import Counter

import pytest
from msgspec.structs import replace

from invented_archive import Cast, written
from kinds import FIND, RULES
from roundtable_site.parsing import parse_article
from roundtable_site.settings import Settings
from roundtable_site.site import ordering, plan, seeking, topics, write
from roundtable_site.site.placing import open_dossier
from searching_support import QUERIES, expected
from support import REPOSITORY

pytestmark = pytest.mark.browser

PAGES = ("articles", "columns", "columns/*", "keywords", "keywords/k-*", "speakers/*", "districts/*", "*/*/series")

ODD = ("增长 港", "粮食", "㎡", "江畔", "2", "没有这样的一句话", "𠮷")


@pytest.fixture(scope="module")
def articles():
    cast = Cast(30)
    invented = [written(number * 40, cast, 1)[0] for number in range(24)]
    seed = parse_article(REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt", REPOSITORY)
    odd = replace(invented[0], slug="odd", headline="𠮷", source=replace(invented[0].source, date=None))
    first, *rest = odd.guests
    odd = replace(odd, guests=(replace(first, titles=("𠮷野㎡局局长",)), *rest))
    return [*invented, seed, odd]


@pytest.fixture(scope="module")
def folder(articles, tmp_path_factory):
    root = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ordering, "PART", 10)
        patch.setattr(topics, "PLACED", 1)
        patch.setattr(seeking, "BLOCK", 9)
        write(plan(articles, Settings(root=root, templates=root / "none"), {}), root / "build")
    return root / "build"


@pytest.fixture
def search(chromium, folder):
    page = chromium.new_page()
    page.goto(f"file://{folder}/search/index.html")
    yield page
    page.close()


def asked(page, query: str) -> None:
    page.fill("#q", "")
    page.fill("#q", query)
    page.wait_for_function("q => new URLSearchParams(location.search).get('q') === q", arg=query.strip())
    page.wait_for_selector("#found:not([data-busy])")


def all_found(page) -> dict[str, Counter]:
    """Look on until nothing is left; give the hits by kind."""
    while page.locator("#found > p > button").count():
        page.click("#found > p > button")
        page.wait_for_selector("#found:not([data-busy])")
    return {
        kind: Counter(
            tuple(pair)
            for pair in page.locator(f".in-{kind} a").evaluate_all(
                "links => links.map(link => [link.getAttribute('href'), link.textContent])"
            )
        )
        for kind in ("speakers", "figures", "quotes", "sentences")
    }


def test_every_query_finds_in_all_articles_what_a_substring_search_finds(search, articles):
    dossiers = [open_dossier(article, {}) for article in articles]
    for query in (*QUERIES, *ODD):
        wanted = {kind: Counter() for kind in ("speakers", "figures", "quotes", "sentences")}
        for dossier in dossiers:
            parts = [expected(dossier, word) for word in query.split()]
            for kind, found in wanted.items():
                found.update(hit for hit in parts[0][kind] if all(hit in part[kind] for part in parts))
        asked(search, query)
        assert all_found(search) == wanted, query


def test_the_newest_come_first_and_it_is_said_how_many_are_left(search, articles):
    asked(search, "的")
    years = search.locator(".in-sentences .by").evaluate_all("all => all.map(one => one.textContent.slice(-10, -6))")
    newest = sorted((article.source.date for article in articles if article.source.date), reverse=True)[:4]
    assert set(years) == {day[:4] for day in newest}
    assert f"还有 {len(articles) - 4} 篇没有查。" in search.inner_text("#found [role=status]")
    assert search.locator(".in-sentences mark").first.inner_text() == "的"
    asked(search, "没有这样的一句话")
    assert search.inner_text("#found [role=status]") == "没有找到。"


def test_what_cannot_be_loaded_is_told_and_asked_for_again(chromium, folder):
    page = chromium.new_page()
    page.route("**/index/**/*.js", lambda route: route.abort())
    page.goto(f"file://{folder}/search/index.html?q=的")
    page.wait_for_selector("#found > p > button")
    assert "没有读到检索数据" in page.inner_text("#found [role=status]")
    assert "没有找到" not in page.inner_text("#found [role=status]")
    page.unroute("**/index/**/*.js")
    page.click("#found > p > button")
    page.wait_for_selector(".in-sentences")
    page.close()


def test_a_search_transfers_little_and_the_page_nothing_before_it(chromium, folder):
    page, asked_for = chromium.new_page(), []
    page.on("request", lambda request: asked_for.append(request.url))
    page.goto(f"file://{folder}/search/index.html")
    assert len(asked_for) <= 4
    page.fill("#q", "没有这样的一句话")
    page.wait_for_function("() => document.querySelector('#found [role=status]').textContent")
    page.wait_for_selector("#found:not([data-busy])")
    page.close()
    files = [folder / url.partition("/build/")[2] for url in asked_for]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 40 * 1024


@pytest.mark.parametrize("pattern", PAGES)
def test_no_list_of_an_archive_has_an_axe_violation_or_scrolls_sideways(chromium, folder, axe_script, pattern):
    page, found = chromium.new_page(), []
    page.goto(f"file://{min(folder.glob(pattern + '/index.html'))}")
    page.evaluate(axe_script)
    for width, scheme in ((320, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{width} px: scrolls sideways")
        found += [f"{width} px, {scheme}: {violation}" for violation in page.evaluate(FIND, RULES)]
    page.close()
    assert found == []
