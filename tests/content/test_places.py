"""Records stand where their text does; order and `nth` tell equal ones apart."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from roundtable_site.content.places import Numbering, numbered, offsets_of
from roundtable_site.model import Indicator, Quote

TEXT = "产值增长3倍，用工增长3倍，税收由3倍增到13倍。"


def indicator(text: str, figure: str, start: int = 0, figure_start: int = 0) -> Indicator:
    return Indicator(
        id="s1i1", district=None, speaker=None, paragraph="s1p1", name="", figure=figure, value=None, value_to=None,
        unit=None, measure="change", start_value=None, qualifier=None, period=None, text=text, start=start,
        figure_start=figure_start,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("needle", "text", "offsets"),
    [
        ("3倍", TEXT, [4, 11, 17, 22]),
        ("13倍", TEXT, [21]),
        ("增长", TEXT, [2, 9]),
        ("1.5", "1.55和1.5", [5, 0]),
        ("5", "1.5和5", [4, 2]),
        ("1,000", "21,000与1,000", [7, 1]),
        ("无", TEXT, []),
        ("", TEXT, []),
    ],
)
def test_a_number_inside_a_longer_one_is_the_last_choice(needle: str, text: str, offsets: list[int]) -> None:
    assert offsets_of(needle, text)[0] == offsets


def test_equal_records_take_the_places_in_order() -> None:
    records = [indicator("增长3倍", "3倍", 2, 4), indicator("增长3倍", "3倍", 9, 11)]
    assert list(numbered(records, {"s1p1": TEXT})) == [None, None]


def test_a_record_out_of_order_is_numbered() -> None:
    records = [indicator("增长3倍", "3倍", 9, 11), indicator("增长3倍", "3倍", 2, 4)]
    assert list(numbered(records, {"s1p1": TEXT})) == [2, 1]


def test_equal_figures_within_one_text_are_places_too() -> None:
    text = "增长3倍，用工增长3倍"
    records = [indicator(text, "3倍", 2, 4), indicator(text, "3倍", 2, 11)]
    assert list(numbered(records, {"s1p1": TEXT})) == [None, None]
    assert list(numbered(records[1:], {"s1p1": TEXT})) == [2]


def test_two_records_of_one_place_share_it() -> None:
    numbering = Numbering({"s1p1": "甲、乙均增长3倍。"})
    record = indicator("甲、乙均增长3倍", "3倍")
    starts = [numbering.take(record, numbering.next(record)).figure_start for _ in range(2)]
    assert starts == [6, 6]


def test_a_record_whose_offsets_are_not_those_of_its_text_counts_in_order() -> None:
    quote = Quote("s1q1", "甲", "s1p1", "direct", "", "增长3倍", start=7)
    assert list(numbered([quote, replace(quote, id="s1q2")], {"s1p1": TEXT})) == [None, None]
