"""`roundtable serve` in a real browser: pages load again by themselves, and say what is wrong."""

import pytest

from serving_support import NAME, PATIENCE, Serving, leave, small_root

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WAIT = PATIENCE * 1000


@pytest.fixture(scope="module")
def serving(tmp_path_factory):
    one = Serving(small_root(tmp_path_factory.mktemp("serving") / "site"), "--port", "0")
    one.said("published: ")
    yield one
    one.end()


@pytest.fixture
def page(chromium):
    """Give a page of a browser; at the end, no policy was broken and no other host was asked."""
    context = chromium.new_context()
    page = context.new_page()
    page.set_default_timeout(WAIT)
    complaints, asked = [], []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    page.on("request", lambda request: asked.append(request.url))
    yield page
    leave(context)
    assert complaints == []
    assert not [url for url in asked if not url.startswith("http://127.0.0.1:")]


def test_a_page_loads_again_when_an_article_was_changed(serving, page):
    page.goto(serving.url)
    page.get_by_role("link", name="让一片茶叶走得更远").first.wait_for()
    seed = serving.root / "seeds" / f"{NAME}.txt"
    before = seed.read_text(encoding="utf-8")
    seed.write_text(before.replace("走得更远", "走得更稳"), encoding="utf-8")
    page.get_by_role("link", name="让一片茶叶走得更稳").first.wait_for()
    seed.write_text(before, encoding="utf-8")
    page.get_by_role("link", name="让一片茶叶走得更远").first.wait_for()


def test_a_broken_template_is_told_in_the_page_and_the_last_good_site_stays(serving, page):
    page.goto(f"{serving.url}{NAME}/")
    own = serving.root / "templates"
    own.mkdir()
    (own / "article.html").write_text(
        '{% extends "article_base.html" %}\n{% block main %}\n{{ 1 + }}\n', encoding="utf-8"
    )
    told = page.locator("#roundtable-problems")
    told.wait_for()
    assert "templates/article.html:3" in told.inner_text()
    assert "让一片茶叶走得更远" in page.locator("h1").inner_text()
    page.reload()
    told.wait_for()
    assert "让一片茶叶走得更远" in page.locator("h1").inner_text()
    (own / "article.html").unlink()
    told.wait_for(state="detached")


def test_the_published_files_know_nothing_of_the_server(serving, page):
    page.goto(serving.url)
    assert page.evaluate("document.scripts.length") >= 1
    for path in (serving.root / "build").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "/_serve/" not in text
        assert "/_review/" not in text


def test_a_page_of_the_site_leads_to_the_review_of_its_article(serving, page):
    page.goto(f"{serving.url}{NAME}/transcript/")
    page.get_by_role("link", name="校对").click()
    page.wait_for_url(f"**/_review/{NAME}/")
    page.get_by_role("link", name="看页面").click()
    page.wait_for_url(f"**/{NAME}/")
