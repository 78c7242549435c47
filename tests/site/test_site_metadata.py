"""What machines are told: linked data, share tags, feeds, sitemap; and what is left out without a public address."""

import json
import re
from xml.etree import ElementTree as Tree

import extruct
import feedparser
import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from roundtable_site import links
from roundtable_site.build import build
from roundtable_site.model import Correction, Editorial
from roundtable_site.settings import load_settings
from roundtable_site.site import notices, plan, render, undated, write
from roundtable_site.site.dates import changed_on, read_date
from site_example import ARTICLE, PRINTED, another

BASE = "https://paper.example/tables/"
DATED = replace(
    ARTICLE,
    source=replace(
        ARTICLE.source, publication="江边日报", date="2022-10-18", page="3", url="https://paper.example/a/1"
    ),
)


@pytest.fixture
def online(settings):
    return replace(settings, base_url=BASE, description="江边的数字")


@pytest.fixture
def folder(online, tmp_path):
    write(plan([DATED], online, PRINTED), tmp_path / "online")
    return tmp_path / "online"


def blocks(html: str, base: str = BASE) -> list[dict]:
    """Read the JSON-LD of a page as a search engine does."""
    return extruct.extract(html, base_url=base, syntaxes=["json-ld"])["json-ld"]


def of_type(found, kind):
    return [block for block in found if block["@type"] == kind]


def page_of(folder, path):
    return (folder / path / "index.html").read_text(encoding="utf-8")


def test_an_overview_describes_article_guests_quoted_documents_figures_and_the_way(folder):
    found = blocks(page_of(folder, "gangkou"))
    kinds = [block["@type"] for block in found]
    assert kinds == ["NewsArticle", "Person", "Person", "Quotation", "Dataset", "BreadcrumbList"]
    article, first = found[0], found[1]
    assert article["@id"] == BASE + "gangkou/#article"
    assert (article["headline"], article["datePublished"], article["printPage"]) == (
        "港口 <转型> & 明天",
        "2022-10-18",
        "3",
    )
    assert article["author"] == [{"@type": "Person", "name": "何见"}]
    assert article["publisher"]["name"] == "江边日报"
    assert article["isBasedOn"]["url"] == "https://paper.example/a/1"
    assert [mentioned["@id"] for mentioned in article["mentions"]] == [p["@id"] for p in of_type(found, "Person")]
    assert (first["name"], first["jobTitle"], first["affiliation"]["name"]) == ("周敏", ["新船厂厂长"], "新船厂")


def test_a_speakers_page_describes_the_person_and_each_quotation(folder):
    found = blocks(page_of(folder, "gangkou/speakers/lin-yifan"))
    person, quotations = of_type(found, "Person")[0], of_type(found, "Quotation")
    assert person["@id"] == BASE + "speakers/lin-yifan/#person"
    assert [q["text"] for q in quotations] == [q.text for q in ARTICLE.quotes if q.speaker == "lin-yifan"]
    assert {q["creator"]["@id"] for q in quotations} == {person["@id"]}
    assert {q["isPartOf"]["@id"] for q in quotations} == {BASE + "gangkou/#article"}
    assert all(re.match(BASE + r"gangkou/transcript/#t-[0-9a-f]{8}", q["url"]) for q in quotations)
    assert [q.get("disambiguatingDescription") for q in quotations] == [None, "间接引语", "间接引语"]


def test_the_table_describes_its_figures_and_downloads(folder):
    (dataset,) = of_type(blocks(page_of(folder, "gangkou/indicators")), "Dataset")
    (described,) = of_type(blocks(page_of(folder, "gangkou")), "Dataset")
    assert described["@id"] == dataset["@id"]
    assert described["variableMeasured"][0] == {"@type": "PropertyValue", "name": "吞吐量", "unitText": "吨"}
    for download in dataset["distribution"]:
        assert (folder / download["contentUrl"].removeprefix(BASE)).is_file()
    assert 50 <= len(dataset["description"]) <= 5000


