"""What a qualifier makes of a figure: the number may be passed, not reached, or near.

A figure with such a word is no exact point, and is not drawn as one.
"""

from __future__ import annotations

from typing import Literal

Bound = Literal["more", "less", "about"]
"""The truth lies beyond the number, short of it, or near it."""

_WORDS: dict[Bound, str] = {
    "more": """
        余 多 有余 之多 不少于 不低于 不小于 超过 超出 突破 至少 最少 起码 不下 高于 大于 多于 已逾 不止 超 逾 破 上
        最低 以上 之上 或以上 及以上 开外 出头 +
    """,
    "less": """
        不超过 不高于 不多于 不大于 将近 接近 最多 至多 不足 不到 未满 不满 低于 小于 少于 逼近 几近 近乎 近 至迟 最高
        以下 之下 或以下 及以下 以内 之内
    """,
    "about": "差不多 大约 大概 约莫 平均约 约 左右 上下 不等 来 几 数",
}
_BOUNDS: dict[str, Bound] = {word: bound for bound, words in _WORDS.items() for word in words.split()}


def bound_of(qualifier: str | None) -> Bound | None:
    """Say what a qualifier makes of its figure; None for an exact one. A word that nobody knows makes it near.

    >>> bound_of("突破"), bound_of("不足"), bound_of("左右"), bound_of(None)
    ('more', 'less', 'about', None)
    """
    return _BOUNDS.get(qualifier, "about") if qualifier else None
