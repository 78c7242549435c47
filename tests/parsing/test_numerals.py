"""Numerals of every script are exact numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest

from roundtable_site.parsing.numerals import numeral_value


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("一千二百三十四万", "12340000"),
        ("两千零五", "2005"),
        ("廿三", "23"),
        ("〇", "0"),
        ("1.2万亿", "1200000000000"),
        ("3千8百万", "38000000"),
        ("三点五", "3.5"),
        ("三万五", "35000"),
        ("1,280.5", "1280.5"),
    ],
)
def test_a_numeral_has_one_exact_value(printed, value):
    assert numeral_value(printed) == Decimal(value)


@pytest.mark.parametrize("printed", ["", "一万二万", "十十", "1.2.3"])
def test_a_run_that_is_no_number_has_no_value(printed):
    assert numeral_value(printed) is None
