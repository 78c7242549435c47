"""Join what the page has cut: lines of one sentence with captions, credits and furniture between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.facts import Facts
from roundtable_site.parsing.layout.forms import (
    MAX_HEADING,
    dangles,
    has_heading_form,
    is_marked_heading,
    looks_like_heading,
)
from roundtable_site.parsing.layout.headings import Place, asks_as_heading, heading_points, is_heading
from roundtable_site.parsing.layout.labels import are_headed
from roundtable_site.parsing.layout.lines import Line, block_of, cut, joined, of_kind
from roundtable_site.parsing.layout.seams import cuts_a_word, ends, goes_on, last_sentence, opens_news, says_more

# These may stand inside a sentence: the text goes on below them.
_INTERRUPTS = ("caption", "furniture", "credit")
# No sentence goes on at these.
_BREAKS = ("question-label", "speaker-label", "byline", "guest", "label")
# The line of a web page below its headline: 发布时间：… 来源：…
_DATED = re.compile(r"(?:发布|发表|更新)(?:时间|日期)|來源[：:]|来源[：:]|(?:發布|發佈|更新)(?:時間|日期)")
_TITLE = 1  # points that a line needs to be a title above another one
_MIN_DECK = 30  # characters; a deck below the headline is a whole sentence without its full stop


@dataclass(slots=True)
class _Open:
    """A text whose sentence has not ended: its lines so far, its last unfinished sentence."""

    lines: list[Line]
    start: int  # of the unfinished sentence in the last line that has a finished one, -1 where none has
    tail: str  # the unfinished sentence, cut short once it is longer than any heading
    place: int  # among the blocks
    first: bool  # no text stands above it
    labelled: bool = False  # what a label such as 问： opens is no heading
    interrupted: bool = False
    length: int = 0  # characters so far

    def __post_init__(self) -> None:
        self.length = len(self.lines[0].text)

    def add(self, line: Line) -> None:
        """Take the next line of the same sentence."""
        start = last_sentence(line.text)
        self.tail = line.text[start:] if start else (self.tail + line.text)[: MAX_HEADING + 1]
        self.start = start or -1
        self.lines.append(line)
        self.length += len(line.text)
        self.interrupted = False

    def alone(self) -> bool:
        """Tell whether the unfinished sentence is all there is, on one line."""
        return len(self.lines) == 1 and self.start < 0

    def spot(self, *, below: int = 0, gap: int = 0, before_mark: bool = False) -> Place:
        """Describe where the unfinished sentence stands."""
        last = self.lines[-1].text
        speech = self.start > 0 and last[self.start - 1] in '”」』"'
        alone = self.alone()
        return Place(
            alone,
            alone and self.place == 0,
            alone and self.place == 1,
            speech,
            self.interrupted or gap >= 2,
            self.length - len(self.tail),
            below,
            before_mark,
        )


@dataclass(slots=True)
class _Joiner:
    facts: Facts
    blocks: list[Block] = field(default_factory=list)
    open: _Open | None = None
    texts: int = 0  # texts longer than a title so far
    labelled: bool = False  # a label of questions or answers stands right above

    def put(self, line: Line) -> None:
        """Begin a text with a line, which may already be all of it."""
        if not self.labelled and asks_as_heading(line.text, self.facts, opening=not self.blocks):
            self.blocks.append(of_kind(block_of(line), "heading"))
            return
        if ends(line.text) and not goes_on(line.text):
            self.blocks.append(block_of(line))
            self.texts += 1
            self.open = _Open([line], len(line.text), "", len(self.blocks) - 1, first=False)
            return
        self.blocks.append(block_of(line))
        start = last_sentence(line.text)
        tail = line.text[start:][: MAX_HEADING + 1]
        self.open = _Open(
            [line], start or -1, tail, len(self.blocks) - 1, first=self.texts == 0, labelled=self.labelled
        )

    def take(self, line: Line, after: Line | None) -> None:
        """Take the next line of text."""
        if self.open and _continues(self.open, line, after, self.facts):
            self.open.add(line)
        else:
            self.close(line.text, gap=line.gap)
            self.put(line)
        self.labelled = False

    def is_cut_number(self, text: str) -> bool:
        """Tell whether what looks like a page number is the middle of a number that stands in the open text."""
        return self.open is not None and text.isdigit() and cuts_a_word(self.open.lines[-1].text, text)

    def end_headline(self) -> None:
        """Take the first line of all for the headline, if nothing else stands above what is called for that."""
        if self.open is not None and self.open.place == 0 and self.open.alone():
            self.blocks[0], self.open = of_kind(self.blocks[0], "heading"), None

    def interrupt(self, line: Line) -> None:
        """Take a line that may stand inside a sentence."""
        self.blocks.append(block_of(line))
        if self.open:
            self.open.interrupted = True

    def close(self, following: str, *, gap: int = 0, before_mark: bool = False) -> None:
        """Finish the open text: a title, a text with a heading glued to its end, or text alone."""
        opened, self.open = self.open, None
        if opened is None:
            return
        block = _whole(opened.lines) if len(opened.lines) > 1 else self.blocks[opened.place]
        place = opened.spot(below=len(following), gap=gap, before_mark=before_mark)
        if ends(opened.lines[-1].text) or (opened.labelled and opened.alone()):
            parts = [block]
        elif opened.alone() and (
            is_heading(opened.tail, following, self.facts, place) or looks_like_heading(opened.tail)
        ):
            parts = [of_kind(block, "heading")]
        elif opened.start > 0 and is_heading(opened.tail, following, self.facts, place):
            left, right = cut(block, len(block.text) - len(opened.tail))
            parts = [left, of_kind(right, "heading")]
        else:
            parts = [block]
        self.texts += parts[0].kind is None
        self.blocks[opened.place : opened.place + 1] = parts


def join(lines: Sequence[Line], facts: Facts) -> list[Block]:
    """Make blocks of lines: running text whole, every other line a block of its kind."""
    joiner = _Joiner(facts)
    after = _next_lines(lines)
    headed = are_headed(lines, after)
    presented = False
    for line, following in zip(lines, after, strict=True):
        if line.kind == "furniture" and joiner.is_cut_number(line.text):
            joiner.take(line._replace(kind=None), following)
        elif line.kind in _INTERRUPTS:
            if line.kind == "furniture" and _DATED.match(line.text):
                joiner.end_headline()
            joiner.interrupt(line)
        elif line.kind is not None:
            joiner.close("", before_mark=line.kind in _BREAKS)
            presents = headed and line.kind == "speaker-label"
            joiner.blocks.append(block_of(line._replace(kind="guest") if presents else line))
            labels = line.kind in ("question-label", "speaker-label") and not presents
            joiner.labelled = labels and not _heads_piece(line, following)
            presented = presents
            continue
        elif presented and following is not None and following.gap:  # what stands alone below who speaks
            joiner.blocks.append(block_of(line._replace(kind="heading")))
        else:
            joiner.take(line, following)
        presented = presented and line.kind in _INTERRUPTS
    joiner.close("")
    return joiner.blocks


def _heads_piece(label: Line, below: Line | None) -> bool:
    """Tell whether a label on a line of its own stands above a heading, so that it opens a piece and no answer."""
    return below is not None and below.number > label.number and not ends(below.text) and has_heading_form(below.text)


def _whole(lines: Sequence[Line]) -> Block:
    """Make one block of lines, in linear time."""
    blocks = [block_of(line) for line in lines]
    while len(blocks) > 1:  # pairwise, so that no text is copied more than log n times
        pairs = [joined(left, right) for left, right in zip(blocks[::2], blocks[1::2], strict=False)]
        blocks = pairs + blocks[len(pairs) * 2 :]
    return blocks[0]


def _next_lines(lines: Sequence[Line]) -> list[Line | None]:
    """Give for each line the next one that does not merely interrupt."""
    after: list[Line | None] = [None] * len(lines)
    following: Line | None = None
    for index in range(len(lines) - 1, -1, -1):
        after[index] = following
        if lines[index].kind not in _INTERRUPTS:
            following = lines[index]
    return after


def _continues(opened: _Open, line: Line, after: Line | None, facts: Facts) -> bool:
    """Tell whether `line` goes on with the last sentence of the open text."""
    last = opened.lines[-1].text
    if goes_on(line.text):
        return True
    if ends(last):
        return says_more(last, line.text)
    if is_marked_heading(line.text):
        return False
    if opened.labelled and opened.alone():
        return not _is_heading_line(line, after, facts)
    if is_heading(opened.tail, line.text, facts, opened.spot(below=len(line.text), gap=line.gap)):
        return False
    if opened.first and _is_deck(opened, line):
        return False
    return not (_are_titles(opened, line, after, facts) or _is_heading_line(line, after, facts))


def _is_deck(opened: _Open, line: Line) -> bool:
    """Tell whether the first text is a deck: one long sentence without its full stop, and a fresh paragraph below."""
    last = opened.lines[-1].text
    whole = not dangles(last) and not cuts_a_word(last, line.text)
    return opened.start < 0 and opened.length >= _MIN_DECK and "，" in opened.tail and whole and opens_news(line.text)


def _are_titles(opened: _Open, line: Line, after: Line | None, facts: Facts) -> bool:
    """Tell whether two short lines without closing marks, one below the other, are titles and no sentence."""
    if not opened.alone() or ends(line.text) or len(line.text) > MAX_HEADING:
        return False
    if heading_points(opened.tail, line.text, facts, opened.spot()) < _TITLE:
        return False
    marked = after is None or after.kind is not None
    below = Place(alone=True, before_mark=marked)
    return is_heading(line.text, after.text if after and not marked else "", facts, below)


def _is_heading_line(line: Line, after: Line | None, facts: Facts) -> bool:
    """Tell whether a line below text that breaks off is surely a heading."""
    if ends(line.text) or after is None:
        return False
    if after.kind in _BREAKS:
        return looks_like_heading(line.text)
    return has_heading_form(line.text) and is_heading(line.text, after.text, facts, Place(alone=False))
