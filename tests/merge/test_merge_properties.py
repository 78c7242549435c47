"""Whatever is edited and read in turn, no edit is lost."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from merge_support import EDITS, SOURCE_CHANGES, article_of
from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.merge import body_of, merge
from roundtable_site.model import Record

KINDS = ("districts", "guests", "sections", "quotes", "indicators")
TOOLS = {"location", "start", "figure_start", "lines", "paragraphs"}
few = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])


@cache
def reading(changes):
    return article_of(changes)


READINGS = st.frozensets(st.sampled_from(sorted(SOURCE_CHANGES)), max_size=3)
STEPS = st.lists(READINGS | st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 50)), min_size=2, max_size=9)


def records(article):
    found = {(kind, record.id): record for kind in KINDS for record in getattr(article, kind)}
    found["article", article.slug] = Record(was=article.was, editorial=article.editorial)
    return found | {("paragraphs", paragraph.id): paragraph for paragraph in article.paragraphs()}


def edited(text, edit, number):
    """Edit a text; an edit after which it would not load is one that an editor is told of, and takes back."""
    changed = EDITS[edit](text, number)
    try:
        content.load_text(changed, "c.yml")
    except RoundtableError:
        return text
    return changed


def lost(last, stands, merged):
    """List the edits between what the parser wrote last and what stood that a merged text does not have."""
    base, mine, now = (records(content.load_text(text, "c.yml")) for text in (body_of(last), stands, merged))
    found = [f"{key} came back" for key in base if key not in mine and key in now]
    for key, record in mine.items():
        before = base.get(key)
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name not in TOOLS and (before is None or getattr(before, field.name) != value):
                after = getattr(now.get(key), field.name, "gone")
                found += [f"{key} {field.name}: {value!r} became {after!r}"] if after != value else []
    found += [line for line in stands.split("\n") if "# 编者" in line and line.partition("#")[2] not in merged]
    return found + reordered(base, mine, now)


def reordered(base, mine, now):
    """List the kinds of records whose order by the editor is lost."""
    found = []
    for kind in KINDS:
        both = [key for key in base if key[0] == kind and key in mine]
        order = [key for key in mine if key in both]
        if order != both and [key for key in now if key in both] != [key for key in order if key in now]:
            found.append(f"order of {kind}")
    return found


@few
@given(STEPS)
def test_no_sequence_of_edits_and_readings_loses_an_edit(steps):
    first = merge(None, None, reading(frozenset()), "c.yml")
    text, last = first.text, first.remembered
    for step in steps:
        if isinstance(step, tuple):
            text = edited(text, *step)
            continue
        merged = merge(last, text, reading(step), "c.yml")
        assert lost(last, text, merged.text) == []
        again = merge(merged.remembered, merged.text, reading(step), "c.yml")
        assert (again.text, again.remembered, again.conflicts) == (merged.text, merged.remembered, ())
        text, last = merged.text, merged.remembered


@few
@given(READINGS, READINGS)
def test_a_file_that_nobody_edited_says_what_is_read_today(before, today):
    first = merge(None, None, reading(before), "c.yml")
    second = merge(first.remembered, first.text, reading(today), "c.yml")
    assert second.text == body_of(second.remembered)
    ours, theirs = content.load_text(second.text, "c.yml"), reading(today)
    assert [(q.text, q.speaker) for q in ours.quotes] == [(q.text, q.speaker) for q in theirs.quotes]
    assert [(i.text, i.value, i.name) for i in ours.indicators] == [
        (i.text, i.value, i.name) for i in theirs.indicators
    ]
    assert [p.text for p in ours.paragraphs()] == [p.text for p in theirs.paragraphs()]


@few
@given(READINGS, READINGS)
def test_a_file_in_which_only_a_comment_was_written_says_what_is_read_today(before, today):
    first = merge(None, None, reading(before), "c.yml")
    commented = "# 编者：第一行\n" + first.text
    merged = merge(first.remembered, commented, reading(today), "c.yml")
    assert merged.text == "# 编者：第一行\n" + body_of(merged.remembered)
    assert merged.conflicts == ()


@few
@given(st.lists(READINGS, min_size=1, max_size=5))
def test_an_id_never_means_another_record_and_is_never_given_again(readings):
    merged = merge(None, None, reading(frozenset()), "c.yml")
    meant = {}
    for today in readings:
        merged = merge(merged.remembered, merged.text, reading(today), "c.yml")
        for quote in content.load_text(merged.text, "c.yml").quotes:
            assert meant.setdefault(quote.id, quote.speaker) == quote.speaker


@few
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 50)), max_size=5), READINGS)
def test_where_nothing_is_remembered_everything_is_the_editors(edits, today):
    text = merge(None, None, reading(frozenset()), "c.yml").text
    for edit in edits:
        text = edited(text, *edit)
    merged = merge(None, text, reading(today), "c.yml")
    before, after = (records(content.load_text(t, "c.yml")) for t in (text, merged.text))
    assert before == after
    assert merged.conflicts == ()


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_every_edit_of_these_tests_can_be_made(edit):
    text = merge(None, None, reading(frozenset()), "c.yml").text
    assert any(edited(text, edit, number) != text for number in range(20))
