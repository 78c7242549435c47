"""Words that make a figure approximate or a bound, before, inside or after it."""

from __future__ import annotations

_BEFORE = """
不少于 不低于 不超过 不高于 不多于 不小于 不大于 差不多 大约 大概 约莫 将近 接近 超过 超出 突破 至少 最少 最多 至多
起码 不足 不到 不下 未满 不满 低于 高于 大于 小于 少于 多于 逼近 几近 近乎 至迟 最高 最低 已逾 不止 平均约 约 近 超
逾 破
"""
BEFORE: dict[str, tuple[str, ...]] = {}  # by last character, longest first
for _word in sorted(_BEFORE.split(), key=lambda word: (-len(word), word)):
    BEFORE[_word[-1]] = (*BEFORE.get(_word[-1], ()), _word)

# Characters before a qualifier of one character that make a word of it: 节约3亿元, 附近5家, 赶超两国.
NOT_AFTER: dict[str, str] = {
    "约": "节合公制契签预条婚违履",
    "近": "附最临靠亲走贴远",
    "超": "赶反高",
    "破": "打侦爆残勘攻",
    "上": "迈登跨走网以线晚马赶追",
}

# What may stand between a qualifier and its number: 突破了1万列, 约为30%, 约占三成.
FILLERS = frozenset("了为有占合达在")

_AFTER = """
或以上 及以上 或以下 及以下 以上 之上 以下 之下 以内 之内 左右 上下 有余 不到 不等 之多 开外 出头 余 多 +
"""
AFTER: dict[str, tuple[str, ...]] = {}  # by first character, longest first
for _word in sorted(_AFTER.split(), key=lambda word: (-len(word), word)):
    AFTER[_word[0]] = (*AFTER.get(_word[0], ()), _word)

# Characters after 多 or 余 that make a word of it and not a qualifier: 3家多元企业.
NOT_BEFORE = frozenset("元种样功边媒层少数式渠方次动民个项家人波部点姚杭粮额下料")

# Between a number and its unit: 1500余名, 1000多万元, 十来个, 十几遍.
INNER = "余多来几"
