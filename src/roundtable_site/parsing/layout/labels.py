"""Find the labels of questions and answers: 记者：, 问：, 王鼎：."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from roundtable_site.model import LayoutKind
from roundtable_site.parsing.layout.lines import Line
from roundtable_site.parsing.layout.names import is_name, narrow
from roundtable_site.parsing.layout.persons import ends_in_post, person_of
from roundtable_site.parsing.lexicon.furniture import ANSWER_LABELS, BYLINE_MARKS, QUESTION_LABELS
from roundtable_site.parsing.lexicon.tables import alternatives

_MARKS = re.escape(BYLINE_MARKS)
_LABEL = re.compile(
    rf"^[{_MARKS}【\[\s]*(?P<who>[^\s：:，,。！？!?；;“”「」《》【】\[\]]{{1,24}}?)\d{{0,2}}[】\]]?\s*[：:]\s*"
)
_SENTENCE_END = "[。！？!?…｡][”’」』)）]?"


def labelled(lines: list[Line]) -> Iterator[Line]:
    """Cut the labels of questions and answers off the lines that they open, and lines before labels glued into them."""
    labels = _labels_of(lines)
    if not labels:
        yield from lines
        return
    glued = re.compile(rf"(?<=[。！？!?…｡”」』）)])(?=(?:{alternatives(tuple(map(re.escape, labels)))})[：:])")
    for line in lines:
        if line.kind is not None:
            yield line
            continue
        for part in _parts(line, glued):
            yield from _cut_label(part, labels)


def is_question_label(who: str) -> bool:
    """Tell whether a label asks rather than answers."""
    return who.strip("：: ") in QUESTION_LABELS or who.endswith(("记者", "記者", "主持人"))


def _parts(line: Line, glued: re.Pattern[str]) -> Iterator[Line]:
    start = 0
    for match in glued.finditer(line.text):
        if match.start() > start:
            yield replace(line, text=line.text[start : match.start()].strip(), gap=line.gap if not start else 0)
            start = match.start()
    yield replace(line, text=line.text[start:].strip(), gap=line.gap if not start else 0)


def _cut_label(line: Line, labels: dict[str, LayoutKind]) -> Iterator[Line]:
    match = _LABEL.match(line.text[:60])
    kind = labels.get(match["who"]) if match else None
    if match is None or kind is None:
        yield line
        return
    yield replace(line, text=line.text[: match.end()].rstrip(), kind=kind)
    if rest := line.text[match.end() :].strip():
        yield replace(line, text=rest, gap=0)


def _labels_of(lines: list[Line]) -> dict[str, LayoutKind]:
    """Give the document's labels with their kinds; {} where it is not set as questions and answers."""
    counts: Counter[str] = Counter()
    for line in lines:
        if line.kind is None and (match := _LABEL.match(line.text[:60])):
            counts[match["who"]] += 1
    asks = [who for who in counts if is_question_label(who)]
    answers = [who for who in counts if who not in asks and _may_answer(who, counts[who], bool(asks))]
    if not answers or (not asks and sum(counts[who] for who in answers) < 3):
        return {}
    asking: LayoutKind = "question-label"
    answering: LayoutKind = "speaker-label"
    return dict.fromkeys(asks, asking) | dict.fromkeys(answers, answering)


def _may_answer(who: str, count: int, asked: bool) -> bool:
    """A label answers if it is a name or a post, seen twice or beside questions; 答 needs none."""
    if who in ANSWER_LABELS:
        return asked
    return (is_name(narrow(who)) or ends_in_post(who) or person_of(who) is not None) and (asked or count >= 2)
