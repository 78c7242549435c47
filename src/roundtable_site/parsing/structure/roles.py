"""Give every block its role on the page: headline, column, label, guest line, heading, caption, text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roundtable_site.model import LayoutKind
from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.lines import of_kind
from roundtable_site.parsing.layout.names import is_name, narrow
from roundtable_site.parsing.layout.persons import person_of
from roundtable_site.parsing.layout.seams import ends
from roundtable_site.parsing.lexicon.furniture import BYLINE_MARKS, COLUMN_ENDINGS

_MARKUP = re.compile(
    rf"""
    ^\#{{1,6}}\s* | ^[{re.escape(BYLINE_MARKS)}]+\s* | \*\*$      # ### 甲, ■ 甲, **甲**
    | ^[【\[](?=[^】\]]*[】\]]$) | (?<=\S)[】\]]$                 # 【甲】
    """,
    re.VERBOSE,
)
_MAX_COLUMN = 12
_MOST_LINES = 3  # of a headline
_MAX_SUBTITLE = 50  # a longer deck is the first paragraph
_COLUMN_ENDINGS = tuple(sorted(COLUMN_ENDINGS))
_NUMBERED = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]{1,3}|\d{1,2}[.、．]"
)
_BETWEEN = ("caption", "furniture", "credit")  # what may stand among the lines of a list or below a heading


def plain(text: str) -> str:
    """Take the markup off a heading.

    >>> plain("### 稳投资"), plain("【视点】")
    ('稳投资', '视点')
    """
    return _MARKUP.sub("", text).strip()


def assigned(blocks: Sequence[Block]) -> list[Block]:
    """Give every block its final kind; running text keeps None."""
    found = list(blocks)
    first = _first_text(found)
    _name_lines(found)
    _head(found, first)
    _subtitle(found, first)
    _body(found, first)
    return found


def _first_text(blocks: list[Block]) -> int:
    """Give the index of the first block that is neither a title nor a mark of the page's."""
    for index, block in enumerate(blocks):
        if block.kind not in ("heading", "byline", *_BETWEEN):
            return index
    return len(blocks)


def _head(blocks: list[Block], first: int) -> None:
    """Tell headline, subtitle and column among the titles above the first text."""
    titles = [index for index in range(first) if blocks[index].kind == "heading"]
    _lines_of_headline(blocks, titles)
    if len(titles) > 1 and _opens_first_piece(blocks, titles, first):
        titles.pop()
    headline: str | None = None
    has_column = False
    for index in titles:
        text = plain(blocks[index].text)
        kind: LayoutKind = "subtitle"
        if person_of(text):
            kind = "guest"
        elif not has_column and _is_column(text) and len(titles) > 1:
            kind, has_column = "column", True
        elif headline is None or text == headline:
            kind, headline = "headline", text
        blocks[index] = of_kind(blocks[index], kind)


def _lines_of_headline(blocks: list[Block], titles: list[int]) -> None:
    """Take the two or three lines of a headline for it: one below the other, an empty line beneath as elsewhere."""
    run = titles[:1]
    for index in titles[1:_MOST_LINES]:
        if index != run[-1] + 1 or not _is_below(blocks[index], blocks[run[-1]]):
            break
        run.append(index)
    if len(run) < 2 or run[-1] + 1 >= len(blocks) or _is_below(blocks[run[-1] + 1], blocks[run[-1]]):
        return
    texts = [plain(blocks[index].text) for index in run]
    if len(set(texts)) < len(texts):
        return
    if any(_is_column(text) or person_of(text) or text.startswith(("—", "-")) for text in texts):
        return
    for index in run:
        blocks[index] = of_kind(blocks[index], "headline")
    del titles[1 : len(run)]


def _is_below(block: Block, above: Block) -> bool:
    return block.lines[0] == above.lines[1] + 1


def _name_lines(blocks: list[Block]) -> None:
    """Turn bare name lines into labels where each opens a person's text: several names, each once, and no headings.

    Portraits' captions stand in a row or within a sentence; then none of the lines is a label.
    """
    lines = [index for index, block in enumerate(blocks) if index and block.kind in ("caption", "heading")]
    named = {index for index in lines if is_name(narrow(plain(blocks[index].text)))}
    names = sorted(named)
    headed = any(blocks[index].kind == "heading" and index not in named for index in lines)
    texts = {plain(blocks[index].text) for index in names}
    if len(names) < 2 or len(texts) < len(names) or headed:
        return
    if all(_stands_between(blocks, index) for index in names):
        for index in names:
            blocks[index] = of_kind(blocks[index], "speaker-label")


def _stands_between(blocks: list[Block], index: int) -> bool:
    """Tell whether a line stands above running text and not within a paragraph."""
    below = index + 1 < len(blocks) and blocks[index + 1].kind is None
    return below and all(block.lines[1] < blocks[index].lines[0] for block in blocks[max(0, index - 2) : index])


def _subtitle(blocks: list[Block], first: int) -> None:
    """Take a short deck without a full stop, straight below the headline, for the subtitle."""
    if not 0 < first < len(blocks) or blocks[first - 1].kind != "headline":
        return
    deck = blocks[first]
    if deck.kind is None and not ends(deck.text) and len(deck.text) <= _MAX_SUBTITLE and first + 1 < len(blocks):
        blocks[first] = of_kind(deck, "subtitle")


def _opens_first_piece(blocks: list[Block], titles: list[int], first: int) -> bool:
    """Tell whether the last title is the first piece's heading: a byline above it, or the form of the later ones."""
    last, before = titles[-1], titles[-2]
    text = plain(blocks[last].text)
    if text.startswith(("—", "-")) or person_of(text) or text == plain(blocks[before].text) or _is_column(text):
        return False
    if any(block.kind == "byline" for block in blocks[before:last]):
        return True
    if _NUMBERED.match(text):
        return True
    if person_of(plain(blocks[before].text)):
        return True
    later = [plain(block.text) for block in blocks[first:] if block.kind == "heading"]
    return bool(later) and all((" " in text) == (" " in other) and abs(len(text) - len(other)) <= 4 for other in later)


def _is_column(text: str) -> bool:
    return len(text) <= _MAX_COLUMN and text.endswith(_COLUMN_ENDINGS) and " " not in text


def _body(blocks: list[Block], first: int) -> None:
    """Tell guest lines and kickers among the titles of the pieces: of several in a row the last one heads the text."""
    headlines = {plain(block.text) for block in blocks if block.kind == "headline"}
    below = _kinds_below(blocks)
    for index in range(first, len(blocks)):
        block = blocks[index]
        if block.kind != "heading":
            continue
        text = plain(block.text)
        if person_of(text):
            blocks[index] = of_kind(block, "guest")
        elif text in headlines:
            blocks[index] = of_kind(block, "headline")
        elif not _NUMBERED.match(text) and below[index] == "heading":
            blocks[index] = of_kind(block, "kicker")


def _kinds_below(blocks: Sequence[Block]) -> list[LayoutKind | None]:
    """Give for each block the kind of the next one that stands in the text; the end is one like a heading."""
    below: list[LayoutKind | None] = []
    kind: LayoutKind | None = "heading"
    for block in reversed(blocks):
        below.append(kind)
        if block.kind not in _BETWEEN:
            kind = block.kind
    return below[::-1]
