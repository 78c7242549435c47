"""A value in the content file is held against its figure by reading that again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from msgspec.structs import replace

from checking_support import galley_of, standing
from roundtable_site.checking import check
from roundtable_site.checking.arithmetic.amounts import span_of
from roundtable_site.checking.galley import Galley
from roundtable_site.parsing import read_text
from support import ARTICLES, REPOSITORY

SAID = "“路通了，货就出得去。”周远航说。"


def changed(text: str, **fields: object) -> Galley:
    galley = galley_of(SAID, text)
    (first, *rest) = galley.article.indicators
    return Galley(replace(galley.article, indicators=(replace(first, **fields), *rest)), galley.source)


@pytest.mark.parametrize(
    ("text", "fields", "field", "read"),
    [
        ("去年，河湾县茶园面积12万亩。", {"value": Decimal(120)}, "value", "120000"),
        ("去年，河湾县茶园面积12万亩。", {"value": Decimal(12)}, "value", "120000"),
        ("去年，河湾县茶园面积12万亩。", {"unit": "公顷"}, "unit", "亩"),
        ("去年，河湾县茶叶产值增长7.5%。", {"value": Decimal(75)}, "value", "7.5"),
        ("去年，河湾县茶叶产值翻了一番。", {"value": Decimal(2)}, "value", "1"),
        ("去年，河湾县茶叶产值翻了一番。", {"unit": "%"}, "unit", "倍"),
        ("去年，河湾县茶叶产值三成来自网上。", {"value": Decimal(3)}, "value", "30"),
        ("去年，河湾县茶园面积由8万亩增加到12万亩。", {"start_value": Decimal(8)}, "from", "80000"),
        ("去年，河湾县茶园亩均增收300至500元。", {"value_to": Decimal(50)}, "value_to", "500"),
        ("去年，河湾县茶园面积12万亩。", {"value": None}, "value", "120000"),
    ],
)
def test_a_slip_of_the_hand_is_found(text, fields, field, read):
    found = [f for f in standing(changed(text, **fields)) if f.rule == "figure-differs"]
    assert [(dict(f.facts)["field"], dict(f.facts)["read"]) for f in found] == [(field, read)]


def test_it_is_an_error_that_names_what_to_do():
    galley = changed("去年，河湾县茶园面积12万亩。", value=Decimal(120))
    (problem,) = [p for p in check([galley.article]) if p.rule == "figure-differs"]
    assert (problem.severity, problem.record) == ("error", "s1i1")
    assert problem.message == "value is 120, but «12万亩» says 120000: correct the one that is wrong"


def test_a_range_that_runs_backwards_is_asked_about():
    galley = changed("去年，河湾县茶园亩均增收300至500元。", value=Decimal(500), value_to=Decimal(300))
    assert "range-reversed" in [f.rule for f in standing(galley)]


@pytest.mark.parametrize(
    "path", [*sorted(ARTICLES.glob("*.txt")), *sorted((REPOSITORY / "seeds").glob("*.txt"))], ids=lambda p: p.stem
)
def test_what_the_parser_read_is_never_called_a_slip(path):
    article = read_text(path.read_text(encoding="utf-8"), path.name)
    assert [p for p in check([article]) if p.rule == "figure-differs"] == []


@pytest.mark.parametrize(
    ("figure", "value", "qualifier", "low", "high"),
    [
        ("43个", "43", None, "43", "43"),
        ("7888亿元", "788800000000", None, "788750000000", "788850000000"),
        ("4.4%", "4.4", None, "4.35", "4.45"),
        ("2万吨", "20000", None, "19500", "20500"),
        ("1500余名", "1500", "余", "1500", "1600"),
        ("近9亿元", "900000000", "近", "800000000", "900000000"),
    ],
)
def test_a_printed_figure_stands_for_all_that_is_rounded_to_it(figure, value, qualifier, low, high):
    found = span_of(figure, Decimal(value), qualifier)
    assert (found.low, found.high) == (Decimal(low), Decimal(high))


def test_a_fall_of_six_to_twelve_degrees_does_not_run_backwards():
    assert standing(galley_of(SAID, "明天，河湾县气温将下降6—12摄氏度。")) == []


def test_a_rise_from_the_tenth_place_to_the_seventh_goes_no_other_way():
    text = "五年来，河湾县茶叶产量由全省第十位上升到第七位。"
    assert "direction-differs" not in [f.rule for f in standing(galley_of(SAID, text))]
