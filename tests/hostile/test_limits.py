"""What is far larger than any article is refused in one line that says what to do, and each limit is a setting."""

import io
import signal
import struct
import zipfile
import zlib

import pytest
from msgspec.structs import replace

from document_makers import as_docx, as_html, as_pdf
from roundtable_site import checking
from roundtable_site.build import build
from roundtable_site.checking import marks
from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import parse_article, read_text
from roundtable_site.parsing.patience import within
from roundtable_site.sentences import sentence_spans
from roundtable_site.settings import Limits, load_settings

ARTICLE = "茶山新事\n\n“路通了。”青江县县长罗志远说，茶园有12万亩。\n"


def said(path, **limits):
    with pytest.raises(RoundtableError) as caught:
        parse_article(path, limits=replace(Limits(seconds=20), **limits))
    (problem,) = caught.value.problems
    return str(problem).removeprefix(str(path))


def written(folder, name, data):
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder / name


def test_a_file_that_is_too_large_is_one_line(tmp_path):
    path = written(tmp_path, "a.txt", ARTICLE * 20_000)
    assert said(path, megabytes=1) == (
        ": is larger than 1 MB: is it one article? (megabytes under [limits] allows more)"
    )


def test_an_article_of_too_many_lines_is_one_line(tmp_path):
    path = written(tmp_path, "a.txt", ARTICLE * 4)
    assert said(path, lines=11) == (
        ":12:1: has more than 11 lines: is it one article? (lines under [limits] allows more)"
    )
    assert parse_article(path, limits=Limits(lines=12))


def test_a_page_of_too_much_depth_is_one_line(tmp_path):
    path = written(tmp_path, "a.html", "<div>" * 101 + ARTICLE)
    assert "more than 100 deep in one another" in said(path, nesting=100)
    assert "nesting under [limits] allows more" in said(path, nesting=100)


def test_work_that_takes_too_long_is_one_line():
    with pytest.raises(RoundtableError, match=r"a\.txt: takes more than 1 seconds"), within(1, "a.txt"):
        _work_for_ever()


def _work_for_ever():
    while True:
        try:
            sum(range(1000))
        except Exception:  # what libraries do with any error
            continue


def test_no_clock_is_left_running():
    with within(1, "a.txt"):
        pass
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_every_limit_is_a_setting(tmp_path):
    (tmp_path / "roundtable.toml").write_text(
        "[limits]\nmegabytes = 1\nlines = 2\nnesting = 3\nseconds = 4\nmegapixels = 5\n", encoding="utf-8"
    )
    assert load_settings(tmp_path).limits == Limits(1, 2, 3, 4, 5)
    (tmp_path / "roundtable.toml").write_text("[limits]\nlines = 0\n", encoding="utf-8")
    with pytest.raises(RoundtableError, match=r":2:1: lines takes a whole number from 1 to 1000000"):
        load_settings(tmp_path)


def test_a_paragraph_of_countless_marks_is_cut_into_sentences_once(monkeypatch):
    read = []
    monkeypatch.setattr(marks, "sentence_spans", lambda text: [read.append(text), *sentence_spans(text)][1:])
    article = read_text(f"茶山新事\n\n{'“（《「' * 500}罗志远说，茶园有12万亩。\n")
    assert checking.check([article])
    assert len(read) == len(set(read))


