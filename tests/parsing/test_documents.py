"""Articles that come as Markdown, web pages, Word documents and PDF read as the same text would."""

import sys
import zipfile
from io import BytesIO

import pytest

from document_makers import ARTICLE, HEADING, LIST, MAKERS, TEXT, as_docx, as_html, as_pdf, file_of
from roundtable_site.errors import RoundtableError
from roundtable_site.parsing import parse_article, read_source
from roundtable_site.parsing.source import source_from
from roundtable_site.reading import seeds_in
from roundtable_site.settings import Limits

docx = pytest.importorskip("docx")
pytest.importorskip("pypdfium2")
PROSE = "<p>甲，一二三四五六。</p><p>乙，一二三四五六。</p>"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def facts(article):
    """All that is read from an article, without the lines it stands on."""
    return (
        article.headline,
        [(guest.name, guest.titles, guest.district) for guest in article.guests],
        [paragraph.text for paragraph in article.standfirst],
        [(section.heading, section.speaker, [p.text for p in section.paragraphs]) for section in article.sections],
        [(quote.speaker, quote.kind, quote.cue, quote.text) for quote in article.quotes],
        [(one.district, one.speaker, one.name, one.figure, one.value, one.text) for one in article.indicators],
        [item.text for item in article.unplaced],
    )


@pytest.mark.parametrize("suffix", sorted(MAKERS))
def test_the_same_article_reads_alike_in_every_format(tmp_path, suffix):
    text = facts(parse_article(file_of(tmp_path, ".txt")))
    assert len(text[1]) == 3
    assert len(text[4]) >= 8
    assert len(text[5]) >= 8
    assert facts(parse_article(file_of(tmp_path, suffix))) == text


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_a_pdf_reads_alike_in_any_number_of_columns(tmp_path, columns):
    path = tmp_path / "hangyun.pdf"
    path.write_bytes(as_pdf(columns))
    whole = [text for kind, text in ARTICLE if "。" in text and "摄" not in text]
    assert [p.text for p in parse_article(path).paragraphs()] == whole


def test_a_paragraph_goes_on_over_columns_and_pages_where_indents_say_so(monkeypatch, tmp_path):
    sentence = "江面上的货船一艘接着一艘，码头边的吊臂起起落落。"
    article = [(kind, text) for kind, text in ARTICLE if kind != LIST and "摄" not in text]
    article += [(TEXT, f"第{number}天，" + sentence * 30) for number in "一二三四五六"]
    monkeypatch.setattr("document_makers.ARTICLE", tuple(article))
    path = tmp_path / "long.pdf"
    path.write_bytes(as_pdf())
    assert [p.text for p in parse_article(path).paragraphs()][-6:] == [text for _, text in article[-6:]]


def test_columns_that_are_drawn_row_by_row_are_read_one_after_the_other():
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfgen.canvas import Canvas

    registerFont(UnicodeCIDFont("STSong-Light"))
    left = ["江水东流，货船往来，", "临江三地借水兴业，", "码头边的吊臂起落，", "船工们忙着装货。"]
    right = ["县长说，水路通了，", "货才能够走得更远，", "去年吞吐量增长了，", "明年还要再建码头。"]
    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.setFont("STSong-Light", 12)
    for row, (one, other) in enumerate(zip(left, right, strict=True)):
        canvas.drawString(72, 700 - 18 * row, one)
        canvas.drawString(72 + 12 * 11, 700 - 18 * row, other)
    canvas.save()
    assert [line for line in lines_of(stream.getvalue(), "a.pdf") if line] == left + right


