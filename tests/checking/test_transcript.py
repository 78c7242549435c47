"""The text against its source, marks without a partner, what cannot be seen, what stands twice."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checking_support import HEAD, findings, galley_of, rules, standing, text_of
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.marks import unpaired
from roundtable_site.model import Correction, Editorial

TEXT = "“路通了，茶叶一天就能运出山。”周远航说，今年，河湾县还要把路修到每一个村民小组。"


def with_text(galley: Galley, new: str, **editorial: object) -> Galley:
    """The galley with another text in its first paragraph; quotes and figures, which repeat it, are left out."""
    section, *rest = galley.article.sections
    first = replace(section.paragraphs[0], text=new, editorial=Editorial(**editorial))
    changed = replace(section, paragraphs=(first, *section.paragraphs[1:]))
    return Galley(replace(galley.article, sections=(changed, *rest), quotes=(), indicators=()), galley.source)


@pytest.mark.parametrize(
    ("old", "new", "now", "printed"),
    [
        ("运出山", "运出县", "就能运出县。”周远", "就能运出山。”周远"),
        ("一天就能", "一天之内就能", "茶叶一天之内就能运出", "茶叶一天就能运出"),
        ("还要把路", "把路", "，河湾县把路修到", "，河湾县还要把路修到"),
    ],
)
def test_a_text_that_differs_from_the_source_is_shown_with_both_readings(old, new, now, printed):
    (finding,) = standing(with_text(galley_of(TEXT), TEXT.replace(old, new)))
    assert finding.rule == "text-differs"
    assert dict(finding.facts) == {"now": now, "printed": printed}


def test_a_deliberate_correction_is_shown_as_such_and_fails_nothing():
    correction = Correction("2026-03-01", "山改为县", "记者笔误")
    galley = with_text(galley_of(TEXT), TEXT.replace("运出山", "运出县"), corrections=(correction,))
    (finding,) = standing(galley)
    assert finding.rule == "text-corrected"
    assert dict(finding.facts)["why"] == "记者笔误"


def test_line_breaks_and_captions_between_lines_are_no_differences():
    text = text_of(TEXT[:20] + "\n" + TEXT[20:])
    galley = galley_of(TEXT[:20] + "\n" + TEXT[20:])
    assert galley.source == tuple(text.splitlines())
    assert [f.rule for f in standing(galley)] == []


def test_a_heading_and_a_headline_are_held_against_the_source():
    galley = galley_of(TEXT)
    section = replace(galley.article.sections[0], heading="把路修到家门前")
    changed = replace(galley.article, headline="河湾镇的三本账", sections=(section,))
    found = standing(Galley(changed, galley.source))
    assert [(f.rule, f.field, dict(f.facts)["printed"]) for f in found] == [
        ("text-differs", "headline", "河湾镇的两本账"),
        ("text-differs", "heading", "修到家门口"),
    ]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“路通了。”他说。", []),
        ("“路通了，‘茶’就好卖。”", []),
        ("“路通了。他说。", [0]),
        ("路通了。”他说。", [4]),
        ("“路通了，‘茶就好卖。”", [5]),
        ("《河湾县志说。", [0]),
        ('他说"路通了', [2]),
        ("It’s done, don’t worry.", []),
        ("「路通了」，『茶』", []),
    ],
)
def test_a_quotation_mark_without_a_partner_is_found_at_its_place(text, places):
    assert unpaired(text) == places


def test_a_quotation_over_several_paragraphs_opens_anew_at_each_and_closes_at_the_last():
    assert unpaired("“路通了。", goes_on=True) == []
    assert rules("“路通了，车就来了。", "“茶叶也好卖了。”周远航说。") == []
    assert rules("“路通了，车就来了。周远航说。", "茶叶也好卖了，周远航说。") == ["quote-unpaired"]


@pytest.mark.parametrize(
    ("character", "code"), [("\u200b", "U+200B"), ("\u202e", "U+202E"), ("\ufeff", "U+FEFF"), ("\u00ad", "U+00AD")]
)
def test_a_character_that_cannot_be_seen_is_named(character, code):
    (finding,) = [f for f in findings(TEXT[:10] + character + TEXT[10:]) if f.rule == "invisible-character"]
    assert dict(finding.facts)["code"] == code


def test_an_emoji_that_is_joined_of_several_is_no_hidden_character():
    assert "invisible-character" not in rules(TEXT[:4] + "👩\u200d🌾" + TEXT[4:])


def test_a_sentence_that_stands_twice_is_told_at_the_second_place():
    again = "今年还要把路修到每一个村民小组和每一片茶园。"
    twice = findings("周远航说，路通了。" + again, "周远航说，茶叶好卖。" + again)
    assert [f.rule for f in twice] == ["repeated-sentence"]
    assert dict(twice[0].facts)["first"] == "s1p1"


def test_a_standfirst_may_say_what_the_article_says():
    head = HEAD.replace("把路修到家门口\n\n", "今年还要把路修到每一个村民小组和每一片茶园。\n\n把路修到家门口\n\n")
    assert "repeated-sentence" not in rules(
        "“路通了。”周远航说。今年还要把路修到每一个村民小组和每一片茶园。", head=head
    )


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("不仅要把公路修到村，而且要把公路修到村。", ["repeated-clause"]),
        ("既要修好通村公路，又要修好通村公路。", ["repeated-clause"]),
        ("不仅要把公路修到村，而且要把公路修到户。", []),
        ("修路，修路，还是修路。", []),
    ],
)
def test_a_clause_that_stands_twice_in_one_sentence_is_found(sentence, found):
    assert rules("“路通了。”周远航说。" + sentence) == found


def test_a_figure_that_one_speaker_states_twice_is_found():
    text = "五年来，河湾县茶叶产值增长3倍，旅游收入增长2倍，茶叶产值增长3倍。"
    (finding,) = findings("“路通了。”周远航说。", text)
    assert (finding.rule, dict(finding.facts)["first"]) == ("repeated-figure", "s1i1")
    assert rules("“路通了。”周远航说。", text.replace("茶叶产值增长3倍。", "茶油产值增长3倍。")) == []


@pytest.mark.parametrize("text", ["’98年的茶节", "在’97茶节基础上推出的’98茶节"])
def test_a_year_cut_to_two_digits_has_no_quotation_mark(text):
    assert unpaired(text) == []


def test_two_opening_marks_are_one_slip_at_the_second():
    assert unpaired("“茶叶一条街“很热闹。") == [6]


@pytest.mark.parametrize(
    "sentence",
    [
        "每年的这一天，老人都要上茶山；每年的这一天，孩子都要上茶山看老人。",
        "他喊：好茶叶的姑娘，好茶叶的姑娘。",
        "一人罚款2万元，一人罚款2万元。",
    ],
)
def test_what_is_said_again_as_a_figure_of_speech_is_no_finding(sentence):
    assert [r for r in rules("“路通了。”周远航说。", sentence) if r.startswith("repeated")] == []
