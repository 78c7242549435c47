"""Cut off the headings that have run into the paragraph below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.headings import PART, has_heading_form
from roundtable_site.parsing.layout.lines import cut, of_kind
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives

_SPEECH = r"[“「][^”」]{4,300}[。！？!?…，][’』]?[”」]"
_DATE = r"\d{1,2}月\d{1,2}日|\d{4}年|近日|日前|今年|去年|目前|近年来"
# A heading in two halves, then words between quotation marks or a time: 甲甲甲 乙乙乙“丙。”
_IN_HALVES = re.compile(rf"(?P<head>{PART}[ 　]+[^\s，。；：、“”「」\x00-\x7f]{{3,22}}?)(?:(?={_SPEECH})|(?={_DATE}))")
# A heading in one piece before somebody's words.
_IN_ONE = re.compile(rf"(?P<head>[^\s，。；：、“”「」]{{6,24}})(?={_SPEECH})")
_LEADS_TO_SPEECH = re.compile(rf"(?:{alternatives(SAYING | CLAUSE)}|[道出是为了以的把将到着过])$")
_LIKENESS = 3  # characters by which two headings of one article differ in length
_HEAD = 60  # characters looked at


def heads_off(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut glued headings off the beginning of paragraphs, where other headings of the document are of that form."""
    others = [block.text for block in blocks if block.kind == "heading"]
    for block in blocks:
        length = _glued_length(block.text, others) if block.kind is None else 0
        if length:
            heading, rest = cut(block, length)
            yield of_kind(heading, "heading")
            yield rest
        else:
            yield block


def _glued_length(text: str, others: Sequence[str]) -> int:
    """Give the length of the heading that a paragraph begins with by mistake, 0 where it begins with none."""
    if (match := _IN_HALVES.match(text)) and match.end() <= _HEAD:
        return match.end("head") if any(has_heading_form(other) for other in others) else 0
    match = _IN_ONE.match(text)
    if not match or _LEADS_TO_SPEECH.search(as_read(match["head"])):
        return 0
    alike = sum(abs(len(other) - len(match["head"])) <= _LIKENESS for other in others[1:])
    return match.end("head") if alike >= 2 else 0
