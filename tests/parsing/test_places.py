"""The kind of a place or body is told from its name."""

from __future__ import annotations

import pytest

from roundtable_site.parsing.places import district_kind, gazetteer_name, most_named, named_in

KINDS = [
    ("渝北区", "district"),
    ("淳安县", "district"),
    ("某某高新区", "zone"),
    ("重庆市", "city"),
    ("泉州", "city"),
    ("浙江", "province"),
    ("宁夏回族自治区", "province"),
    ("全国", "country"),
    ("埃及", "country"),
    ("全球", "world"),
    ("欧盟", "world"),
    ("市水务局", "organisation"),
    ("某某铝业", "organisation"),
    ("2020某某峰会", "event"),
    ("某某遗址", "place"),
    ("下沟村", "place"),
]


@pytest.mark.parametrize(("name", "kind"), KINDS)
def test_the_kind_follows_the_ending_of_the_name(name: str, kind: str) -> None:
    assert district_kind(name) == kind


def test_a_place_is_printed_with_its_ending() -> None:
    assert (gazetteer_name("昆明市的湖"), gazetteer_name("湖边")) == ("昆明市", None)


def test_the_place_named_most_is_the_first_of_equals() -> None:
    assert most_named(named_in(["昆明与大理", "大理与昆明市"]), "市") == "昆明市"
    assert most_named(named_in([""])) is None
