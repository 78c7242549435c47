"""Makes one article, in our own words, as a file of every format that is read."""

from html import escape
from io import BytesIO
from pathlib import Path

TITLE, HEADING, TEXT, CAPTION, LIST = "title", "heading", "text", "caption", "list"
ARTICLE: tuple[tuple[str, str], ...] = (
    (TITLE, "把一条江的文章做足 三位代表谈航运发展"),
    (TEXT, "核心提示"),
    (TEXT, "江水东流，货船往来。临江三地怎样借水兴业？本报邀请三位代表坐到一起，谈做法、说打算。"),
    (TEXT, "访谈嘉宾："),
    (LIST, "市人大代表、白沙县县长 罗志远"),
    (LIST, "市人大代表、柳溪区区长 沈佳宁"),
    (LIST, "市人大代表、东港区区长 杜明山"),
    (HEADING, "疏浚航道通江海 扩建码头添动能"),
    (TEXT, "“水路通了，货才走得远。”罗志远说，去年白沙县港口货物吞吐量达到1250万吨，同比增长8.6%。"),
    (CAPTION, "图为白沙港的货轮。 记者 林小满 摄"),
    (TEXT, "五年来，白沙县新建码头12座，内河航道里程由180公里增加到265公里。罗志远表示，下一步将再建3座码头。"),
    (HEADING, "引进企业补链条 培育工人强底气"),
    (TEXT, "“我们缺的不是订单，是熟练工人。”沈佳宁介绍，柳溪区去年引进船舶配套企业46家，培训工人5200余人。"),
    (TEXT, "沈佳宁坦言，园区的土地已不宽裕，“每一亩地都要算细账。”"),
    (HEADING, "建好绿色口岸 守住一江清水"),
    (TEXT, "“清水也是家底。”杜明山说，东港区岸电使用率达到92.3%，比上年提高4.5个百分点，港口单位能耗下降18%。"),
)


def as_text() -> bytes:
    return "\n\n".join(text for _, text in ARTICLE).encode()


def as_markdown() -> bytes:
    marks = {TITLE: "# {}", HEADING: "## {}", LIST: "- {}", CAPTION: "![{}](boat.jpg)", TEXT: "{}"}
    return "\n\n".join(marks[kind].format(text) for kind, text in ARTICLE).encode()


def as_html(encoding: str = "utf-8") -> bytes:
    marks = {
        TITLE: "<h1>{}</h1>",
        HEADING: "<h2>{}</h2>",
        LIST: "<ul><li>{}</li></ul>",
        CAPTION: "<figure><img src=boat.jpg alt=船><figcaption>{}</figcaption></figure>",
        TEXT: "<p>&emsp;&emsp;{}</p>",
    }
    main = "\n".join(marks[kind].format(escape(text)) for kind, text in ARTICLE)
    page = f"""<!doctype html><html><head><meta charset="{encoding}"><title>航运 - 临江新闻</title><style>p{{}}</style>
    </head><body><div class="top-nav"><a href="/">首页</a> <a href="/n">新闻，每日更新</a></div>
    <div id="article">{main}</div><script>var 产量 = "3万吨，增长5%";</script>
    <div class="related"><p>相关新闻：<a href="1">去年全市粮食产量增长3%</a></p></div>
    <footer>版权所有，临江新闻。备案1200号。</footer></body></html>"""
    return page.encode(encoding)


def as_docx() -> bytes:
    import docx

    document = docx.Document()
    styles = {TITLE: "Title", HEADING: "Heading 1", CAPTION: "Caption", LIST: "List Bullet", TEXT: "Normal"}
    for kind, text in ARTICLE:
        paragraph = document.add_paragraph(style=styles[kind])
        paragraph.add_run(text[:5])  # editors' files are cut into runs anywhere
        paragraph.add_run(text[5:]).bold = True
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(columns: int = 2) -> bytes:
    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle("body", fontName="STSong-Light", fontSize=10, leading=16, wordWrap="CJK", firstLineIndent=20)
    plain = ParagraphStyle("plain", parent=body, firstLineIndent=0, spaceBefore=8, spaceAfter=8)
    head = ParagraphStyle("head", parent=plain, fontSize=14, leading=20)
    styles = {TITLE: head, HEADING: head, CAPTION: plain, LIST: plain, TEXT: body}
    stream = BytesIO()
    document = BaseDocTemplate(stream, pagesize=A5, invariant=1)

    def frame_of_the_page(canvas, _):
        canvas.setFont("STSong-Light", 8)
        canvas.drawString(60, 20, f"- {canvas.getPageNumber()} -")
        canvas.drawString(60, A5[1] - 25, "临江新闻  2023年4月6日")

    width = document.width / columns
    frames = [Frame(72 + n * width, 72, width - 8, document.height - 8) for n in range(columns)]
    document.addPageTemplates(PageTemplate(frames=frames, onPage=frame_of_the_page))
    document.build([Paragraph(escape(text), styles[kind]) for kind, text in ARTICLE])
    return stream.getvalue()


MAKERS = {".md": as_markdown, ".html": as_html, ".htm": lambda: as_html("gb18030"), ".docx": as_docx, ".pdf": as_pdf}


def file_of(folder: Path, suffix: str) -> Path:
    """Write the article into a folder as a file of one format."""
    path = folder / f"hangyun{suffix}"
    path.write_bytes(MAKERS.get(suffix, as_text)())
    return path
