"""Times are found as printed, and told apart by how they stand in the sentence."""

from __future__ import annotations

import pytest

from roundtable_site.parsing.periods import adverbial_clause, find_times, newest_year

TIMES = [
    ("去年，产量创新高", ["去年"]),
    ("截至2022年9月，平台312个", ["截至2022年9月"]),
    ("2019年7月启动", ["2019年7月"]),
    ("1~6月份累计销售", ["1~6月份"]),
    ("近5年增长，五年来翻番", ["近5年", "五年来"]),
    ("“十三五”期间和今年上半年", ["“十三五”期间", "今年上半年"]),
    ("2019 年以来", ["2019 年以来"]),
    ("党的十八大以来", ["党的十八大以来"]),
    ("到2030年实现", ["到2030年"]),
    ("二〇二四年产值", ["二〇二四年"]),
    ("从2012年到2021年，产值翻番", ["从2012年到2021年"]),
    ("自2012年至2021年产值翻番", ["自2012年至2021年"]),
    ("五月二日的旅客", ["五月二日"]),
    ("过去几日，客流增长", ["过去几日"]),
    ("增长6.5%，共12个", []),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_times_are_found_as_printed(text: str, times: list[str]) -> None:
    assert [time.text for time in find_times(text)] == times


BOUND = [
    ("由2017年的5998亿元", True),
    ("遗址发现于2020年", True),
    ("2022年发现的遗址", True),
    ("恢复到2017年水平", True),
    ("2022年产值", False),
    ("从2012年到2021年产值", False),
]


@pytest.mark.parametrize(("text", "bound"), BOUND)
def test_a_time_inside_another_phrase_is_bound_to_it(text: str, bound: bool) -> None:
    (time,) = find_times(text)
    assert time.bound is bound


@pytest.mark.parametrize("text", ["比上年增长", "较去年同期增长", "与2012年相比"])
def test_a_base_of_comparison_is_told(text: str) -> None:
    assert [time.comparing for time in find_times(text)] == [True]


@pytest.mark.parametrize(
    ("clause", "time"),
    [("新厂建成后", "新厂建成后"), ("双方谈判之时", "双方谈判之时"), ("与此同时", None), ("产值5亿元", None)],
)
def test_a_clause_can_be_wholly_a_time(clause: str, time: str | None) -> None:
    assert adverbial_clause(clause) == time


@pytest.mark.parametrize(
    ("text", "year"), [("“十四五”期间", 2025), ("“十三五”时期", 2020), ("2021年底", 2021), ("去年", None)]
)
def test_a_plan_has_the_year_that_it_ends_in(text: str, year: int | None) -> None:
    assert [time.year for time in find_times(text)] == [year]


def test_the_newest_year_is_one_that_is_no_goal() -> None:
    assert newest_year(["截至2021年，…", "到2035年，…"]) == 2021
