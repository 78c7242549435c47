"""Corrections made after publishing: on the pages they concern, on a page of their own, and in a feed."""

import json
import re

import feedparser
import pytest
from msgspec.structs import replace

from roundtable_site.model import Correction, Editorial, Withdrawal
from roundtable_site.site import plan, render, write
from site_example import ARTICLE, PRINTED, another


def corrected(date="2024-03-09", what="数字有误", why="核对<统计公报>", printed="1500万吨"):
    return Editorial(corrections=(Correction(date, what, why, printed),))


FIGURE = replace(ARTICLE, indicators=(replace(ARTICLE.indicators[0], editorial=corrected()), *ARTICLE.indicators[1:]))


def page_at(site, path):
    return render(next(page for page in site.pages if page.address.path == path))


@pytest.mark.parametrize(
    "path",
    ["gangkou/indicators/", "gangkou/speakers/lin-yifan/", "gangkou/districts/lin-gang/", "gangkou/", "corrections/"],
)
def test_a_corrected_figure_says_what_was_printed_before_wherever_it_is_listed(settings, path):
    page = page_at(plan([FIGURE], settings, PRINTED), f"{path}index.html")
    assert "<del>1500万吨</del>" in page
    assert "原为" in page


def test_a_correction_says_when_what_and_why(settings):
    page = page_at(plan([FIGURE], settings, PRINTED), "gangkou/indicators/index.html")
    said = re.search(r'<p class="editor correction">.*?</p>', page, re.DOTALL)
    assert re.sub("<[^>]*>", "", said[0]) == "更正 2024-03-09：数字有误（原为：1500万吨） 原因：核对&lt;统计公报&gt;"


RECORDS = {
    "article": (replace(ARTICLE, editorial=corrected()), ["gangkou/", "gangkou/transcript/"]),
    "guest": (
        replace(ARTICLE, guests=(replace(ARTICLE.guests[0], editorial=corrected()), ARTICLE.guests[1])),
        ["gangkou/speakers/zhou-min/"],
    ),
    "district": (
        replace(ARTICLE, districts=(replace(ARTICLE.districts[0], editorial=corrected()), *ARTICLE.districts[1:])),
        ["gangkou/districts/lin-gang/"],
    ),
    "section": (
        replace(ARTICLE, sections=(replace(ARTICLE.sections[0], editorial=corrected()), ARTICLE.sections[1])),
        ["gangkou/transcript/", "gangkou/speakers/lin-yifan/"],
    ),
    "paragraph": (
        replace(
            ARTICLE,
            sections=(
                ARTICLE.sections[0],
                replace(
                    ARTICLE.sections[1],
                    paragraphs=(replace(ARTICLE.sections[1].paragraphs[0], editorial=corrected()),),
                ),
            ),
        ),
        ["gangkou/transcript/", "gangkou/speakers/zhou-min/"],
    ),
    "quotation": (
        replace(ARTICLE, quotes=(*ARTICLE.quotes[:-1], replace(ARTICLE.quotes[-1], editorial=corrected()))),
        ["gangkou/speakers/zhou-min/"],
    ),
    "figure": (FIGURE, ["gangkou/indicators/"]),
}


@pytest.mark.parametrize("record", RECORDS)
def test_a_correction_of_any_record_stands_on_the_pages_it_concerns_and_on_the_page_of_all(settings, record):
    article, places = RECORDS[record]
    site = plan([article], settings, PRINTED)
    for path in [*places, "corrections/"]:
        assert "<b>更正</b> <time>2024-03-09</time>：数字有误" in page_at(site, f"{path}index.html"), path


def test_the_newest_correction_stands_first_and_a_withdrawn_article_is_among_them(settings):
    articles = [
        replace(ARTICLE, editorial=corrected("2024-03-09", "甲")),
        replace(another("b"), editorial=corrected("2024年11月2日", "乙")),
        replace(another("c"), editorial=Editorial(withdrawn=Withdrawal("2024-05-01", "丙"))),
        replace(another("d"), editorial=corrected("不久前", "丁")),
    ]
    page = page_at(plan(articles, settings, PRINTED), "corrections/index.html")
    said = re.findall(r"</time>：(\S+?)（|原因：(丙)", page)
    assert [first or second for first, second in said] == ["乙", "丙", "甲", "丁"]


def test_a_site_without_corrections_says_so(settings):
    site = plan([ARTICLE], settings, PRINTED)
    page = page_at(site, "corrections/index.html")
    assert "目前没有更正。" in page
    assert 'href="../corrections/index.html"' in page_at(site, "about/index.html")


def test_corrections_have_a_feed_in_both_forms_once_there_is_one(settings, tmp_path):
    settings = replace(settings, base_url="https://paper.example/t/")
    write(plan([ARTICLE], settings, PRINTED), tmp_path / "none")
    assert not (tmp_path / "none" / "corrections" / "feed.xml").exists()
    site = plan([FIGURE], settings, PRINTED)
    write(site, tmp_path / "out")
    folder = tmp_path / "out" / "corrections"
    feed = feedparser.parse((folder / "feed.xml").read_bytes())
    assert not feed.bozo
    (entry,) = feed.entries
    assert entry.title == "港口 <转型> & 明天：数字有误"
    assert entry.link == "https://paper.example/t/gangkou/indicators/#s1i1"
    assert entry.summary == "吞吐量：数字有误\n原为：1500万吨\n原因：核对<统计公报>"
    (item,) = json.loads((folder / "feed.json").read_text(encoding="utf-8"))["items"]
    assert item["id"] == entry.id
    assert item["date_published"] == "2024-03-09T00:00:00+08:00"
    anchor = entry.id.partition("#")[2]
    assert f'<li id="{anchor}">' in (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="feed.xml"' in (folder / "index.html").read_text(encoding="utf-8")


def test_the_article_says_to_machines_when_it_was_corrected(settings):
    site = plan([FIGURE], replace(settings, base_url="https://paper.example/"), PRINTED)
    page = page_at(site, "gangkou/index.html")
    said = '"@type":"CorrectionComment","text":"数字有误；核对\\u003c统计公报\\u003e","datePublished":"2024-03-09"'
    assert said in page
    assert '"dateModified":"2024-03-09"' in page


def test_the_download_of_figures_keeps_what_was_printed(settings, tmp_path):
    write(plan([FIGURE], settings, PRINTED), tmp_path / "out")
    first = json.loads((tmp_path / "out/gangkou/data/indicators.json").read_text(encoding="utf-8"))
    assert "1500万吨" in json.dumps(first, ensure_ascii=False)


def test_a_correction_of_what_is_hidden_is_not_told(settings):
    hidden = replace(corrected(), hidden=True)
    article = replace(ARTICLE, indicators=(replace(ARTICLE.indicators[0], editorial=hidden), *ARTICLE.indicators[1:]))
    assert "数字有误" not in page_at(plan([article], settings, PRINTED), "corrections/index.html")
