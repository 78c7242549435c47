"""Lists of a large site: pages of 50, by year, by column, and what small sites do not notice of them."""

import gzip
import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from invented_archive import Cast, written
from roundtable_site import content, links
from roundtable_site.model import District, Guest
from roundtable_site.settings import Settings
from roundtable_site.site import across, ordering, plan, render, shelves, topics, write
from roundtable_site.site.shelves import column_folders
from site_example import ARTICLE, another

YEARS = ("2019", "2020", "2022")


def dated(number: int, date: str | None = None):
    """Make an invented article: every third of a year, every fourth in another column, every fortieth undated."""
    date = date or (None if number % 40 == 0 else f"{YEARS[number % 3]}-{number % 12 + 1:02}-{number % 28 + 1:02}")
    article = another(f"a{number:03}", f"第{number}篇")
    column = ("江边对谈", "河畔圆桌")[number % 4 == 0]
    return replace(article, source=replace(article.source, date=date), column=column)


def many(count: int = 120):
    return [dated(number) for number in range(count)]


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    root = tmp_path_factory.mktemp("large")
    settings = Settings(
        root=root, title="江边数据", content=root / "content", templates=root / "templates",
        base_url="https://paper.example/t/", languages=("zh-Hans", "en"),
    )  # fmt: skip
    crowd = tuple(Guest(f"guest-{n:03}", f"来宾{n}", ("研究员",), None, "panellist") for n in range(60))
    places = tuple(District(f"place-{n:03}", f"地方{n}", "place") for n in range(52))
    first, *rest = many()
    first = replace(first, guests=(*first.guests, *crowd), districts=(*first.districts, *places))
    return plan([first, *rest], settings, {})


def page(site, path):
    return next(page for page in site.pages if page.address.path == path)


def slugs(site, path) -> list[str]:
    """Name the articles that a list leads to, in its order."""
    html = LexborHTMLParser(render(page(site, path)))
    return [a.attributes["href"].split("/")[-2] for a in html.css(".shelf .headline")]


def test_all_articles_stand_in_pages_of_fifty_the_newest_first(large):
    listed = [
        slug
        for path in ("articles/index.html", "articles/page/2/index.html", "articles/page/3/index.html")
        for slug in slugs(large, path)
    ]
    assert [len(slugs(large, "articles/index.html")), len(listed)] == [50, 120]
    by_slug = {article.slug: article.source.date or "" for article in many()}
    assert [by_slug[slug] for slug in listed] == sorted(by_slug.values(), reverse=True)
    assert listed[-3:] == ["a000", "a040", "a080"]
    assert not any(p.address.path == "articles/page/4/index.html" for p in large.pages)


def test_years_and_columns_have_lists_of_their_own(large):
    by_year = {year: slugs(large, f"articles/{year}/index.html") for year in YEARS}
    assert sum(map(len, by_year.values())) == 117
    assert set(by_year["2020"]) == {a.slug for a in many() if (a.source.date or "").startswith("2020")}
    assert len(slugs(large, "columns/hepanyuanzhuo/index.html")) == 30
    assert len(slugs(large, "columns/jiangbianduitan/page/2/index.html")) == 40


def test_the_front_page_of_a_large_site_shows_the_newest_and_leads_to_all(large):
    home = page(large, "index.html")
    newest = sorted(many(), key=lambda a: a.source.date or "", reverse=True)
    assert [row.slug for row in home.articles] == [a.slug for a in newest[:20]]
    html = render(home)
    for place in ("articles/index.html", "articles/2019/index.html", "columns/hepanyuanzhuo/index.html"):
        assert f'href="{place}"' in html
    assert "120 篇圆桌" in html


