"""What people mistype in a content file is told where it stands, and not where YAML notices it."""

# ruff: noqa: E501 - one line for each example

from __future__ import annotations

import pytest

from roundtable_site.content.nodes import compose
from roundtable_site.errors import RoundtableError

SLIPS = [
    ("article:\n  headline： 茶园\n  column: a\n", "2:11: broken YAML: a full-width colon: write headline: with a plain colon and a space"),
    ("article:\n  headline:茶园\n  column: a\n", "2:12: broken YAML: no space after the colon: write headline: and a space before the value"),
    ("a:\n  - {id：s1p1, text: a}\n  - {id: b}\nb： c\n", "2:8: broken YAML: a full-width colon: write id: with a plain colon and a space"),
    ("a: b\n<<<<<<< HEAD\nc: d\n", "2:1: broken YAML: the mark of a conflict between two versions: keep one of the two, and take the marks out"),
    ("a:\n  b: c\n\u3000d: e\n  f: g\n", "3:1: broken YAML: a full-width space in the indentation: use plain spaces"),
    ('a: "茶园\nb: c\nd: "e"\n', "1:4: broken YAML: a quotation mark is opened and not closed on this line"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line"), SLIPS)
def test_a_slip_is_told_where_it_was_typed(text: str, line: str) -> None:
    with pytest.raises(RoundtableError) as raised:
        compose(text, "a.yml")
    assert [str(problem) for problem in raised.value.problems] == [f"a.yml:{line}"]


def test_words_that_look_like_a_slip_are_none_where_yaml_is_sound() -> None:
    assert compose("text: |\n  speaker：我说\n  a:b\n", "a.yml").get("text")
