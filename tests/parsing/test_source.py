"""Reading bytes: encodings, line ends, and what is no article."""

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.parsing.source import read_source, source_from

TEXT = "山城的春茶又上市了\n\n今年，全县茶园面积增加到3万亩，“这是大家一起干出来的。”县长说。\n"
TRADITIONAL = "會議指出，今年糧食產量創新高。\n記者問他有甚麼感受，他說：「大家都很高興。」\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_a_simplified_text_is_read_in_every_usual_encoding(encoding):
    assert source_from(TEXT.encode(encoding), "a.txt").lines == tuple(TEXT.splitlines())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_a_traditional_text_is_read_in_every_usual_encoding(encoding):
    source = source_from(TRADITIONAL.encode(encoding), "a.txt")
    assert source.lines == tuple(TRADITIONAL.splitlines())
    assert source.encoding == encoding


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028", "\x0c"])
def test_any_line_end_ends_a_line(line_end):
    assert source_from(f"甲{line_end}{line_end}乙。".encode(), "a.txt").lines == ("甲", "", "乙。")


def test_the_hash_is_of_the_bytes_as_they_stand():
    assert source_from("甲。".encode(), "a").sha256 != source_from("甲。\n".encode(), "a").sha256


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt:1:1: the file is empty, put the article's text into it"),
        (b" \r\n\t", "a.txt:1:1: the file is empty, put the article's text into it"),
        ("\u3000\n".encode(), "a.txt:1:1: the file holds white space only, put the article's text into it"),
        (b"%PDF-1.7 ...", "a.txt:1:1: this is a PDF file, not text: save its text as a .txt file"),
        (b"PK\x03\x04abc", "a.txt:1:1: this is a zip file (a Word document?), not text: save its text as a .txt file"),
        (
            "一\n二\x07三".encode(),
            "a.txt:2:2: control character U+0007: is this a binary file? save its text as a .txt file",
        ),
        (
            "一行\n两\xff".encode()[:-2] + b"\xff\xfe\xff",
            "a.txt:2:2: the encoding can't be told (tried utf-8, utf-16, gb18030, big5): save the file as UTF-8",
        ),
    ],
    ids=["empty", "blank", "ideographic-space", "pdf", "docx", "control", "broken"],
)
def test_what_is_no_text_is_one_line_that_says_what_to_do(data, message):
    with pytest.raises(RoundtableError) as error:
        source_from(data, "a.txt")
    assert str(error.value) == message


def test_a_missing_file_and_a_folder_are_one_line(tmp_path):
    with pytest.raises(RoundtableError, match=r"none\.txt: no such file, check the name$"):
        read_source(tmp_path / "none.txt")
    with pytest.raises(RoundtableError, match=r"this is a folder, name a file in it$"):
        read_source(tmp_path)
