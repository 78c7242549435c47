"""The invented archive that builds are measured with is what the parser would read, so that figures mean something."""

import sys

import pytest

from roundtable_site import content
from roundtable_site.parsing import parse_article
from support import REPOSITORY, tree


@pytest.fixture(scope="module")
def archive():
    sys.path.insert(0, str(REPOSITORY / "benchmarks"))
    try:
        import archive
    finally:
        sys.path.pop(0)
    return archive


def test_the_content_files_of_an_archive_load_and_agree_with_their_texts(archive, tmp_path):
    archive.make(tmp_path, 5)
    articles = content.load_all(tmp_path / "content")
    assert len(articles) == 5
    for article in articles:
        printed = (tmp_path / article.source.file).read_text(encoding="utf-8").split("\n")
        assert all(printed[p.lines[0] - 1] == p.text for p in article.paragraphs())


def test_the_parser_finds_in_the_text_what_the_content_file_says(archive, tmp_path):
    archive.make(tmp_path, 5)
    for article in content.load_all(tmp_path / "content"):
        read = parse_article(tmp_path / article.source.file, tmp_path)
        assert [(g.id, g.name) for g in read.guests] == [(g.id, g.name) for g in article.guests]
        assert [(s.heading, s.speaker) for s in read.sections] == [(s.heading, s.speaker) for s in article.sections]
        assert [q.text for q in read.quotes if q.kind == "direct"] == [q.text for q in article.quotes]
        assert {i.figure for i in article.indicators} <= {i.figure for i in read.indicators}


def test_the_same_number_gives_the_same_archive(archive, tmp_path):
    archive.make(tmp_path / "a", 3)
    archive.make(tmp_path / "b", 3)
    assert tree(tmp_path / "a") == tree(tmp_path / "b")
    archive.make(tmp_path / "seeds", 3, seeds=True)
    assert set(tree(tmp_path / "seeds")) == {f"seeds/yuanzhuo-00000{n}.txt" for n in (1, 2, 3)}


def test_people_and_places_of_a_large_archive_have_ids_of_their_own(archive):
    cast = archive.Cast(1000)
    for ids in ([id_ for _, id_, _, _ in cast.people], [id_ for _, id_ in cast.places]):
        assert len(ids) == len(set(ids))
