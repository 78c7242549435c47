"""Share images: drawn for articles and guests, whole or not at all."""

import struct
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from roundtable_site.model import Editorial
from roundtable_site.settings import ShareOptions
from roundtable_site.site import notices, plan, share_problems, write
from roundtable_site.site.addresses import HOME
from roundtable_site.site.share.cards import HEIGHT, MARGIN, WIDTH, Card, _ems, cards
from roundtable_site.site.share.fonts import find_font
from site_example import ARTICLE, PRINTED

BASE = "https://paper.example/tables/"


def small_font(path: Path, characters: str) -> Path:
    """Make a font that has a square for each of these characters."""
    names = [".notdef", *(f"u{ord(sign):04x}" for sign in sorted(set(characters)))]
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for corner in ((0, 800), (800, 800), (800, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({int(name[1:], 16): name for name in names[1:]})
    builder.setupGlyf(dict.fromkeys(names, square))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


@pytest.fixture
def online(settings, tmp_path):
    """Settings with a public address and a font that has all that is drawn."""
    settings = replace(settings, base_url=BASE)
    words = "".join(card.words for card in cards(ARTICLE, settings))
    return replace(settings, share=ShareOptions(small_font(tmp_path / "whole.ttf", words)))


def test_an_article_and_each_guest_have_an_image_that_share_tags_name(online, tmp_path):
    write(plan([ARTICLE], online, PRINTED), tmp_path / "out")
    images = sorted(path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("share.png"))
    assert images == [
        "gangkou/share.png",
        "gangkou/speakers/lin-yifan/share.png",
        "gangkou/speakers/zhou-min/share.png",
    ]
    for image in images:
        content = (tmp_path / "out" / image).read_bytes()
        assert content.startswith(b"\x89PNG")
        assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
        page = HTMLParser((tmp_path / "out" / image).with_name("index.html").read_text(encoding="utf-8"))
        assert page.css_first('meta[property="og:image"]').attributes["content"] == BASE + image
        assert page.css_first('meta[name="twitter:card"]').attributes["content"] == "summary_large_image"


def test_pages_without_an_image_of_their_own_show_the_articles(online, tmp_path):
    write(plan([ARTICLE], online, PRINTED), tmp_path / "out")
    for page in ("gangkou/transcript", "gangkou/districts/lin-gang", ""):
        html = (tmp_path / "out" / page / "index.html").read_text(encoding="utf-8")
        assert f'content="{BASE}gangkou/share.png"' in html


def test_a_font_that_lacks_a_character_gives_no_image_and_a_warning(online, tmp_path):
    words = "".join(card.words for card in cards(ARTICLE, online)).replace("厂", "")
    poor = replace(online, share=ShareOptions(small_font(tmp_path / "poor.ttf", words)))
    assert [card.address.path for card in plan([ARTICLE], poor, PRINTED).articles[0].frames[0].cards.values()] == [
        "gangkou/share.png",
        "gangkou/speakers/lin-yifan/share.png",
    ]
    (warning,) = share_problems([ARTICLE], poor)
    assert (warning.severity, warning.message) == (
        "warning",
        "poor.ttf lacks 厂: 1 share images are left out (set [share] font)",
    )


def test_a_machine_without_a_font_gives_one_warning(online, tmp_path):
    bare = replace(online, share=ShareOptions(tmp_path / "none.ttf"))
    assert not plan([ARTICLE], bare, PRINTED).articles[0].frames[0].cards
    (warning,) = share_problems([ARTICLE, ARTICLE], bare)
    assert "no font with Chinese characters" in warning.message


def test_a_file_that_is_no_font_is_none(tmp_path):
    for name in ("a.ttf", "a.ttc"):
        (tmp_path / name).write_bytes(b"no font at all")
        assert find_font(tmp_path / name) is None


def test_without_the_extra_there_is_a_line_and_no_image(online, monkeypatch):
    monkeypatch.setattr("roundtable_site.site.share.find_spec", lambda name: None)
    assert not plan([ARTICLE], online, PRINTED).articles[0].frames[0].cards
    assert list(share_problems([ARTICLE], online)) == []
    assert notices(online) == ("share images are left out: install roundtable-site[share] to have them drawn",)


def test_a_hidden_guest_is_on_no_image(settings):
    first, second = ARTICLE.guests
    article = replace(ARTICLE, guests=(replace(first, editorial=Editorial(hidden=True)), second))
    found = list(cards(article, settings))
    assert len(found) == 2
    assert not any(first.name in card.words for card in found)


@pytest.mark.parametrize("headline", ["短", "港口转型" * 5, "港口转型 " * 9, "长" * 300, "word " * 80])
def test_no_line_leaves_the_image_or_meets_another(headline):
    card = Card(HOME, "栏" * 90, headline, "某某某　" * 40, "脚注" * 60)
    lines = card.lines
    assert all(a.y + 8 < b.y - b.size * 0.85 for a, b in pairwise(lines))
    assert lines[-1].y < HEIGHT
    room = WIDTH - 2 * MARGIN
    assert all(_ems(line.text) * line.size <= room + line.size for line in lines)