def test_a_trail_of_links_is_a_list_of_breadcrumbs(folder):
    (trail,) = of_type(blocks(page_of(folder, "gangkou/transcript")), "BreadcrumbList")
    assert [(step["position"], step["item"]) for step in trail["itemListElement"]] == [
        (1, BASE),
        (2, BASE + "gangkou/"),
        (3, BASE + "gangkou/transcript/"),
    ]


def test_every_reference_between_blocks_leads_to_a_block_of_the_site(folder):
    given, asked = set(), set()

    def walk(value, top=False):
        if isinstance(value, dict):
            if set(value) == {"@id"}:
                asked.add(value["@id"])
            elif top and "@id" in value:
                given.add(value["@id"])
            for inner in value.values():
                walk(inner)
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    for path in folder.rglob("*.html"):
        for block in blocks(path.read_text(encoding="utf-8")):
            walk(block, top=True)
    assert asked
    assert asked <= given


def test_without_a_base_address_linked_data_is_relative_and_the_rest_is_left_out(settings, tmp_path):
    write(plan([DATED], settings, PRINTED), tmp_path / "out")
    for path in (tmp_path / "out").rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        assert not HTMLParser(html).css('link[rel=canonical], link[rel=alternate], meta[property^="og:"]'), path
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert not names & {"feed.xml", "feed.json", "sitemap.xml", "robots.txt"}
    (first, *_) = blocks(page_of(tmp_path / "out", "gangkou/transcript"))
    assert first["@id"] == "../index.html#article"
    assert len(notices(settings)) == 1
    assert "base_url" in notices(settings)[0]


def test_no_text_of_an_article_ends_a_script_element(online):
    site = plan([replace(DATED, headline="</script><script>alert(1)</script>")], online, PRINTED)
    for page in site.pages:
        html = render(page)
        assert "<script>alert" not in html
        blocks(html)


def test_every_page_names_its_address_and_how_it_looks_when_shared(folder):
    tree = HTMLParser(page_of(folder, "gangkou"))
    assert tree.css_first("link[rel=canonical]").attributes["href"] == BASE + "gangkou/"
    tags = {node.attributes["property"]: node.attributes["content"] for node in tree.css("meta[property]")}
    assert tags["og:url"] == BASE + "gangkou/"
    assert tags["og:type"] == "article"
    assert tags["og:title"] == "港口 <转型> & 明天"
    assert tags["article:published_time"] == "2022-10-18T00:00:00+08:00"
    for path in folder.rglob("index.html"):
        tree = HTMLParser(path.read_text(encoding="utf-8"))
        address = BASE + path.relative_to(folder).as_posix().removesuffix("index.html")
        assert [n.attributes["href"] for n in tree.css("link[rel=canonical]")] == [address]
        assert len(tree.css('meta[property="og:title"], meta[name="twitter:card"]')) == 2


def test_pages_of_several_languages_name_one_another(online, tmp_path):
    spoken = replace(online, languages=("zh-Hans", "en"))
    write(plan([DATED], spoken, PRINTED), tmp_path / "out")
    expected = [("zh-Hans", BASE + "gangkou/"), ("en", BASE + "en/gangkou/"), ("x-default", BASE + "gangkou/")]
    for page in ("gangkou", "en/gangkou"):
        found = HTMLParser(page_of(tmp_path / "out", page)).css("link[hreflang]")
        assert [(node.attributes["hreflang"], node.attributes["href"]) for node in found] == expected
    assert links.check(tmp_path / "out", base_url=BASE).errors == ()


def test_pages_of_one_language_name_no_other(folder):
    assert "hreflang" not in page_of(folder, "gangkou")


def test_the_page_for_wrong_addresses_says_nothing_to_machines(folder):
    tree = HTMLParser((folder / "404.html").read_text(encoding="utf-8"))
    assert not tree.css('link[rel=canonical], meta[property], script[type="application/ld+json"]')


