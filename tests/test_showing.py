"""A finding's line quoted with a caret, whatever stands in it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_site.errors import Location
from roundtable_site.report import excerpt, quoted, visible


def columns(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


@pytest.mark.parametrize(
    ("line", "column", "text", "caret"),
    [
        ("name: 茶园", 7, "name: 茶园", "      ^"),
        ("名称：茶园", 4, "名称：茶园", "      ^"),
        ("\tname: x", 2, "    name: x", "    ^"),
        ("a\x1b[31mb", 2, "a\\x1b[31mb", " ^"),
        ("a\u202eb", 3, "a\\u202eb", "       ^"),
        ("e\u0301t\u00e9", 3, "e\u0301t\u00e9", " ^"),
        ("abc", 9, "abc", "   ^"),
        ("", 1, "", "^"),
    ],
)
def test_the_caret_stands_under_the_column(line, column, text, caret):
    assert excerpt(line, column) == (text, caret)


def test_a_very_long_line_is_cut_around_the_column():
    line = "茶" * 5000 + "错" + "园" * 5000
    text, caret = excerpt(line, 5001)
    assert columns(text) <= 100
    assert text.startswith("…")
    assert text.endswith("…")
    place = next(at for at in range(len(text)) if columns(text[:at]) == len(caret) - 1)
    assert text[place] == "错"


@given(st.text(max_size=300), st.integers(1, 310))
def test_no_line_is_longer_than_a_terminal_and_the_caret_is_never_outside(line, column):
    text, caret = excerpt(line.replace("\n", " ").replace("\r", " "), column)
    assert columns(caret) <= 100
    assert all(mark.isprintable() for mark in text)
    assert caret.strip() == "^"


def test_the_line_is_read_again_when_the_file_has_changed(tmp_path):
    path = tmp_path / "a.yml"
    path.write_text("one: 1\n", encoding="utf-8")
    assert quoted(Location(str(path), 1, 6)) == ["    one: 1", "         ^"]
    path.write_text("three: 3\n", encoding="utf-8")
    assert quoted(Location(str(path), 1, 8)) == ["    three: 3", "           ^"]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"one\n"])
def test_what_cannot_be_quoted_is_left_out(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert quoted(Location(str(path), 3, 1)) == []
    assert quoted(Location(str(path))) == []
    assert quoted(Location(str(tmp_path / "none"), 1)) == []


def test_nothing_hides_in_a_message():
    assert visible("a\x1b[31m\u202e\nb") == "a\\x1b[31m\\u202e\\nb"
