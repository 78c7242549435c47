"""What is fuzzed: each target takes any bytes, and raises where a promise is broken.

A target lets a RoundtableError pass, since that is how bad input is refused; everything else that is raised is a find.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.links.extract.files import read_facts, unpacked
from roundtable_site.model import Article
from roundtable_site.parsing.door import article_of
from roundtable_site.parsing.figures import find_figures
from roundtable_site.parsing.layout import unfold
from roundtable_site.parsing.source import source_from
from roundtable_site.parsing.structure import outline

# Bytes from 0x80 on stand for these, so that a change of one byte is a change of one word.
_USUAL = """
罗志远 沈佳宁 欧阳春 艾力·买买提 云岭县委书记 市人大代表、 石桥区副区长 总经理 公司 大学教授 说 表示 指出 认为
告诉记者 坦言 他 她 该县 记者 本报 何晓舟 主持人 访谈嘉宾 核心提示 问： 答： 图/ 摄 （下转第三版） ■ ● 一、 二、 1.
今年 去年 2023年 1—9月 五年来 同比 增长 下降 达到 占 由 到 至 近 余 多 超过 约 第 位 倍 分之 百 千 万 亿 两 三 五 十
零 半 成 % ‰ 个百分点 万亩 亿元 公里 人 家 吨 元 ℃ 。 ， 、 ； ： ？ ！ “ ” ‘ ’ 「 」 《 》 （ ） … — · 茶园 港口
产业 项目 县 区 市 省 的 了 在 和 与 是 有 不 我
"""
_ODD = ("\u3000", "\u200b", "\ufeff", "\u202e", "\u2028", "\u0301")
WORDS = (*_USUAL.split(), *_ODD)
WORDED = b"\0"
"""How data begin that are to be read by WORDS; all else is UTF-8, so that articles can be kept as they are."""


def text_of(data: bytes) -> str:
    """Give any bytes as a text that looks like an article's."""
    if not data.startswith(WORDED):
        return data.decode("utf-8", "replace")
    return "".join(chr(byte) if byte < 0x80 else WORDS[(byte - 0x80) % len(WORDS)] for byte in data[1:])


def decoding(data: bytes) -> None:
    """Any file is read as text in some encoding, or refused."""
    source_from(data, "a.txt")


def layout(data: bytes) -> None:
    """Undoing the page loses no character and adds none."""
    source = source_from(text_of(data).encode("utf-8"), "a.txt")
    found = outline(unfold(source))
    paragraphs = [*found.standfirst, *(p for section in found.sections for p in section.paragraphs)]
    _same(source.lines, (item.text for item in (*paragraphs, *found.layout, *found.unplaced)))


def figures(data: bytes) -> None:
    """Each figure is printed where it is said to be, and its number is one that can be written."""
    text = text_of(data)
    for figure in find_figures(text):
        _hold(text[figure.start : figure.end] == figure.printed and figure.printed, figure)
        _hold(figure.start <= figure.number_start <= figure.number_end <= figure.end, figure)


def quotes(data: bytes) -> None:
    """An article of any words keeps all that is promised of it."""
    source = source_from(text_of(data).encode("utf-8"), "a.txt")
    _check(article_of(source), source.lines)


def content_files(data: bytes) -> None:
    """A content file is read or refused; one that is read is the same after writing and reading."""
    article = content.load_text(data.decode("utf-8", "surrogateescape"), "content/a.yml")
    _hold(content.load_text(content.dump(article), "content/a.yml") == article, article)


def links(data: bytes) -> None:
    """Any file of a site is looked through for links; the first byte chooses its kind."""
    kind = _KINDS[data[0] % len(_KINDS)] if data else "page"
    unpacked("a.xml.gz", data[1:])
    read_facts(kind, data[1:], "a")


_KINDS = ("page", "css", "xml", "robots", "sitemap", "manifest", "json")


def markdown(data: bytes) -> None:
    """A Markdown file is read or refused."""
    _document(text_of(data).encode("utf-8"), "a.md")


def html(data: bytes) -> None:
    """A web page is read or refused."""
    _document(data, "a.html")


def docx(data: bytes) -> None:
    """A Word document is read or refused; most data are the text of one, so that they are looked into."""
    _document(data if data.startswith(b"PK") else _docx_of(data), "a.docx")


def pdf(data: bytes) -> None:
    """A PDF is read or refused."""
    _document(data if data.startswith(b"%PDF") else b"%PDF-1.4\n" + data, "a.pdf")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "decoding": decoding,
    "layout": layout,
    "figures": figures,
    "quotes": quotes,
    "content": content_files,
    "links": links,
    "markdown": markdown,
    "html": html,
    "docx": docx,
    "pdf": pdf,
}


def run(name: str, data: bytes) -> None:
    """Give data to a target. Raises whatever is a find; a refusal is none."""
    try:
        TARGETS[name](data)
    except RoundtableError as error:
        for problem in error.problems:
            _hold("\n" not in str(problem), problem)


def _document(data: bytes, path: str) -> None:
    source = source_from(data, path)
    _check(article_of(source), source.lines)


def _check(article: Article, lines: Iterable[str]) -> None:
    _same(lines, (item.text for item in (*article.paragraphs(), *article.layout, *article.unplaced)))
    texts = {paragraph.id: paragraph.text for paragraph in article.paragraphs()}
    for record in (*article.quotes, *article.indicators):
        _hold(record.text and texts[record.paragraph].startswith(record.text, record.start), record)
    for figure in article.indicators:
        _hold(texts[figure.paragraph].startswith(figure.figure, figure.figure_start) and figure.figure, figure)
    _hold(content.load_text(content.dump(article), "content/a.yml") == article, article)


def _same(lines: Iterable[str], texts: Iterable[str]) -> None:
    printed, placed = (Counter("".join("".join(each).split())) for each in (lines, texts))
    _hold(printed == placed, {"lost": printed - placed, "added": placed - printed})


def _hold(promise: object, broken: object) -> None:
    if not promise:
        raise AssertionError(f"a promise is broken: {broken!r}")


_BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:document>'


@cache
def _empty_docx() -> bytes:
    import docx as library

    stream = io.BytesIO()
    library.Document().save(stream)
    return stream.getvalue()


def _docx_of(body: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_empty_docx())) as sound, zipfile.ZipFile(stream, "w") as made:
        for name in sound.namelist():
            made.writestr(name, _BODY % body if name == "word/document.xml" else sound.read(name))
    return stream.getvalue()
