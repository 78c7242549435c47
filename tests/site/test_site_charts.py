import cProfile
from decimal import Decimal

import pytest
from msgspec.structs import replace

from roundtable_site.parsing.lexicon.qualifiers import AFTER, BEFORE, INNER
from roundtable_site.site.bounds import _BOUNDS, bound_of
from roundtable_site.site.charts import charts, marks_by_id
from roundtable_site.site.likeness import alike
from roundtable_site.site.placing import open_dossier
from site_example import ARTICLE, figure

CLAIMS = open_dossier(ARTICLE, {}).claims


def test_only_figures_of_one_unit_and_one_measure_share_a_chart():
    drawn = [(c.scale.unit, c.scale.measure, [m.claim.id for m in c.marks]) for c in charts(CLAIMS)]
    assert drawn == [
        ("吨", "from_to", ["s1i1"]),
        ("%", "share", ["s1i2", "s1i3"]),
        ("座", "level", ["s2i1", "s2i2"]),
    ]


def test_bars_are_in_true_proportion_from_zero():
    marks = marks_by_id(charts(CLAIMS))
    assert (marks["s2i1"].left, marks["s2i1"].width) == (0, 100)
    assert marks["s2i2"].width == 50
    assert marks["s2i2"].scale.id == marks["s2i1"].scale.id == "c-s2i1"


def test_a_start_and_an_end_stand_on_a_scale_that_includes_zero():
    mark = marks_by_id(charts(CLAIMS))["s1i1"]
    assert (mark.start, mark.end, mark.scale.zero) == (80, 100, 0)


def test_shares_are_measured_by_the_whole():
    assert [marks_by_id(charts(CLAIMS))[id_].width for id_ in ("s1i2", "s1i3")] == [Decimal("28.5"), 41]


def stated(*figures):
    """Give claims from (name, value, unit, measure, period)."""
    paragraph = replace(
        ARTICLE.sections[0].paragraphs[0], text="".join(f"{row[0]}{row[1]}{row[2]}。" for row in figures)
    )
    indicators = tuple(
        figure(
            f"s1i{at}",
            paragraph,
            f"{value}{unit}",
            str(value),
            unit,
            measure,
            f"{name}{value}{unit}",
            name,
            period=period,
        )
        for at, (name, value, unit, measure, period) in enumerate(figures, 1)
    )
    section = replace(ARTICLE.sections[0], paragraphs=(paragraph,))
    return open_dossier(
        replace(ARTICLE, standfirst=(), sections=(section,), quotes=(), indicators=indicators), {}
    ).claims


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("铁路", 4, "条", "level", None), ("轨道交通", 8, "条", "level", None), False),
        (("高铁线路", 4, "条", "level", None), ("地铁线路", 8, "条", "level", None), True),
        (("签约项目", 43, "个", "level", None), ("正在加快建设的智能工厂项目", 9, "个", "level", None), True),
        (("智能化改造项目", 43, "个", "level", None), ("校地合作项目", 9, "个", "level", None), False),
        (("重点企业（园区）", 4, "家", "level", None), ("中小企业（园区）", 8, "家", "level", None), True),
        (("销量", 3, "辆", "level", "6月"), ("销量", 19, "辆", "level", "上半年"), False),
        (("销量", 3, "辆", "level", "6月"), ("销量", 19, "辆", "target", "6月"), False),
        (("销量", 3, "辆", "level", "6月"), ("销量", 19, "台", "level", "6月"), False),
        (("产值", 3, "%", "rate", "6月"), ("用电量", 9, "%", "rate", "6月"), True),
        (("产值", 3, "%", "rate", "6月"), ("用电量", 9, "%", "rate", None), False),
        (("产值", 3, "倍", "change", "五年来"), ("人数", 9, "倍", "change", "五年来"), True),
        (("产值占比", 3, "%", "share", "去年"), ("人口比重", 9, "%", "share", None), True),
        (("产量", 3, "位", "rank", None), ("产量", 9, "位", "rank", None), False),
    ],
)
def test_only_figures_that_can_be_compared_are_drawn_together(one, other, together):
    groups = alike(stated(one, other))
    assert [len(group) for group in groups if len(group) > 1] == ([2] if together else [])


def test_a_chart_says_what_its_figures_are_of():
    (chart,) = charts(stated(("高铁线路", 4, "条", "level", "目前"), ("地铁线路", 8, "条", "level", "目前")))
    assert (chart.subject, chart.period) == ("…铁线路", "目前")


@pytest.mark.parametrize(
    ("qualifier", "bound"),
    [("突破", "more"), ("余", "more"), ("不足", "less"), ("近", "less"), ("左右", "about"), (None, None)],
)
def test_a_bound_is_drawn_as_one(qualifier, bound):
    first, second = stated(("高铁线路", 4, "条", "level", None), ("地铁线路", 8, "条", "level", None))
    first = replace(first, indicator=replace(first.indicator, qualifier=qualifier))
    assert [mark.bound for mark in charts((first, second))[0].marks] == [bound, None]


def test_every_qualifier_that_is_read_has_a_bound_of_its_own():
    words = {word for table in (BEFORE, AFTER) for row in table.values() for word in row} | set(INNER)
    assert words - _BOUNDS.keys() == set()
    assert bound_of("一个新词") == "about"


def test_one_name_is_shown_whole():
    (chart,) = charts(stated(("客车产量", 3, "辆", "level", "6月"), ("客车产量", 9, "辆", "level", "6月")))
    assert chart.subject == "客车产量"


def test_grouping_figures_takes_no_longer_for_each_the_more_there_are():
    """Counted in calls, not in seconds: twice the figures may cost little more than twice the calls."""

    def calls(times):
        claims = open_dossier(ARTICLE, {}).claims * times
        profile = cProfile.Profile(builtins=False)
        profile.runcall(alike, claims)
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(200) <= 2.2 * calls(100)
