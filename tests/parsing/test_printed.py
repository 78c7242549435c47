"""Where each part of a paragraph was printed, also after an editor's change."""

from msgspec.structs import replace

from roundtable_site.model import PrintedLine
from roundtable_site.parsing import read_text
from roundtable_site.parsing.printed import printed_lines
from roundtable_site.parsing.source import source_from

TEXT = "湖边新事\n\n湖边的柳树都绿了，县里今年还要再种一\n\n\n\n何为\n\n千棵。路也快要修好了。一是修路。\n"
SOURCE = source_from(TEXT.encode(), "article.txt")


def test_each_part_of_a_joined_paragraph_leads_back_to_its_line():
    article = read_text(TEXT)
    (paragraph,) = article.paragraphs()
    assert paragraph.text.startswith("湖边的柳树都绿了，县里今年还要再种一千棵。")
    assert printed_lines(article, SOURCE) == {paragraph.id: (PrintedLine(3, 0), PrintedLine(9, 18))}


def test_lines_whose_text_an_editor_changed_are_left_out():
    article = read_text(TEXT)
    (section,) = article.sections
    paragraph = section.paragraphs[0]
    changed = replace(paragraph, text=paragraph.text.replace("柳树", "杨柳"))
    edited = replace(article, sections=(replace(section, paragraphs=(changed,)),))
    assert printed_lines(edited, SOURCE) == {paragraph.id: (PrintedLine(9, 18),)}


def test_another_source_has_no_printed_lines():
    assert printed_lines(read_text(TEXT), source_from((TEXT + "添。").encode(), "article.txt")) == {}
