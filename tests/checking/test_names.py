"""Names, posts and words that are one character away from the right ones."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checking_support import HEAD, findings, galley_of, rules, standing
from roundtable_site.checking.galley import Galley
from roundtable_site.checking.likeness import differing, one_off, swapped

TEXT = "“路通了，茶叶就好卖了。”周远航说，今年，河湾县还要把路修到每一个村民小组。"


def with_guest(name: str | None = None, titles: tuple[str, ...] | None = None) -> Galley:
    galley = galley_of(TEXT)
    (guest,) = galley.article.guests
    changed = replace(guest, name=name or guest.name, titles=guest.titles if titles is None else titles)
    return Galley(replace(galley.article, guests=(changed,)), galley.source)


@pytest.mark.parametrize("name", ["周远行", "周园航", "邹远航", "周航远"])
def test_a_name_that_the_source_prints_otherwise_is_found(name):
    found = [f for f in standing(with_guest(name=name)) if f.rule == "name-differs"]
    assert [dict(f.facts) for f in found] == [{"name": name, "printed": "周远航"}]


@pytest.mark.parametrize("title", ["河湾县县委", "河湾县副县长", "河弯县县长"])
def test_a_post_that_the_source_prints_otherwise_is_found(title):
    (finding,) = standing(with_guest(titles=(title,)))
    assert (finding.rule, dict(finding.facts)["title"]) == ("title-differs", title)


def test_a_name_or_post_that_the_source_knows_nothing_like_is_left_to_the_editor():
    assert standing(with_guest(name="欧阳春晓", titles=("省交通运输厅厅长",))) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("在县长周远杭看来，路就是饭碗。", "周远杭"),
        ("周园航表示，路就是饭碗。", "周园航"),
    ],
)
def test_a_guest_whose_name_is_misprinted_in_the_text_is_found(text, printed):
    found = [f for f in findings(TEXT, text) if f.rule == "name-misprinted"]
    assert [dict(f.facts) for f in found] == [{"printed": printed, "name": "周远航"}]


def test_two_guests_with_posts_of_their_own_may_have_names_alike():
    head = HEAD.replace("河湾县县长 周远航\n", "河湾县县长 周远航\n河湾县茶业协会会长 周远帆\n")
    texts = ("“路通了。”周远航说，茶叶就好卖了。", "“茶叶也好卖了。”周远帆说，今年要多种茶。")
    assert [r for r in rules(*texts, head=head) if r.startswith("name")] == []


RIGHT = "“路通了。”周远航说，石梁新区要建货运站。"


@pytest.mark.parametrize(
    ("text", "words", "printed"),
    [
        ("今年，石新梁区的茶叶也好卖了。", ("石梁新区",), "石新梁区"),
        ("今年，石粮新区的茶叶也好卖了。", ("石梁新区",), "石粮新区"),
        ("今年，石梁新区的茶叶也好卖了。", ("石梁新区",), None),
        ("今年，石板新区的茶叶也好卖了。", ("石梁新区",), None),
        ("今年，石新梁区的茶叶也好卖了。", ("石梁新区", "石新梁区"), None),
    ],
)
def test_a_word_near_to_one_of_the_editors_list_is_found(text, words, printed):
    found = [f for f in findings("“路通了。”周远航说。", text, words=words) if f.rule == "misprint"]
    assert [dict(f.facts)["printed"] for f in found] == ([printed] if printed else [])
    assert all(dict(f.facts)["where"] == "words.txt" for f in found)


def test_a_word_near_to_one_that_the_article_prints_again_and_again_is_found():
    often = "“茶旅融合好。”周远航说，茶旅融合要靠路。茶旅融合也要靠人。茶旅融合还要靠水。"
    (finding,) = [f for f in findings(often, "今年，茶旅荣合的路子越走越宽。") if f.rule == "misprint"]
    assert dict(finding.facts) == {"printed": "茶旅荣合", "word": "茶旅融合", "where": "s1p1"}


def test_words_of_grammar_are_no_misprints_of_one_another():
    often = "“他的茶好。”周远航说，他的茶好卖。他的茶好在水。他的茶好在人。"
    assert "misprint" not in rules(often, "周远航说，她的茶好吃。")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("县长", "副县长", None), ("副县长", "常务副县长", None), ("区委书记", "区委副书记", "区委副书记")],
)
def test_one_character_more_or_less_is_near_too(one, other, near):
    assert one_off(one, other) == near


def test_what_differs_in_two_places_is_another_word():
    assert differing("高竹新区", "高新竹区") is None
    assert "高新竹区" in set(swapped("高竹新区"))


@pytest.mark.parametrize(
    ("often", "other"),
    [
        ("依法治茶要有人。依法治茶要有钱。依法治茶要有路。", "社会主义法治茶山的经验。"),
        ("省委宣传部来了人。省委宣传部又来了人。省委宣传部还来了人。", "县委宣传部也来了人。"),
        ("本法第十四条说了。本法第十四条讲了。本法第十四条定了。", "第四十条也说了。"),
        ("国内外市场都好。国内外市场都大。国内外市场都远。", "国内国外市场都要看。"),
    ],
)
def test_what_is_cut_out_of_other_words_is_no_misprint(often, other):
    assert "misprint" not in rules("“路通了。”周远航说。", often, other)
