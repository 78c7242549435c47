from decimal import Decimal

import pytest
from msgspec.structs import replace

from roundtable_site.site.formats import amount, compact
from roundtable_site.site.manuscripts import note_html
from roundtable_site.site.placing import open_dossier
from site_example import ARTICLE, FIRST, figure


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("788800000000", "元", "7888亿元"),
        ("82930000", "元", "8293万元"),
        ("-16.1", "%", "−16.1%"),
        ("280000", "辆", "28万辆"),
        ("2.4", ":1", "2.4:1"),
        ("9999", "个", "9999个"),
        ("13", None, "13"),
    ],
)
def test_a_value_is_written_as_a_newspaper_writes_it(value, unit, written):
    assert compact(Decimal(value), unit) == written


def test_a_value_in_base_units_is_written_in_full():
    assert amount(Decimal("788800000000"), "元") == "788,800,000,000 元"


@pytest.mark.parametrize(
    ("printed", "qualifier", "text", "wording"),
    [
        ("两成", "多", "装卸效率已提高两成多", "两成多"),
        ("28.5%", "达到", "铁水联运占比达到28.5%", "达到28.5%"),
        ("41%", "近", "多式联运占比41%", "41%"),
        ("两成多", "多", "装卸效率已提高两成多", "两成多"),
        ("两成", None, "装卸效率已提高两成多", "两成"),
    ],
)
def test_a_figure_is_shown_with_the_qualifier_that_stands_beside_it(printed, qualifier, text, wording):
    indicator = replace(figure("s1i1", FIRST, printed, "1", "%", "share", text, "甲"), qualifier=qualifier)
    (claim,) = open_dossier(replace(ARTICLE, indicators=(indicator,)), {}).claims
    assert claim.wording == wording


def test_markdown_is_shown_without_anything_that_runs():
    html = note_html("**好** <script>alert(1)</script> <b style='color:red' onclick='x()'>粗</b> [链](javascript:x)")
    assert "<strong>好</strong>" in html
    assert not any(word in html for word in ("script", "style", "onclick"))