def test_feeds_tell_of_dated_articles_newest_first(online, tmp_path):
    def dated(slug, day):
        return replace(another(slug), source=replace(DATED.source, date=day))

    mended = replace(
        dated("b", "2023年1月5日"), editorial=Editorial(corrections=(Correction("2023-02-01", "改", "误"),))
    )
    write(plan([DATED, mended, another("undated")], online, {}), tmp_path / "out")
    atom = feedparser.parse((tmp_path / "out/feed.xml").read_bytes())
    assert not atom.bozo
    assert [entry.link for entry in atom.entries] == [BASE + "b/", BASE + "gangkou/"]
    assert [entry.updated for entry in atom.entries] == ["2023-02-01T00:00:00+08:00", "2022-10-18T00:00:00+08:00"]
    assert (atom.feed.title, atom.feed.updated) == ("江边数据", "2023-02-01T00:00:00+08:00")
    assert atom.entries[1].summary == ARTICLE.standfirst[0].text
    feed = json.loads((tmp_path / "out/feed.json").read_text(encoding="utf-8"))
    assert feedparser.parse(json.dumps(feed)).version in ("json11", "")
    assert [item["url"] for item in feed["items"]] == [entry.link for entry in atom.entries]


def test_an_undated_article_is_warned_of_where_there_are_feeds(online, settings):
    unread = replace(another("b"), source=replace(ARTICLE.source, date="2022年秋"))
    assert [p.message.split(":")[0] for p in undated([DATED, ARTICLE, unread], online)] == [
        "the article has no date",
        "the date '2022年秋' is not read",
    ]
    assert not list(undated([ARTICLE], settings))


def test_a_site_without_dated_articles_has_no_feed(online, tmp_path):
    write(plan([ARTICLE], online, PRINTED), tmp_path / "out")
    assert not (tmp_path / "out/feed.xml").exists()
    assert "feed" not in page_of(tmp_path / "out", "gangkou")


def test_the_sitemap_lists_every_page_once(folder):
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    rows = Tree.fromstring((folder / "sitemap.xml").read_bytes()).findall("s:url", space)
    listed = [row.findtext("s:loc", namespaces=space) for row in rows]
    pages = {BASE + p.relative_to(folder).as_posix().removesuffix("index.html") for p in folder.rglob("index.html")}
    assert sorted(listed) == sorted(pages)
    assert rows[listed.index(BASE + "gangkou/")].findtext("s:lastmod", namespaces=space) == "2022-10-18"
    assert f"Sitemap: {BASE}sitemap.xml" in (folder / "robots.txt").read_text(encoding="utf-8")


def test_a_site_of_many_pages_has_several_sitemaps(online, monkeypatch, tmp_path):
    monkeypatch.setattr("roundtable_site.site.metadata.sitemap.MOST", 7)
    write(plan([DATED], online, PRINTED), tmp_path / "out")
    first = (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")
    parts = re.findall(rf"<loc>{BASE}(sitemap-\d\.xml)</loc>", first)
    assert len(parts) > 1
    assert all((tmp_path / "out" / part).read_text(encoding="utf-8").count("<url>") <= 7 for part in parts)


def test_all_addresses_for_machines_lead_somewhere(folder):
    assert links.check(folder, base_url=BASE).errors == ()


@pytest.mark.parametrize("text", [None, "", "2022", "2022-13-01", "2022-02-30", "昨天"])
def test_what_is_no_date_is_not_guessed(text):
    assert read_date(text) is None


def test_an_article_changes_with_its_last_correction():
    notes = (Correction("2023-02-01", "a", "b"), Correction("2022-12-01", "a", "b"), Correction("春", "a", "b"))
    assert str(changed_on(replace(DATED, editorial=Editorial(corrections=notes)))) == "2023-02-01"


def test_a_build_says_what_is_left_out_without_a_base_address(small_site):
    assert len(build(load_settings(small_site)).notices) == 1
    online = build(load_settings(small_site).with_overrides(base_url=BASE))
    assert online.notices == ()
    assert ["stays out of the feeds" in warning.message for warning in online.warnings].count(True) == 1
