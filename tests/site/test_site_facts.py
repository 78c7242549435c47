"""The rows of all articles are kept small and found as they were added."""

from hypothesis import given
from hypothesis import strategies as st

from roundtable_site.site.facts import Facts, Mark, Need

KEYS = st.sampled_from(["word", "place", "passages"])
CARDS = st.lists(
    st.dictionaries(KEYS, st.dictionaries(st.sampled_from("甲乙丙"), st.integers(0, 2**31), max_size=3), max_size=3),
    max_size=8,
)


def mark(number):
    return Mark(number.to_bytes(16, "big"), number % 97, number % 89)


def added(cards, **of):
    facts = Facts(**of)
    for place, card in enumerate(cards):
        marks = {topic: {key: mark(number) for key, number in keys.items()} for topic, keys in card.items()}
        facts.add(f"article-{place}", marks, lambda _: [])
    return facts


@given(CARDS)
def test_every_row_is_found_where_it_was_added_in_the_order_of_the_articles(cards):
    facts = added(cards)
    for topic in ("word", "place", "passages"):
        for key in "甲乙丙":
            wanted = [
                (f"article-{place}", mark(card[topic][key]))
                for place, card in enumerate(cards)
                if key in card.get(topic, {})
            ]
            assert list(facts.places(Need(topic, key))) == wanted
            if topic != "passages":
                assert facts.count(topic, key) == len(wanted)
                assert list(facts.places(Need(topic, key, (1, 3)))) == wanted[1:3]


@given(CARDS, CARDS)
def test_the_digest_of_a_need_differs_where_its_rows_differ(one, other):
    first, second = added(one), added(other)
    need = Need("word", "甲")
    digests = [[found.digest for _, found in facts.places(need)] for facts in (first, second)]
    assert (first.key(need) == second.key(need)) == (digests[0] == digests[1])


def test_rows_that_only_small_sites_show_are_let_go_in_a_large_one():
    cards = [{"passages": {"甲": place}, "standing": {f"s{place}": place}} for place in range(4)]
    assert len(list(added(cards, most_heavy=4).places(Need("passages")))) == 4
    assert list(added(cards, most_heavy=3).places(Need("passages"))) == []
