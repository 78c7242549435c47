"""Tell the article from the page around it: where its running text stands, and its headline above it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from roundtable_site.parsing.documents.html_blocks import HtmlBlock

_PROSE_MARK = re.compile(r"[，。！？；：、”」,.!?;:]")
_SENTENCE_END = re.compile(r"[。！？…”」.!?]")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST = (3, 4)  # an element that holds so much of the page's running text holds the article


def main_blocks(blocks: Sequence[HtmlBlock]) -> list[HtmlBlock]:
    """Give the article's blocks: from its headline to the end of the element that holds most of the running text."""
    seen = [block for block in blocks if not is_link_list(block)]
    home = _home(seen)
    within = [index for index, block in enumerate(seen) if home in block.within]
    if not within:
        return seen
    start = _headline_before(seen, within[0])
    return [*seen[start : within[0]], *(seen[index] for index in within)]


def is_link_list(block: HtmlBlock) -> bool:
    """Tell whether a block is a link to somewhere else, not text: most of it is linked, and it is no sentence."""
    linked = block.linked * 2 > len(block.text)
    return linked and not (len(block.text) > 20 and _SENTENCE_END.search(block.text))


def _home(blocks: Sequence[HtmlBlock]) -> int | None:
    """Give the innermost element that holds most of the running text."""
    prose: Counter[int] = Counter()
    depth: dict[int, int] = {}
    first: dict[int, HtmlBlock] = {}
    total = 0
    for block in blocks:
        if not _PROSE_MARK.search(block.text):
            continue
        total += len(block.text)
        for level, element in enumerate(block.within):
            first.setdefault(element, block)
            prose[element] += len(block.text)
            depth[element] = level
    enough = [element for element, count in prose.items() if count * _MOST[1] >= total * _MOST[0]]
    whole = [element for element in enough if _is_container(element, first[element])]
    return max(whole, key=lambda element: depth[element], default=None)


def _is_container(element: int, first: HtmlBlock) -> bool:
    """Tell whether an element is more than one paragraph, so that a page of one long paragraph keeps its headings."""
    return first.within[-1] != element or first.tag not in ("p", "td", "li", "figcaption", *_HEADINGS)


def _headline_before(blocks: Sequence[HtmlBlock], first: int) -> int:
    """Give the index of the headline: the first of the nearest top headings before the text, unless it has its own."""
    if any(block.tag == "h1" for block in blocks[first:]):
        return first
    for tag in ("h1", "h2"):
        found = [index for index in range(first) if blocks[index].tag == tag]
        if found:
            return found[-1]
    return first
