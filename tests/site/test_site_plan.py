import pytest
from msgspec.structs import replace

from roundtable_site.errors import Location, RoundtableError
from roundtable_site.model import District, Editorial
from roundtable_site.site import plan, render
from site_example import ARTICLE, PRINTED, another


def paths(site):
    return {page.address.path for page in site.pages} | {file.address.path for file in site.files}


def test_every_settled_address_has_its_page(site):
    assert paths(site) >= {
        "index.html",
        "404.html",
        "about/index.html",
        "keywords/index.html",
        "speakers/index.html",
        "speakers/lin-yifan/index.html",
        "districts/index.html",
        "districts/xin-chuanchang/index.html",
        "gangkou/index.html",
        "gangkou/indicators/index.html",
        "gangkou/transcript/index.html",
        "gangkou/speakers/index.html",
        "gangkou/speakers/zhou-min/index.html",
        "gangkou/districts/index.html",
        "gangkou/districts/lin-gang/index.html",
        "gangkou/data/indicators.csv",
        "gangkou/data/indicators.json",
    }


def test_speakers_are_joined_in_printed_order(site):
    pages = {page.address.path: page for page in site.pages}
    first, second = pages["gangkou/speakers/zhou-min/index.html"], pages["gangkou/speakers/lin-yifan/index.html"]
    assert (first.previous, first.following.title) == (None, "林一帆")
    assert (second.previous.title, second.following) == ("周敏", None)


def test_an_article_that_is_not_published_has_no_page(settings):
    site = plan([replace(ARTICLE, editorial=Editorial(publish=False))], settings, PRINTED)
    assert not any(path.startswith("gangkou") for path in paths(site))


def test_a_hidden_figure_has_no_entry(settings):
    first, *rest = ARTICLE.indicators
    article = replace(ARTICLE, indicators=(replace(first, editorial=Editorial(hidden=True)), *rest))
    site = plan([article], settings, {})
    assert site.dossiers[0].claims[0].id == "s1i2"


def test_two_pages_with_one_address_are_an_error(settings):
    with pytest.raises(RoundtableError, match=r"two pages have the address gangkou/index\.html"):
        plan([ARTICLE, another("gangkou")], settings, PRINTED)


def test_an_article_of_the_name_of_a_site_page_is_an_error(settings):
    with pytest.raises(RoundtableError, match=r"two pages have the address speakers/index\.html"):
        plan([another("speakers")], settings, {})


def test_a_person_in_two_articles_has_one_page_across_them(settings):
    site = plan([ARTICLE, another("second")], settings, {})
    person = next(page for page in site.pages if page.address.path == "speakers/lin-yifan/index.html")
    assert [row.article.address.folder for row in person.appearances] == ["gangkou", "second"]


def test_every_page_names_the_file_it_was_made_from(site):
    assert site.sources["gangkou/speakers/zhou-min/index.html"] == "content/gangkou.yml"
    assert site.sources["index.html"] == "roundtable.toml"
    assert set(site.sources) == paths(site)


@pytest.mark.parametrize(
    ("kinds", "word"),
    [
        (("district", "district"), "区县"),
        (("organisation",), "单位"),
        (("city", "district"), "地区"),
        (("district", "organisation"), "地区与单位"),
        (("world", "organisation", "event"), "地区、单位与活动"),
        ((), "地区与单位"),
    ],
)
def test_the_word_for_districts_follows_what_they_are(settings, kinds, word):
    districts = tuple(District(f"d{at}", f"甲{at}", kind) for at, kind in enumerate(kinds))
    article = replace(ARTICLE, districts=districts, guests=(), indicators=(), quotes=(), sections=())
    site = plan([article], settings, {})
    page = next(page for page in site.pages if page.address.path == "gangkou/districts/index.html")
    assert page.title == word


def test_an_article_without_a_headline_is_called_by_its_first_heading(settings):
    site = plan([replace(ARTICLE, headline=None)], settings, {})
    assert site.dossiers[0].title == "码头要看时间"


def test_a_changed_id_leaves_a_page_that_leads_on(settings):
    first, second = ARTICLE.guests
    site = plan([replace(ARTICLE, guests=(replace(first, was="zhou-ming"), second))], settings, {})
    pages = {page.address.path: page for page in site.pages}
    assert 'url=../zhou-min/index.html"' in render(pages["gangkou/speakers/zhou-ming/index.html"])
    assert 'url=../zhou-min/index.html"' in render(pages["speakers/zhou-ming/index.html"])


def test_the_page_for_a_wrong_address_has_whole_links_where_the_site_has_an_address(settings):
    settings = settings.with_overrides(base_url="https://paper.example/tables/")
    page = next(page for page in plan([ARTICLE], settings, {}).pages if page.address.path == "404.html")
    assert 'href="https://paper.example/tables/assets/site.css"' in render(page)


def test_a_hidden_guest_has_no_page_but_keeps_the_name(settings):
    first, second = ARTICLE.guests
    site = plan([replace(ARTICLE, guests=(replace(first, editorial=Editorial(hidden=True)), second))], settings, {})
    assert "gangkou/speakers/zhou-min/index.html" not in paths(site)
    assert site.dossiers[0].claims[-1].speaker_name == "周敏"


def test_the_page_of_a_guest_names_the_line_that_the_guest_stands_in(settings):
    first, second = ARTICLE.guests
    guests = (replace(first, location=Location("content/gangkou.yml", 31, 5)), second)
    site = plan([replace(ARTICLE, guests=guests)], settings, {})
    assert site.sources["gangkou/speakers/zhou-min/index.html"] == "content/gangkou.yml:31:5"
