"""What stands in folders and is no sound page: one clear line each, and the rest is still checked."""

# ruff: noqa: E501 - one line for each example

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.links import Report, check

Checker = Callable[..., Report]
Lay = Callable[[Mapping[str, str | bytes]], Path]
BROKEN = '<a href="gone.html">'
HOME = '<a href="a.html"></a><a href="b.html">'

PAGES = [
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 90, "a.html: this is no HTML page: it holds binary data"),
    ("<meta charset=utf-8>\n图表".encode("gb18030"), "a.html: warning: line 2 is not readable as utf-8: save the page as UTF-8"),
    (b'<meta charset="klingon">', "a.html: warning: unknown encoding klingon: save the page as UTF-8"),
    (b"\xff\xfe" + "<p>图".encode("utf-16-le"), None),
    ('<meta charset="gbk"><p id="图"><a href="#图">'.encode("gbk"), None),
    (b"", None),
    (b"only words < and > & marks", None),
    (b"<p" * 20_000, None),
    (b"<a title='" * 20_000, None),
    (b"<!--" * 20_000, None),
    (b"<script>" * 20_000, None),
    (b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script>", "a.html:1:36: warning: the JSON-LD is not readable as JSON"),
    (b"<style>" + b"url(" * 20_000 + b"</style>", None),
    (b'<img srcset="' + b"," * 50_000 + b'">', None),
]  # fmt: skip


@pytest.mark.parametrize(("content", "line"), PAGES, ids=range(len(PAGES)))
def test_a_strange_page_gets_one_line_and_the_rest_is_checked(
    checked: Checker, content: bytes, line: str | None
) -> None:
    report = checked({"index.html": HOME, "a.html": content, "b.html": BROKEN})
    assert [str(finding) for finding in report.findings if finding.page == "a.html"] == ([line] if line else [])
    assert [str(finding) for finding in report.findings if finding.page == "b.html"] == [
        "b.html:1:10: gone.html → no such file"
    ]


@pytest.mark.parametrize("piece", ["<div>", "<b>", "<svg><g>", "<x-y>", "<x>", "<table><tr><td>", "<ul><li>"])
def test_deep_nesting_takes_no_quadratic_time(checked: Checker, piece: str) -> None:
    report = checked({"index.html": piece * 20_000 + BROKEN})
    assert [finding.message for finding in report.errors] == ["gone.html → no such file"]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="gone.html">',
        '<img srcset="gone.html 2x">',
        "<style>p { background: url(gone.html) }</style>",
        '<svg><use href="gone.html#a"/></svg>',
    ],
)
def test_a_page_too_large_for_a_tree_is_read_all_the_same(checked: Checker, markup: str) -> None:
    filling = "<p id='x'>" + "平" * 1000 + "</p>"
    page = f"<template>{BROKEN}</template>\n<!-- {BROKEN} -->{filling}\n{markup}\n" + filling * 1600
    report = checked({"index.html": page})
    assert [(finding.line, finding.message.partition("#")[0].partition(" ")[0]) for finding in report.errors] == [
        (3, "gone.html")
    ]
    assert report.counts.links == 1


def test_many_broken_links_on_one_page_each_have_their_line(checked: Checker) -> None:
    report = checked({"index.html": "\n".join(f'<a href="gone/{number}.html">' for number in range(5_000))})
    assert [finding.line for finding in report.errors] == list(range(1, 5_001))


def test_a_loop_of_links_on_the_disk_is_followed_once(lay: Lay) -> None:
    root = lay({"index.html": '<a href="a/b.html">', "a/b.html": BROKEN})
    (root / "a/up").symlink_to(root)
    (root / "lost").symlink_to(root / "nowhere")
    (root / "self.html").symlink_to("self.html")
    report = check(root)
    assert [str(finding) for finding in report.findings] == [
        "a/b.html:1:10: gone.html → no such file",
        "a/up/: warning: this link to a folder leads back to a folder above it, and was not followed",
        "lost: warning: this link on the disk leads to no file",
        "self.html: warning: this link on the disk leads to no file",
    ]


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder that everybody may read, and a test that is not root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    if os.geteuid() == 0:
        os.seteuid(65534)
        yield folder
        os.seteuid(0)
    else:
        yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(unprivileged: Path) -> None:
    (unprivileged / "index.html").write_text('<a href="a.html"></a><a href="b.html"></a><a href="shut/c.html">')
    (unprivileged / "a.html").write_text("")
    (unprivileged / "a.html").chmod(0)
    (unprivileged / "b.html").write_text(BROKEN)
    (unprivileged / "shut").mkdir()
    (unprivileged / "shut").chmod(0)
    report = check(unprivileged, workers=1)
    (unprivileged / "shut").chmod(0o700)
    assert [str(finding) for finding in report.errors] == [
        "a.html: the file cannot be read: permission denied",
        "b.html:1:10: gone.html → no such file",
        "index.html:1:52: shut/c.html → no such file",
        "shut/: the folder cannot be read: permission denied",
    ]
    assert report.exit_code() == 1


