"""What a reader does, in a real browser, from a folder on disk."""

import pytest

from kinds import WIDTHS

pytestmark = pytest.mark.browser


def test_the_home_page_opens_and_leads_to_the_round_table(open_page):
    page = open_page()
    page.get_by_role("link", name="港口 <转型> & 明天").first.click()
    assert page.url.endswith("gangkou/index.html")
    assert page.locator("h1").inner_text() == "港口 <转型> & 明天"


@pytest.mark.parametrize("script", [True, False])
def test_a_figure_is_followed_to_its_sentence_and_back(open_page, script):
    page = open_page("gangkou/indicators/index.html", script=script)
    page.locator("#s1i4 a.go").click()
    assert "/transcript/index.html#t-" in page.url
    sentence = page.locator(".s:target")
    assert "两成多" in sentence.inner_text()
    sentence.locator("a.f").click()
    assert page.url.endswith("gangkou/indicators/index.html#s1i4")
    assert page.locator("#s1i4 .sheet").is_visible()
    assert page.locator("#s1i4 .large").inner_text() == "两成多"
    assert page.locator("#s1i4 th").inner_text() == "装卸效率"


def test_a_quotation_is_followed_to_its_sentence_and_back(open_page):
    page = open_page("gangkou/speakers/lin-yifan/index.html")
    page.locator("#s1q1 figcaption a").click()
    assert "码头不能只看吨位" in page.locator(".s:target").inner_text()
    page.locator("#s1q1 ~ a.to-quote, a.to-quote[href$='#s1q1']").first.click()
    assert page.url.endswith("gangkou/speakers/lin-yifan/index.html#s1q1")


BARS = """bars => bars.filter(bar => bar.getBoundingClientRect().width > 0).map(bar => [
    bar.dataset.scale, bar.getBoundingClientRect().width / Math.abs(bar.dataset.value)])"""


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_of_one_scale_are_in_true_proportion(open_page, width):
    page = open_page("gangkou/indicators/index.html", width)
    scales = page.locator("table.chart rect.bar").evaluate_all(BARS)
    assert {name for name, _ in scales} == {"c-s1i2", "c-s2i1"}
    for scale in {name for name, _ in scales}:
        sizes = [size for name, size in scales if name == scale]
        assert max(sizes) / min(sizes) < 1.02


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_stand_in_the_table_only_while_all_its_rows_have_one_scale(open_page, width):
    page = open_page("gangkou/indicators/index.html", width)
    assert page.locator("#figures rect.bar").count() == 0
    page.select_option("select[name=group]", "c-s1i2")
    bars = page.locator("#figures rect.bar").evaluate_all(BARS)
    assert [name for name, _ in bars] == ["c-s1i2", "c-s1i2"]
    assert bars[0][1] / bars[1][1] == pytest.approx(1, abs=0.02)
    page.select_option("select[name=group]", "")
    assert page.locator("#figures rect.bar").count() == 0
    page.select_option("select[name=measure]", "share")
    assert page.locator("#figures rect.bar").count() == 2


def test_a_start_and_an_end_are_drawn_and_told(open_page):
    page = open_page("gangkou/indicators/index.html")
    assert "1200万吨 → 1500万吨" in page.locator("#c-s1i1 .num").inner_text()
    start, end = (page.locator(f"#c-s1i1 circle.{name}").bounding_box() for name in ("from", "to"))
    assert start["x"] < end["x"]


def test_values_of_one_unit_stand_together_when_sorted(open_page):
    page = open_page("gangkou/indicators/index.html?sort=value&order=desc")
    units = page.locator("tbody.figure").evaluate_all("rows => rows.map(row => row.dataset.unit)")
    assert len([at for at in range(1, len(units)) if units[at] != units[at - 1]]) == len(set(units)) - 1
    assert page.locator("#s2i1 .of").inner_text() == "新船厂"


