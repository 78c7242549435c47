"""Join what the page has cut: lines of one sentence with captions, credits and furniture between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.lines import Line, block_of, cut, joined, of_kind
from roundtable_site.parsing.layout.seams import (
    MAX_HEADING,
    Facts,
    ends,
    goes_on,
    is_heading,
    is_marked_heading,
    last_sentence,
    looks_like_heading,
    opens_fresh,
)

# These may stand inside a sentence: the text goes on below them.
_INTERRUPTS = ("caption", "furniture", "credit")
_MIN_DECK = 30  # characters; a deck below the headline is a whole sentence without its full stop


@dataclass(slots=True)
class _Joiner:
    """The blocks made so far; `open` is the index of a block whose sentence has not ended."""

    facts: Facts
    blocks: list[Block] = field(default_factory=list)
    open: int | None = None

    def add(self, block: Block) -> None:
        """Put a finished or an open block at the end."""
        self.blocks.append(block)
        self.open = None if ends(block.text) else len(self.blocks) - 1

    def settle(self, following: str) -> None:
        """Decide what an open block is that the next line does not continue: a heading, or text that breaks off."""
        if self.open is None:
            return
        block = self.blocks[self.open]
        start = last_sentence(block.text)
        tail = block.text[start:]
        if start == 0 and is_title(block, following, self.facts):
            self._head(self.open)
        elif start and is_heading(tail, following, self.facts, alone=False):
            left, right = cut(block, start)
            self.blocks[self.open : self.open + 1] = [left, of_kind(right, "heading")]
        self.open = None

    def _head(self, index: int) -> None:
        self.blocks[index] = of_kind(self.blocks[index], "heading")
        self.facts.heading_widths[len(self.blocks[index].text)] += 1


def is_title(block: Block, following: str, facts: Facts) -> bool:
    """Tell whether a block of one line is a title: headline, heading or column."""
    return len(block.printed) == 1 and (
        is_heading(block.text, following, facts, alone=True) or looks_like_heading(block.text)
    )


def join(lines: list[Line], facts: Facts) -> list[Block]:
    """Make blocks of lines: running text whole, every other line a block of its kind."""
    joiner = _Joiner(facts)
    after = _next_texts(lines)
    for index, line in enumerate(lines):
        if line.kind in _INTERRUPTS:
            joiner.blocks.append(block_of(line))
        elif line.kind is not None:
            joiner.settle("")
            joiner.blocks.append(block_of(line))
        elif joiner.open is None:
            joiner.add(block_of(line))
        elif _continues(joiner.blocks[joiner.open], line, after[index], facts, first=_is_first(joiner)):
            joiner.blocks[joiner.open] = joined(joiner.blocks[joiner.open], block_of(line))
            joiner.open = None if ends(line.text) else joiner.open
        else:
            joiner.settle(line.text)
            joiner.add(block_of(line))
    joiner.settle("")
    return joiner.blocks


def _is_first(joiner: _Joiner) -> bool:
    """Tell whether the open block is the first that is longer than a title."""
    return all(len(block.text) <= MAX_HEADING or block.kind for block in joiner.blocks[: joiner.open])


def _next_texts(lines: list[Line]) -> list[Line | None]:
    """Give for each line the next one that does not merely interrupt."""
    after: list[Line | None] = [None] * len(lines)
    following: Line | None = None
    for index in range(len(lines) - 1, -1, -1):
        after[index] = following
        if lines[index].kind not in _INTERRUPTS:
            following = lines[index]
    return after


def _continues(block: Block, line: Line, after: Line | None, facts: Facts, *, first: bool) -> bool:
    """Tell whether `line` goes on with the unfinished sentence of `block`."""
    if goes_on(line.text):
        return True
    start = last_sentence(block.text)
    tail = block.text[start:]
    if is_marked_heading(line.text) or is_heading(tail, line.text, facts, alone=start == 0 and len(block.printed) == 1):
        return False
    if _is_deck(block, line, start) and first:
        return False
    # Two short lines without closing marks, one below the other, are titles, not a sentence.
    if start == 0 and looks_like_heading(block.text) and looks_like_heading(line.text) and not ends(line.text):
        return False
    return not _is_heading_line(line, after, facts)


def _is_deck(block: Block, line: Line, start: int) -> bool:
    """Tell whether the first text is a deck: one long sentence without its full stop, and a fresh paragraph below."""
    return (
        start == 0
        and len(block.text) >= _MIN_DECK
        and "，" in block.text
        and (line.text[:1] in "“「" or opens_fresh(line.text) > 0)
    )


def _is_heading_line(line: Line, after: Line | None, facts: Facts) -> bool:
    """Tell whether a line below text that breaks off is surely a heading."""
    if ends(line.text) or after is None:
        return False
    if after.kind in ("question-label", "byline", "guest", "label"):
        return looks_like_heading(line.text)
    return is_heading(line.text, after.text, facts, alone=False) and is_heading(
        line.text, after.text, facts, alone=True
    )
