"""Find the labels of questions and answers: 记者：, 问：, 王鼎：, 某部部长王鼎：."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roundtable_site.model import LayoutKind
from roundtable_site.parsing.layout.forms import dangles
from roundtable_site.parsing.layout.lines import Line
from roundtable_site.parsing.layout.names import is_name, narrow
from roundtable_site.parsing.layout.persons import ends_in_post, person_of
from roundtable_site.parsing.layout.seams import ends
from roundtable_site.parsing.lexicon.furniture import (
    ANSWER_LABELS,
    BYLINE_MARKS,
    OUTLET_ENDINGS,
    QUESTION_LABELS,
)
from roundtable_site.parsing.lexicon.tables import alternatives

_MARKS = re.escape(BYLINE_MARKS)
_LABEL = re.compile(
    rf"""
    ^[{_MARKS}【\[\s*]*
    (?P<who> [^\s：:，,。！？!?；;“”「」《》【】\[\]]{{1,44}}?
        (?: [\ \u3000][\u4e00-\u9fff]{{2,4}} | (?:\ [A-Z][A-Za-z.]*){{0,3}} ) )
    \d{{0,2}} [】\]*]* \s* [：:] \**\s*
    """,
    re.VERBOSE,
)
_STATEMENTS = 3  # labels with titles and a name, each above one statement, that make a report of a forum
_MOST = 80  # different labels; a text with more of them is no conversation
_BRIEF = 24  # characters of a heading below a label
_LONGEST = 60  # characters in which a label stands
_QUESTION_END = re.compile(r"[？?][”’」』）)]*$")
_ASKING: LayoutKind = "question-label"
_ANSWERING: LayoutKind = "speaker-label"
_OUTLETS = tuple(sorted(OUTLET_ENDINGS))


@dataclass(slots=True)
class _Use:
    """How often a label stands before text, how often that text asks, how often it has a line of its own."""

    count: int = 0
    asked: int = 0
    alone: int = 0

    def mostly_asks(self) -> bool:
        return self.count >= 2 and self.asked * 2 > self.count


def labelled(lines: Sequence[Line]) -> Iterator[Line]:
    """Cut the labels of questions and answers off the lines that they open, and lines before labels glued into them."""
    labels = _labels_of(lines)
    if not labels:
        yield from lines
        return
    glued = re.compile(rf"(?<=[。！？!?…｡”」』）)])(?=(?:{alternatives(tuple(map(re.escape, labels)))})[：:])")
    for place, line in enumerate(lines):
        if line.kind is not None or (place == 0 and not ends(line.text)):  # 某县长王鼎：把路修好 is a headline
            yield line
            continue
        for part in _parts(line, glued):
            yield from _cut_label(part, labels)


def is_question_label(who: str) -> bool:
    """Tell whether a label asks, by its own word: a reporter, a host, a newspaper.

    >>> is_question_label("记者"), is_question_label("某某日报"), is_question_label("王鼎")
    (True, True, False)
    """
    who = who.strip("：: ")
    return (
        who in QUESTION_LABELS
        or who.endswith(("记者", "記者", "主持人"))
        or who.startswith(("主持人", "主持 ", "主播"))
        or (2 <= len(who) <= 8 and who.endswith(_OUTLETS))
    )


def opens_with_label(text: str) -> bool:
    """Tell whether a line opens with a label that can ask or answer.

    >>> opens_with_label("问：为什么？"), opens_with_label("重点有三个：")
    (True, False)
    """
    match = _LABEL.match(text[:_LONGEST])
    return match is not None and (
        is_question_label(match["who"]) or match["who"] in ANSWER_LABELS or _may_be_person(match["who"])
    )


def are_headed(lines: Sequence[Line], after: Sequence[Line | None]) -> bool:
    """Tell whether labels stand above headings throughout: two or more, each above a brief line; one may be a cut."""
    labels = [(line, below) for line, below in zip(lines, after, strict=True) if line.kind == "speaker-label"]
    return len(labels) > 1 and all(_stands_above_brief(line, below) for line, below in labels)


def _stands_above_brief(label: Line, below: Line | None) -> bool:
    return (
        below is not None
        and below.number > label.number
        and len(below.text) <= _BRIEF
        and not ends(below.text)
        and not dangles(below.text)
    )


def _parts(line: Line, glued: re.Pattern[str]) -> Iterator[Line]:
    start = 0
    for match in glued.finditer(line.text):
        if match.start() > start:
            yield line._replace(text=line.text[start : match.start()].strip(), gap=line.gap if not start else 0)
            start = match.start()
    yield line._replace(text=line.text[start:].strip(), gap=line.gap if not start else 0)


def _cut_label(line: Line, labels: dict[str, LayoutKind]) -> Iterator[Line]:
    match = _LABEL.match(line.text[:_LONGEST])
    kind = labels.get(match["who"]) if match else None
    if match is None or kind is None:
        yield line
        return
    yield line._replace(text=line.text[: match.end()].rstrip(), kind=kind)
    if rest := line.text[match.end() :].strip():
        yield line._replace(text=rest, gap=0)


def _labels_of(lines: Sequence[Line]) -> dict[str, LayoutKind]:
    """Give the document's labels with their kinds; {} where it is not set as questions and answers."""
    uses = _uses(lines)
    if len(uses) > _MOST:
        uses = {who: use for who, use in uses.items() if use.count > 1}
    named = {who: use for who, use in uses.items() if _may_be_person(who) and not is_question_label(who)}
    own_lines = sum(use.alone for use in named.values()) >= 2
    answers = [who for who, use in named.items() if use.count >= 2 or (own_lines and use.alone)]
    asks = [who for who in uses if who not in named and is_question_label(who)]
    if answers:
        asks += [who for who, use in uses.items() if who not in named and who not in asks and use.mostly_asks()]
    if asks:
        answers = [who for who in uses if who in named or who in ANSWER_LABELS]
    hosts = [who for who, use in named.items() if use.mostly_asks()] if len(named) > 1 else []
    answers = [who for who in (named if hosts else answers) if who not in hosts]
    talks = asks or hosts or own_lines or sum(uses[who].count for who in answers) >= 3
    if not answers or not talks or len(uses) > _MOST:
        stated = [who for who in named if (person := person_of(who, label=True)) and person.titles]
        return dict.fromkeys(stated, _ANSWERING) if len(stated) >= _STATEMENTS and not answers else {}
    return dict.fromkeys((*asks, *hosts), _ASKING) | dict.fromkeys(answers, _ANSWERING)


def _uses(lines: Sequence[Line]) -> dict[str, _Use]:
    """Count what may be labels, in printed order."""
    uses: dict[str, _Use] = {}
    for index, line in enumerate(lines):
        if line.kind is not None or not (match := _LABEL.match(line.text[:_LONGEST])):
            continue
        use = uses.setdefault(match["who"], _Use())
        use.count += 1
        said = line.text[match.end() :]
        if not said.strip():
            use.alone += 1
            said = lines[index + 1].text if index + 1 < len(lines) else ""
        use.asked += bool(_QUESTION_END.search(said[-8:]))
    return uses


def _may_be_person(who: str) -> bool:
    """Tell whether a label can name a person: a name, titles with a name, a title."""
    return is_name(narrow(who)) or person_of(who, label=True) is not None or (len(who) <= 12 and ends_in_post(who))
