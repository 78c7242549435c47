"""Which counted things are indicators: classifiers, the nouns of structure and slogans, units of technical classes."""

from __future__ import annotations

from roundtable_site.parsing.wordlists import listed

CLASSIFIERS = listed("""
    个 家 名 位 项 条 座 台 种 类 届 列 户 大 处 件 层 遍 稿 只 头 所 次 张 例 部 份 起 套 支 对 村 辆 艘 架 栋 幢
    间 班 批 场 场次 人 人次 款 期 本 册 篇 首 幅 枚 棵 株 口 眼 块 片 门 尊 把 道 颗 束 组 堂 节 趟 班次 航班 站 桩
    盏 宗 笔 单 票 户次 家次 件次 台次 车次 车 床 张床 席 標 間 項 條 個 輛 種 棟 戶 處 人份 剂 盒 箱 包 袋 瓶 根 匹
    峰 羽 尾 箱次 标箱 公里 千米 平方公里 亩 万亩 公顷 所次 个班 条次 面 顶 朵 副 双 样 多 余
""")
# Nouns of the text's own structure, of slogans and of plans: a small number of them is no indicator.
STRUCTURE = listed("""
    特点 方面 亮点 要求 原则 底线 关系 问题 环节 优势 路径 阶段 层面 维度 关键词 字 建议 意见 角度 转变 重点 任务
    抓手 关键 结合 坚持 确保 统筹 自信 意识 维护 确立 步骤 步 趋势 特征 原因 因素 故事 例子 看点 挑战 机遇 难题 难点
    痛点 短板 要点 要素 板块 支撑 振兴 导向 主题 话题 观点 思考 方向 战场 攻坚战 革命 作业面 基本 根本 着力点 突破口
    文明 新优势 中心任务 奋斗目标 百年 变化 层次 感受 启示 体会 经验 期待 愿望 身份 角色 标签 名片 课题 功能
    细分市场 作用 舞台 窗口 轮子 翅膀 引擎 主引擎 手 条件 理念 使命 责任 法宝 词 句话 字诀 关口 概念 定位 矛盾 领域
    主体 維度 特點 問題 環節 階段 台阶 大关 门槛 阵营 梯队 行列
""")
# Units of technical classes: before a noun they name a kind of thing (110千伏线路, 8米客车).
CLASS_UNITS = listed("""
    千伏 伏 毫米 厘米 纳米 微米 英寸 马力 吨级 瓦 赫兹 兆 克拉 米 度 ℃ 匹 KV kV mm nm GB K V W 千瓦级 毫升 毫安 寸
    公斤级 兆瓦级 像素
""")
DURATIONS = listed("""
    年 个月 月 天 日 小时 分钟 秒 周 个小时 星期 载 个多月 周年 个工作日 工作日 季度 个年头 毫秒 多年 整年 學期 學年
    個月 小時 分鐘 刻钟 个季度 世纪 个世纪 年代
""")
DURATION_NAMES = listed("""
    时间 时长 周期 时限 工期 缩短 压缩 提前 寿命 距今 平均年龄 年龄 用时 耗时 时效 车程 行程 期限 等待 办理 续航
    航程 压减 减少 天数 日数 年限 延长 时長 不超过 工作日 年代 創 创 新高 新低
""")
DEMONSTRATIVES = listed("""
    这 那 该 每 各 前 后 另 另外 其他 其余 首 某 任 哪 同 上 下 分 這 任何 每一 头 第 唯 统 专
""")
INVITED = listed("""
    邀请 采访 对话 请来 专访 请 邀 访谈 連線 连线
""")
INVITED_PEOPLE = listed("""
    代表 委员 嘉宾 专家 党代表 学者 负责人 书记 企业家 记者 受访者 同志 主任 院士 负责同志
""")
PEOPLE_UNITS = listed("""
    位 名 个 人
""")
# Verbs that make a number of one to ten, printed in Chinese numerals, a count and no way of speaking.
COUNTING_VERBS = listed("""
    建成 有 拥有 新增 设立 引进 共 仅 只有 仅有 达到 达 超过 开通 新建 获 获得 荣获 入选 投产 开工 完成 建设 累计
    成立 培育 签约 辖 下辖 认定 突破 增加 减少 新设 布局 举办 承办 落地 引育 获批 创建 投运 购置 配备 购买 连续 建有
    建 开设 擁有 設有 增至 增加到 改了 获奖 举行 组织 开展 推出 主办 召开 上演 新修 扩建 改建 新添 增添 设置 接待 覆盖
""")
# Those of one character, which stand right before the number.
COUNTING_SHORT = listed("""
    修 办 盖 造 买 租 招 演 种 养 挖 铺 架 增 添 设 收 捐 赠 建 裁 关
""")
# Units that with a small Chinese numeral are a way of speaking (三方合作, 一两回, 十里长街).
LOOSE_UNITS = listed("""
    方 里 丈 寸 尺 担 分 毛 角 块 斤 两 回 次 遍 趟 番 顿 轮 天 面 手 级 代 句 步 股 道 点 声 心 眼 身 口 脚 线 环
    路 期 笔 把 大 重 般 队 派 边 头 节
""")
