"""What stands between desk and reader: drafts, sign-offs, withdrawn articles, former addresses."""

import pytest
from msgspec.structs import replace

from roundtable_site.model import Editorial, Review, Withdrawal
from roundtable_site.site import held_back, plan, published, render, write
from site_example import ARTICLE, PRINTED, another

WITHDRAWN = replace(ARTICLE, editorial=Editorial(withdrawn=Withdrawal("2024-03-09", "采访对象<身份>有误")))


def signed(*names):
    return replace(ARTICLE, editorial=Editorial(reviewed=tuple(Review(name, "2024-03-09") for name in names)))


def paths(site):
    return {item.address.path for item in site.items}


def page_at(site, path):
    return render(next(page for page in site.pages if page.address.path == path))


@pytest.mark.parametrize(
    ("names", "wanted", "shown"),
    [
        ((), 0, True),
        ((), 1, False),
        (("王编辑",), 1, True),
        (("王编辑",), 2, False),
        (("王编辑", "王编辑 "), 2, False),
        (("王编辑", "李主任"), 2, True),
    ],
)
def test_an_article_is_published_once_as_many_people_signed_it_off_as_the_setting_asks(settings, names, wanted, shown):
    site = plan([signed(*names)], replace(settings, reviews=wanted), PRINTED)
    assert ("gangkou/index.html" in paths(site)) is shown


def test_what_is_held_back_is_named_with_the_reason(settings):
    articles = [
        signed("王编辑"),
        replace(another("draft"), editorial=Editorial(publish=False)),
        replace(WITHDRAWN, slug="gone"),
        replace(signed("甲", "乙"), slug="good"),
    ]
    settings = replace(settings, reviews=2)
    assert list(held_back(articles, settings)) == [
        "gangkou: held back: 1 of 2 sign-offs (王编辑); add under article: reviewed: [{by: …, date: …}]",
        "draft: a draft (publish: false)",
        "gone: withdrawn, its addresses say so",
    ]
    assert [article.slug for article in published(articles, settings)] == ["good"]


def test_every_address_of_a_withdrawn_article_says_so_and_nothing_else_tells_of_it(settings, tmp_path):
    settings = replace(settings, base_url="https://paper.example/")
    before = {page.address.path for page in plan([ARTICLE], settings, PRINTED).pages}
    site = plan([WITHDRAWN, another("other", guests=ARTICLE.guests[:1])], settings, PRINTED)
    pages = {page.address.path for page in site.pages}
    assert before <= pages, "no published link breaks"
    for path in ("gangkou/index.html", "gangkou/transcript/index.html", "speakers/lin-yifan/index.html"):
        page = page_at(site, path)
        assert "这篇报道已撤回。" in page
        assert "撤回日期：2024-03-09" in page
        assert "采访对象&lt;身份&gt;有误" in page
        assert 'content="noindex"' in page
    assert "这篇报道已撤回" not in page_at(site, "speakers/zhou-min/index.html"), "another article knows her"
    write(site, tmp_path / "out")
    for name in ("index.html", "search/index.html", "keywords/index.html", "sitemap.xml", "speakers/index.html"):
        assert "gangkou" not in (tmp_path / "out" / name).read_text(encoding="utf-8"), name
    assert not [path for path in paths(site) if path.startswith("gangkou/data")]


@pytest.mark.parametrize("article", [ARTICLE, WITHDRAWN], ids=["published", "withdrawn"])
def test_an_article_that_had_another_address_leaves_a_page_at_each_of_its_old_ones(settings, article):
    first, second = article.guests
    article = replace(article, was="matou", guests=(replace(first, was="zhou-ming"), second))
    site = plan([article], settings, PRINTED)
    own = {path.removeprefix("gangkou/") for path in paths(site) if path.startswith("gangkou/") and path.endswith("l")}
    old = {path.removeprefix("matou/") for path in paths(site) if path.startswith("matou/")}
    assert old == own
    assert 'url=../../../gangkou/speakers/zhou-min/index.html"' in page_at(site, "matou/speakers/zhou-ming/index.html")
    assert 'url=../gangkou/index.html"' in page_at(site, "matou/index.html")


def test_a_district_that_had_another_id_leaves_a_page_in_its_article_and_across_articles(settings):
    first, *others = ARTICLE.districts
    site = plan([replace(ARTICLE, districts=(replace(first, was="lin-gang-qu"), *others))], settings, PRINTED)
    page = page_at(site, "gangkou/districts/lin-gang-qu/index.html")
    assert 'url=../lin-gang/index.html"' in page
    assert 'url=../lin-gang/index.html"' in page_at(site, "districts/lin-gang-qu/index.html")


def test_a_record_that_is_not_published_yet_is_in_no_file(settings, tmp_path):
    article = replace(
        ARTICLE,
        indicators=tuple(replace(i, editorial=Editorial(publish=i.id != "s2i1")) for i in ARTICLE.indicators),
    )
    site = plan([article], settings, PRINTED)
    assert "s2i1" not in page_at(site, "gangkou/indicators/index.html")
    assert "s2i2" in page_at(site, "gangkou/indicators/index.html")
