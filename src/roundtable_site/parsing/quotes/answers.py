"""Interviews set as questions and answers, and statements set under their speakers' names."""

from __future__ import annotations

import re

from roundtable_site.model import Section
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
_UNNAMED = re.compile(r"[答Aa]\s*[：:]?$")

Labels = dict[str, str | None]
"""The paragraphs that the layout sets as somebody's own words, by id: their speaker, None for a question."""


def labels_of(outline: Outline) -> Labels:
    """Give the paragraphs that the layout sets as questions, as answers, or as statements under their speakers' names.

    A paragraph that names its speaker in the third person is the reporter's, unless the article has questions.
    """
    paragraphs = [*outline.standfirst, *(each for section in outline.sections for each in section.paragraphs)]
    asked = bool(outline.hosts) or any(each.question for each in paragraphs)
    labels: Labels = {}
    for each in paragraphs:
        if each.question:
            labels[each.id] = None
        elif each.speaker is not None and (asked or each.speaker not in each.text):
            labels[each.id] = each.speaker
    printed = " ".join(item.text for item in outline.layout if item.kind == "speaker-label")
    for section in outline.sections if printed else ():
        if section.speaker is not None and section.speaker in printed:
            labels |= _statement(section, section.speaker, labels)
    return labels


def unnamed_answers(outline: Outline, labels: Labels) -> list[str]:
    """Give, by id, the paragraphs of answers behind labels without a name (答：) whose speaker no layout tells."""
    begins = {item.lines[0] for item in outline.layout if item.kind == "speaker-label" and _UNNAMED.match(item.text)}
    answers: list[str] = []
    for section in outline.sections if begins else ():
        answering = False
        for each in section.paragraphs:
            answering = each.lines[0] in begins or (answering and not each.question)
            if answering and each.id not in labels:
                answers.append(each.id)
    return answers


def _statement(section: Section, speaker: str, labels: Labels) -> Labels:
    """Give the paragraphs of a piece under its speaker's label, if none of them speaks of the speaker."""
    if any(speaker in each.text or each.id in labels for each in section.paragraphs):
        return {}
    return {each.id: speaker for each in section.paragraphs}


def read_answer(outline: Outline, reading: Reading, speaker: str | None) -> list[Found]:
    """Give a labelled paragraph as one direct quotation without a cue; a question or a host's word is none."""
    if speaker is None or speaker in outline.hosts or _NOTE.match(reading.plain):
        return []
    start, end = 0, len(reading.text)
    if len(reading.spans) == 1 and reading.spans[0].start == 0 and reading.spans[0].end == end:
        start, end = reading.spans[0].inner_start, reading.spans[0].inner_end
    return [Found(start, end, "direct", plain_text(speaker), "", True)] if end > start else []
