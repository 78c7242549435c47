import re
import tomllib
from typing import get_args
from urllib.parse import unquote

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from roundtable_site.errors import RoundtableError
from roundtable_site.model import DistrictKind, Measure
from roundtable_site.site import plan, write
from roundtable_site.site.theme import default_theme
from site_example import ARTICLE, PRINTED

CATALOGUES = {path.stem: path for path in sorted((default_theme() / "labels").glob("*.toml"))}
ALL = ("zh-Hans", "zh-Hant", "en")


def labels(language):
    return tomllib.loads(CATALOGUES[language].read_text(encoding="utf-8"))


def names(table, before=""):
    for name, value in table.items():
        if isinstance(value, dict):
            yield from names(value, f"{before}{name}.")
        else:
            yield before + name, value


@pytest.fixture
def spoken(settings):
    return replace(settings, languages=ALL)


@pytest.fixture
def folder(spoken, tmp_path):
    write(plan([ARTICLE], spoken, PRINTED), tmp_path / "build")
    return tmp_path / "build"


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_catalogue_has_every_label_and_no_other(language):
    assert [name for name, _ in names(labels(language))] == [name for name, _ in names(labels("zh-Hans"))]
    assert all(words.strip() or name == "and" for name, words in names(labels(language)))


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_label_has_the_same_blanks_in_every_language(language):
    blanks = {name: words.count("{}") for name, words in names(labels("zh-Hans"))}
    assert {name: words.count("{}") for name, words in names(labels(language))} == blanks


@pytest.mark.parametrize("language", CATALOGUES)
def test_each_kind_of_district_and_each_measure_has_a_word_of_its_own(language):
    words = labels(language)
    assert set(words["kind"]) == set(get_args(DistrictKind))
    assert set(words["measure"]) == set(words["measure_note"]) == set(get_args(Measure))
    for table in ("kind", "measure"):
        assert len(set(words[table].values())) == len(words[table])


def test_the_interface_is_in_simplified_chinese_alone_unless_more_is_asked_for(site):
    assert {page.frame.language for page in site.pages} == {"zh-Hans"}
    assert all(page.alternates == () for page in site.pages)


def test_simplified_chinese_stays_at_the_root_whatever_else_is_spoken(settings, spoken):
    alone = {page.address.path for page in plan([ARTICLE], settings, {}).pages}
    site = plan([ARTICLE], replace(spoken, languages=("en", "zh-Hans")), {})
    paths = {page.address.path for page in site.pages}
    assert paths == alone | {f"en/{path}" for path in alone if path != "404.html"}
    assert site.frame.language == "zh-Hans"


def test_a_page_knows_itself_in_every_language(spoken):
    site = plan([ARTICLE], spoken, {})
    page = next(page for page in site.pages if page.address.path == "en/gangkou/speakers/zhou-min/index.html")
    assert [(language.tag, address.path) for language, address in page.alternates] == [
        ("zh-Hans", "gangkou/speakers/zhou-min/index.html"),
        ("zh-Hant", "zh-Hant/gangkou/speakers/zhou-min/index.html"),
        ("en", "en/gangkou/speakers/zhou-min/index.html"),
    ]


def test_data_stand_once_for_all_languages(settings, spoken):
    alone, all_ = plan([ARTICLE], settings, {}), plan([ARTICLE], spoken, {})
    assert [file.address for file in all_.files] == [file.address for file in alone.files]


def language_of(node):
    while node is not None:
        if node.attributes.get("lang"):
            return node.attributes["lang"]
        node = node.parent
    return None


@pytest.mark.parametrize(("language", "wanted"), [("en", "zh-Hans"), ("zh-Hant", "zh-Hans")])
def test_the_articles_own_words_are_not_translated_and_carry_their_language(folder, language, wanted):
    own = (
        re.compile("周敏|林一帆|临港区|新船厂|码头|吞吐量|白皮书|厂长|转型|去年")
        if language != "en"
        else re.compile("[\u4e00-\u9fff]")
    )
    for path in (folder / language).rglob("*.html"):
        tree = HTMLParser(path.read_text(encoding="utf-8"))
        for node in tree.body.traverse(include_text=True):
            if node.tag == "-text" and node.parent.tag != "script" and own.search(node.text_content or ""):
                switcher = node.parent.attributes.get("hreflang")
                assert switcher or language_of(node.parent) == wanted, (path, node.text_content)


def test_every_link_of_every_language_leads_to_a_file(folder):
    for path in folder.rglob("*.html"):
        for node in HTMLParser(path.read_text(encoding="utf-8")).css("[href], [src]"):
            link = unquote((node.attributes.get("href") or node.attributes["src"]).partition("#")[0])
            assert not link or (path.parent / link).is_file(), (path, link)


def test_a_language_without_labels_is_refused(spoken):
    with pytest.raises(RoundtableError, match="no labels for the language xx"):
        plan([ARTICLE], replace(spoken, languages=("zh-Hans", "xx")), {})


def test_an_editors_page_in_the_language_goes_before_the_chinese_one(spoken):
    pages = spoken.content / "pages"
    pages.mkdir(parents=True)
    (pages / "about.md").write_text("关于", encoding="utf-8")
    (pages / "about.en.md").write_text("About", encoding="utf-8")
    found = {page.address.path: page for page in plan([ARTICLE], spoken, {}).pages}
    english, traditional = found["en/about/index.html"], found["zh-Hant/about/index.html"]
    assert (english.html, english.translated) == ("<p>About</p>", True)
    assert (traditional.html, traditional.translated) == ("<p>关于</p>", False)


def test_one_thing_is_named_in_the_singular(spoken, tmp_path):
    one = replace(
        ARTICLE, sections=ARTICLE.sections[1:], indicators=ARTICLE.indicators[-1:], quotes=ARTICLE.quotes[-1:]
    )
    one = replace(one, guests=ARTICLE.guests[:1])
    write(plan([one], spoken, {}), tmp_path / "one")
    words = {
        page: HTMLParser((tmp_path / "one" / "en" / page).read_text(encoding="utf-8")).body.text(separator=" ")
        for page in ("index.html", "gangkou/index.html", "gangkou/districts/index.html", "keywords/index.html")
    }
    for page, text in words.items():
        text = re.sub(r"\s+", " ", text)
        assert not re.search(r"\b1 (figures|speakers|quotations|sentences|characters)\b", text), page
    assert "1 speaker 1 figure 1 quotation" in re.sub(r"\s+", " ", words["index.html"])
    assert "Panellist " in words["gangkou/index.html"]
