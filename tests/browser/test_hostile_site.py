"""A site whose every field holds an attack, in a real browser: nothing of it runs, nothing of it is asked for."""

import re

import pytest

from hostile_site import PAGES, attacked_site
from support import REPOSITORY

pytestmark = pytest.mark.browser

WATCH = """
    window.seen = [];
    window.attacked = () => window.seen.push("a script ran");
    window.alert = window.confirm = window.prompt = () => window.seen.push("a dialog opened");
    document.addEventListener("securitypolicyviolation", event => window.seen.push(
        event.violatedDirective + ": " + event.blockedURI + " " + event.sample));
"""
TOUCH = """() => {
    for (const node of document.querySelectorAll("body *")) {
        for (const kind of ["mouseover", "focus", "toggle"]) node.dispatchEvent(new Event(kind, {bubbles: true}));
        if (node.tagName === "DETAILS") node.open = true;
    }
}"""


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory):
    return attacked_site(tmp_path_factory.mktemp("attacked-in-browser"))


@pytest.fixture(scope="module")
def watched(chromium):
    context = chromium.new_context()
    context.add_init_script(WATCH)
    yield context
    context.close()


def is_complaint(message):
    # A picture of this site that is not there is told by the link check, and no harm.
    return message.type == "error" and "ERR_FILE_NOT_FOUND" not in message.text


@pytest.fixture
def page(watched):
    page = watched.new_page()
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if is_complaint(message) else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    page.close()


def seen_on(page):
    page.evaluate(TOUCH)
    return page.evaluate("window.seen")


@pytest.mark.parametrize("path", [path for path in PAGES if path != "404.html"])
def test_no_page_of_attacks_runs_a_script_breaks_its_policy_or_asks_another_host(hostile_folder, page, path):
    page.goto(f"file://{hostile_folder}/{path}")
    assert seen_on(page) == []
    assert page.complaints == []
    assert not [url for url in page.asked if not url.startswith("file://")]
    assert page.evaluate("document.querySelectorAll('base, iframe, object, embed, [onerror], [onfocus]').length") == 0


@pytest.mark.parametrize("words", ["attacked", "<script>", "javascript:", "{{", "12万亩", '"]);'])
def test_no_search_for_attacks_runs_one(hostile_folder, page, words):
    page.goto(f"file://{hostile_folder}/search/index.html?q=<img src=x onerror=attacked()>")
    page.fill("#q", words)
    page.wait_for_function("document.querySelectorAll('#found a').length > 0")
    assert seen_on(page) == []
    assert page.complaints == []
    hrefs = page.evaluate("[...document.querySelectorAll('#found a')].map(link => link.href)")
    assert not [href for href in hrefs if not href.startswith("file://")]


def test_no_filter_of_the_table_runs_what_its_address_or_its_figures_say(hostile_folder, page):
    base = f"file://{hostile_folder}/gongji-1/indicators/index.html"
    page.goto(
        f"{base}?q=%22><img src=x onerror=attacked()>&speaker=<script>attacked()</script>#<svg/onload=attacked()>"
    )
    assert seen_on(page) == []
    assert page.complaints == []


def test_the_watch_sees_what_it_is_for(page, tmp_path):
    base = (REPOSITORY / "templates/base.html").read_text(encoding="utf-8")
    policy = re.search(r'content="(default-src[^"]*)"', base).group(1)
    (tmp_path / "index.html").write_text(
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><img src=x onerror="attacked()">',
        encoding="utf-8",
    )
    page.goto(f"file://{tmp_path}/index.html")
    page.wait_for_function("window.seen.length > 0")
    assert seen_on(page)[0].startswith("script-src-attr")
