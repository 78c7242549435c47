"""What articles say of one thing is compared, from a few facts of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from roundtable_site.checking import check, examine
from roundtable_site.checking.examining import examine_across, examine_one
from roundtable_site.checking.galley import Galley
from roundtable_site.model import Article, Editorial
from roundtable_site.parsing import read_text
from roundtable_site.periods import absolute


def article(
    slug: str, figure: str = "12万亩", date: str | None = None, name: str = "周远航", post: str = "河湾县县长",
    period: str = "2021年",
) -> Article:  # fmt: skip
    text = (
        f"河湾的路\n\n访谈嘉宾：\n\n{post} {name}\n\n把路修到家门口\n\n"
        f"“路通了。”{name}说，{period}，河湾县茶园面积{figure}。\n"
    )
    read = read_text(text, f"{slug}.txt")
    return replace(read, source=replace(read.source, date=date))


def found(*articles: Article) -> list[tuple[str, str, str]]:
    return [
        (problem.location.path, problem.rule, dict(problem.facts)["place"])
        for problem in check(articles)
        if "place" in dict(problem.facts) and problem.severity == "warning"
    ]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("12万亩", "13万亩", True),
        ("12万亩", "12万亩", False),
        ("12万亩", "12.3万亩", False),
        ("12.1万亩", "12.3万亩", True),
        ("12万余亩", "12.6万亩", False),
        ("近12万亩", "11.8万亩", False),
    ],
)
def test_two_values_of_one_indicator_place_and_period_are_found_unless_one_is_the_others_rounding(one, other, differ):
    expected = [("b.txt", "value-varies", "a s1i1")] if differ else []
    assert found(article("a", one), article("b", other)) == expected


def test_each_contradiction_is_told_once_at_its_later_place():
    older, newer = article("b", "12万亩", "2022-03-01"), article("a", "13万亩", "2022-04-01")
    assert found(newer, older) == [("a.txt", "value-varies", "b s1i1")]
    assert found(newer, older, article("c", "12万亩", "2022-05-01")) == [("a.txt", "value-varies", "b s1i1")]


def test_another_year_is_another_figure():
    assert found(article("a", "12万亩"), article("b", "13万亩", period="2022年")) == []


@pytest.mark.parametrize(
    ("date", "other", "differ"),
    [("2022-03-01", "2022-10-01", True), ("2022-03-01", "2023-03-01", False), (None, None, False)],
)
def test_last_year_is_known_from_the_dates_of_the_articles(date, other, differ):
    one = article("a", "12万亩", date, period="去年")
    two = article("b", "13万亩", other, period="去年")
    assert bool(found(one, two)) is differ


def test_two_values_within_one_article_are_found():
    text = (
        "河湾的路\n\n把路修到家门口\n\n“路通了。”河湾县县长周远航说，2021年，河湾县茶园面积12万亩。\n\n"
        "周远航说，2021年，河湾县茶园面积15万亩。\n"
    )
    (problem,) = [p for p in check([read_text(text, "a.txt")]) if p.rule == "value-varies"]
    assert dict(problem.facts)["place"] == "s1i1"


def test_a_guest_whose_post_changed_is_told_at_the_next_article():
    new = "河湾县委书记"
    told = found(
        article("a", date="2021-01-01"),
        article("b", date="2022-01-01", post=new),
        article("c", date="2023-01-01", post=new),
    )
    assert told == [("b.txt", "guest-title-varies", "a")]


def test_a_guest_of_the_same_id_with_another_name_is_told():
    assert found(article("a"), article("b", name="周元航")) == [("b.txt", "guest-name-varies", "a")]


def test_two_names_of_one_post_are_told_only_where_one_character_differs():
    assert [rule for _, rule, _ in found(article("a"), article("b", name="周远新"))] == ["guest-name-varies"]
    assert found(article("a"), article("b", name="郑秋实")) == []


def test_two_letters_that_changed_places_are_told_whoever_held_the_post_before():
    told = found(article("a", name="郑秋实"), article("b", name="周远航"), article("c", name="周航远"))
    assert told == [("c.txt", "guest-name-varies", "b")]


def test_a_contradiction_is_accepted_on_the_record_and_on_the_article():
    older, newer = article("a", "12万亩"), article("b", "13万亩")
    figure = replace(newer.indicators[0], editorial=Editorial(accepted=(("value-varies", "口径不同"),)))
    for accepted in (
        replace(newer, indicators=(figure,)),
        replace(newer, editorial=Editorial(accepted=(("value-varies", "口径不同"),))),
    ):
        examined = examine([older, accepted])
        assert [p for p in examined.problems if p.severity != "note"] == []
        assert [(a.problem.rule, a.reason) for a in examined.accepted] == [("value-varies", "口径不同")]


def test_an_acceptance_across_articles_that_matches_nothing_is_told():
    alone = replace(article("b"), editorial=Editorial(accepted=(("value-varies", "口径不同"),)))
    assert [p.rule for p in check([alone]) if p.severity != "note"] == ["accepted-unused"]


def test_articles_are_taken_one_by_one_and_none_is_kept():
    import gc
    import weakref

    alive: list[weakref.ref[Galley]] = []

    def stream() -> Iterator[Article]:
        for number in range(30):
            yield article(f"a{number}")
            gc.collect()
            count = sum(isinstance(thing, Article) for thing in gc.get_objects())
            alive.append(count)  # type: ignore[arg-type]

    before = sum(isinstance(thing, Article) for thing in gc.get_objects())
    examine(stream())
    assert max(alive) - before <= 2  # type: ignore[type-var,operator]


FIGURES = st.sampled_from(["12万亩", "13万亩", "12.3万亩", "近12万亩"])


ARTICLES = st.lists(
    st.tuples(
        FIGURES,
        st.sampled_from([None, "2022-01-01", "2023-01-01"]),
        st.sampled_from(["周远航", "周远新", "郑秋实"]),
        st.sampled_from(["河湾县县长", "河湾县委书记"]),
    ),
    min_size=1,
    max_size=5,
)


class Memory(dict):
    """What was found across articles, as a build remembers it; counts what was found anew."""

    def get(self, name, key, form):
        return super().get((name, key))

    def put(self, name, key, record):
        self[name, key] = record


@settings(max_examples=40, deadline=None)
@given(st.lists(ARTICLES, min_size=2, max_size=3))
def test_what_is_remembered_of_articles_before_gives_what_a_whole_check_gives(given_editions):
    memory = Memory()
    for edition in given_editions:
        articles = [
            article(f"a{n}", figure, date, name=name, post=post) for n, (figure, date, name, post) in enumerate(edition)
        ]
        owns = {one.slug: examine_one(one, None, ()) for one in reversed(articles)}
        founds = [own.found for own in owns.values()]
        assert examine_across(founds, lambda slug, owns=owns: owns[slug].facts, memory) == examine(articles)
        known = len(memory)
        examine_across(founds, lambda slug, owns=owns: pytest.fail(f"{slug} was asked about again"), memory)
        assert len(memory) == known


@pytest.mark.parametrize(
    ("period", "date", "expected"),
    [
        ("2021年", None, "2021年"),
        ("截至2022年9月", None, "2022年9月"),
        ("2021年底", None, "2021年"),
        ("“十三五”期间", None, "十三五"),
        ("今年上半年", "2022-07-20", "2022年上半年"),
        ("前年", "2022-07-20", "2020年"),
        ("五年来", "2022-07-20", "五年来@2022-07-20"),
        ("五年来", None, "五年来@a"),
    ],
)
def test_a_period_is_put_so_that_it_means_the_same_in_every_article(period, date, expected):
    assert absolute(period, date, "a") == expected
