"""What a script unpacks is what was packed, and it weighs less than gzip makes of it."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable_site.site.packing import pack, unpack
from support import REPOSITORY


@given(st.text(max_size=300))
def test_a_text_is_unpacked_as_it_was_packed(text):
    assert unpack(pack(text)) == text


@pytest.mark.parametrize("text", ["", "\ud800", "\U0001f6a2" * 3, "\0", "一" * 40_000, "".join(map(chr, range(9000)))])
def test_odd_texts_are_unpacked_as_they_were_packed(text):
    assert unpack(pack(text)) == text


def test_a_packed_article_weighs_a_quarter_less_than_gzip_makes_of_it():
    text = (REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt").read_text(encoding="utf-8")
    size, code = pack(text)
    assert size == len(text)
    assert len(gzip.compress(code.encode(), 6)) < 0.8 * len(gzip.compress(text.encode(), 6))