def test_every_part_says_which_it_is_and_leads_to_those_beside_it(large):
    html = LexborHTMLParser(render(page(large, "articles/page/2/index.html")))
    assert html.css_first('a[rel="prev"]').attributes["href"] == "../../index.html"
    assert html.css_first('a[rel="next"]').attributes["href"] == "../3/index.html"
    assert html.css_first(".pager").attributes["aria-label"]
    assert html.css_first('.pager [aria-current="page"]').text() == "2"
    assert html.css_first('link[rel="canonical"]').attributes["href"] == "https://paper.example/t/articles/page/2/"
    assert html.css_first("h1").text() == "全部圆桌（第 2 页，共 3 页）"
    assert [step.title for step in page(large, "articles/2022/index.html").trail] == ["首页", "全部圆桌"]
    assert [step.title for step in page(large, "articles/page/2/index.html").trail] == ["首页", "全部圆桌"]
    titles = [p.title for p in large.pages if re.match(r"(articles|columns)/", p.address.path)]
    assert len(titles) == len(set(titles)) == 3 + 3 + 1 + 2 + 1


def test_speakers_and_districts_stand_in_pages_of_fifty(large):
    first, second = page(large, "speakers/index.html"), page(large, "speakers/page/2/index.html")
    assert (len(first.people), len(second.people)) == (50, 12)
    ids = [row.speaker.guest.id for part in (first, second) for _, row in part.people]
    assert ids == sorted(ids)
    assert second.title == "发言者（第 2 页，共 2 页）"
    assert len(page(large, "districts/page/2/index.html").places) == 5
    assert page(large, "en/speakers/page/2/index.html").title == "Speakers (page 2 of 2)"


def test_no_link_of_a_large_site_is_broken_and_every_page_is_reached(settings, tmp_path, monkeypatch):
    for module in (across, ordering):
        monkeypatch.setattr(module, "PART", 2)
    monkeypatch.setattr(topics, "PLACED", 2)
    monkeypatch.setattr(topics, "WORDS", 3)
    monkeypatch.setattr(shelves, "NEWEST", 1)
    settings = replace(settings, base_url="https://paper.example/t/")
    write(plan(many(7), settings, {}), tmp_path / "build")
    assert not links.check(tmp_path / "build", base_url=settings.base_url).errors
    assert "https://paper.example/t/articles/page/4/" in (tmp_path / "build" / "sitemap.xml").read_text(
        encoding="utf-8"
    )


def shown(site, path) -> LexborHTMLParser:
    return LexborHTMLParser(render(page(site, path)))


def test_a_guest_of_many_articles_has_a_page_in_parts_of_fifty(large):
    parts = [f"speakers/lin-yifan/{way}index.html" for way in ("", "page/2/", "page/3/")]
    found = [link.attributes["href"].split("/")[-4] for path in parts for link in shown(large, path).css("h2 a")]
    assert sorted(found) == [article.slug for article in many()]
    assert [step.title for step in page(large, parts[1]).trail] == ["首页", "发言者", "林一帆"]
    assert shown(large, parts[1]).css_first('a[rel="next"]').attributes["href"] == "../3/index.html"


def test_a_district_of_many_articles_has_a_page_in_parts_and_its_series_beside_it(large):
    last = shown(large, "districts/lin-gang/page/6/index.html")
    assert len(last.css("section h2")) == 20
    assert last.css_first(".more a").attributes["href"] == "../../series/index.html"
    assert shown(large, "districts/lin-gang/series/index.html").css("figure.series")
    assert not shown(large, "districts/lin-gang/index.html").css("figure.series")


def test_every_keyword_of_a_large_site_has_a_page_that_articles_lead_to(large):
    words = page(large, "keywords/index.html").words
    assert {count for _, count in words} == {120}
    where = large.frame.keyword("转型")
    first = shown(large, where.path)
    assert len(first.css(".shelf li")) == 50
    assert len(shown(large, where.under("page", "3").path).css(".shelf li")) == 20
    assert len(first.css(".years span")) == 3
    way = where.seen_from(page(large, "a001/index.html").address)
    assert f'href="{way}"' in render(page(large, "a001/index.html"))


