"""Why a record stands in the content file: the rules that took it, what each took, and where."""

import sys

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from document_makers import file_of
from roundtable_site import content
from roundtable_site.cli import main
from roundtable_site.errors import RoundtableError
from roundtable_site.model import Quote
from roundtable_site.parsing import parse_article, read_source
from roundtable_site.parsing.explain import Explainer
from support import REPOSITORY

SEED = REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt"


@pytest.fixture(scope="module")
def article(tmp_path_factory):
    """The article, its path and what explains it."""
    path = file_of(tmp_path_factory.mktemp("explain"), ".txt")
    return parse_article(path), path, Explainer(read_source(path))


def record_of(article, text):
    records = (*article.quotes, *article.indicators)
    return next(each for each in records if text in (each.text, getattr(each, "figure", None)))


@pytest.mark.parametrize(
    ("text", "what", "value", "line"),
    [
        ("265公里", "figure", "265公里 = 180 → 265 公里", 21),
        ("265公里", "measure", "from_to", None),
        ("265公里", "period", "五年来", 21),
        ("1250万吨", "speaker", "罗志远", None),
        ("1250万吨", "district", "白沙县", None),
        ("水路通了，货才走得远。", "words", "direct", 17),
        ("水路通了，货才走得远。", "cue", "说", 17),
        ("水路通了，货才走得远。", "speaker", "罗志远, named as 罗志远 (person)", 17),
        ("下一步将再建3座码头。", "cue", "表示", 21),
    ],
)
def test_each_piece_of_a_record_is_told_with_its_rule_and_its_place(article, text, what, value, line):
    read, path, explainer = article
    piece = next(piece for piece in explainer.explain(record_of(read, text)).pieces if piece.what == what)
    assert piece.value == value
    assert piece.rule.startswith(("quotes.", "indicators."))
    assert (piece.place.line if piece.place else None) == line
    assert piece.place is None or piece.place.path == str(path)


def test_the_sentence_is_told_with_the_record_marked(article):
    read, _, explainer = article
    told = explainer.explain(record_of(read, "265公里"))
    assert f"{told.before}{told.marked}{told.after}" == (
        "五年来，白沙县新建码头12座，内河航道里程由180公里增加到265公里。"
    )
    assert told.marked.endswith("265公里")


@pytest.mark.skipif(not SEED.exists(), reason="the seed is not here")
def test_every_record_of_the_seed_is_explained_by_rules():
    read, explainer = parse_article(SEED), Explainer(read_source(SEED))
    for record in (*read.quotes, *read.indicators):
        told = explainer.explain(record)
        wanted = {"words", "cue", "speaker"} if isinstance(record, Quote) else {"figure", "name", "measure", "speaker"}
        assert wanted <= {piece.what for piece in told.pieces}, record.id
        assert all(piece.rule or piece.value == "none" for piece in told.pieces), record.id
        assert told.unsure == record.unsure


def test_what_an_editor_changed_is_told_beside_what_is_read(article):
    read, _, explainer = article
    record = record_of(read, "1250万吨")
    told = explainer.explain(replace(record, name="港口吞吐量"))
    assert [piece.value for piece in told.pieces if piece.what == "name"] == [
        f"{record.name} (the file says 港口吞吐量)"
    ]


def test_a_record_that_no_rule_gives_is_one_line(article):
    read, path, explainer = article
    with pytest.raises(RoundtableError) as error:
        explainer.explain(replace(record_of(read, "1250万吨"), figure="1350万吨"))
    assert str(error.value).startswith(f"{path}: no rule gives s1i1 (")


def test_watching_the_rules_changes_nothing_that_they_read_and_ends(article):
    read, path, _ = article
    assert sys.getprofile() is None
    assert parse_article(path) == read


def test_the_command_explains_a_record_of_a_content_file_and_of_an_article(article, tmp_path):
    _, path, _ = article
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / path.name).write_bytes(path.read_bytes())
    seed = tmp_path / "seeds" / path.name
    file = tmp_path / "talk.yml"
    file.write_text(content.dump(parse_article(seed, tmp_path)), encoding="utf-8")
    from_seed = CliRunner().invoke(main, ["explain", str(seed), "s1q1"])
    from_file = CliRunner().invoke(main, ["explain", str(file), "s1q1", "--root", str(tmp_path)])
    assert from_seed.exit_code == from_file.exit_code == 0
    assert from_seed.output == from_file.output
    assert from_seed.output.startswith(f"{seed}:17: s1q1 direct\n  “【水路通了，货才走得远。】”")
    assert "  unsure:    no\n" in from_seed.output


def test_an_unknown_id_is_one_line_with_the_nearest(article):
    _, path, _ = article
    result = CliRunner().invoke(main, ["explain", str(path), "s1q11"])
    assert result.exit_code == 1
    assert result.stderr == f"{path}: no quotation or indicator has the id s1q11: did you mean s1q1?\n"
