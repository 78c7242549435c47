"""How well articles are read, by the scorer of tests/gold against what careful editors found."""

import importlib.util
from pathlib import Path

import pytest

from roundtable_site import content
from roundtable_site.parsing import parse_article
from support import REPOSITORY

GOLD = Path(__file__).parent / "gold"
SHARED = REPOSITORY.parent / "shared" / "articles"
SEED = REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt"

_spec = importlib.util.spec_from_file_location("score", GOLD / "score.py")
scorer = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(scorer)


def scores_of(text: Path, gold: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Score one text against its gold file."""
    found = folder / f"{text.stem}.yml"
    found.write_text(content.dump(parse_article(text)), encoding="utf-8")
    return scorer.score(scorer.load(found), scorer.load(gold))[0]


@pytest.fixture(scope="module")
def seed_scores(tmp_path_factory):
    return scores_of(SEED, GOLD / "seed.gold.yml", tmp_path_factory.mktemp("seed"))


LEAST = [
    ("article", "headline", 1.0),
    ("article", "column", 1.0),
    ("article", "reporters", 1.0),
    ("article", "photographers", 1.0),
    ("guests", "f1", 1.0),
    ("guests", "titles", 1.0),
    ("guests", "district", 1.0),
    ("guests", "role", 1.0),
    ("sections", "f1", 1.0),
    ("sections", "speaker", 1.0),
    ("transcript", "paragraphs_exact", 1.0),
    ("direct_quotes", "f1", 1.0),
    ("direct_quotes", "speaker", 1.0),
    ("indirect_quotes", "f1", 1.0),
    ("indirect_quotes", "speaker", 1.0),
    ("indicators", "precision", 0.97),
    ("indicators", "recall", 0.97),
    ("indicators", "text", 0.98),
    ("indicators", "value", 0.98),
    ("indicators", "unit", 0.98),
    ("indicators", "district", 0.98),
    ("indicators", "speaker", 0.98),
    ("indicators", "measure", 0.95),
    ("indicators", "period", 0.95),
    ("indicators", "from", 0.95),
    ("indicators", "name", 0.88),
]


@pytest.mark.parametrize(("kind", "field", "least"), LEAST, ids=lambda value: str(value))
def test_the_seed_is_read_at_least_this_well(seed_scores, kind, field, least):
    assert seed_scores[kind][field] >= least


def test_nothing_of_the_seed_is_unplaced():
    assert parse_article(SEED).unplaced == ()


def other_texts():
    return sorted(SHARED.glob("*.gold.yml")) if SHARED.is_dir() else []


@pytest.mark.skipif(not other_texts(), reason="the other articles are not beside the repository")
@pytest.mark.parametrize("gold", other_texts(), ids=lambda path: path.name.removesuffix(".gold.yml"))
def test_other_articles_are_read_whole(gold, tmp_path, capsys):
    text = gold.with_name(gold.name.replace(".gold.yml", ".txt"))
    scores = scores_of(text, gold, tmp_path)
    with capsys.disabled():
        scorer.report(f"\n{text.name}", scores)
    assert scores["sections"]["f1"] == 1.0
    assert scores.get("transcript", {}).get("paragraphs_exact", 1.0) == 1.0
    assert scores["article"] == {"headline": 1.0, "column": 1.0, "reporters": 1.0, "photographers": 1.0}


# What the micro-average over the other articles must reach.
LEAST_ELSEWHERE = [
    ("guests", "f1", 0.95),
    ("guests", "titles", 0.9),
    ("sections", "f1", 0.9),
    ("sections", "speaker", 0.9),
    ("direct_quotes", "f1", 0.93),
    ("direct_quotes", "speaker", 0.95),
    ("indirect_quotes", "f1", 0.85),
    ("indirect_quotes", "speaker", 0.95),
    ("indicators", "f1", 0.9),
    ("indicators", "text", 0.93),
    ("indicators", "value", 0.93),
    ("indicators", "unit", 0.93),
    ("indicators", "district", 0.93),
    ("indicators", "speaker", 0.93),
    ("indicators", "measure", 0.85),
    ("indicators", "period", 0.85),
    ("indicators", "name", 0.8),
]


@pytest.fixture(scope="module")
def scores_elsewhere(tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    rows = [scores_of(gold.with_name(gold.name.replace(".gold.yml", ".txt")), gold, folder) for gold in other_texts()]
    return scorer.total(rows)


@pytest.mark.skipif(not other_texts(), reason="the other articles are not beside the repository")
@pytest.mark.parametrize(("kind", "field", "least"), LEAST_ELSEWHERE, ids=lambda value: str(value))
def test_other_articles_are_read_at_least_this_well_together(scores_elsewhere, kind, field, least):
    assert scores_elsewhere[kind][field] >= least


@pytest.mark.skipif(not other_texts(), reason="the other articles are not beside the repository")
def test_an_article_whose_page_was_damaged_has_the_same_paragraphs():
    whole, damaged = (
        [paragraph.text for paragraph in parse_article(SHARED / name).paragraphs()]
        for name in ("daibiao-weiyuan.txt", "daibiao-weiyuan.damaged.txt")
    )
    assert damaged == whole
