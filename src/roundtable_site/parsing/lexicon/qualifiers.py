"""Words that make a figure approximate or a bound, before, inside or after it; longest first."""

from __future__ import annotations

_BEFORE = """
不少于 不低于 不超过 不高于 不多于 不小于 不大于 差不多 大约 大概 约莫 将近 接近 超过 超出 突破 至少 最少 最多 至多
起码 不足 不到 不下 未满 不满 低于 高于 大于 小于 少于 多于 逼近 几近 近乎 至迟 最高 最低 已逾 约 近 超 逾 破 上
"""
BEFORE = tuple(_BEFORE.split())

_AFTER = """
或以上 及以上 或以下 及以下 以上 之上 以下 之下 以内 之内 左右 上下 有余 不到 不等 之多 开外 出头 余 多
"""
AFTER = tuple(_AFTER.split())

# Between a number and its unit: 1500余名, 1000多万元, 十来个, 十几遍.
INNER = "余多来几"
