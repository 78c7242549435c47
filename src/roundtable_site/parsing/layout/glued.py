"""Cut off the headings that have run into the paragraph below them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.forms import PART, balanced, dangles, has_heading_form, in_halves, is_numbered
from roundtable_site.parsing.layout.lines import cut, of_kind
from roundtable_site.parsing.layout.seams import opens_fresh
from roundtable_site.parsing.layout.wording import is_whole, names_somebody
from roundtable_site.parsing.lexicon.common import COMMON_WORDS
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.script import as_read
from roundtable_site.parsing.lexicon.tables import alternatives

_SPEECH = r"[“「][^”」]{4,300}[。！？!?…，][’』]?[”」]"
_DATE = r"\d{1,2}月\d{1,2}日|\d{4}年|近日|日前|今年|去年|目前|近年来"
# A heading in two halves, then words between quotation marks or a time: 甲甲甲 乙乙乙“丙。”
_IN_HALVES = re.compile(rf"(?P<head>{PART}[ 　]+[^\s，。；：、“”「」\x00-\x7f]{{3,22}}?)(?:(?={_SPEECH})|(?={_DATE}))")
# A heading in one piece before somebody's words.
_IN_ONE = re.compile(rf"(?P<head>[^\s，。；：、“”「」]{{6,24}})(?={_SPEECH})")
_LEADS_TO_SPEECH = re.compile(rf"(?P<cue>{alternatives(SAYING | CLAUSE)}|[道出是为了以的把将到着过])$")
_FIRST_CLAUSE = re.compile(r"[^，。；：！？!?“”「」\n]{8,60}(?=[，。；：！？!?“「,])")
_WORTH = re.compile(
    "[ 　了谁誰哪啥]|怎么|怎麼|怎样|怎樣|如何|为何|為何|什么|什麼"
)  # without one of these no heading is told
_LIKENESS = 3  # characters by which two headings of one article differ in length
_HEAD = 60  # characters looked at
_SHORTEST, _LONGEST = 4, 24  # characters of a heading that is told by what follows it


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
    if match and not _leads_to_speech(match["head"]):
        apart = [abs(len(other) - len(match["head"])) for other in others[1:]]
        alike = sum(difference <= _LIKENESS for difference in apart)
        return match.end("head") if alike >= 2 or any(difference <= 1 for difference in apart) else 0
    return _before_fresh_start(text, others) if len(others) > 2 else 0


def _leads_to_speech(head: str) -> bool:
    """Tell whether words between quotation marks belong to what stands before them (他说“…”)."""
    read = as_read(head)
    match = _LEADS_TO_SPEECH.search(read)
    return match is not None and not (len(match[0]) == 1 and read[-2:] in COMMON_WORDS)


def _before_fresh_start(text: str, others: Sequence[str]) -> int:
    """Give the length of a heading of the others' form, behind which the first clause opens as a paragraph does."""
    clause = _FIRST_CLAUSE.match(text)
    if clause is None or not (is_numbered(text) or _WORTH.search(clause[0])):
        return 0
    for length in range(_SHORTEST, min(_LONGEST, clause.end() - 3)):
        head, rest = text[:length], text[length:]
        if _is_of_kin(head, rest, others) and not dangles(head) and balanced(head):
            return length
    return 0


def _is_of_kin(head: str, rest: str, others: Sequence[str]) -> bool:
    """Tell whether a beginning is numbered or set in halves as others are, or asks, and a fresh start follows."""
    fresh = opens_fresh(rest) > 0
    if is_numbered(head) or in_halves(head):
        alike = is_numbered if is_numbered(head) else in_halves
        return fresh and sum(alike(other) for other in others[1:]) >= 2
    return is_whole(head) and (fresh or names_somebody(rest))
