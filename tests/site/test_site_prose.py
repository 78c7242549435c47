"""The editor's own pages in Markdown: addresses, titles, navigation, pictures, and nothing that runs."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from roundtable_site.errors import RoundtableError
from roundtable_site.site import plan, prose_problems, render, write
from roundtable_site.site.manuscripts import note_html, read_manuscript, trouble_in
from site_example import ARTICLE


@pytest.fixture
def pages(settings):
    folder = settings.content / "pages"
    folder.mkdir(parents=True)
    return folder


def made(settings, path):
    site = plan([ARTICLE], settings, {})
    return render(next(page for page in site.pages if page.address.path == path))


def jpeg(width=2000, height=1000):
    out = BytesIO()
    Image.new("RGB", (width, height), "navy").save(out, "JPEG")
    return out.getvalue()


def test_every_markdown_file_becomes_a_page_with_its_first_heading_for_a_title(settings, pages):
    (pages / "method.md").write_text("前言。\n\n# 数字是怎样*读出来*的\n\n正文。\n", encoding="utf-8")
    (pages / "编辑部.md").write_text("## 编辑部\n\n正文。\n", encoding="utf-8")
    (pages / "plain.md").write_text("没有标题。\n", encoding="utf-8")
    (pages / "README.md").write_text("# 给同事\n", encoding="utf-8")
    page = made(settings, "method/index.html")
    assert "<h1>数字是怎样读出来的</h1>" in page
    assert page.count("<h1") == 1
    assert "前言。" in page
    assert "<h1>编辑部</h1>" in made(settings, "bianjibu/index.html")
    assert "<h1>plain</h1>" in made(settings, "plain/index.html")
    assert not any(page.address.path.startswith("readme") for page in plan([ARTICLE], settings, {}).pages)


def test_every_page_of_the_site_leads_to_the_editors_pages(settings, pages):
    (pages / "method.md").write_text("# 方法\n", encoding="utf-8")
    assert '<a href="../../method/index.html">方法</a>' in made(settings, "gangkou/transcript/index.html")
    assert '<a href="index.html" aria-current="page">方法</a>' in made(settings, "method/index.html")


def test_the_page_about_the_site_takes_its_title_from_its_text(settings, pages):
    assert "<h1>关于本站</h1>" in made(settings, "about/index.html")
    (pages / "about.md").write_text("本站说明。\n\n## 怎样读\n", encoding="utf-8")
    assert "<h1>关于本站</h1>" in made(settings, "about/index.html")
    (pages / "about.md").write_text("# 我们\n\n本站说明。\n", encoding="utf-8")
    assert "<h1>我们</h1>" in made(settings, "about/index.html")


def test_a_page_is_in_the_language_of_the_site_where_there_is_one(settings, pages):
    settings = replace(settings, languages=("zh-Hans", "en"))
    (pages / "method.md").write_text("# 方法\n", encoding="utf-8")
    (pages / "method.en.md").write_text("# Method\n", encoding="utf-8")
    (pages / "rules.md").write_text("# 规则\n", encoding="utf-8")
    assert ">Method</a>" in made(settings, "en/gangkou/index.html")
    assert "<h1>Method</h1>" in made(settings, "en/method/index.html")
    assert '<h1 lang="zh-Hans">规则</h1>' in made(settings, "en/rules/index.html")


def test_a_page_leads_to_another_by_its_file_and_shows_pictures(settings, pages, tmp_path):
    (settings.content / "images").mkdir()
    (settings.content / "images" / "码头.jpg").write_bytes(jpeg())
    (pages / "method.md").write_text("# 方法\n\n[关于](about.md)，[规则](rules.md#a)\n\n![码头](码头.jpg)\n", "utf-8")
    (pages / "rules.md").write_text("# 规则\n\n![码头](../images/码头.jpg)\n", encoding="utf-8")
    page = made(settings, "method/index.html")
    assert 'href="../about/index.html"' in page
    assert 'href="../rules/index.html#a"' in page
    assert '<img alt="码头" height="640" src="../images/matou.jpg" width="1280">' in page
    write(plan([ARTICLE], settings, {}), tmp_path / "out")
    with Image.open(tmp_path / "out" / "images" / "matou.jpg") as picture:
        assert picture.size == (1280, 640)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("search.md", "# 查\n", "search.md: search is an address of the site itself: give the file another name"),
        ("a.md", "甲\n\n" + "[" * 5000, "a.md:3: more than 400 brackets in one paragraph"),
    ],
)
def test_what_is_wrong_with_a_page_is_named_with_its_line(settings, pages, name, text, said):
    (pages / name).write_text(text, encoding="utf-8")
    with pytest.raises(RoundtableError) as caught:
        plan([ARTICLE], settings, {})
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# 甲\n\n![x](gone.jpg)\n", "a.md:3: picture gone.jpg is not there: put it into content/images/"),
        ("![x](https://x.example/a.jpg)\n", "a.md:1: picture https://x.example/a.jpg stands on another host"),
        ("![x](../../../../etc/a.jpg)\n", "a.md:1: picture ../../../../etc/a.jpg is not there"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_line_and_never_asked_for(settings, pages, text, said):
    (pages / "a.md").write_text(text, encoding="utf-8")
    (problem,) = prose_problems(settings)
    assert problem.severity == "error"
    assert said in str(problem)
    assert "x.example" not in made(settings, "a/index.html")


def test_two_pages_of_one_address_are_named(settings, pages):
    for name in ("方法.md", "fangfa.md"):
        (pages / name).write_text("# 方法\n", encoding="utf-8")
    (problem,) = prose_problems(settings)
    assert str(problem) == f"{pages / '方法.md'}: has the same address as fangfa.md: rename one of them"


def test_a_page_that_is_not_utf_8_is_named_with_its_line(settings, pages):
    (pages / "a.md").write_bytes("好\n".encode() + "坏".encode("gb18030"))
    with pytest.raises(RoundtableError, match=r"a\.md:2: not UTF-8: save the file as UTF-8"):
        plan([ARTICLE], settings, {})


def test_the_page_of_an_article_and_an_editors_page_cannot_share_an_address(settings, pages):
    (pages / "gangkou.md").write_text("# 港口\n", encoding="utf-8")
    with pytest.raises(RoundtableError, match=r"two pages have the address gangkou/index\.html"):
        plan([ARTICLE], settings, {})


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[点我](javascript:alert(1))",
    "[点我](JaVaScRiPt&#58;alert(1))",
    "[点我](data:text/html;base64,PHNjcmlwdD4=)",
    "<a href='vbscript:x'>x</a>",
    "<iframe src='https://x.example'></iframe>",
    "<svg onload=alert(1)><animate onbegin=alert(1)></svg>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<form action='https://x.example'><input name=a></form>",
    "<object data='x.swf'></object><embed src='x.swf'>",
    "<meta http-equiv=refresh content='0;url=https://x.example'>",
    "<link rel=stylesheet href='https://x.example/x.css'><base href='https://x.example/'>",
    "<p id='main' class='num'>12亿</p>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "`<script>`{onclick=x}",
    "![a](https://x.example/spy.gif)",
    "<img src='//x.example/spy.gif'>",
    "<details open ontoggle=alert(1)>x</details>",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_has_nothing_that_runs_or_asks_another_host(text):
    from selectolax.lexbor import LexborHTMLParser

    for html in (note_html(text), read_manuscript(text).html):
        for node in LexborHTMLParser(html).root.traverse():
            assert node.tag not in {
                "script", "iframe", "svg", "style", "form", "input", "object", "embed", "meta", "link", "base", "math"
            } or node.mem_id == 0, html  # fmt: skip
            for name, value in node.attributes.items():
                assert not name.startswith("on"), html
                assert name not in {"style", "class", "id"}, html
                if name in {"href", "src"}:
                    assert (value or "").split(":")[0].lower() not in {"javascript", "vbscript", "data"}, html
                if name == "src":
                    assert "x.example" not in (value or ""), html


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "![" * 20_000,
        "\n".join(" " * (4 * i) + "- 甲" for i in range(400)),
        "|a" * 2000 + "|",
        "> " * 3000 + "x",
    ],
)
def test_a_text_that_would_take_for_ever_is_refused_and_a_note_of_it_shown_as_written(text):
    assert trouble_in(text)
    assert "<p>" in note_html(text)


def test_footnotes_of_several_notes_stand_on_one_page():
    first, second = (note_html(f"数字[^1]。\n\n[^1]: {word}。\n") for word in ("甲", "乙"))
    ids = [part.split('"')[0] for html in (first, second) for part in html.split('id="')[1:]]
    assert len(ids) == len(set(ids)) == 4
    for html in (first, second):
        for part in html.split('href="#')[1:]:
            assert part.split('"')[0] in ids
