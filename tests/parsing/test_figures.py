"""Figures are read with their unit, exact value and wording; dates, names and idioms are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from roundtable_site.parsing.figures import find_figures


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "qualifier"),
    [
        ("新签合同1500余份", "1500余份", "1500", "份", "余"),
        ("投入资金1000多万元", "1000多万元", "10000000", "元", "多"),
        ("列车开行突破1万列", "1万列", "10000", "列", "突破"),
        ("产能为10万吨/年", "10万吨/年", "100000", "吨/年", None),
        ("产值翻了一番多", "翻了一番", "1", "倍", "多"),
        ("收入翻两番", "翻两番", "3", "倍", None),
        ("能耗下降16.1%", "16.1%", "16.1", "%", None),
        ("占比约三成半", "三成半", "35", "%", "约"),
        ("出土上万件陶器", "万件", "10000", "件", "上"),
        ("修改了十几遍", "十几遍", "10", "遍", "几"),
        ("收入差距缩小到2.4:1", "2.4:1", "2.4", ":1", None),
        ("产量居全省第3位", "第3位", "3", "位", None),
        ("气温低至零下30℃", "零下30℃", "-30", "℃", None),
    ],
)
def test_a_figure_has_its_wording_value_unit_and_qualifier(text, printed, value, unit, qualifier):
    (figure,) = find_figures(text)
    assert (figure.printed, figure.value, figure.unit, figure.qualifier) == (printed, Decimal(value), unit, qualifier)
    assert text[figure.start : figure.end] == printed


@pytest.mark.parametrize(
    "text",
    [
        "党的二十大代表",
        "一带一路",
        "一手抓生产",
        "三是改革",
        "2022年9月",
        "10月17日",
        "上世纪50年代",
        "下午3点",
        "世界500强",
        "5G网络",
        "西部陆海",
    ],
)
def test_a_numeral_that_counts_nothing_is_no_figure(text):
    assert find_figures(text) == []
