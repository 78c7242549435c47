"""The review page in a real browser: by mouse, by keys, on a phone; each change is exactly the change of the file."""

from difflib import unified_diff
from hashlib import sha256

import pytest

from serving_support import NAME, PATIENCE, Serving, leave, small_root, wait_for

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WAIT = PATIENCE * 1000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND = """rules => axe.run({runOnly: rules, preload: false, resultTypes: ["violations"]}).then(
    results => results.violations.map(found => found.id + ": " + found.nodes[0].html))"""


@pytest.fixture(scope="module")
def serving(tmp_path_factory):
    one = Serving(small_root(tmp_path_factory.mktemp("review") / "site"), "--port", "0")
    one.said("published: ")
    yield one
    one.end()


@pytest.fixture
def file(serving):
    """The content file; put back after the test, as the parser wrote it, and the site is built of it again."""
    path = serving.root / "content" / f"{NAME}.yml"
    before = path.read_bytes()
    yield path
    if path.read_bytes() != before:
        said = len(serving.lines)
        path.write_bytes(before)
        serving.said("published: ", said)


@pytest.fixture
def page(chromium, serving, file):
    """Open the review page; at the end, nothing went wrong in it."""
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.set_default_timeout(WAIT)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if "Policy" in message.text else None)
    page.goto(f"{serving.url}_review/{NAME}/")
    page.locator(".card.current").wait_for()
    yield page
    leave(context)
    assert complaints == []


def difference(before: str, file):
    after = file.read_text(encoding="utf-8")
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]


def card(page, key):
    return page.locator(f"#r-{key}")


def current(page):
    return page.locator(".card.current").get_attribute("data-key")


def done(page, word):
    page.locator("#told", has_text=word).wait_for()
    page.locator(".card.current").wait_for()  # the script has begun


def first_open(page):
    return page.locator(".card").first.get_attribute("data-key")


def test_what_is_doubtful_stands_first_with_its_reason_its_words_and_its_places(page):
    keys = page.locator(".card").evaluate_all("cards => cards.map(card => card.classList.contains('open'))")
    assert keys == sorted(keys, reverse=True)
    assert 0 < sum(keys) < len(keys)
    first = page.locator(".card").first
    assert "存疑" in first.inner_text()
    assert first.locator("mark").inner_text() == "园区目前已入驻企业48家"
    places = first.locator(".places code").all_inner_texts()
    assert places[0].endswith(f"content/{NAME}.yml:{_line('园区已入驻企业', page)}")
    assert places[1].endswith(f"seeds/{NAME}.txt:39")


def _line(name, page):
    """The line of the content file on which the record of a figure begins."""
    return page.locator(".card", has_text=name).first.get_attribute("data-place").rpartition(":")[2]


def test_source_and_transcript_stand_side_by_side_with_the_records_in_place(page):
    row = page.locator(".row", has=page.locator("#m-s1p1"))
    assert row.locator(".source li").first.get_attribute("value") == "29"
    assert row.locator(".made .q").first.inner_text() == "茶园就是我们的绿水青山，一棵草一棵树都不能乱动。"
    figures = page.locator("#m-s1p2 .f")
    assert figures.first.inner_text() == "云岭县茶园面积由8万亩增加到12.5万亩"
    figures.first.click()
    assert current(page) == "s1i1"
    text = "".join(page.locator("#m-s1p2").evaluate_all("items => items.map(item => item.textContent)"))
    assert text.startswith("五年来，云岭县茶园面积由8万亩增加到12.5万亩，")
    assert text.endswith("居全市首位。")


def test_a_doubt_is_accepted_by_mouse(page, file):
    before, key = file.read_text(encoding="utf-8"), first_open(page)
    card(page, key).get_by_role("button", name="接受").click()
    done(page, "已接受")
    assert difference(before, file) == ["-    unsure: the name holds more than a noun"]
    assert "open" not in (card(page, key).get_attribute("class") or "").split()


