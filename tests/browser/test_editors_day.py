"""An editor's day, from the clipboard to a published correction, in a terminal and a browser: nothing is lost.

The article is an interview of questions and answers, in our own words; places, people and figures are invented.
"""

import subprocess
import sys

import pytest

from roundtable_site import content
from serving_support import PATIENCE, Serving, leave

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NAME = "yanjiandi-hao-daozi"
CLIPBOARD = """盐碱地里怎样种出好稻子

——对话河口县两位种稻人

本报记者 田禾

河口县的盐碱地连着海，过去十年九不收。如今稻浪翻到了海堤边。改一亩地要花多少钱，种出来的米又卖到哪里？记者请来两位种稻人。

记者：盐碱地这几年改造得怎么样？

郑启年（河口县农业科学研究所研究员）：五年来，全县改造盐碱地由6万亩增加到9.8万亩，增长50%，水稻平均亩产达到520公斤。水从哪里来、盐到哪里去，是头一件事。

记者：农户的收入有没有变化？

黎小满（河口县丰禾种粮合作社理事长）：合作社现有社员186户，去年卖粮收入3600万元，同比增长12.5%。我们在稻田里养蟹，面积扩大到4000亩，每亩多收800元。

记者：下一步有什么打算？

郑启年：到2027年，全县盐碱地水稻面积力争达到12万亩，亩均用水量下降15%。

黎小满：年轻人肯回来，地才不会荒。去年回来了23个人，平均年龄31岁。
"""
# What the newspaper changed afterwards: a figure, one that the editor corrected too, and an answer more.
LATER = (
    ("亩均用水量下降15%", "亩均用水量下降18%"),
    ("去年回来了23个人", "今年回来了23个人"),
    ("平均年龄31岁。\n", "平均年龄31岁。\n\n记者：还缺什么？\n\n郑启年：缺烘干塔，今年要新建5座。\n"),
)


class Desk:
    """The editor's terminal and browser."""

    def __init__(self, folder, chromium):
        self.folder, self.root = folder, folder / "site"
        self.page = chromium.new_context().new_page()
        self.page.set_default_timeout(PATIENCE * 1000)
        self.serving = None

    def types(self, *words, clipboard=""):
        """Type a command; give its exit code and what it printed."""
        root = () if words[0] == "init" else ("--root", str(self.root))
        command = [sys.executable, "-m", "roundtable_site", *words, *(() if words[0] == "check-links" else root)]
        result = subprocess.run(
            command, input=clipboard, capture_output=True, text=True, cwd=self.folder, check=False, timeout=300
        )
        return result.returncode, result.stdout + result.stderr

    def succeeds(self, *words):
        """Type a command that ends well; give what it printed."""
        code, said = self.types(*words)
        assert code == 0, said
        return said

    @property
    def file(self):
        return self.root / "content" / f"{NAME}.yml"

    def article(self):
        return content.load(self.file)

    def figure(self, id_):
        return next(figure for figure in self.article().indicators if figure.id == id_)

    def serves(self):
        self.serving = Serving(self.root, "--port", "0")
        self.serving.said("published: ")

    def stops(self):
        assert self.serving.end() == 0
        self.serving = None

    def reviews(self):
        self.page.goto(f"{self.serving.url}_review/{NAME}/")
        self.page.locator(".card.current").wait_for()

    def corrects(self, key, **fields):
        """Fill in the form of a record and save it."""
        self.page.locator(f"#r-{key} a.edit").click()
        form = self.page.locator(f"#r-{key} .form")
        for name, value in fields.items():
            field = form.locator(f"[name='{name.replace('_', '-')}']")
            if name.startswith("correction"):
                form.locator("details").evaluate("details => { details.open = true; }")
            if value is True:
                field.check()
            else:
                field.fill(value)
        form.get_by_role("button", name="保存").click()
        self.page.locator("#told", has_text="已更正").wait_for()

    def accepts(self, key, reason):
        self.page.locator(f"#r-{key} summary.accept").click()
        self.page.locator(f"#r-{key} [name=reason]").fill(reason)
        self.page.locator(f"#r-{key} .accepting form button").click()
        self.page.locator("#told", has_text="已接受").wait_for()


@pytest.fixture
def desk(tmp_path, chromium):
    one = Desk(tmp_path, chromium)
    yield one
    if one.serving:
        one.serving.end()
    leave(one.page.context)


def test_an_article_goes_from_the_clipboard_to_a_published_correction_and_nothing_is_lost(desk):
    _brought_in(desk)
    _reviewed(desk)
    _read_again(desk)
    _published(desk)
    _corrected_after_publishing(desk)


def _brought_in(desk):
    assert desk.types("init", "site")[0] == 0
    code, said = desk.types(
        "new", "-", "--slug", NAME, "--publication", "河口日报", "--date", "2024-06-03", clipboard=CLIPBOARD
    )
    assert code == 0, said
    assert (desk.root / "seeds" / f"{NAME}.txt").read_text(encoding="utf-8") == CLIPBOARD
    assert [guest.name for guest in desk.article().guests] == ["郑启年", "黎小满"]