def lines_of(data: bytes | str, path: str) -> list[str]:
    return list(source_from(data.encode() if isinstance(data, str) else data, path).lines)


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>甲&nbsp;乙&amp;丙</p>", ["甲\xa0乙&丙"]),
        ("<p>第一行<br>第二行</p>", ["第一行", "第二行"]),
        ("<p>一个<b>词</b>\n   断开</p>", ["一个词断开"]),
        ("<p>two\n words</p>", ["two words"]),
        ("<p><ruby>茶<rp>(</rp><rt>chá</rt><rp>)</rp></ruby>香。</p>", ["茶香。"]),
        ("<p>她说<q>好</q>。</p>", ["她说“好”。"]),
        ("<table><tr><td>产量，吨</td><td>300</td></tr></table>", ["产量，吨", "300"]),
        ("<p>甲。<script>var a = '乙';</script><style>p{}</style><!-- 丙 --></p>", ["甲。"]),
        ("<p>甲。</p><p hidden>乙。</p><p style='display: none'>丙。</p>", ["甲。"]),
        ("<h1>题</h1><div><p>甲，乙。</p><p>丙，丁。</p></div>", ["题", "甲，乙。", "丙，丁。"]),
        (
            f"<div>不见，首页。</div><h1>题</h1><p>某报讯</p><div>{PROSE}</div>",
            ["题", "某报讯", "甲，一二三四五六。", "乙，一二三四五六。"],
        ),
        ("<ul class='nav'><li>首页，新闻</li></ul><p>甲，一二。</p>", ["甲，一二。"]),
        ("<p>甲，一二。</p><p><a href=1>去年的文章</a></p>", ["甲，一二。"]),
        ("<p>零\u200b宽\u00ad字，\x07。</p>", ["零宽字，。"]),
    ],
)
def test_a_page_gives_the_lines_that_a_reader_sees(page, lines):
    assert lines_of(page, "a.html") == lines


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb2312", "gb18030", "big5"])
def test_a_page_is_decoded_as_it_says(encoding):
    page = f"<meta charset={encoding if 'sig' not in encoding else 'utf-8'}><p>中文，文字在此。</p>".encode(encoding)
    assert lines_of(page, "a.htm") == ["中文，文字在此。"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# 题 #\n\n正文。", ["题", "", "正文。"]),
        ("题\n====\n正文。", ["题", "", "正文。"]),
        ("---\ntitle: 甲\n---\n正文。", ["", "", "", "正文。"]),
        ("> 引**用**。\n* 项*目*", ["引用。", "项目"]),
        ("1. 第一，[链接](a.html)![图](a.png)", ["1. 第一，链接"]),
        ("面积5*3*2米，文件名a_b_c", ["面积5*3*2米，文件名a_b_c"]),
        ("\\*号\\_ `码`", ["*号_ 码"]),
        ("甲<!-- 乙\n丙 -->丁", ["甲", "丁"]),
        ("| 县 | 产量 |\n|---|---|\n| 甲县 | 3吨 |", ["县\t产量", "", "甲县\t3吨"]),
        ("甲\n\n***\n\n<br>乙", ["甲", "", "", "", "乙"]),
    ],
)
def test_markdown_keeps_its_line_numbers_and_loses_its_marks(text, lines):
    assert lines_of(text, "a.md") == lines


def docx_of(*paragraphs: str) -> bytes:
    """Make a Word document of paragraphs in its own language."""
    from docx.oxml import parse_xml

    document = docx.Document()
    for xml in paragraphs:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def paragraph(inner: str) -> str:
    return f"<w:p {W}>{inner}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        (run("甲") + run("乙"), ["甲乙"]),
        (f'{run("甲")}<w:ins w:id="1" w:author="a">{run("添")}</w:ins>', ["甲添"]),
        (f'{run("甲")}<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>', ["甲"]),
        (f"<w:sdt><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", ["控件"]),
        ("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r>", ["上", "下"]),
        (f"<w:r><w:ruby><w:rt>{run('cha')}</w:rt><w:rubyBase>{run('茶')}</w:rubyBase></w:ruby></w:r>", ["茶"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>" + run("显"), ["显"]),
        (
            f"{run('文')}<w:r><w:pict><w:txbxContent><w:p>{run('图注')}</w:p></w:txbxContent></w:pict></w:r>",
            ["文", "图注"],
        ),
    ],
)
def test_a_word_document_gives_all_the_text_that_a_reader_sees(inner, lines):
    assert lines_of(docx_of(paragraph(inner)), "a.docx") == lines


def test_a_word_documents_table_gives_a_line_for_each_cell_where_it_stands():
    document = docx.Document()
    document.add_paragraph("前")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "甲县", "3吨"
    document.add_paragraph("后")
    stream = BytesIO()
    document.save(stream)
    assert lines_of(stream.getvalue(), "a.docx") == ["前", "甲县", "3吨", "后"]


def test_documents_say_which_lines_are_headings(tmp_path):
    headings = [text for kind, text in ARTICLE if kind == HEADING]
    for suffix in MAKERS:
        source = read_source(file_of(tmp_path, suffix))
        known = [source.lines[n - 1] for n, kind in sorted(source.kinds.items()) if kind == "heading"]
        assert all(heading in "".join(known) for heading in headings), suffix


