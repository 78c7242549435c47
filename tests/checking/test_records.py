"""What is missing or doubtful in the records of an article."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checking_support import article_of, findings, galley_of, rules, standing
from roundtable_site.checking import check
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Editorial, Unplaced

TEXT = "“路通了。”周远航说，去年，河湾县新建农村公路120公里，改造桥梁15座，新增公交线路8条。"


def test_an_article_in_which_all_is_well_has_no_findings():
    assert rules(TEXT) == []


def test_an_article_in_which_nobody_speaks_has_no_guests():
    head = "河湾镇的两本账\n\n把路修到家门口\n\n"
    assert [f.rule for f in findings("去年，河湾县新建农村公路120公里。", head=head)] == ["no-guests"]


def test_a_text_that_no_rule_placed_is_shown():
    article = replace(article_of(TEXT), unplaced=(Unplaced(lines=(3, 3), text="◎▲▲"),))
    (problem,) = [p for p in check([article]) if p.rule == "unplaced"]
    assert str(problem) == (
        "seeds/hewan.txt:3: warning: no rule placed «◎▲▲»: move it to a paragraph or to layout: in the content file"
    )


def test_a_doubt_of_the_parser_is_a_note_with_its_reason():
    article = article_of(TEXT)
    doubted = replace(article, indicators=(replace(article.indicators[0], unsure="no place is named"),))
    (problem,) = check([doubted])
    assert (problem.rule, problem.severity, problem.record) == ("unsure", "note", "s1i1")
    assert "(no place is named)" in problem.message


def test_a_figure_without_a_district_is_asked_for():
    article = article_of(TEXT)
    first, *rest = article.indicators
    bare = replace(article, indicators=(replace(first, district=None), *rest))
    assert [f.rule for f in standing(Galley(bare))] == ["no-district"]


def test_a_figure_without_a_period_between_two_that_share_one_is_asked_for():
    article = article_of(TEXT)
    first, middle, last = article.indicators
    assert (first.period, last.period) == ("去年", "去年")
    bare = replace(article, indicators=(first, replace(middle, period=None), last))
    assert [f.rule for f in standing(Galley(bare))] == ["no-period"]


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("郑秋实", ["speaker-unknown"]),
        ("二十大报告", []),
        ("县交通局", []),
        ("《河湾县志》", []),
    ],
)
def test_a_speaker_who_is_a_person_and_no_guest_is_asked_for(speaker, expected):
    article = article_of(TEXT)
    changed = replace(article, quotes=tuple(replace(quote, speaker=speaker) for quote in article.quotes[:1]))
    assert [f.rule for f in standing(Galley(changed))] == expected


@pytest.mark.parametrize(("alt", "expected"), [(None, ["portrait-alt"]), ("  ", ["portrait-alt"]), ("周远航", [])])
def test_a_portrait_needs_alt_text(alt, expected):
    galley = galley_of(TEXT)
    guest = replace(galley.article.guests[0], editorial=Editorial(portrait="content/images/a.jpg", alt=alt))
    assert [f.rule for f in standing(Galley(replace(galley.article, guests=(guest,))))] == expected
