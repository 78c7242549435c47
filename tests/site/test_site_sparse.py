"""Articles with little in them, and with odd things, still make whole sites."""

import pytest
from msgspec.structs import replace

from roundtable_site.model import Editorial, Keywords, Paragraph, Section
from roundtable_site.site import plan, render, write
from site_example import ARTICLE, FIRST, figure

BARE = replace(
    ARTICLE,
    headline=None,
    column=None,
    reporters=(),
    standfirst=(),
    districts=(),
    guests=(),
    sections=(Section("s1", None, None, (Paragraph("s1p1", (1, 1), "只有一句话。"),)),),
    quotes=(),
    indicators=(),
    keywords=Keywords(),
)
NO_VALUE = figure("s1i1", FIRST, "41%", None, None, "rank", "多式联运占比41%", "占比", None, None)


@pytest.mark.parametrize(
    "article",
    [
        BARE,
        replace(BARE, sections=()),
        replace(ARTICLE, guests=()),
        replace(ARTICLE, districts=(), guests=tuple(replace(guest, district=None) for guest in ARTICLE.guests)),
        replace(ARTICLE, indicators=(), quotes=()),
        replace(ARTICLE, keywords=Keywords()),
        replace(ARTICLE, subtitle="副题", photographers=("甲", "乙")),
        replace(ARTICLE, guests=(replace(ARTICLE.guests[0], editorial=Editorial(note="**按**")), ARTICLE.guests[1])),
        replace(ARTICLE, indicators=(NO_VALUE,)),
        replace(ARTICLE, indicators=(replace(ARTICLE.indicators[0], speaker="某报告", was="s1i9"),)),
    ],
    ids=["bare", "empty", "no guests", "no districts", "silent", "no words", "subtitle", "note", "value", "source"],
)  # fmt: skip
def test_every_page_of_an_odd_article_is_made(settings, tmp_path, article):
    site = plan([article], settings, {})
    write(site, tmp_path / "out")
    assert all((tmp_path / "out" / page.address.path).is_file() for page in site.pages)


def test_a_site_without_articles_says_so(settings):
    site = plan([], settings, {})
    assert "这里还没有圆桌会" in render(site.pages[0])


def test_a_thousand_figures_in_one_sentence_are_marked_in_good_time():
    from roundtable_site.site.placing import open_dossier

    text = "，".join(f"甲{at}占{at}%" for at in range(1000)) + "。"
    paragraph = Paragraph("s1p1", (1, 1), text)
    figures = tuple(
        figure(f"s1i{at + 1}", paragraph, f"{at}%", str(at), "%", "share", f"甲{at}占{at}%", f"甲{at}")
        for at in range(1000)
    )
    article = replace(
        ARTICLE, standfirst=(), quotes=(), indicators=figures, sections=(Section("s1", None, None, (paragraph,)),)
    )
    (piece,) = open_dossier(article, {}).pieces
    assert len(list(piece.paragraphs[0].sentences[0].claims())) == 1000


NEWS = """港口半年报：吞吐量稳中有升

本报讯（记者 何见）上半年，临江市港口完成货物吞吐量8600万吨，同比增长5.4%。

一、货源结构在变

煤炭占比由去年同期的42%降到37%，矿建材料占比25%，粮食占比不足10%。

二、码头在改

全市在建码头项目14个，总投资96亿元。老港区拆除小码头31座。
"""


def test_an_article_without_guests_makes_a_site_worth_reading(settings, tmp_path):
    from selectolax.lexbor import LexborHTMLParser as HTMLParser

    from roundtable_site.parsing import read_text

    article = read_text(NEWS)
    assert article.guests == ()
    site = plan([article], settings, {})
    write(site, tmp_path / "out")

    def page(path):
        return HTMLParser((tmp_path / "out" / path).read_text(encoding="utf-8"))

    slug = article.slug
    assert [node.text() for node in page("index.html").css(".parts a")] == ["一、货源结构在变", "二、码头在改"]
    assert len(page("index.html").css(".big")) == 4
    overview = page(f"{slug}/index.html")
    assert "8600万吨" in overview.css_first(".standfirst").text()
    assert len(overview.css(".bigs .big")) >= 4
    assert len(overview.css(".voices tr")) == 2
    assert overview.css(".charts .draw")
    speakers = page(f"{slug}/speakers/index.html")
    assert "没有列出发言者" in speakers.css_first("main").text()
    assert speakers.css("main a[href$='transcript/index.html']")
