"""The index of a large site's search: which articles have which pairs of characters, in parts that stay light."""

import gzip
import json
import re
from itertools import accumulate, pairwise
from random import Random

import pytest

from invented_archive import Cast, written
from roundtable_site.site import ordering, plan, seeking
from roundtable_site.site.grams import SLICES, grams_of, index_scripts, plain, searched, shard_of
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.rows import StandingRow
from roundtable_site.site.seeking import blocks_of

KILOBYTE = 1024
MOST = 100  # parts that `search.js` loads of its own accord, an article counting five


def handed(script: str) -> list:
    call = re.fullmatch(
        r"\(window\.roundtableIndex=window\.roundtableIndex\|\|\[\]\)\.push\((.*)\);\n", script, re.DOTALL
    )
    return json.loads(call[1])


def numbers_of(gaps: str) -> list[int]:
    number, found = -1, []
    for sign in gaps:
        if sign == "!":
            number += 91
        else:
            number += ord(sign) - 34 - (sign > "\\")
            found.append(number)
    return found


def opened(scripts) -> dict[str, list[int]]:
    found = {}
    for number, script in enumerate(scripts):
        _, part, grams, lists = handed(script)
        assert part == number
        for at, gaps in enumerate(lists.split(" ")[:-1]):
            gram = grams[2 * at : 2 * at + 2]
            assert shard_of(gram, len(scripts)) == number
            found[gram] = numbers_of(gaps)
    return found


def in_heaps(text: str) -> tuple[str, ...]:
    heaps: list[list[str]] = [[] for _ in range(SLICES)]
    for gram in {a + b for a, b in pairwise(text)} | {sign + " " for sign in text}:
        heaps[shard_of(gram, SLICES)].append(gram)
    return tuple("".join(sorted(heap)) for heap in heaps)


def test_an_index_says_of_every_pair_and_every_character_in_which_articles_it_stands():
    cast = Cast(20)
    dossiers = [open_dossier(written(number * 9, cast, 1)[0], {}) for number in range(20)]
    found = opened(index_scripts("all", [grams_of(dossier) for dossier in dossiers]))
    texts = [plain("\n".join(searched(dossier))) for dossier in dossiers]
    for gram, numbers in found.items():
        assert numbers == [at for at, text in enumerate(texts) if gram.rstrip(" ") in text], gram
    signs = {sign for text in texts for sign in text} - {"\n", " "}
    assert {gram[0] for gram in found if gram[1] == " "} == signs


@pytest.mark.parametrize("numbers", [[0], [399], [0, 1, 2], [5, 96, 187, 188, 399], [90, 91, 92, 182, 183]])
def test_articles_far_from_one_another_are_told_by_their_gaps(numbers):
    articles = [in_heaps("甲乙" if number in numbers else "丙") for number in range(400)]
    assert opened(index_scripts("2022", articles))["甲乙"] == numbers


@pytest.fixture(scope="module")
def year() -> list[tuple[str, ...]]:
    """Give a year of long articles: 4,000 characters each of phrases that are rarer the later they stand in a list."""
    chosen = Random(3)

    def falling(things: int, more: int) -> list[float]:
        return list(accumulate(1 / (at + more) for at in range(things)))

    signs = [chr(0x4E00 + 7 * at) for at in range(2500)]
    words = ["".join(chosen.choices(signs, cum_weights=falling(2500, 3), k=2)) for _ in range(30_000)]
    common = falling(len(words), 10)
    phrases = ["".join(chosen.choices(words, cum_weights=common, k=3)) for _ in range(30_000)]
    common = falling(len(phrases), 50)
    return [in_heaps("".join(chosen.choices(phrases, cum_weights=common, k=670))) for _ in range(370)]


def test_a_first_search_of_ten_thousand_articles_transfers_less_than_300_kilobytes(year):
    parts = [len(gzip.compress(script.encode())) for script in index_scripts("2022", year)]
    assert sum(map(len, year[0])) / 2 > 3000  # pairs and characters: more than an article of 6,000 has
    assert max(parts) < 4 * KILOBYTE
    # Whatever is looked for, a search stops after that many parts; an article may weigh 12 KB, five parts 10.
    mean = sum(parts) / len(parts)
    assert MOST * max(mean, 12 * KILOBYTE / 5) + 30 * KILOBYTE < 300 * KILOBYTE
    # A word of three characters that nobody has used is looked for in all 27 years of them.
    assert 2 * 27 * mean < 150 * KILOBYTE


def rows(*days: str) -> list[StandingRow]:
    return [StandingRow(f"a{at}", day, None) for at, day in enumerate(days)]


def test_few_articles_are_one_block_and_many_stand_year_by_year_the_newest_first(monkeypatch):
    days = ("2020-01-02", "", "2022-05-01", "2022-01-01", "2022-03-01", "2019-01-01")
    assert [block.name for block in blocks_of(rows(*days))] == ["all"]
    monkeypatch.setattr(seeking, "BLOCK", 2)
    blocks = blocks_of(rows(*days))
    assert [block.name for block in blocks] == ["2022-2", "2022", "2020", "2019", "undated"]
    assert [[row.slug for row in block.articles] for block in blocks][:2] == [["a2"], ["a3", "a4"]]


def test_the_search_page_of_a_large_site_names_no_article_and_leads_to_lists(settings, monkeypatch):
    cast = Cast(12)
    articles = [written(number * 100, cast, 1)[0] for number in range(12)]
    small = plan(articles, settings, {})
    monkeypatch.setattr(ordering, "PART", 11)
    large = plan(articles, settings, {})
    page = next(page for page in large.pages if page.address.path == "search/index.html")
    assert (page.slugs, page.index, page.parts) == ((), (), (("all", 12, 32),))
    index = [file.address.path for file in large.files if file.address.path.startswith("search/index/")]
    assert index == [f"search/index/all/{part}.js" for part in ("articles", *range(32))]
    assert not any(file.address.path.startswith("search/index/") for file in small.files)
