"""The reader of tags and the tree find the same links, whatever the page; neither ever raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_site.links.extract.files import read_page
from roundtable_site.links.extract.html import read_elements, read_html
from roundtable_site.links.extract.scan import scan
from roundtable_site.links.extract.styles import find_addresses
from roundtable_site.links.extract.xml import read_xml
from roundtable_site.links.srcset import candidates

PAGES = [
    '<a href="a&amp;b&copy=1&copy;&#x4e2d;&notit;">',
    "<a href=a/b>x</a><a href = 'b c' HREF=d>",
    '<A HREF="x" id=y><IMG SRC=z srcset="p 1x, q 2x">',
    '<script>"<a href=no>"</script><a href="yes">',
    '<style>p{background:url(a.png)}</style><div style="background:url(b.png)">',
    "<!-- <a href=no> --><a href=yes><!-- --!><a href=also>",
    "<textarea><a href=no></textarea><title><a href=no></title><a href=yes>",
    '<template><a href="no"><template></template></template><a href="yes">',
    "<noscript><a href=yes></noscript><svg><use xlink:href=#a /></svg>",
    '<meta http-equiv="refresh" content="0; url=x"><base href="y"><form action="z">',
    "<a/href=x/><a href=y/z id=/>",
    "<!--><a href=yes>--><!---><a href=yes2><?php <a href=no> ?><!x <a href=no></ <a href=no><a href=yes3>",
]


@pytest.mark.parametrize("page", PAGES)
def test_tags_and_tree_agree(page: str) -> None:
    by_tree, by_tags = read_html(page), read_elements(scan(page))
    assert (by_tags.links, by_tags.ids, by_tags.base) == (by_tree.links, by_tree.ids, by_tree.base)


MARKS = "<>/=\"' \n&;!-#()[],{}\\\0"
TAGS = "<a href= <!-- --> <script> </script> <style> <template> </template> <svg>"
WORDS = f"a href src srcset url( @import &amp; 图 1x {TAGS}"
PIECES = st.lists(st.sampled_from([*MARKS, *WORDS.split()])).map("".join)


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_no_text_whatever_raises(text: str) -> None:
    read_page(text.encode())
    read_elements(scan(text))
    read_xml(text.encode())
    assert all(candidates(text))
    list(find_addresses(text))


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("a.png", ["a.png"]),
        ("a.png, b.png 2x", ["a.png", "b.png"]),
        ("a.png 1x,b.png 2x", ["a.png", "b.png"]),
        ("a.png,b.png 2x", ["a.png,b.png"]),
        ("  a.png  300w ,  b.png  600w  ", ["a.png", "b.png"]),
        ("\n a.png 1x,\n\n b.png 2x\n", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 1x, b.png 2x", ["data:image/png;base64,AA==", "b.png"]),
        ("a.png (x, y) 1x, b.png", ["a.png", "b.png"]),
        ("a.png,, b.png", ["a.png", "b.png"]),
        (", ,", []),
        ("", []),
    ],
)
def test_a_srcset_is_split_as_the_standard_says(srcset: str, addresses: list[str]) -> None:
    assert candidates(srcset) == addresses


@pytest.mark.parametrize(
    ("css", "addresses"),
    [
        ("a{background:url(a.png)}", ["a.png"]),
        ("a{background:url( 'a b.png' )}", ["a b.png"]),
        ("a{background:URL(a\\ b.png)}", ["a b.png"]),
        ('@import "a.css" screen;', ["a.css"]),
        ("@import url(a.css) layer(b);", ["a.css"]),
        ("@namespace svg url(http://www.w3.org/2000/svg); a{b:url(c)}", ["c"]),
        ('@charset "utf-8"; a{content:"url(no.png)"}', []),
        ("/* url(no.png) */ a{b:url(yes.png)}", ["yes.png"]),
        ('a{src:local("no"),url("a.woff2")format("no")}', ["a.woff2"]),
        ('a{b:image-set("a.png" 1x, url(b.png) 2x type("image/no"))}', ["a.png", "b.png"]),
        ("a{b:myurl(no.png)}", []),
        ("a{b:url()}", []),
        ("a{b:url(a(b)}", []),
        ("a{b:\\75rl(a.png)}", ["a.png"]),
        ("@IMPORT'a.css';a{b:src('b.png')}", ["a.css", "b.png"]),
        ("a{b:url(data:image/png;base64,AA==)}", ["data:image/png;base64,AA=="]),
    ],
)
def test_css_is_read_by_its_tokens(css: str, addresses: list[str]) -> None:
    assert [address for _, address in find_addresses(css)] == addresses