def test_a_doubt_is_accepted_by_a_key_and_the_next_one_is_at_hand(page, file):
    before = file.read_text(encoding="utf-8")
    keys = page.locator(".card").evaluate_all("cards => cards.map(card => card.dataset.key)")
    page.keyboard.press("j")
    assert current(page) == keys[1]
    page.keyboard.press("k")
    assert current(page) == keys[0]
    page.keyboard.press("a")
    done(page, "已接受")
    assert difference(before, file) == ["-    unsure: the name holds more than a noun"]
    assert current(page) == keys[1]
    page.keyboard.press("u")
    done(page, "已撤销")
    assert file.read_text(encoding="utf-8") == before


def test_a_figure_is_corrected_by_mouse_and_a_mistake_is_told_in_the_form(page, file):
    before = file.read_text(encoding="utf-8")
    card(page, "s1i1").get_by_role("link", name="更正").click()
    form = page.locator("#r-s1i1 .form")
    form.get_by_label("名称").fill("茶园总面积")
    form.get_by_label("数值", exact=True).fill("12.5万")
    form.get_by_role("button", name="保存").click()
    refused = page.locator(".refused")
    refused.wait_for()
    assert "value takes a number, not 12.5万: digits with a point, no unit" in refused.inner_text()
    assert file.read_text(encoding="utf-8") == before
    assert form.get_by_label("名称").input_value() == "茶园总面积"
    form.get_by_label("数值", exact=True).fill("125000")
    form.get_by_label("性质").select_option("level")
    form.get_by_label("基数").fill("")
    form.get_by_role("button", name="保存").click()
    done(page, "已更正")
    assert difference(before, file) == [
        "-    name: 茶园面积", "+    name: 茶园总面积",
        "-    measure: from_to", "-    from: 80000", "+    measure: level", "+    from: null",
    ]  # fmt: skip


def test_a_quotation_is_corrected_by_keys(page, file):
    before = file.read_text(encoding="utf-8")
    page.locator("#r-s1q1").focus()
    page.keyboard.press("e")
    page.locator("#r-s1q1 .form select[name=speaker]:focus").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    done(page, "已更正")
    assert difference(before, file) == ["-    speaker: luo-zhiyuan", "+    speaker: shen-jianing"]


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_record_is_removed_and_does_not_come_back(page, file, serving, by):
    before = file.read_text(encoding="utf-8")
    if by == "mouse":
        card(page, "s1q1").locator("summary", has_text="删除").click()
        card(page, "s1q1").get_by_role("button", name="确定删除").click()
    else:
        card(page, "s1q1").focus()
        page.keyboard.press("x")
        page.keyboard.press("Enter")
    done(page, "已删除")
    gone = difference(before, file)
    assert [line[:1] for line in gone] == ["-"] * 6
    assert gone[0] == "-  - id: s1q1"
    seed = serving.root / "seeds" / f"{NAME}.txt"
    kept = seed.read_bytes()
    for data in (kept + "\n本报版权所有\n".encode(), kept):
        seed.write_bytes(data)
        assert wait_for(lambda data=data: sha256(data).hexdigest() in file.read_text(encoding="utf-8"))
        assert "s1q1" not in file.read_text(encoding="utf-8")
    assert difference(before, file) == gone


def test_a_finding_is_accepted_with_a_reason_and_not_without(page, file, serving):
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("value: 125000\n", "value: 135000\n"), encoding="utf-8")
    before, key = file.read_text(encoding="utf-8"), "s1i1"
    page.reload()
    page.locator(f"#r-{key} .why", has_text="value 是 135000").wait_for()
    page.locator(".card.current").wait_for()
    card(page, key).focus()
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    assert file.read_text(encoding="utf-8") == before  # the browser asks for a reason first
    page.keyboard.type("原文: 如此")
    page.keyboard.press("Enter")
    done(page, "已接受")
    assert difference(before, file) == ['+    accepted: {figure-differs: "原文: 如此"}']
    assert page.locator(f"#r-{key} .accepting").count() == 0