def test_page_numbers_and_running_heads_are_known_as_furniture():
    source = source_from(as_pdf(), "a.pdf")
    furniture = [source.lines[number - 1] for number, kind in sorted(source.kinds.items()) if kind == "furniture"]
    assert "临江新闻 2023年4月6日" in furniture
    assert "- 1 -" in furniture


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (31 << 20))
    return stream.getvalue()


def locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("secret"))
    canvas.drawString(72, 72, "x")
    canvas.save()
    return stream.getvalue()


def scan() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(stream)
    canvas.rect(10, 10, 100, 100)
    canvas.save()
    return stream.getvalue()


SAVE = "save it as .docx again, or its text as a .txt file"


@pytest.mark.parametrize(
    ("path", "data", "message"),
    [
        ("a.docx", b"text", f"this is no Word document, or a broken one: {SAVE}"),
        ("a.docx", as_docx()[:3000], f"this is no Word document, or a broken one: {SAVE}"),
        ("a.docx", bomb(), f"the document unpacks to 31 MB in 1 parts, far more than an article: {SAVE}"),
        ("a.pdf", b"%PDF-1.7 nothing", "this is no PDF, or a broken one: save the article's text as a .txt file"),
        (
            "a.pdf",
            locked(),
            "the PDF is locked with a password: take the password off, or save its text as a .txt file",
        ),
        (
            "a.pdf",
            scan(),
            "the PDF holds no text (is it a scan?): run text recognition on it, or type the text into a .txt file",
        ),
        ("a.html", b"<p></p>", "the document holds no text, put the article's text into it"),
        (
            "a.html",
            b"<div>" * 3000,
            "elements stand more than 2000 deep in one another: save the article's text as a .txt file (nesting under"
            " [limits] allows more)",
        ),
    ],
    ids=["no-docx", "cut-docx", "bomb", "no-pdf", "locked", "scan", "empty-page", "deep-page"],
)
def test_a_document_that_cannot_be_read_is_one_line(path, data, message):
    with pytest.raises(RoundtableError) as error:
        source_from(data, path)
    assert str(error.value) == f"{path}: {message}"


def test_a_word_document_with_broken_parts_is_one_line():
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(as_docx())) as whole, zipfile.ZipFile(stream, "w") as broken:
        for part in whole.infolist():
            broken.writestr(part, whole.read(part)[: 400 if part.filename.endswith("document.xml") else None])
    with pytest.raises(RoundtableError, match=r"^a\.docx: the Word document is broken \(.{1,120}\): save it"):
        source_from(stream.getvalue(), "a.docx")


@pytest.mark.parametrize(("suffix", "library"), [("docx", "docx"), ("pdf", "pypdfium2")])
def test_a_missing_library_is_one_line_that_says_what_to_install(monkeypatch, suffix, library):
    data = as_docx() if suffix == "docx" else b"%PDF-1.7"
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(RoundtableError) as error:
        source_from(data, f"talk.{suffix}")
    extra = "pip install 'roundtable-site[documents]'"
    assert str(error.value) == f"talk.{suffix}: reading .{suffix} needs the documents extra: {extra}"


def test_a_pdf_that_takes_too_long_is_one_line():
    with pytest.raises(RoundtableError, match=r"^a\.pdf: the PDF takes more than 0\.0001 seconds to read"):
        source_from(as_pdf(), "a.pdf", Limits(seconds=0.0001))


def test_a_page_larger_than_any_article_is_one_line(monkeypatch):
    monkeypatch.setattr("roundtable_site.parsing.documents.html.LIMIT", 1 << 10)
    with pytest.raises(RoundtableError, match=r"^a\.html: the page is larger than 0 MB"):
        source_from(as_html(), "a.html")


def test_a_folder_of_seeds_is_every_article_in_it_and_no_note(tmp_path):
    for name in ("README.md", "a.txt", "b.MD", "c.html", "d.docx", "e.pdf", "~$d.docx", ".f.txt", "g.png"):
        (tmp_path / name).write_bytes(b"x")
    assert [path.name for path in seeds_in(tmp_path)] == ["a.txt", "b.MD", "c.html", "d.docx", "e.pdf"]
