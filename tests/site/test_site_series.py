"""The same indicator of a district over several articles."""

from decimal import Decimal

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from roundtable_site.site import plan, render
from roundtable_site.site.series import series_of, stretches
from site_example import another


def told(slug: str, date: str | None, value: str):
    """Make an article that states the throughput of the year before its date."""
    article = another(slug, f"{slug}篇")
    first, *rest = article.indicators
    first = replace(first, value=Decimal(value))
    return replace(article, source=replace(article.source, date=date), indicators=(first, *rest))


def place_of(articles, settings):
    site = plan(articles, settings, {})
    return next(page for page in site.pages if page.address.path == "districts/lin-gang/index.html")


def throughput(page):
    return next(series for series in page.series if series.name == "吞吐量")


def test_an_indicator_of_one_article_is_no_series(settings):
    page = place_of([told("one", "2022-05-01", "10")], settings)
    assert page.series == ()
    assert "sparkline" not in render(page)


def test_figures_stand_in_the_order_of_their_times_with_ways_to_each(settings):
    page = place_of([told("late", "2022-05-01", "30"), told("early", "2019年5月1日", "10")], settings)
    found = throughput(page)
    assert [(f.article.address.folder, f.year) for f in found.figures] == [("early", 2018), ("late", 2021)]
    assert (found.line, found.differing) == ("0.000,20.000 100.000,0.000", False)
    html = LexborHTMLParser(render(page))
    assert html.css_first(".series a.num").attributes["href"] == "../../early/indicators/index.html#s1i1"
    assert len(html.css_first(".sparkline").css("circle")) == 2


@pytest.mark.parametrize(
    ("dates", "values", "differ"),
    [
        (("2022-05-01", "2022-09-01"), ("10", "12"), True),
        (("2022-05-01", "2022-09-01"), ("10", "10"), False),
        (("2022-05-01", "2021-09-01"), ("10", "12"), False),
        ((None, None), ("10", "12"), False),
    ],
)
def test_articles_differ_only_where_they_speak_of_one_time(settings, dates, values, differ):
    page = place_of(
        [told(f"a{n}", date, value) for n, (date, value) in enumerate(zip(dates, values, strict=True))], settings
    )
    found = throughput(page)
    assert [figure.differs for figure in found.figures] == [differ, differ]
    assert ("各篇所述数值不同" in render(page)) == differ


def test_a_long_series_is_cut_into_stretches_that_keep_every_figure_and_its_order(settings):
    articles = [told(f"a{year}", f"{year}-05-01", str(year % 7)) for year in range(2000, 2020)]
    rows = place_of(articles, settings).appearances
    whole = next(series for series in series_of(rows) if series.name == "吞吐量")
    cut = list(stretches(whole, 8))
    assert [len(stretch.figures) for stretch in cut] == [8, 8, 4]
    assert [stretch.continued for stretch in cut] == [False, True, True]
    assert [f.claim.address for stretch in cut for f in stretch.figures] == [f.claim.address for f in whole.figures]
    assert list(stretches(whole, 20)) == [whole]
    assert all(stretch.drawn for stretch in cut)
