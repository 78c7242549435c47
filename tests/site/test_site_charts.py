from decimal import Decimal

from roundtable_site.site.charts import charts, marks_by_id
from roundtable_site.site.placing import open_dossier
from site_example import ARTICLE

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
    assert marks["s1i2"].width == (Decimal("28.5") / 41 * 100).quantize(Decimal("0.000001"))


def test_a_start_and_an_end_stand_on_a_scale_that_includes_zero():
    mark = marks_by_id(charts(CLAIMS))["s1i1"]
    assert (mark.start, mark.end, mark.scale.zero) == (80, 100, 0)