@pytest.mark.parametrize("path", ["gangkou/indicators/index.html", "gangkou/speakers/lin-yifan/index.html"])
def test_on_paper_each_figure_has_the_way_to_its_sentence(open_page, path):
    page = open_page(path, script=False)
    page.emulate_media(media="print")
    ways = page.locator(".go").evaluate_all(
        """links => links.filter(link => link.checkVisibility() && link.hash.startsWith("#t-"))
        .map(link => [getComputedStyle(link, "::after").content, link.getAttribute("href")])"""
    )
    assert len(ways) >= 5
    assert all(href in printed for printed, href in ways)


def test_on_paper_each_row_of_the_table_has_its_sentence(open_page):
    page = open_page("gangkou/indicators/index.html", script=False)
    page.emulate_media(media="print")
    assert page.locator(".sheet blockquote:visible").count() == 7
    assert page.locator(".sheet .large:visible").count() == 0


def test_the_table_is_narrowed_and_sorted_with_its_state_in_the_address(open_page):
    page = open_page("gangkou/indicators/index.html")
    page.select_option("select[name=measure]", "share")
    assert page.locator("output").inner_text() == "显示 2 / 7 项"
    page.get_by_role("button", name="折算值").click()
    page.get_by_role("button", name="折算值").click()
    assert page.locator("th[aria-sort=descending]").count() == 1
    again = open_page("gangkou/indicators/index.html?" + page.url.partition("?")[2])
    shown = again.locator("tbody.figure:visible").evaluate_all("rows => rows.map(row => row.id)")
    assert shown == ["s1i3", "s1i2"]


@pytest.mark.parametrize(
    ("query", "script"), [("", True), ("", False), ("?measure=share", True), ("?sort=value&order=desc", True)]
)
@pytest.mark.parametrize("id_", ["s2i1", "s2i9"], ids=["its id", "an old id"])
def test_a_link_to_a_figure_opens_and_scrolls_to_its_view_after_a_reload_too(open_page, query, script, id_):
    page = open_page(f"gangkou/indicators/index.html{query}#{id_}", 390, script=script)
    for _ in range(2):
        sheet = page.locator("#s2i1 .sheet")
        assert sheet.is_visible()
        assert 0 <= sheet.bounding_box()["y"] < 450
        page.reload()


@pytest.mark.parametrize(
    ("query", "sentences"),
    [("码头", 1), ("看", 2), ("28.5%", 1), ("周敏", 1), ("铁水 多式", 1), ("ＴＥＵ", 0), ("没有这个词", 0)],
)
def test_search_finds_the_sentences_that_hold_the_words(open_page, query, sentences):
    page = open_page("search/index.html?q=" + query)
    page.wait_for_function("document.querySelector('#found [role=status]').textContent")
    # Both articles of the example have the same text.
    assert page.locator(".in-sentences li").count() == 2 * sentences


def test_a_search_hit_leads_to_its_sentence(open_page):
    page = open_page("search/index.html")
    page.keyboard.press("/")
    page.keyboard.type("干船坞")
    page.locator(".in-sentences a").first.click()
    assert "干船坞4座" in page.locator(".s:target").inner_text()


def test_the_keyboard_reaches_the_text_first(open_page):
    page = open_page("gangkou/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


@pytest.mark.parametrize("width", WIDTHS)
def test_the_view_of_one_figure_is_shown_only_where_a_link_leads_to_it(open_page, width):
    page = open_page("gangkou/indicators/index.html", width)
    assert page.locator(".sheet:visible").count() == 0
    page.goto(page.url + "#s1i2")
    assert page.locator(".sheet:visible").count() == 1


def test_the_transcript_is_read_as_printed_with_its_line_numbers(open_page):
    page = open_page("gangkou/transcript/index.html", script=False)
    assert page.locator(".ln:visible").count() == 0
    page.get_by_label("按原文断行").check()
    assert page.locator("#s1p1 .ln").evaluate_all(
        "marks => marks.map(mark => getComputedStyle(mark, '::before').content)"
    ) == ['"6"', '"8"']
