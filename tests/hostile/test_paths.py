"""Nothing that comes from outside reaches a file out of its place: ids, paths, links, settings, labels."""

import os

import pytest

from content_sample import SMALL
from roundtable_site import content
from roundtable_site.build import build
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import load_settings

NAMES = [
    *("../x", "..", ".", "/etc/passwd", "a/b", "a\\b", "C:x", "con", "CON", "aux", "nul", "prn", "com1", "lpt9"),
    *("", " ", "a b", "A", "é", "甲", "a.", ".a", "-a", "a-", "a" * 300, "a\0b", "%2e%2e", "a\nb", "a\u202eb"),
    *("ａ", "~", "clock$"),
]


def problems_of(text):
    with pytest.raises(RoundtableError) as caught:
        content.load_text(text, "content/small.yml")
    return [problem.message for problem in caught.value.problems]


def written(value):
    return (
        "'" + value.replace("'", "''") + "'"
        if value.isprintable()
        else '"' + value.encode("unicode_escape").decode() + '"'
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_name_that_is_unsafe_in_an_address_or_on_a_disk_is_an_id(name):
    for field, good in (("slug: ", "small"), ("- id: ", "wang-mei"), ("{id: ", "mingshan"), ("  - id: ", "s1")):
        assert problems_of(SMALL.replace(f"{field}{good}", f"{field}{written(name)}", 1))


@pytest.mark.parametrize(
    "path", ["../x.jpg", "/etc/passwd", "a/../../x.jpg", "C:\\x.jpg", "\\\\host\\x.jpg", "a\0.jpg", "..", "file:///x"]
)
def test_no_path_leads_out_of_the_site(path):
    for text in (
        SMALL.replace("    role: panellist", f"    role: panellist\n    portrait: {written(path)}"),
        SMALL.replace("file: seeds/small.txt", f"file: {written(path)}"),
    ):
        assert any("leads out of the site's folder" in message for message in problems_of(text))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:attacked()", "JavaScript:attacked()", "data:text/html,x", "//evil.example", "paper.example", "file:///x",
        "https://", "https://a b", 'https://x/"onclick="attacked()', "https://x/<script>", "http://[", "https://u:p@x/",
        "https://x/\u202egpj", "java\tscript:attacked()", "vbscript:x", "https:x", "blob:https://x/y",
    ],
)  # fmt: skip
def test_only_a_web_address_is_the_address_of_the_printed_article(address):
    assert problems_of(SMALL.replace("url: null", f"url: {written(address)}")) == [
        "url is no web address: write it whole, as in https://paper.example/2024/03/tea.html"
    ]


def refused(root):
    with pytest.raises(RoundtableError) as caught:
        build(load_settings(root))
    return [str(problem).replace(str(root), "SITE") for problem in caught.value.problems]


@pytest.mark.parametrize(
    "place",
    ["seeds/b.txt", "content/b.yml", "content/pages/about.md", "templates/assets/b.css", "templates/about.html",
     "templates/labels/zh-Hans.toml"],
)  # fmt: skip
def test_a_link_out_of_its_folder_is_refused_and_nothing_of_it_is_published(small_site, tmp_path_factory, place):
    build(load_settings(small_site))
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("标题\n\n不可外传的话。\n", encoding="utf-8")
    (small_site / place).parent.mkdir(parents=True, exist_ok=True)
    (small_site / place).symlink_to(secret)
    assert refused(small_site) == [f"SITE/{place}: is a link that leads out of its folder: put the file itself there"]
    assert not any(
        "不可外传".encode() in path.read_bytes() for path in (small_site / "build").rglob("*") if path.is_file()
    )


def test_a_folder_of_assets_that_is_a_link_is_refused(small_site, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere")
    (secret / "key.txt").write_text("key", encoding="utf-8")
    (small_site / "templates").mkdir()
    (small_site / "templates/assets").symlink_to(secret)
    assert refused(small_site) == [
        "SITE/templates/assets: is a link that leads out of its folder: put the file itself there"
    ]


def test_a_portrait_that_is_a_link_out_of_the_site_is_refused(small_site, tmp_path_factory):
    build(load_settings(small_site))
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.jpg"
    secret.write_bytes(b"\xff\xd8\xff secret")
    (small_site / "a.jpg").symlink_to(secret)
    path = small_site / "content/chaye-yuanzhuo.yml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("    role: panellist", "    role: panellist\n    portrait: a.jpg", 1),
        encoding="utf-8",
    )
    assert any("is not in the site's folder" in line for line in refused(small_site))


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ('page_number = "{0.__class__.__init__.__globals__}"', "the label page_number has other braces"),
        ('page_number = "{"', "the label page_number has other braces"),
        ('page_number = "{:>999999999}"', "the label page_number has other braces"),
        ("home = 7", "the label home is no text"),
        ("home = {a = 1}", "the label home is no text"),
        ('figure = "x"', "the label figure is no table"),
        ("a = " + "[" * 5000, "the labels cannot be read"),
    ],
)
def test_a_label_that_cannot_stand_in_its_place_is_one_line(small_site, labels, said):
    (small_site / "templates/labels").mkdir(parents=True)
    (small_site / "templates/labels/zh-Hans.toml").write_text(labels + "\n", encoding="utf-8")
    (line,) = refused(small_site)
    assert line.startswith(f"SITE/templates/labels/zh-Hans.toml: {said}")


def test_words_of_labels_are_words(small_site):
    (small_site / "templates/labels").mkdir(parents=True)
    (small_site / "templates/labels/zh-Hans.toml").write_text(
        "home = '<script>attacked()</script>{{ 191*7 }}'\n", encoding="utf-8"
    )
    build(load_settings(small_site))
    pages = "".join(path.read_text(encoding="utf-8") for path in (small_site / "build").rglob("*.html"))
    assert "&lt;script&gt;attacked()&lt;/script&gt;{{ 191*7 }}" in pages
    assert "<script>attacked" not in pages


@pytest.mark.parametrize("data", [b"\xff\xfe", "# 关于".encode("gb18030"), b"#" * (5 * 2**20)])
def test_an_editors_page_that_is_no_text_is_one_line(small_site, data):
    (small_site / "content/pages").mkdir(parents=True)
    (small_site / "content/pages/about.md").write_bytes(data)
    (line,) = refused(small_site)
    assert line.startswith("SITE/content/pages/about.md:")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_article(small_site):
    os.mkfifo(small_site / "seeds/b.txt")
    build(load_settings(small_site))
