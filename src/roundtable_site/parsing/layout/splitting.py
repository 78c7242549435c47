"""Cut apart what the page has run together: numbered points, and paragraphs of one form, within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from roundtable_site.parsing.drafts import Block
from roundtable_site.parsing.layout.lines import cut
from roundtable_site.parsing.lexicon.cues import CLAUSE, SAYING
from roundtable_site.parsing.lexicon.tables import alternatives

_NUMERALS = "一二三四五六七八九十"
_POINT = re.compile(
    r"""
    (?: (?P<plain>[一二三四五六七八九十])(?P<word>是|要|、)          # 一是, 一要, 一、
      | (?P<word2>第|其)(?P<nth>[一二三四五六七八九十])(?=[，、是,])  # 第一， 其一，
      | [（(](?P<bracket>[一二三四五六七八九十])[）)]               # （一）
      | (?P<digit>\d{1,2})[.、．](?!\d)                            # 1.
      | (?P<order>首先|其次|再次|最后|第三步|最後)[，,]
    )
    """,
    re.VERBOSE,
)
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "最后": 4, "最後": 4}
_SEAM = re.compile(r"[。！？!?｡][”’」』\"）)]*\s*")
_ASPECT = re.compile(
    r"(?:在)?[^，。；：、“”]{2,14}(?:、[^，。；：、“”]{2,12})?(?:“[^“”]{2,8}”)?(?:方面|上|领域|領域)，"
)
# A paragraph that opens with a speaker's words and then says who it is: “甲。”某单位某某代表说.
_SPEECH_FIRST = re.compile(
    rf"""
    [“「]                                       # the opening mark
    [^“”「」]{{4,300}} [。！？!?…] [”」]          # whole sentences, no other speech within
    (?P<who>[^，。；：“”「」\s]{{2,40}}(?:、[^，。；：“”「」\s]{{2,40}})?)   # titles and name
    (?:{alternatives(SAYING | CLAUSE)}) [，：]
    """,
    re.VERBOSE,
)
_USUAL_FORM = Fraction(3, 4)  # of a document's paragraphs begin alike: then all of them did

Point = tuple[str, int]


def point_at(text: str, start: int = 0) -> Point | None:
    """Read the mark of a numbered point: its series and its number.

    >>> point_at("三是稳就业。"), point_at("一直以来")
    (('是', 3), None)
    """
    match = _POINT.match(text, start)
    if not match:
        return None
    if match["plain"]:
        return match["word"], _NUMERALS.index(match["plain"]) + 1
    if match["nth"]:
        return match["word2"], _NUMERALS.index(match["nth"]) + 1
    if match["bracket"]:
        return "（）", _NUMERALS.index(match["bracket"]) + 1
    if match["digit"]:
        return ".", int(match["digit"])
    return ("首先", _ORDER[match["order"]]) if match["order"] in _ORDER else None


def split(blocks: Sequence[Block]) -> Iterator[Block]:
    """Cut points and paragraphs of one form out of the paragraphs that they have run into, section by section."""
    speeches = _all_open_with_speech(blocks)
    section: list[Block] = []
    for block in blocks:
        if block.kind == "heading":
            yield from _split_section(section, speeches=speeches)
            section = []
        section.append(block)
    yield from _split_section(section, speeches=speeches)


def _all_open_with_speech(blocks: Sequence[Block]) -> bool:
    """Tell whether the paragraphs below the headings open with a speaker's words, each a new speaker's."""
    first = next((index for index, block in enumerate(blocks) if block.kind == "heading" and index), len(blocks))
    found = [_SPEECH_FIRST.match(block.text) for block in blocks[first:] if block.kind is None]
    speakers = {match["who"][-8:] for match in found if match}
    return len(speakers) >= 4 and Fraction(len(speakers), len(found)) >= _USUAL_FORM


def _split_section(section: list[Block], *, speeches: bool) -> Iterator[Block]:
    texts = [block.text for block in section if block.kind is None]
    starts = {point for text in texts if (point := point_at(text))}
    aspects = sum(bool(_ASPECT.match(text)) for text in texts) >= 2
    for block in section:
        if block.kind is None:
            yield from _pieces(block, list(_seams(block.text, starts, aspects=aspects, speeches=speeches)))
        else:
            yield block


def _pieces(block: Block, offsets: list[int]) -> Iterator[Block]:
    """Cut a block at every offset, from the last to the first, and give the parts in order."""
    tails: list[Block] = []
    for offset in reversed(offsets):
        block, tail = cut(block, offset)
        tails.append(tail)
    yield block
    yield from reversed(tails)


def _seams(text: str, starts: set[Point], *, aspects: bool, speeches: bool) -> Iterator[int]:
    """Give the offsets within a paragraph at which another one begins."""
    for match in _SEAM.finditer(text):
        offset = match.end()
        if offset >= len(text):
            return
        if (
            _is_glued_point(point_at(text, offset), starts)
            or (aspects and _ASPECT.match(text, offset))
            or (speeches and _SPEECH_FIRST.match(text, offset))
        ):
            yield offset


def _is_glued_point(point: Point | None, starts: set[Point]) -> bool:
    """A point was a paragraph if its neighbour in the series is one, and another point of the series is too."""
    if point is None or point in starts:
        return False
    series, number = point
    neighbours = {(series, number - 1), (series, number + 1)} & starts
    return bool(neighbours) and sum(name == series for name, _ in starts) >= 2
