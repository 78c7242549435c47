"""What an editor adds to records, and takes away, shows on every page that it concerns."""

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from roundtable_site.errors import Location, RoundtableError
from roundtable_site.model import Editorial
from roundtable_site.site import plan, render, write
from site_example import ARTICLE, PRINTED

HIDDEN = Editorial(hidden=True)


def png(width=900, height=1000):
    out = BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def pictured(settings, name="zhou.png", alt="周敏在船台前", content=None):
    picture = settings.root / name
    picture.write_bytes(png() if content is None else content)
    first, second = ARTICLE.guests
    first = replace(first, editorial=Editorial(portrait=name, alt=alt), location=Location("content/gangkou.yml", 20, 5))
    return replace(ARTICLE, guests=(first, second))


def page_at(site, path):
    return render(next(page for page in site.pages if page.address.path == path))


def test_a_portrait_stands_on_the_guests_page_and_cards_with_its_description(settings, tmp_path):
    site = plan([pictured(settings)], settings, {})
    write(site, tmp_path / "out")
    for name, size in {"zhou-min.png": (480, 600), "zhou-min-small.png": (240, 300)}.items():
        with Image.open(tmp_path / "out/gangkou/portraits" / name) as picture:
            assert picture.size == size
    page = page_at(site, "gangkou/speakers/zhou-min/index.html")
    assert (
        '<img class="portrait" src="../../portraits/zhou-min.png" srcset="../../portraits/zhou-min-small.png 1.5x, '
        '../../portraits/zhou-min.png 3x" alt="周敏在船台前" width="240" height="300"'
    ) in page
    assert "portraits/zhou-min.png" in page_at(site, "gangkou/index.html")
    assert "<img" not in page_at(site, "gangkou/speakers/lin-yifan/index.html")


def test_a_portrait_without_a_description_has_the_name(settings):
    page = page_at(plan([pictured(settings, alt=None)], settings, {}), "gangkou/speakers/zhou-min/index.html")
    assert 'alt="周敏"' in page


def test_a_site_without_portraits_shows_none(settings):
    settings = replace(settings, theme=replace(settings.theme, portraits=False))
    site = plan([pictured(settings)], settings, {})
    assert "<img" not in page_at(site, "gangkou/speakers/zhou-min/index.html")
    assert not [file for file in site.files if "portraits" in file.address.path]


@pytest.mark.parametrize(
    ("name", "content", "wrong"),
    [
        ("zhou.heic", b"x", "is no picture that is read: save it as one of"),
        ("zhou.png", b"\x89PNG", "cannot be read as a picture"),
        ("zhou.jpg", b"", "cannot be read as a picture"),
        ("../zhou.png", png(), "is not in the site's folder"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_with_its_line(settings, name, content, wrong):
    with pytest.raises(RoundtableError, match=f"content/gangkou.yml:20:5: portrait {name} of 周敏 {wrong}"):
        plan([pictured(settings, name, content=content)], settings, {})


def test_a_picture_that_is_gone_is_named(settings):
    article = pictured(settings)
    (settings.root / "zhou.png").unlink()
    with pytest.raises(RoundtableError, match=r"portrait zhou\.png of 周敏 is not there"):
        plan([article], settings, {})


def test_an_editors_note_is_shown_with_its_record(settings):
    note = Editorial(note="数字经**编辑**核对。<script>1</script>")
    article = replace(
        ARTICLE,
        sections=(replace(ARTICLE.sections[0], editorial=note), ARTICLE.sections[1]),
        guests=tuple(replace(guest, editorial=note) for guest in ARTICLE.guests),
        districts=tuple(replace(district, editorial=note) for district in ARTICLE.districts),
        indicators=(replace(ARTICLE.indicators[0], editorial=note), *ARTICLE.indicators[1:]),
        quotes=tuple(replace(quote, editorial=note) for quote in ARTICLE.quotes),
        editorial=note,
    )
    site = plan([article], settings, PRINTED)
    for path in ("", "transcript/", "indicators/", "speakers/zhou-min/", "districts/lin-gang/"):
        page = page_at(site, f"gangkou/{path}index.html")
        assert "数字经<strong>编辑</strong>核对。" in page
        assert "<script>1" not in page


def test_a_link_in_a_note_leads_to_the_same_place_from_every_page(settings):
    note = Editorial(note="[指标](gangkou/indicators/index.html#s1i1) [关于](about.md) [外](https://a.example/)")
    article = replace(ARTICLE, guests=tuple(replace(guest, editorial=note) for guest in ARTICLE.guests), editorial=note)
    site = plan([article], replace(settings, languages=("zh-Hans", "en")), PRINTED)
    for path, way in {"gangkou/": "../", "gangkou/speakers/zhou-min/": "../../../", "en/gangkou/": "../"}.items():
        page = page_at(site, f"{path}index.html")
        assert f'<a href="{way}gangkou/indicators/index.html#s1i1">指标</a>' in page
        assert f'<a href="{way}about/index.html">关于</a>' in page
        assert '<a href="https://a.example/">外</a>' in page


@pytest.mark.parametrize(
    ("article", "gone"),
    [
        (replace(ARTICLE, sections=(replace(ARTICLE.sections[1], editorial=HIDDEN), ARTICLE.sections[0])), "干船坞"),
        (replace(ARTICLE, standfirst=(replace(ARTICLE.standfirst[0], editorial=HIDDEN),)), "白皮书"),
        (replace(ARTICLE, indicators=tuple(replace(i, editorial=HIDDEN) for i in ARTICLE.indicators)), 'id="s1i1"'),
        (replace(ARTICLE, quotes=tuple(replace(q, editorial=HIDDEN) for q in ARTICLE.quotes)), "saying"),
        (
            replace(ARTICLE, districts=tuple(replace(d, editorial=HIDDEN) for d in ARTICLE.districts)),
            "districts/lin-gang",
        ),
        (replace(ARTICLE, guests=tuple(replace(g, editorial=HIDDEN) for g in ARTICLE.guests)), "speakers/zhou-min"),
    ],
    ids=["section", "paragraph", "figures", "quotations", "districts", "guests"],
)
def test_what_an_editor_hides_is_in_no_file_of_the_site(settings, tmp_path, article, gone):
    assert any(gone in render(page) for page in plan([ARTICLE], settings, PRINTED).pages)
    write(plan([replace(article, location=Location("content/gangkou.yml"))], settings, PRINTED), tmp_path / "out")
    for path in (tmp_path / "out").rglob("*"):
        if path.suffix in {".html", ".js", ".csv", ".json", ".yml", ".xml"} and path.parent.name != "assets":
            assert gone not in path.read_text(encoding="utf-8"), path


def test_an_editors_order_goes_before_the_printed_one(settings):
    ordered = replace(
        ARTICLE,
        guests=(ARTICLE.guests[0], replace(ARTICLE.guests[1], editorial=Editorial(order=1))),
        districts=(*ARTICLE.districts[:2], replace(ARTICLE.districts[2], editorial=Editorial(order=1))),
        indicators=(*ARTICLE.indicators[:-1], replace(ARTICLE.indicators[-1], editorial=Editorial(order=1))),
    )
    (dossier,) = plan([ordered], settings, PRINTED).dossiers
    assert [speaker.name for speaker in dossier.speakers] == ["林一帆", "周敏"]
    assert dossier.districts[0].name == "航运协会"
    assert [claim.id for claim in dossier.claims][:2] == ["s2i2", "s1i1"]