def docx_with(parts):
    """Give a sound document with parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(as_docx())) as sound, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sound.namelist():
            made.writestr(name, parts.get(name, sound.read(name)))
        for name in parts.keys() - set(sound.namelist()):
            made.writestr(name, parts[name])
    return stream.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "甲甲甲甲甲甲甲甲甲甲">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + f"]><w:document {W}><w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>标题</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>今年的事&secret;很好。</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"word/document.xml": ENTITIES}, id="entities in entities"),
        pytest.param({"word/document.xml": b"<w" + b" " * 40_000_000}, id="a part that unpacks to 40 MB"),
        pytest.param({f"word/p{n}.xml": b"<x/>" for n in range(6000)}, id="thousands of parts"),
        pytest.param({"word/big.bin": bytes(210 << 20)}, id="a bomb in a part that holds no text"),
        pytest.param(
            {"word/document.xml": f"<w:document {W}><w:body>" + "<w:p><w:r>" * 30_000}, id="depth that never ends"
        ),
        pytest.param({"[Content_Types].xml": b"<x/>"}, id="no types"),
        pytest.param(
            {"_rels/.rels": b'<Relationships><Relationship Id="a" Target="../../etc/passwd"/></Relationships>'},
            id="a part out of the document",
        ),
    ],
)  # fmt: skip
def test_a_hostile_word_document_is_one_line(tmp_path, parts):
    pytest.importorskip("docx")
    assert said(written(tmp_path, "a.docx", docx_with(parts)))


def test_an_entity_of_a_word_document_reads_no_file(tmp_path):
    pytest.importorskip("docx")
    path = written(tmp_path, "a.docx", docx_with({"word/document.xml": OUTSIDE}))
    try:
        article = parse_article(path)
    except RoundtableError:
        return
    assert "root:" not in repr(article)


LOOPS = {
    "pages that are their own parents": b"2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>> endobj",
    "pages of pages without end": b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj "
    b"3 0 obj <</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>> endobj",
    "a form that draws itself": b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj 3 0 obj <</Type/Page/Parent 2 0 R"
    b"/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>/MediaBox[0 0 9 9]>> endobj 4 0 obj <</Length 5>>stream\n/F Do\n"
    b"endstream endobj 5 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>/Length 5>>"
    b"stream\n/F Do\nendstream endobj",
    "a billion pages": b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1000000000>> endobj 3 0 obj <</Type/Page"
    b"/Parent 2 0 R>> endobj",
    "a stream whose length is itself": b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj 3 0 obj <</Type/Page/Parent"
    b" 2 0 R/Contents 4 0 R>> endobj 4 0 obj <</Length 4 0 R>>stream\nBT ET\nendstream endobj",
}


def pdf_of(objects):
    return b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj " + objects + b"\ntrailer <</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize("name", LOOPS)
def test_a_pdf_with_loops_is_one_line(tmp_path, name):
    pytest.importorskip("pypdfium2")
    assert said(written(tmp_path, "a.pdf", pdf_of(LOOPS[name])))


def test_a_pdf_whose_text_unpacks_without_end_is_one_line(tmp_path):
    pytest.importorskip("pypdfium2")
    packed = zlib.compress(b"BT /F 9 Tf " + b"(aaaaaaaaaa) Tj " * 70_000 + b"ET", 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream endobj"
    page = (
        b"3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F 5 0 R>>>>>> endobj "
    )
    font = b" 5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj"
    data = pdf_of(b"2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj " + page + b"4 0 obj " + stream + font)
    assert "characters: cut the article's pages out of it" in said(written(tmp_path, "a.pdf", data))


@pytest.mark.parametrize("suffix", [".html", ".docx", ".pdf", ".md", ".txt"])
@pytest.mark.parametrize("cut", [0.1, 0.5, 0.9, 0.999])
def test_a_document_that_is_cut_off_is_read_or_refused(tmp_path, suffix, cut):
    makers = {".html": as_html, ".docx": as_docx, ".pdf": as_pdf, ".md": ARTICLE.encode, ".txt": ARTICLE.encode}
    data = makers[suffix]()
    try:
        parse_article(written(tmp_path, f"a{suffix}", data[: int(len(data) * cut)]))
    except RoundtableError as error:
        assert "\n" not in str(error)  # noqa: PT017


# A picture of ten billion pixels in a few bytes, and a page that calls itself a picture.
BOMB = b"\x89PNG\r\n\x1a\n" + b"".join(
    struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
    for part in (b"IHDR" + struct.pack(">IIBBBBB", 100_000, 100_000, 8, 0, 0, 0, 0), b"IDAT" + zlib.compress(b"\0"))
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (BOMB, "has 100000 × 100000 pixels, more than 60,000,000: save it smaller"),
        (b"<!doctype html><script>attacked()</script>", "cannot be read as a picture"),
        (b"<svg onload='attacked()'/>", "cannot be read as a picture"),
    ],
    ids=["bomb", "page", "drawing"],
)
def test_a_portrait_that_is_a_bomb_or_a_page_is_one_line(small_site, data, message):
    build(load_settings(small_site))
    (small_site / "a.png").write_bytes(data)
    path = small_site / "content/chaye-yuanzhuo.yml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("    role: panellist", "    role: panellist\n    portrait: a.png", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RoundtableError, match=message):
        build(load_settings(small_site))
