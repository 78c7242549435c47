import pytest
from msgspec.structs import replace

from roundtable_site.model import Paragraph, Section
from roundtable_site.site.charts import charts
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.selection import front_claims, key_claims, places, pull_quote, telling_charts
from site_example import ARTICLE, figure

TEXT = Paragraph(
    "s1p1",
    (1, 1),
    "产量由3吨增长到5吨，占比40%，年均增长6%，投入7亿元，建成8个园区，歇了半年，连续9年增产，办了4届，人数翻一番，建成2座码头。",
)
FIGURES = {
    "from_to": figure("s1i1", TEXT, "5吨", "5", "吨", "from_to", "产量由3吨增长到5吨", "产量", start="3"),
    "share": figure("s1i2", TEXT, "40%", "40", "%", "share", "占比40%", "占比"),
    "rate": figure("s1i3", TEXT, "6%", "6", "%", "rate", "年均增长6%", "产量"),
    "money": figure("s1i4", TEXT, "7亿元", "700000000", "元", "level", "投入7亿元", "投入"),
    "parks": figure("s1i5", TEXT, "8个", "8", "个", "level", "建成8个园区", "园区"),
    "half a year": figure("s1i6", TEXT, "半年", "0.5", "年", "level", "歇了半年", "停工"),
    "record": figure("s1i7", TEXT, "9年", "9", "年", "rank", "连续9年增产", "产量"),
    "turns": figure("s1i8", TEXT, "4届", "4", "届", "level", "办了4届", "展会"),
    "people": figure("s1i9", TEXT, "翻一番", "1", "倍", "change", "人数翻一番", "人数"),
    "piers": figure("s1i10", TEXT, "2座", "2", "座", "target", "建成2座码头", "码头"),
}


def dossier_of(*indicators):
    section = Section("s1", None, "lin-yifan", (TEXT,))
    return open_dossier(replace(ARTICLE, standfirst=(), sections=(section,), quotes=(), indicators=indicators), {})


@pytest.mark.parametrize(
    ("stated", "chosen"),
    [
        (tuple(FIGURES), ["from_to", "share"]),
        (("money", "rate", "parks"), ["rate", "money"]),
        (("people", "parks", "money"), ["money", "people"]),
        (("parks", "piers", "people"), ["people", "piers"]),
        (("half a year", "record", "turns"), []),
        (("half a year", "parks"), ["parks"]),
    ],
)
def test_the_figures_shown_large_are_the_most_telling_in_printed_order(stated, chosen):
    found = [claim.indicator for claim in key_claims(dossier_of(*(FIGURES[name] for name in stated)))]
    assert sorted(found, key=lambda i: i.start) == sorted((FIGURES[name] for name in chosen), key=lambda i: i.start)


def test_a_figure_that_the_parser_doubts_comes_behind_all_it_is_sure_of():
    doubted = replace(FIGURES["from_to"], unsure="another place is named")
    claims = key_claims(dossier_of(doubted, FIGURES["money"], FIGURES["parks"]))
    assert [claim.id for claim in claims] == ["s1i4", "s1i5"]


def test_a_keyword_names_each_guest_who_says_it_once():
    dossier = open_dossier(ARTICLE, {})
    ship = replace(ARTICLE.keywords.article[0], word="新船")
    assert [speaker.name for speaker in places(ship, dossier.pieces).speakers] == ["周敏"]


def test_where_no_guest_states_a_figure_each_section_gives_two():
    bare = dossier_of(*(replace(FIGURES[name], speaker=None) for name in ("from_to", "share", "money")))
    assert [claim.id for claim in key_claims(bare)] == ["s1i1", "s1i2"]


def test_the_front_page_has_one_figure_of_each_guest_before_a_second_of_any():
    dossier = open_dossier(ARTICLE, {})
    assert [claim.speaker_name for claim in front_claims(dossier, 2)] == ["林一帆", "周敏"]
    assert len(front_claims(dossier, 4)) == 4


def test_the_pull_quote_holds_most_of_the_guests_keywords():
    dossier = open_dossier(ARTICLE, {})
    lin, zhou = sorted(dossier.speakers, key=lambda speaker: speaker.guest.id)
    assert pull_quote(dossier, lin).id == "s1q1"
    assert pull_quote(dossier, zhou).id == "s2q1"


def test_the_charts_that_tell_most_show_movements_before_parts_and_parts_before_counts():
    dossier = open_dossier(ARTICLE, {})
    assert [chart.scale.measure for chart in telling_charts(reversed(charts(dossier.claims)))] == [
        "from_to",
        "share",
        "level",
    ]