def test_the_columns_have_a_list_and_the_menu_leads_to_all_articles(large, settings):
    columns = shown(large, "columns/index.html")
    assert [link.text() for link in columns.css(".words a")] == ["河畔圆桌 30", "江边对谈 90"]
    assert 'href="../articles/index.html">全部圆桌' in columns.css_first("header nav").html
    assert "全部圆桌" not in shown(plan(many(3), settings, {}), "index.html").css_first("header nav").html


def test_no_page_of_an_archive_grows_with_it(tmp_path):
    cast = Cast(8)  # so few people and places that each is in every third article
    settings = Settings(root=tmp_path, templates=tmp_path / "none")
    site = plan([written(number * 9, cast, 1)[0] for number in range(70)], settings, {})
    paths = re.compile(r"(?:index\.html|(?:articles|columns|speakers|districts|keywords|search)/)")
    heavy = {}
    for one in site.pages:
        if paths.match(one.address.path) and (size := len(gzip.compress(render(one).encode()))) > 30 * 1024:
            heavy[one.address.path] = size
    assert heavy == {}


def test_a_guest_called_page_takes_no_address_of_a_list(settings):
    crowd = tuple(Guest(f"guest-{n:03}", f"来宾{n}", ("研究员",), None, "panellist") for n in range(60))
    odd = (Guest("page", "佩吉", ("记者",), None, "panellist"), Guest("page-2", "佩姬", ("记者",), None, "panellist"))
    site = plan([replace(ARTICLE, guests=(*ARTICLE.guests, *crowd, *odd))], settings, {})
    assert page(site, "speakers/page/index.html").title == "佩吉"
    assert page(site, "speakers/page/2/index.html").title.startswith("发言者")


def test_a_site_of_fifty_articles_has_its_front_page_as_ever_and_no_lists(settings):
    articles = many(50)
    site = plan(articles, settings, {})
    home = page(site, "index.html")
    assert [row.slug for row in home.articles] == [a.slug for a in articles]
    assert "shelves" not in render(home)
    assert "pager" not in render(page(site, "speakers/index.html"))
    assert not any(p.address.path.startswith(("articles/", "columns/")) for p in site.pages)


def test_columns_that_sound_alike_have_addresses_of_their_own():
    found = column_folders(["江边", "疆边", "河畔"])
    assert len(set(found.values())) == 3
    assert found["河畔"] == "hepan"
    assert column_folders(["疆边", "河畔", "江边"]) == found


def test_keywords_say_in_how_many_sentences_of_which_year_they_stand(settings):
    articles = [dated(1, "2019-02-03"), dated(2, "2022-02-03"), dated(3, "2022-05-03"), dated(4, "早年")]
    keywords = page(plan(articles, settings, {}), "keywords/index.html")
    word = next(word for word in keywords.words if word.word == "转型")
    once = word.appearances[0].total
    assert word.years == (("2019", once), ("2022", 2 * once))
    assert f"2022：{2 * once} 句原文" in LexborHTMLParser(render(keywords)).css_first(".years").parent.text()
    assert "years" not in render(page(plan(articles[1:], settings, {}), "keywords/index.html"))


def test_namesakes_whom_the_editor_gave_different_ids_have_pages_of_their_own(tmp_path, settings):
    for slug, guest in (("one", "lin-yifan"), ("two", "lin-yifan"), ("three", "lin-yifan-2")):
        text = content.dump(another(slug, f"{slug}篇")).replace("lin-yifan", guest)
        (tmp_path / f"{slug}.yml").write_text(text, encoding="utf-8")
    site = plan(content.load_all(tmp_path), settings, {})

    def articles(guest: str) -> set[str]:
        person = page(site, f"speakers/{guest}/index.html")
        assert person.title == "林一帆"
        return {row.article.title for row in person.appearances}

    assert articles("lin-yifan") == {"one篇", "two篇"}
    assert articles("lin-yifan-2") == {"three篇"}
    people = page(site, "speakers/index.html").people
    assert [row.speaker.name for _, row in people].count("林一帆") == 2