def test_a_record_that_was_changed_in_the_file_meanwhile_is_not_overwritten(page, file):
    card(page, "s1i1").get_by_role("link", name="更正").click()
    page.locator("#r-s1i1 .form").get_by_label("名称").fill("甲")
    text = file.read_text(encoding="utf-8").replace("name: 茶园面积", "name: 茶园（实有）", 1)
    file.write_text(text, encoding="utf-8")
    page.locator("#r-s1i1 .form").get_by_role("button", name="保存").click()
    done(page, "没有写入")
    assert file.read_text(encoding="utf-8") == text
    assert "茶园（实有）" in card(page, "s1i1").inner_text()


def test_what_was_changed_elsewhere_in_the_file_meanwhile_stays(page, file):
    card(page, "s1i1").get_by_role("link", name="更正").click()
    page.locator("#r-s1i1 .form").get_by_label("名称").fill("甲")
    text = "# 编者：周三复核\n" + file.read_text(encoding="utf-8").replace("name: 茶叶总产值", "name: 总产值", 1)
    file.write_text(text, encoding="utf-8")
    # A half-written form is not thrown away when the site was built anew.
    page.locator("#outdated", has_text="文件已有改动").wait_for()
    assert page.locator("#r-s1i1 .form").get_by_label("名称").input_value() == "甲"
    page.locator("#r-s1i1 .form").get_by_role("button", name="保存").click()
    done(page, "已更正")
    assert difference(text, file) == ["-    name: 茶园面积", "+    name: 甲"]


def test_a_place_is_copied(page):
    place = page.locator(".card").first.get_attribute("data-place")
    page.locator(".card").first.locator("button.copy").first.click()
    page.locator(".copy", has_text="已复制").first.wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == place


def test_keys_are_listed_and_can_be_switched_off(page):
    page.keyboard.press("?")
    dialog = page.locator("#help")
    assert dialog.is_visible()
    assert dialog.locator("dt").all_inner_texts() == ["j", "k", "a", "e", "x", "c", "u", "?", "Esc"]
    dialog.get_by_label("启用快捷键").uncheck()
    page.keyboard.press("Escape")
    first = current(page)
    page.keyboard.press("j")
    assert current(page) == first
    page.reload()
    page.keyboard.press("j")
    assert current(page) == first


def test_all_works_without_script(chromium, serving, file):
    before = file.read_text(encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_default_timeout(WAIT)
    page.goto(f"{serving.url}_review/{NAME}/")
    card(page, "s1q1").get_by_role("link", name="更正").click()
    page.locator("#r-s1q1 .form").get_by_label("引导动词").fill("表示")
    page.locator("#r-s1q1 .form").get_by_role("button", name="保存").click()
    page.locator("#told", has_text="已更正").wait_for()
    assert difference(before, file) == ["-    cue: 说", "+    cue: 表示"]
    leave(context)


@pytest.mark.parametrize("state", ["", "?edit=s1i1", "index", "help"])
def test_the_page_is_accessible_and_fits_a_phone(page, serving, state):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe().axe_script
    address = f"{serving.url}_review/" + ("" if state == "index" else f"{NAME}/{state if state != 'help' else ''}")
    page.goto(address)
    if state == "help":
        page.keyboard.press("?")
    page.evaluate(axe)
    found = []
    for width, scheme in ((320, "light"), (390, "dark"), (1280, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(f"{width} px: scrolls sideways")
        found += [f"{width} px, {scheme}: {violation}" for violation in page.evaluate(FIND, RULES)]
    assert found == []


def test_the_interface_follows_the_language_of_the_site(page, serving):
    settings = serving.root / "roundtable.toml"
    said = len(serving.lines)
    settings.write_text('languages = ["en"]\n', encoding="utf-8")
    page.locator("html[lang=en]").wait_for()  # the page loads again by itself
    assert page.locator(".card").first.get_by_text("Unsure").count()
    said = len(serving.lines)
    settings.unlink()
    serving.said("published: ", said)
