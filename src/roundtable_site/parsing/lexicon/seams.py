"""The words at either side of a line end that tell whether a sentence goes on across it."""

from __future__ import annotations

from roundtable_site.parsing.lexicon.tables import words

# How a paragraph often opens: a time, the reporter, a word that joins it to the one before.
FRESH_STARTS = words("""
    近几年 近些年 这些年 近幾年 这几年 多年以来 改革开放 今年 去年 明年 近年 近日 日前 目前 当前
    當前 近期 最近 昨日 昨天 今日 今天 上半年 下半年 前不久 不久前 截至 据 據 记者 記者 本报讯
    本報訊 新华社 对此 對此 与此 與此 随着 隨著 作为 作為 针对 針對 过去 過去 如今 多年来 多年來
    长期以来 長期以來 一直以来 数据显示 數據顯示 为此 為此 接下来 接下來 下一步 未来 未來 为了 为何
    这几天 這幾天 这些天 這些天 这两天 這兩天 前几天 前幾天 这两年 這兩年 近两年 近兩年 眼下 当天 當天 次日 当晚
    當晚 连日来 連日來 一大早 清晨 早晨 傍晚 入夏 入秋 入冬 入春 开春 開春 每逢 每到 每天
    每年 天刚亮 天剛亮 天一亮 天还没亮 天还未亮 天色 清早 凌晨 夜里 夜裡 夜晚 深夜
    中午 午后 傍晚时分 周末 週末 春节 春節 年初 年底 岁末 歲末 如今
""")
# These open a paragraph only where a comma follows.
CONNECTIVES = words("""
    同时 同時 此外 另外 然而 不过 不過 因此 那么 那麼 首先 其次 再次 最后 最後
""")
# With these a clause goes on; hardly a paragraph opens with one.
GOING_ON_STARTS = words("""
    是 将 將 已 也 都 又 会 會 能 仍 均 更 最 很 较 較 达 達 占 得 地 等 及 和 或 并
    並 则 則 之 所 上 内 內 后 後 里 裡 间 間 得到 成为 成為 进行 進行 达到 達到 可以 应该
    應該 需要 能够 能夠 增长 增長 下降 下滑 表示 介绍 介紹 认为 認為 指出 到 说 說 告诉 告訴
    强调 強調 发布 發布 表现 表現 实现 實現 提供 提升 提高 推进 推進 构成 構成 开展 開展 相比
    以来 以來 以上 以下 以内 以內 以外 左右 之后 之後 之前 期间 期間 时 時 的 与 與 同样 同樣
    受到 随即 依然 仍然 正在 已经 已經 逐步 逐渐 逐漸 陆续 先后 分别 分別 共有 才 只 便 较为
    較為 十分 非常 不足 不到 为 為 被 使 令 增加 减少 減少 回落 上涨 上漲 下跌 用于 用於
""")
# A sentence often opens with these, a heading hardly ever.
SENTENCE_STARTS = words("""
    根据 根據 按照 随着 隨著 与会 作为 作為 这个 這個 这些 這些 这是 這是 这一 這一 该 該 其中
    此次 本次 他 她 它 据 據 记者 記者 与此 與此 在此 对于 對於 如 例如 比如 即 由于 由於
    如果 因为 因為 虽然 雖然 同时 同時 此外 另外 不过 不過 但 而 却 卻 也 就 我的 我是 我在
    我认为 我認為 我觉得 我覺得 你的 目前 近年来 近年來 现在 我们 我們 他们 他們 这条 這條 这座 這座 这项
    這項 这次 這次 这种 這種
""")
# No heading ends with these, whatever comes next.
DANGLING_ENDS = words("""
    的 和 与 與 及 或 在 从 從 对 對 将 將 为 為 把 被 向 以 于 於 由 让 讓 使 是 有
    其 这 這 该 該 并 並 而 但 若 也 很 更 最 还 還 却 卻 均 仅 僅 曾 且 则 則 跟 比
    给 給 至 到 个 個 第 约 約 近 超 逾 达 達 占 每 各 等 之 所 不 没 沒 未 又 再 就
    都是 正在 已经 已經 可以 能够 能夠 我国 我國 我们 我們 他们 他們 它们 因为 因為 所以 由于
    由於 如果 虽然 雖然 通过 通過 根据 根據 按照 为了 為了 关于 關於 对于 對於 至少 超过 超過
    达到 達到 成为 成為 作为 作為 进行 進行 这个 這個 一个 一個 这些 這些 以及 不断 不斷 具有
    去年 今年 明年 目前 当前 當前 近日 只有 仅有 还有 還有
    全部 全都 陆续 逐步 逐渐 共同 分别 分別 纷纷 紛紛 进一步 進一步
    告诉 告訴 认为 認為 指出 表示
    属于 屬於 位于 位於 来自 來自 包括 使得
""")
# Ends that look like those above and are whole: a heading that asks, or a verb that closes a phrase.
WHOLE_ENDS = words("""
    何为 何為 为何 為何 何在 何往 何从 何從 有为 有為 可为 可為 人人有 样样有 樣樣有
    风向 風向 动向 動向 流向 去向 趋向 趨向 志向 意向 取向 总和 總和 温和 溫和 祥和 大使 天使 转让 轉讓 礼让 禮讓
""")
