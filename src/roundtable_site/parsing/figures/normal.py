"""Bring a text into the form that the grammar of figures is written for, character by character.

Full-width signs become half-width, traditional characters of numerals and units simplified ones, 壹贰叁 become
一二三, and spaces beside digits are dropped. Every character keeps its place, or `offsets` leads back to it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from roundtable_site.parsing.lexicon.units import TRADITIONAL

_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "（）；！？＂＇"}
_SIGNS = {
    "￥": "¥",
    "＄": "$",
    "−": "-",
    "∶": ":",
    "﹪": "%",
    "〜": "~",
    "　": " ",
    "○": "〇",
    "\u00a0": " ",
    "\u2009": " ",
}
WIDE = str.maketrans(_WIDE | _SIGNS)
_TABLE = str.maketrans(_WIDE | _SIGNS | TRADITIONAL)
# Every text has commas and colons; most texts have nothing else to change.
_UNUSUAL = re.compile(f"[{re.escape(''.join(sign for sign in _WIDE | _SIGNS | TRADITIONAL if sign not in '，：'))}]")

# 壹贰叁 are numerals only in company: 陆 is a name or the land, 拾 is to pick up, unless another of them stands beside.
_FORMAL = str.maketrans("壹贰貮叁参肆伍陆柒捌玖拾佰仟圆俩", "一二二三三四五六七八九十百千元两")
_FORMAL_RUN = re.compile("[壹贰貮叁参肆伍陆柒捌玖拾佰仟万亿零整元圆角分点]{2,}")
_FORMAL_SURE = re.compile(
    "[壹贰叁参肆伍陆柒捌玖][拾佰仟]|[壹贰叁肆柒捌玖][万亿元圆角分点]|[拾佰仟][壹贰叁参肆伍陆柒捌玖万亿]"
)
_FORMAL_ANY = re.compile("[壹贰貮叁肆伍陆柒捌玖拾佰仟俩]")

# Spaces of typesetting: between a digit and what is no digit; with `every` also between Chinese characters.
_SPACE_BY_DIGIT = re.compile(r"(?<=[\d.%])[ \t]+(?![\d\s])|(?<![\dA-Za-z\s.,%])[ \t]+(?=\d)")
_EVERY_SPACE = re.compile(
    r"(?<![A-Za-z\d\s,])[ \t]+|(?<!\d)[ \t]+(?![A-Za-z\d\s])|(?<=\d)[ \t]+(?![\d\s零〇一二三四五六七八九两])"
)
_FORMAL_ALONE = re.compile(
    "[壹贰貮叁参肆柒捌玖拾佰仟]|(?<=[零点一二三四五六七八九十])[伍陆]|[伍陆](?=[点百千万亿元角分一二三四五六七八九十])"
    r"|(?<=[百千万亿])[伍陆](?!\w)|俩(?=[百千万亿])"
)


class Normal(NamedTuple):
    """A normalised text; `offsets[i]` is where its character `i` stands in the original, None if all are in place."""

    text: str
    offsets: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the half-open span in the original that a span here stands for."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


def normalised(text: str, *, every: bool = False) -> Normal:
    """Normalise a text; `every` takes numerals and spaces for parts of a number wherever they may be (百 分 之 伍).

    >>> normalised("約２0 萬噸").text
    '约20万吨'
    """
    plain = text.translate(_TABLE) if _UNUSUAL.search(text) else text.replace("，", ",").replace("：", ":")
    space = _EVERY_SPACE if every else _SPACE_BY_DIGIT
    offsets = None
    if " " in plain or "\t" in plain:
        plain, offsets = _without_spaces(plain, space)
    if _FORMAL_ANY.search(plain):
        plain = _FORMAL_RUN.sub(_informal, plain)
        if every:
            plain = _FORMAL_ALONE.sub(lambda alone: alone[0].translate(_FORMAL), plain)
    return Normal(plain, offsets)


def _without_spaces(text: str, space: re.Pattern[str]) -> tuple[str, list[int] | None]:
    """Drop the spaces that a pattern finds; give the text and where each character that is left stood."""
    kept: list[int] = []
    pieces: list[str] = []
    at = 0
    for gap in space.finditer(text):
        kept.extend(range(at, gap.start()))
        pieces.append(text[at : gap.start()])
        at = gap.end()
    if not at:
        return text, None
    kept.extend(range(at, len(text)))
    pieces.append(text[at:])
    return "".join(pieces), kept


def _informal(run: re.Match[str]) -> str:
    """Write a run of 壹贰叁 as 一二三 where it surely is a number."""
    return run[0].translate(_FORMAL) if _FORMAL_SURE.search(run[0]) else run[0]
