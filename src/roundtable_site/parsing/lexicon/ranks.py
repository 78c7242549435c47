"""Words that make an ordinal a place in an order, and words of records."""

from __future__ import annotations

# Verbs before the place: 位居全省第二, 跻身前十.
_RANKED = """
居 位居 排 排名 排在 排行 位列 列 名列 名次 稳居 高居 跃居 跃升 跃升至 升至 升到 上升至 上升到 跃至 进入 跻身 挺进
迈入 跨入 保持 蝉联 夺得 获得 荣获 取得 占据 退居 降至 前移至 提升至 提升到 晋升 冲进 成为 位次 分列 分居 均居 并列
进至 闯入 处于 攀升至 迈进 稳定在 保持在 荣登 登上 登顶 荣膺
"""
RANKED = tuple(sorted(set(_RANKED.split()), key=lambda word: (-len(word), word)))

# Fields in which a place is held; right before the place they do without a verb: 全国第二.
_FIELDS = """
全国 全省 全市 全区 全县 全州 全球 世界 亚洲 欧洲 国内 国际 全行业 行业 同行业 同类 西部 东部 中部 中西部 东北 华东
西南 西北 华南 华北 华中 全疆 全盟 全旗 全院 全校 央企 省内 市内 区内 全自治区 全军 全网 长三角 珠三角 大湾区
全台 全港 全澳 两岸 副省级城市 地级市 地级以上城市 同类城市 百强县 沿海 内陆 地区 同期 总量 增速 规模 总数 我国 中国
"""
FIELDS = tuple(_FIELDS.split())

# Nouns whose 第N个 numbers the text's own structure or a calendar, not a place in an order.
_STRUCTURE = """
百年 五年 十年 年 月 季度 阶段 方面 问题 层面 特点 原因 任务 环节 步骤 部分 关键 词 字 章 节 条 年头 周期 回合 目标
赛季 小时 星期 周末 春天 家 问号 故事 案例 例子
"""
STRUCTURE = tuple(_STRUCTURE.split())

# Records without a number.
_RECORDS = """
历史新高 历史新低 历史最高 历史最低 历史最好 历史最佳 历史最大 历史最强 历史最优 历史最快 历史最多 历史高位 历史峰值
历史极值 历史同期新高 历史同期最高 历史同期最好 历史同期最低 有史以来最高 有史以来最低 有史以来最好 有史以来最大
有史以来最多 同期新高 同期新低 近年新高 近年新低 阶段新高 阶段新低 年内新高 年内新低 新高 新低
"""
RECORDS = tuple(sorted(set(_RECORDS.split()), key=lambda word: (-len(word), word)))
