import json
import re
from pathlib import Path
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from roundtable_site.site import plan, write
from site_example import ARTICLE, PRINTED


def pages(folder: Path):
    for path in sorted(folder.rglob("*.html")):
        yield path, HTMLParser(path.read_text(encoding="utf-8"))


def test_every_internal_link_leads_to_a_file_and_a_place_in_it(published):
    ids = {path: {node.attributes["id"] for node in tree.css("[id]")} for path, tree in pages(published)}
    for path, tree in pages(published):
        for node in tree.css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes["src"]
            file, _, fragment = link.partition("#")
            target = (path.parent / unquote(file)).resolve() if file else path
            assert target.is_file(), f"{path}: {link}"
            assert not fragment or fragment in ids[target], f"{path}: {link}"


def test_no_id_stands_twice_on_a_page(published):
    for path, tree in pages(published):
        ids = [node.attributes["id"] for node in tree.css("[id]")]
        assert len(ids) == len(set(ids)), path


def test_no_page_has_inline_style_or_script_or_a_foreign_address(published):
    for path, tree in pages(published):
        assert "default-src 'none'" in tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
        assert not tree.css("style, [style], [onclick], script:not([src], [type='application/ld+json'])"), path
        assert not re.search(r'(?:src|href)="(?:https?:)?//', path.read_text(encoding="utf-8")), path


def test_text_is_escaped(published):
    assert "港口 &lt;转型&gt; &amp; 明天" in (published / "gangkou/index.html").read_text(encoding="utf-8")


def test_a_figure_leads_to_its_sentence_and_the_sentence_leads_back(published):
    table = HTMLParser((published / "gangkou/indicators/index.html").read_text(encoding="utf-8"))
    ways = [node.attributes["href"] for node in table.css("#s1i4 a[href]")]
    sentence = next(way for way in ways if way.startswith("../transcript/index.html#t-"))
    transcript = HTMLParser((published / "gangkou/transcript/index.html").read_text(encoding="utf-8"))
    back = transcript.css_first(f"#{sentence.partition('#')[2]} a.f")
    assert (back.text(), back.attributes["href"]) == ("两成多", "../indicators/index.html#s1i4")


def test_a_quotation_leads_to_its_sentence_and_the_sentence_leads_back(published):
    page = HTMLParser((published / "gangkou/speakers/lin-yifan/index.html").read_text(encoding="utf-8"))
    ways = [node.attributes["href"] for node in page.css("#s1q1 a[href]")]
    assert any(way.startswith("../../transcript/index.html#t-") for way in ways)
    transcript = (published / "gangkou/transcript/index.html").read_text(encoding="utf-8")
    assert 'href="../speakers/lin-yifan/index.html#s1q1"' in transcript


def test_the_transcript_is_the_text_of_the_article(published):
    tree = HTMLParser((published / "gangkou/transcript/index.html").read_text(encoding="utf-8"))
    for node in tree.css(".perma, .to-quote"):
        node.decompose()
    for paragraph in ARTICLE.paragraphs():
        assert tree.css_first(f"#{paragraph.id}").text() == paragraph.text


def test_json_and_csv_hold_every_figure_with_its_sentence(published):
    table = json.loads((published / "gangkou/data/indicators.json").read_text(encoding="utf-8"))
    assert [row["id"] for row in table["indicators"]] == [i.id for i in ARTICLE.indicators]
    assert table["indicators"][4]["value"] == -12
    rows = (published / "gangkou/data/indicators.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + len(ARTICLE.indicators)


def test_a_template_of_the_site_overrides_the_theme(settings, tmp_path):
    own = settings.root / "templates"
    own.mkdir()
    (own / "colophon.html").write_text("<p>own colophon of {{ settings.title }}</p>", encoding="utf-8")
    write(plan([ARTICLE], settings, PRINTED), tmp_path / "out")
    assert "<p>own colophon of 江边数据</p>" in (tmp_path / "out/index.html").read_text(encoding="utf-8")


def test_two_writings_give_the_same_bytes(site, published, tmp_path):
    write(site, tmp_path / "again")
    for path in published.rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "again" / path.relative_to(published)).read_bytes()
