"""The door of the room: from a file to an article with ids."""

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import parse_article, read_text

TEXT = "湖边新事\n\n“路修好了，客人就来了。”镜湖县县长白晓帆说，去年全县接待游客12万人次。\n"


def test_an_article_is_named_from_its_sites_root(tmp_path):
    (tmp_path / "seeds").mkdir()
    path = tmp_path / "seeds" / "hubian-xinshi.txt"
    path.write_text(TEXT, encoding="gb18030")
    article = parse_article(path, tmp_path)
    assert (article.source.file, article.source.encoding, article.slug) == (
        "seeds/hubian-xinshi.txt",
        "gb18030",
        "hubian-xinshi",
    )


def test_names_become_ids_everywhere():
    article = read_text(TEXT)
    assert [(guest.id, guest.name, guest.district) for guest in article.guests] == [("bai-xiaofan", "白晓帆", "jinghu")]
    assert [(district.id, district.name) for district in article.districts] == [("jinghu", "镜湖县")]
    assert {quote.speaker for quote in article.quotes} == {"bai-xiaofan"}
    assert [(i.district, i.speaker) for i in article.indicators] == [("jinghu", "bai-xiaofan")]


def test_the_same_text_gives_the_same_article():
    assert read_text(TEXT) == read_text(TEXT)


@pytest.mark.parametrize("text", ["湖边新事", "湖边新事\n\n本报记者 何为\n", "第3版\n"])
def test_a_text_without_a_paragraph_is_one_line_that_says_so(text):
    with pytest.raises(RoundtableError) as error:
        read_text(text, "湖边.txt")
    assert str(error.value).startswith("湖边.txt:1:1: no body text was found")