def test_a_folder_of_which_nothing_can_be_read_ends_with_2(unprivileged: Path) -> None:
    (unprivileged / "index.html").write_text("")
    (unprivileged / "index.html").chmod(0)
    assert check(unprivileged, workers=1).exit_code() == 2


@pytest.mark.parametrize(("name", "reason"), [("none", "no such folder"), ("file", "is a file: name its folder")])
def test_a_folder_that_is_none_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RoundtableError) as raised:
        check(tmp_path / name)
    assert str(raised.value) == f"{tmp_path / name}: {reason}"


def test_names_that_are_no_unicode_can_be_linked(lay: Lay) -> None:
    root = lay({"index.html": '<a href="caf%E9.html">'})
    (root / "index.html").rename(root / os.fsdecode(b"caf\xe9.html"))
    (root / "index.html").write_text('<a href="caf%E9.html"></a><a href="caf%E8.html"></a>')
    report = check(root)
    assert [finding.message for finding in report.errors] == [
        "caf%E8.html → no such file (did you mean caf\\udce9.html?)"
    ]


XML = [
    ("feed.xml", "<rss><channel><link>https://example.org/</link>", "feed.xml:1:48: warning: not well-formed XML: no element found"),
    ("data.xml", "<other><unclosed>", None),
    ("feed.xml", '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><rss><link>&c;</link></rss>', "feed.xml: xx → no such file"),
    ("site.webmanifest", "{", "site.webmanifest:1:2: warning: the manifest is not readable as JSON"),
    ("data.json", "{", None),
    ("sitemap.xml.gz", b"\x1f\x8bno gzip at all", "sitemap.xml.gz: warning: this sitemap cannot be unpacked"),
    ("sitemap.xml.gz", gzip.compress(b" " * 60_000_000, mtime=0)[:-5], "sitemap.xml.gz: warning: this sitemap cannot be unpacked"),
    ("a.css", "p { background: url(\\\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "line"), XML, ids=range(len(XML)))
def test_a_broken_file_of_another_kind_gets_one_line(
    checked: Checker, name: str, content: str | bytes, line: str | None
) -> None:
    found = [str(finding) for finding in checked({"index.html": "", name: content}).findings]
    assert [text.partition(" (exp")[0] for text in found] == ([line] if line else [])


def test_one_process_and_several_find_the_same(lay: Lay) -> None:
    pages = {f"p{number}.html": f'<a href="p{number + 1}.html#a"></a><a href="q">' for number in range(200)}
    root = lay({"index.html": '<a href="p0.html">', **pages, "p200.html": ""})
    one, two = check(root, workers=1), check(root, workers=2)
    assert one == two
    assert len(one.errors) == 400


LINES = [
    ("<p>\n<img alt='a' src='b.html'>\n<img alt='c'><img alt='d'>", ["3:1", "3:14"]),
    ("<p>\n<a>one</a>", ["2:1"]),
    ('<meta charset="utf-8">\n<meta http-equiv="refresh" content="soon">', ["2:37"]),
    ('<meta http-equiv="refresh" content="0; url=index.html">', ["1:37"]),
    ('<script type="application/ld+json">{}</script>\n<script type="application/ld+json">{"a":\n}</script>', ["3:1"]),
]


@pytest.mark.parametrize(("markup", "places"), LINES, ids=range(len(LINES)))
def test_what_is_wrong_with_no_address_has_its_line_too(checked: Checker, markup: str, places: list[str]) -> None:
    report = checked({"index.html": markup, "b.html": '<a href="index.html">'})
    found = [f"{finding.line}:{finding.column}" for finding in report.findings if finding.page == "index.html"]
    assert sorted(found) == places


@pytest.mark.slow
def test_a_page_of_50_megabytes_is_read_to_its_end(lay: Lay) -> None:
    filling = b"<p id='x'>" + "平".encode() * 300 + b"<a href='index.html'>a</a></p>\n"
    root = lay({"index.html": b"<title>long</title>\n" + filling * (50_000_000 // len(filling)) + BROKEN.encode()})
    report = check(root)
    assert [finding.message for finding in report.errors] == ["gone.html → no such file"]
    assert report.errors[0].line == 50_000_000 // len(filling) + 2