def _reviewed(desk):
    """Two corrections and an accepted finding in the browser, a comment in a text editor."""
    desk.serves()
    desk.page.goto(f"{desk.serving.url}{NAME}/")
    assert "盐碱地里怎样种出好稻子" in desk.page.locator("h1").inner_text()
    desk.page.get_by_role("link", name="校对").click()
    desk.page.locator(".card.current").wait_for()
    assert "由 6万亩 到 9.8万亩 应为 63.33%" in desk.page.locator("#r-s1i2").inner_text()
    desk.corrects("s1i4", name="合作社社员")
    desk.corrects("s1i11", name="返乡青年", period="上年")
    desk.accepts("s1i2", "原话如此，已向受访者核实")
    text = desk.file.read_text(encoding="utf-8")
    desk.file.write_text(
        text.replace("  - id: s1i11\n", "  # 返乡人数由县人社局提供\n  - id: s1i11\n"), encoding="utf-8"
    )
    desk.page.get_by_role("link", name="看页面").click()
    desk.page.goto(f"{desk.serving.url}{NAME}/indicators/")
    desk.page.locator("#s1i11", has_text="返乡青年").wait_for()
    desk.stops()
    code, said = desk.types("check", str(desk.file), "--strict")
    assert (code, "1 accepted" in said) == (0, True), said


def _read_again(desk):
    """The source changes: what is new comes in, what the editor did stays, where both changed is said."""
    seed = desk.root / "seeds" / f"{NAME}.txt"
    text = seed.read_text(encoding="utf-8")
    for old, new in LATER:
        assert old in text
        text = text.replace(old, new)
    seed.write_text(text, encoding="utf-8")
    before = desk.file.read_bytes()
    code, foretold = desk.types("diff")
    assert (code, desk.file.read_bytes()) == (0, before)
    assert "+    figure: 18%" in foretold
    said = desk.succeeds("parse")
    conflict = [line for line in said.splitlines() if "s1i11" in line and "warning" in line]
    assert conflict, said
    assert all(reading in " ".join(conflict) for reading in ("今年", "上年")), conflict
    figures = {figure.id: figure for figure in desk.article().indicators}
    assert figures["s1i10"].figure == "18%"
    assert figures["s1i4"].name == "合作社社员"
    assert (figures["s1i11"].name, figures["s1i11"].period) == ("返乡青年", "上年")
    assert figures["s1i11"].text == "今年回来了23个人"
    assert dict(figures["s1i2"].editorial.accepted) == {"change-differs": "原话如此，已向受访者核实"}
    assert "5座" in [figure.figure for figure in figures.values()]
    assert "  # 返乡人数由县人社局提供\n  - id: s1i11\n" in desk.file.read_text(encoding="utf-8")


def _published(desk):
    desk.succeeds("build")
    desk.succeeds("verify")
    desk.succeeds("check-links", str(desk.root / "build"))
    page = (desk.root / "build" / NAME / "indicators" / "index.html").read_text(encoding="utf-8")
    assert all(words in page for words in ("合作社社员", "返乡青年", "18%", "3600万元"))


def _corrected_after_publishing(desk):
    """A printed figure was wrong: it is corrected with its sentence, and readers are told."""
    desk.serves()
    desk.reviews()
    desk.corrects(
        "s1i5", figure="3700万元", value="37000000", text="去年卖粮收入3700万元", carry=True,
        correction_date="2024-06-05", correction_what="去年卖粮收入应为3700万元", correction_why="合作社复核账目",
    )  # fmt: skip
    figure = desk.figure("s1i5")
    assert (figure.figure, figure.editorial.corrections[0].printed) == ("3700万元", "3600万元")
    desk.page.goto(f"{desk.serving.url}corrections/")
    desk.page.locator("main", has_text="合作社复核账目").wait_for()
    assert "3600万元" in desk.page.locator("main").inner_text()
    desk.page.goto(f"{desk.serving.url}{NAME}/indicators/#s1i5")
    assert "3600万元" in desk.page.locator("#s1i5").inner_text()
    desk.page.goto(f"{desk.serving.url}{NAME}/transcript/")
    assert "去年卖粮收入3700万元" in desk.page.locator("main").inner_text()
    desk.stops()
    kept = desk.file.read_bytes()
    for command in ("parse", "build", "verify"):
        desk.succeeds(command)
    assert desk.file.read_bytes() == kept
    text = kept.decode("utf-8")
    for words in (
        "合作社社员",
        "返乡青年",
        "上年",
        "# 返乡人数由县人社局提供",
        "原话如此，已向受访者核实",
        "合作社复核账目",
        "新建5座",
    ):
        assert words in text
