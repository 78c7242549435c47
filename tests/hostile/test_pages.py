"""No words of a content file, a setting or an editor's page become anything but words on a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from attacks import ATTACKS, GROUPS, attacked, fields_without
from hostile_site import BASE

# What Markdown may become: nothing that loads, runs, covers or sends anything.
MARKDOWN = {
    *("p", "a", "b", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "h1", "h2", "h3", "h4", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td", "img", "center", "sup", "sub", "span", "div"),
}  # fmt: skip
ADDRESSES = ("href", "src", "action", "formaction", "data", "poster", "srcset", "xlink:href", "cite", "background")
FOREIGN = ("https://beian.miit.gov.cn/", "https://beian.mps.gov.cn/", "https://paper.example/a?b=c&d='e'")


def elements(folder: Path) -> Iterator[tuple[str, LexborNode]]:
    """Yield every element of every page with the page's path."""
    for path in sorted(folder.rglob("*.html")):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        for node in tree.root.traverse() if tree.root else ():
            yield path.relative_to(folder).as_posix(), node


def in_markdown(node: LexborNode) -> bool:
    while node.parent is not None:
        node = node.parent
        if (node.tag, node.attributes.get("class")) in (("aside", "editor"), ("div", "prose")):
            return True
    return False


@pytest.mark.parametrize("name", ATTACKS)
def test_the_article_of_each_attack_carries_it_in_every_field_that_takes_words(name):
    assert fields_without(ATTACKS[name], attacked(ATTACKS[name])) == []


def test_the_corpus_makes_no_element_and_no_attribute_that_plain_words_do_not_make(site, plain):
    def kinds(folder: Path) -> set[tuple[str, str]]:
        return {
            (node.tag, name) for _, node in elements(folder) if not in_markdown(node) for name in ("", *node.attributes)
        }

    assert sorted(kinds(site) - kinds(plain)) == []


def test_markdown_becomes_nothing_that_loads_or_runs_anything(site):
    for page, node in elements(site):
        if in_markdown(node):
            assert node.tag in MARKDOWN, (page, node.html)
            assert not {name for name in node.attributes if name.startswith("on") or name in ("style", "srcdoc")}


def test_no_address_leads_to_a_script_or_to_a_host_that_is_not_named_on_purpose(site):
    for page, node in elements(site):
        for name in ADDRESSES:
            address = node.attributes.get(name)
            if address is None or node.tag == "data":
                continue
            parts = urlsplit(address.strip())
            loads = name == "src" or (node.tag == "link" and node.attributes["rel"] not in ("canonical", "alternate"))
            if loads and page != "404.html":  # which is shown at any depth, so that its addresses are whole
                assert not parts.scheme, (page, node.html)
                assert not parts.netloc, (page, node.html)
            elif parts.netloc or parts.scheme:
                assert address.startswith((BASE, *FOREIGN, "mailto:")) or in_markdown(node), (page, node.html)
                assert parts.scheme in ("https", "http", "mailto"), (page, node.html)


def test_every_script_is_a_file_of_the_theme_or_data_that_is_whole(site):
    for page, node in elements(site):
        if node.tag != "script":
            continue
        if node.attributes.get("type") == "application/ld+json":
            assert json.loads(node.text())["@context"] == "https://schema.org", page
        else:
            assert urlsplit(node.attributes["src"] or "").path.rpartition("/")[2] in ("search.js", "table.js"), page
            assert not node.text().strip(), page


def test_words_are_shown_as_they_stand(site):
    def plainly(text: str) -> str:
        # What HTML itself does to a text: line ends become one kind, and are white space like any other.
        return " ".join(text.replace("\r\n", "\n").replace("\r", "\n").split())

    for number, words in enumerate(GROUPS.values(), start=1):
        tree = LexborHTMLParser((site / f"gongji-{number}/speakers/bing/index.html").read_text(encoding="utf-8"))
        quoted = [plainly(node.text()) for node in tree.css("blockquote p")]
        assert plainly(words) in quoted


def test_no_template_in_words_is_worked_out(site):
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix in (".html", ".xml", ".json", ".csv", ".js"):
            assert "1337" not in path.read_text(encoding="utf-8"), path  # 191*7
