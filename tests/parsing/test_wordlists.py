"""Tables of words as patterns: however they are written inside, the longest word is found, and no other."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_site.parsing import periods
from roundtable_site.parsing.lexicon import times
from roundtable_site.parsing.wordlists import any_of

_WORDS = st.lists(st.text("万亿元.[]^-| 甲", min_size=1, max_size=4), min_size=1, max_size=12)


@given(_WORDS, st.text("万亿元.[]^-| 甲", max_size=30))
@settings(max_examples=60)
def test_a_table_finds_what_its_words_one_by_one_would_find(words, text):
    plain = "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))
    for pattern in ("{}", "甲{}*亿", "(?<=万){}$"):
        assert [m.span() for m in re.finditer(pattern.format(any_of(words)), text)] == [
            m.span() for m in re.finditer(pattern.format(f"(?:{plain})"), text)
        ]


def test_every_word_for_a_time_is_found_where_it_begins():
    tables = (times.YEAR_WORDS, times.YEAR_PARTS, times.MONTH_WORDS, times.NOW_WORDS, times.RECENT_WORDS)
    words = [word for table in (*tables, times.VAGUE_SPANS) for word in table]
    words += [f"{era}以来" for era in times.ERAS] + [f"{festival}期间" for festival in times.FESTIVALS]
    missed = [word for word in words if not periods.find_times(word)]
    assert missed == []
