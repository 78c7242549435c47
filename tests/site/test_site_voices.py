"""How much of an article is whose."""

from decimal import Decimal

from msgspec.structs import replace

from roundtable_site.model import Paragraph, Section
from roundtable_site.site.placing import open_dossier
from roundtable_site.site.voices import voices
from site_example import ARTICLE


def test_each_guest_has_a_bar_as_long_as_their_text():
    found = voices(open_dossier(ARTICLE, {}))
    assert [(voice.speaker.name, voice.length, voice.claims, voice.sayings) for voice in found] == [
        ("林一帆", 105, 5, 3),
        ("周敏", 34, 2, 1),
    ]
    assert found[0].width == 100
    assert found[1].width == (Decimal(34) / 105 * 100).quantize(Decimal("0.01"))


def test_figures_and_direct_speech_stand_where_they_are_said():
    zhou = voices(open_dossier(ARTICLE, {}))[1]
    text = ARTICLE.sections[1].paragraphs[0].text
    assert zhou.figures == tuple((Decimal(text.index(f)) / 105 * 100).quantize(Decimal("0.01")) for f in ("4座", "2座"))
    assert [place for place, _ in zhou.speech] == [(Decimal(1) / 105 * 100).quantize(Decimal("0.01"))]


def test_pieces_of_nobody_have_bars_of_their_own():
    sections = tuple(
        Section(f"s{at}", name, None, (Paragraph(f"s{at}p1", (at, at), "话。" * at),))
        for at, name in ((1, "一"), (2, None))
    )
    bare = replace(ARTICLE, sections=sections, quotes=(), indicators=(), guests=())
    assert [(voice.heading, voice.length) for voice in voices(open_dossier(bare, {}))] == [("一", 2), (None, 4)]


def test_where_one_speaks_alone_nothing_is_compared():
    alone = replace(ARTICLE, sections=ARTICLE.sections[:1], quotes=(), indicators=())
    assert voices(open_dossier(alone, {})) == ()
