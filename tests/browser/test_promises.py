"""What the theme promises a reader of every page: the keyboard reaches all, nothing is too small, too wide or split."""

import pytest

from kinds import KINDS

pytestmark = pytest.mark.browser

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
    .filter(node => node.checkVisibility() && !node.disabled).map((node, at) => { node.dataset.at = at; return at; })"""
SMALL = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement, size = parseFloat(getComputedStyle(element).fontSize);
        if (size < 12 && node.textContent.trim() && element.checkVisibility()) found.add(element.outerHTML);
    }
    return [...found];
}"""
SPLIT = """() => [...document.querySelectorAll(".num b, .figures .num, .big .num, .f")]
    .filter(node => node.checkVisibility() && node.getClientRects().length > 1).map(node => node.textContent)"""


@pytest.mark.parametrize("kind", ["home", "overview", "speaker", "table", "transcript", "search"])
def test_the_keyboard_reaches_everything_that_can_be_used(open_page, kind):
    page = open_page(KINDS[kind].partition("?")[0])
    wanted, reached = set(page.evaluate(REACHABLE)), set()
    for _ in range(len(wanted) + 5):
        page.keyboard.press("Tab")
        at = page.evaluate("document.activeElement.dataset.at")
        if at is not None:
            reached.add(int(at))
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", page.evaluate("document.activeElement.outerHTML")
    assert wanted - reached == set()


@pytest.mark.parametrize("width", [320, 480, 800, 1920])
def test_no_page_scrolls_sideways_at_any_width(open_page, site_folder, width):
    page, wide = open_page(width=width), []
    for kind, path in KINDS.items():
        page.goto(f"file://{site_folder}/{path}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(kind)
    assert wide == []


def test_on_a_phone_no_text_is_smaller_than_12_px_and_no_number_is_split(open_page, site_folder):
    page, found = open_page(width=390), {}
    for kind, path in KINDS.items():
        page.goto(f"file://{site_folder}/{path}")
        wrong = page.evaluate(SMALL) + page.evaluate(SPLIT)
        if wrong:
            found[kind] = wrong
    assert found == {}


def test_the_head_and_the_first_column_of_the_table_stay_in_sight(open_page):
    page = open_page("gangkou/indicators/index.html")
    page.evaluate("document.body.style.paddingBottom = '2000px'; window.scrollTo(0, 700)")
    assert page.locator("#figures thead th").first.bounding_box()["y"] == 0
    narrow = open_page("gangkou/indicators/index.html", 800)
    before = narrow.locator("#s1i1 th").bounding_box()["x"]
    narrow.evaluate("document.querySelector('.scroll').scrollLeft = 120")
    assert narrow.locator("#s1i1 th").bounding_box()["x"] == pytest.approx(before, abs=33)
    assert narrow.locator("#s1i1 td.src").bounding_box()["x"] < 800 - 33


@pytest.mark.parametrize("width", [390, 1280])
def test_the_figure_comes_before_any_download(open_page, width):
    page = open_page("gangkou/indicators/index.html", width)
    first = page.locator("tbody.figure").first.bounding_box()["y"]
    assert first < page.locator(".downloads").bounding_box()["y"]
    assert first < 900


def test_without_a_script_the_table_is_whole_and_the_search_leads_on(open_page):
    table = open_page("gangkou/indicators/index.html", script=False)
    assert table.locator("#filter").is_hidden()
    assert table.locator("tbody.group:visible").count() == 2
    assert table.locator("tbody.figure:visible").count() == 7
    table.locator("#s1i2 summary").click()
    assert "28.5%" in table.locator("#s1i2 details p").inner_text()
    table.locator("#s1i2 th a").click()
    assert table.url.endswith("#s1i2")
    assert table.locator("#s1i2 cite").is_visible()
    search = open_page("search/index.html", script=False)
    assert "JavaScript" in search.locator("noscript p").inner_text()
    search.locator(".legend a", has_text="干船坞").first.click()
    assert search.locator("#s2i1 .sheet").is_visible()


def test_the_view_of_a_figure_tells_all_that_is_known_of_it(open_page):
    page = open_page("gangkou/indicators/index.html#s1i3")
    told = page.locator("#s1i3").inner_text()
    for part in ("41%", "多式联运占比", "林一帆", "码头不能只看吨位", "港区吞吐量", "[N]", "中居第 1", "临港区区长"):
        assert part in told, part
    assert page.locator("#s1i3 button.copy").is_visible()
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('#s1i3 .large b')).fontSize)") >= 40
    page.locator("#s1i3 .at a", has_text="同类").click()
    assert page.url.endswith("#c-s1i2")


def test_a_link_to_words_marks_them(open_page):
    page = open_page("gangkou/transcript/index.html#:~:text=没有新船")
    assert page.evaluate("getComputedStyle(document.body, '::target-text').backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.evaluate("window.scrollY") > 0


def test_text_of_both_scripts_is_spaced_by_the_browser_and_lines_are_short(open_page):
    page = open_page("gangkou/transcript/index.html")
    assert page.evaluate("getComputedStyle(document.body).textAutospace || 'normal'") == "normal"
    ems = page.evaluate(
        """() => { const p = document.querySelector(".reading p");
        return p.getBoundingClientRect().width / parseFloat(getComputedStyle(p).fontSize) }"""
    )
    assert 20 <= ems <= 42
