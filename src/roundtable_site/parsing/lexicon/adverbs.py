"""What may stand between a speaker and the verb of saying."""

from __future__ import annotations

from roundtable_site.parsing.lexicon.tables import words

ADVERBS = words("""
    质询 备询 提问 受询 答询
    致辞 致词 发言 受访 撰文 发文 回信 来信 致电 作报告 率先发言 随即 颇感 欣然 坚定地 干脆 坦然 欣喜 骄傲 幸福 腼腆
    羞涩 爽朗 憨厚 热情 平静 淡定 从容 认真 耐心 也 还 则 又 再 再次 曾 曾经 均 都 即 便 就 亦 更 却 常 常常 经常 总
    一直 一再 反复 多次 接着 随后 继续 继而 进而 同时 最后 首先 其次 进一步 特别 着重 郑重 明确 公开 坦率 坦诚 诚恳
    动情 激动 感慨 自豪 兴奋 高兴 无奈 欣慰 由衷 含泪 如此 这样 这么 是 日前 近日 昨日 昨天 今天 当天 此前 之前 事后
    上午 下午 中午 晚上 晚间 傍晚 今早 今晚 昨晚 当晚 稍早 稍后
    现场 会上 当场 甚至 已 已经 还曾 并 一起 共同 一致 普遍 纷纷 异口同声 向来 率先 直接 坚定 深情 幽默 风趣 谦虚
    乐呵呵 笑呵呵 笑眯眯 连连 连声 不禁 不由 忍不住 深有感触 深有体会 补充 总结 感动 严肃 坚决 谨慎 乐观 悲观 毫不讳言
    毫不犹豫 满怀信心 信心满满 语重心长 掷地有声 不无担忧 不无遗憾 颇为自豪 十分 非常 很 深 先 后来 日前曾 另 主要 只
    仅 如是 详细 具体 简要 重点 强烈 积极 真诚 郑重地 半开玩笑 打趣 自信 有些 略带 倍感振奋 轻声 大声 高声 低声
    脱口而出 开门见山 由此 因此 据此 对此 为此 从而 于是
""")
"""Adverbs and short phrases that go straight before the verb (他也坦言, 她笑着说)."""

PREPOSITIONS = words("""
    出席 主持 回应 答复 调研 考察 访问 视察 会见 致辞 发布 参观 回答 采访 走访 察看 查看 接到 抵达 来到 回到 谈 讲起
    讲到 在 对
    对于 向 就 针对 围绕 面对 谈及 谈到 说起 谈起 提到 提起 提及 说到 聊起 回忆起 回忆 回顾 看着 指着 望着 拿 以 用 从
    给 跟 与 和 同 通过 结合 根据 按照 聆听 听完 听取 参加 走进 站在 接受 介绍 介绍起 手指 拿着 拿出 捧着 翻开 打开
    面向 告诉 展望 关于 作为 针对性 接过 打着 算着 看到 看完 看过 一边 边 经 为 因 由于 随着 于 代表 结束
""")
"""What opens a phrase between the speaker and the verb (在接受采访时, 对记者, 拿…)."""

PHRASE_ENDS = words("""
    时 中 上 后 里 间 前 下 会 内 处 期间 之际 之余 过程中 现场 当天 时候 圈 群 台 地 着 记者 我们 大家 采访 说 起来 完
    话 事 问题 话题 情况 感受 变化 前景 未来
""")
"""How a phrase opened by 在, 从 or a verb ends before the verb of saying."""

MAKING = words("发出 作出 做出 表达 表达了 道出 道出了 提出 提出了 给出 给出了 作了 做了 作 给予 发出了 作出了 有 有着")
"""Verbs that take a noun of saying (作出强调, 发出感叹)."""

VERB_BEGINNINGS = frozenset(
    "昨1234567890在对向就走来去从到带拿指笑说告表介坦认正也还曾则又不与和的等深回参接赶看望站坐做干种养开办当任把将被给让已今近日前听谈出以为有是倍聆"
)
"""Characters that often begin what follows a person's name, and seldom end a name."""
