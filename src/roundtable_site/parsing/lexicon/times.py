"""Words for times: years and parts of years, now, spans, since, festivals."""

from __future__ import annotations

from roundtable_site.parsing.wordlists import listed

YEAR_WORDS = listed("""
    去年 今年 前年 明年 上年 当年 同年 次年 翌年 本年 往年 上一年
""")
YEAR_PARTS = listed("""
    上半年 下半年 一季度 二季度 三季度 四季度 前两季度 前三季度 首季 年初 年底 年末 年中 岁末 全年 年内 年度
""")
MONTH_WORDS = listed("""
    当月 本月 上月 上个月 本周 上周 当日 当天 昨日 昨天 当晚 今天 前不久
""")
NOW_WORDS = listed("""
    目前 当前 现在 如今 眼下 现阶段 至今 现时 迄今 截至目前 截止目前 截至日前 现如今
""")
RECENT_WORDS = listed("""
    截至收盘 截至发稿 截至昨日收盘 截至当日收盘 截至今日收盘 日前 近日 近期 最近 此前 在此之前 届时 近来 未来 不久前
    过去几日 过去数日 过去几天 过去数天 近几日 近几天 这几日 这几天 过去 起初 当初 那时候 以前
""")
# Spans too vague to hold for a level ("近年来，…建成52家" leaves the 52 without a time).
VAGUE_SPANS = listed("""
    近年来 近些年来 近些年 近几年来 近几年 这些年来 这些年 这几年 多年来 长期以来 一直以来 近期以来 历年来 近年
""")
PLAN_TAILS = listed("""
    期间 时期 以来 末 初 规划期间 规划期 开局之年 收官之年 五年
""")
ERAS = listed("""
    党的十八大 党的十九大 党的二十大 十八大 十九大 二十大 改革开放 新中国成立 建国 入世 新世纪 本世纪 疫情 开年 入夏
    入冬 入秋 入春 开春 建市 建区 建县 建院 建校 直辖 成立 建成 开通 投产 运行 实施 开业 投用 开园 上市 达产 满产
    竣工 完工 落成 通车 建成投产 建成投用 全面建成 全部建成
""")
FESTIVALS = listed("""
    春节 国庆 “五一” “十一” 五一 元旦 端午 中秋 清明 暑期 暑假 寒假 黄金周 双节 “双11” 双11 “618” “双十一”
    双十一 春运 节假日 “五一节” 五一节 国庆节
""")
# What stands before a time that is only measured against ("比上年", "較去年").
COMPARING = listed("""
    比 较 較 与 與 同 跟 相比 和 比起 对比
""")
# What stands before a time that belongs to the phrase that it opens ("由2017年的…", "发现于2020年", "恢复到…").
BOUND_BEFORE = listed("""
    由 从 自 於 于 恢复到 回到 恢复至 追溯到 追溯至 始于 推迟到 提前到
""")
# What may stand before an adverbial at the head of a clause.
BEFORE_ADVERBIAL = listed("""
    在 于 到 至 截至 截止 截止到 截至到 早在 自 从 仅 而 但 而且 但是 并且 其中 特别是 尤其是 同时 然而 不过 据统计
    比如 例如 如 即 就 且 因为 由于 随着 正是 直到 预计 预计到 力争 力争到 争取 争取到 计划 计划到 确保 确保到 短短
    此外 另外 所以 因此 那么 那时 我们 公司 这 刚刚 刚 他们 当时
""")
# Words that end like a clause of time (新厂建成后) and are none.
NO_TIMES = listed("""
    广场前 门前 楼前 台前 镜头前 屏幕前 电脑前 桌前 墙前 车前 店前 灯前 窗前 碑前 像前 桥前 村前 门后 村后 屋后 眼前
    同时 随时 及时 小时 其后 身后 背后 落后 滞后 先后 前后 幕后 售后 延后 推后 靠后 面前 超前
""")
# How the forms begin that are no words of a table: 最近5年, 公元前, 接下来的10年.
OPENINGS = listed("""
    最近 过去 未来 今后 接下 短短 连续 此后 随后 下一 公元 同期 “十 「十
""")
