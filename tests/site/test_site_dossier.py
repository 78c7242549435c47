import pytest

from roundtable_site.site import render
from roundtable_site.site.placing import open_dossier
from site_example import ARTICLE, PRINTED


@pytest.fixture
def dossier():
    return open_dossier(ARTICLE, PRINTED["gangkou"])


def test_the_runs_of_a_paragraph_joined_are_its_text(dossier):
    for piece in dossier.pieces:
        for item in piece.paragraphs:
            runs = [run.text for marked in item.sentences for part in marked.parts for run in part.runs]
            assert "".join(runs) == item.paragraph.text


def test_every_figure_and_quotation_is_marked_once(dossier):
    parts = [part for piece in dossier.pieces for p in piece.paragraphs for s in p.sentences for part in s.parts]
    begins = [claim.id for part in parts for run in part.runs for claim in run.begins]
    assert begins == [claim.id for claim in dossier.claims]
    assert [part.saying.id for part in parts if part.first] == [saying.id for saying in dossier.sayings]
    assert [saying.id for part in parts for run in part.runs for saying in run.ends] == [
        saying.id for saying in dossier.sayings
    ]


def test_the_link_of_a_quotation_stands_behind_its_closing_mark(dossier):
    parts = [part for piece in dossier.pieces for p in piece.paragraphs for s in p.sentences for part in s.parts]
    assert [run.text for part in parts for run in part.runs if run.ends] == [
        "”",
        "”",
        "。",
        "。",
        "”",
    ]


def test_a_marked_figure_is_printed_as_it_stands(dossier):
    for piece in dossier.pieces:
        for item in piece.paragraphs:
            for marked in item.sentences:
                for claim in marked.claims():
                    start, end = claim.span
                    assert item.paragraph.text[start:end] == claim.indicator.figure


def test_a_figure_knows_its_sentence_and_the_sentences_around_it(dossier):
    claim = next(claim for claim in dossier.claims if claim.id == "s1i4")
    assert claim.sentence.text == "林一帆说，装卸效率已提高两成多。" or claim.sentence.text.endswith("两成多。")
    assert claim.before is not None
    assert claim.after.text.startswith("林一帆表示")
    assert claim.address.path == "gangkou/indicators/index.html"
    assert claim.address.fragment == "s1i4"


def test_a_figure_knows_the_source_line_of_its_sentence(dossier):
    assert [claim.sentence.lines for claim in dossier.claims][:2] == [(6, 8), (6, 8)]
    assert dossier.claims[-1].sentence.lines == (12, 12)


def test_source_lines_that_are_not_known_are_left_out():
    assert all(claim.sentence.lines is None for claim in open_dossier(ARTICLE, {}).claims)


def test_a_quotation_whose_source_is_no_guest_has_its_place_on_the_overview(dossier):
    assert [(s.id, s.address.path) for s in dossier.sayings_of_others()] == [("s0q1", "gangkou/index.html")]


def test_a_quotation_over_two_sentences_begins_in_the_first(dossier):
    saying = next(saying for saying in dossier.sayings if saying.id == "s1q1")
    assert saying.sentence.text == "“码头不能只看吨位。"


def test_a_district_page_says_who_states_its_figures_and_which_sentences_name_it(site):
    page = next(page for page in site.pages if page.address.path == "gangkou/districts/lin-gang/index.html")
    assert [speaker.name for speaker in page.stated_by] == ["林一帆"]
    assert ["临港区" in place.sentence.text for place in page.mentions] == [True]
    assert "<mark>临港区</mark>" in render(page)
