"""Interviews set as questions and answers, and statements set under their speakers' names."""

from __future__ import annotations

import re

from roundtable_site.model import Paragraph
from roundtable_site.parsing.drafts import Outline
from roundtable_site.parsing.quotes.narrative import Found
from roundtable_site.parsing.quotes.reading import Reading, plain_text

# A note on a person at the end of an interview is the paper's, not an answer.
_NOTE = re.compile(
    r"""
    (?:人物|嘉宾|作者|专家)?(?:简介|名片|档案)
  | [\u4e00-\u9fff·]{2,8}，(?:男|女|本名|笔名|\d{4}年|[\u4e00-\u9fff]{0,4}(?:毕业于|出生于|生于|籍贯|现任|现为|祖籍))
    """,
    re.VERBOSE,
)


def is_labelled(outline: Outline, paragraph: Paragraph) -> bool:
    """Tell whether the layout sets a paragraph as a question or as somebody's own words.

    A paragraph that names its speaker in the third person is the reporter's, unless the article has questions.
    """
    if paragraph.question:
        return True
    if paragraph.speaker is None:
        return False
    asked = bool(outline.hosts) or any(each.question for section in outline.sections for each in section.paragraphs)
    return asked or paragraph.speaker not in paragraph.text


def read_answer(outline: Outline, reading: Reading) -> list[Found]:
    """Give a labelled paragraph as one direct quotation without a cue; a question or a host's word is none."""
    paragraph = reading.paragraph
    speaker = paragraph.speaker
    if paragraph.question or speaker is None or speaker in outline.hosts or _NOTE.match(reading.plain):
        return []
    start, end = 0, len(reading.text)
    if len(reading.spans) == 1 and reading.spans[0].start == 0 and reading.spans[0].end == end:
        start, end = reading.spans[0].inner_start, reading.spans[0].inner_end
    return [Found(start, end, "direct", plain_text(speaker), "", True)] if end > start else []
