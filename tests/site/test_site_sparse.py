"""Articles with little in them, and with odd things, still make whole sites."""

from dataclasses import replace

import pytest

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
