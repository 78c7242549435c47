"""Keywords: content words, terms and names of the article, weighed."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_site.errors import RoundtableError
from roundtable_site.keywords import keywords_of, with_keywords
from roundtable_site.keywords.segment import JiebaSegmenter, RjiebaSegmenter, default_segmenter
from roundtable_site.keywords.stop_words import STOP_WORDS
from roundtable_site.keywords.terms import find_terms
from roundtable_site.model import Article, District, Guest, Paragraph, Quote, Section, SourceRecord
from roundtable_site.settings import KeywordOptions
from roundtable_site.word_lists import read_words
from support import REPOSITORY

TEA = (
    "明山区把有机茶园作为富民产业，今年新建有机茶园三千亩，带动茶农增收。",
    "王梅说，明山区还要办好茶叶合作社，茶叶合作社让茶农抱团闯市场，有机茶园让茶叶卖出好价钱。",
)
BRIDGE = (
    "李山说，跨江大桥年底合龙，跨江大桥通车以后，渡口停航，渡船退役。",
    "他介绍，收费站同步建设，跨江大桥和收费站都用上了“江豚蓝”涂装，“江豚蓝”来自市民投票。",
)


COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子产三A1.%，"


def article(**changes: object) -> Article:
    sections = tuple(
        Section(
            f"s{n}", None, speaker, tuple(Paragraph(f"s{n}p{k}", (k, k), text) for k, text in enumerate(texts, start=1))
        )
        for n, (speaker, texts) in enumerate([("wang-mei", TEA), ("li-shan", BRIDGE)], start=1)
    )
    values: dict[str, object] = {
        "source": SourceRecord("seeds/a.txt", "0", "utf-8"),
        "slug": "a",
        "headline": "茶与桥",
        "subtitle": None,
        "column": None,
        "reporters": ("陈一",),
        "photographers": (),
        "standfirst": (),
        "layout": (),
        "districts": (District("mingshan", "明山区", "district"),),
        "guests": (
            Guest("wang-mei", "王梅", ("明山区区长",), "mingshan", "panellist"),
            Guest("li-shan", "李山", ("大桥总工程师",), None, "panellist"),
        ),
        "captions": (),
        "sections": sections,
        "quotes": (),
        "indicators": (),
    }
    return Article(**{**values, **changes})  # type: ignore[arg-type]


def words(keywords: tuple[object, ...]) -> list[str]:
    return [keyword.word for keyword in keywords]  # type: ignore[attr-defined]


def test_names_repeated_terms_and_marked_terms_are_whole() -> None:
    found = words(keywords_of(article()).article)
    assert {"有机茶园", "茶叶合作社", "跨江大桥", "江豚蓝", "明山区"} <= set(found)
    assert not {"王梅", "李山", "说", "我们", "今年", "介绍"} & set(found)


@pytest.mark.parametrize(
    ("texts", "fragment"),
    [
        (("推动校地院地合作攻关，", "校地院地合作项目已签约。"), "校地院"),
        (("写好乡村振兴这篇大文章。", "大文章要接着写。"), "这篇大"),
        (("建成文化大区、开放大区。", "从经济大区走向经济强区。"), "大区"),
    ],
)
def test_a_piece_of_a_longer_word_is_no_keyword(texts: tuple[str, str], fragment: str) -> None:
    paragraphs = tuple(Paragraph(f"s1p{at}", (at, at), text) for at, text in enumerate(texts, 1))
    found = keywords_of(article(headline=None, sections=(Section("s1", None, "wang-mei", paragraphs),)))
    assert fragment not in words(found.article)
    assert fragment not in words(dict(found.speakers).get("wang-mei", ()))


def test_each_speaker_has_the_words_of_their_own_piece() -> None:
    speakers = dict(keywords_of(article()).speakers)
    assert words(speakers["wang-mei"])[0] == "有机茶园"
    assert words(speakers["li-shan"])[0] == "跨江大桥"
    assert "跨江大桥" not in words(speakers["wang-mei"])


def test_what_a_guest_says_in_another_piece_is_theirs_too() -> None:
    quote = Quote("s1q1", "li-shan", "s1p2", "direct", "说", "茶叶合作社让茶农抱团闯市场")
    assert "茶叶合作社" in words(dict(keywords_of(article(quotes=(quote,))).speakers)["li-shan"])


def test_an_editors_word_is_whole_and_a_stop_word_is_out() -> None:
    found = words(keywords_of(article(), words=["闯市场", "今年"], stop=["跨江大桥"]).article)
    assert {"闯市场", "今年"} <= set(found)
    assert "跨江大桥" not in found


def test_weights_fall_are_exact_and_as_many_as_asked_for() -> None:
    found = keywords_of(article(), number=4).article
    assert len(found) == 4
    weights = [keyword.weight for keyword in found]
    assert weights == sorted(weights, reverse=True)
    assert all(weight == weight.quantize(Decimal("0.0001")) for weight in weights)


def test_an_article_without_guests_or_text_has_no_keywords() -> None:
    empty = keywords_of(article(guests=(), sections=(), headline=None))
    assert (empty.article, empty.speakers) == ((), ())


def test_the_editors_lists_are_read_from_the_sites_folder(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("# 桥\n闯市场 5 n\n\n", encoding="utf-8")
    options = KeywordOptions(40, 5, tmp_path / "words.txt", tmp_path / "none.txt")
    assert "闯市场" in words(with_keywords(article(), options).keywords.article)


def test_a_word_list_that_is_not_utf_8_is_a_problem_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("桥\n".encode() + "茶园\n".encode("gb18030"))
    with pytest.raises(RoundtableError) as caught:
        read_words(path)
    assert str(caught.value) == f"{path}:2: not UTF-8: save the file as UTF-8"


def test_the_terms_of_the_seed_are_found_by_rule() -> None:
    text = (REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt").read_text(encoding="utf-8")
    runs = [default_segmenter().cut(line) for line in text.replace("，", "\n").replace("、", "\n").splitlines()]
    terms = {"".join(term) for term in find_terms(runs, STOP_WORDS)}
    assert {"高质量发展", "新能源汽车", "西部陆海新通道", "城乡融合", "成渝地区双城经济圈"} <= terms


@pytest.fixture(scope="module")
def segmenters() -> tuple[JiebaSegmenter, RjiebaSegmenter]:
    pytest.importorskip("rjieba")
    return JiebaSegmenter(), RjiebaSegmenter()


def test_both_segmenters_cut_the_seed_into_the_same_words(segmenters: tuple[JiebaSegmenter, RjiebaSegmenter]) -> None:
    for line in (REPOSITORY / "seeds" / "gaozhiliang-roundtable.txt").read_text(encoding="utf-8").splitlines():
        assert segmenters[0].cut(line) == segmenters[1].cut(line)


@settings(max_examples=300, deadline=None)
@given(text=st.text(alphabet=COMMON, max_size=40))
def test_both_segmenters_cut_any_text_into_the_same_words(
    segmenters: tuple[JiebaSegmenter, RjiebaSegmenter], text: str
) -> None:
    assert segmenters[0].cut(text) == segmenters[1].cut(text)


@pytest.mark.parametrize(
    "text", ["1.A", "占1.A和", "v1.2.b版", "投入强度4.44%增", "A.1级", "卡拉OK厅_3D-打印", "C++和R&D", "12.5万"]
)
def test_both_segmenters_cut_marks_between_letters_and_digits_alike(
    segmenters: tuple[JiebaSegmenter, RjiebaSegmenter], text: str
) -> None:
    assert segmenters[0].cut(text) == segmenters[1].cut(text)
    assert "".join(word.text for word in segmenters[0].cut(text)) == text


def test_both_segmenters_give_the_same_keywords(segmenters: tuple[JiebaSegmenter, RjiebaSegmenter]) -> None:
    jieba, rjieba = (keywords_of(article(), segmenter=segmenter) for segmenter in segmenters)
    assert jieba == rjieba


def test_jieba_is_not_loaded_before_it_is_needed_and_leaves_no_trace(tmp_path: Path) -> None:
    code = (
        "import sys; import roundtable_site.keywords; assert not {'jieba', 'rjieba'} & set(sys.modules);"
        "from roundtable_site.keywords.segment import JiebaSegmenter; print(len(JiebaSegmenter().cut('茶园')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True,
        env={"TMPDIR": str(tmp_path), "PYTHONPATH": ":".join(sys.path)},
    )  # fmt: skip
    assert (ran.stdout, ran.stderr) == ("1\n", "")
    assert list(tmp_path.iterdir()) == []
