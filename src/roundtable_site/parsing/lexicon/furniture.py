"""The words by which a printed page labels its parts: bylines, credits, labels of lists, furniture.

Simplified and traditional forms stand side by side, since labels are compared whole.
"""

from __future__ import annotations

from roundtable_site.parsing.lexicon.tables import words

# Above a list of people who take part.
GUEST_LABELS = words("""
    嘉宾 访谈嘉宾 对话嘉宾 圆桌嘉宾 本期嘉宾 与会嘉宾 特邀嘉宾 受访嘉宾 点评嘉宾 参与嘉宾 参会嘉宾
    讨论嘉宾 受访者 受访人 受访专家 采访对象 访谈对象 被访者 对话人 对话者 发言人 参加人员 出席人员
    与会专家 与会人员 嘉賓 訪談嘉賓 對談嘉賓 與談人 與會者 受訪者 受訪人 對談人 發言人 出席者
""")
# Above or before the name of whoever asks the questions.
HOST_LABELS = words("""
    主持人 主持 本期主持 本期主持人 特约主持人 访谈主持 策划 采访 采访人 采访者 整理 特約主持人
    訪談主持 採訪 採訪人 策劃
""")
# Labels of questions and of answers that name nobody.
QUESTION_LABELS = words("""
    记者 本报记者 本刊记者 采访者 主持人 主持 问 提问 本报 本刊 编者 编辑 网友 观众 听众 读者 主席
    記者 本報記者 本刊記者 採訪者 問 提問 本報 編者 網友 觀眾 聽眾 讀者 Q
""")
ANSWER_LABELS = words("""
    答 回答 A 受访者 受訪者 嘉宾 嘉賓
""")
# Above the standfirst.
STANDFIRST_LABELS = words("""
    核心提示 内容提要 内容摘要 阅读提示 提要 导语 导读 摘要 编者按 编者的话 编者语 编前 编前语
    开栏语 开栏的话 引言 前言 新闻背景 背景 主持人语 主持人的话 按语 核心提要 內容提要 閱讀提示 導語
    導讀 編者按 編者的話 編前語 前言 新聞背景 背景
""")
# How the label of a column or series ends.
COLUMN_ENDINGS = words("""
    圆桌会 圆桌 圆桌会议 圆桌派 座谈会 会客厅 会客室 议事厅 对话 对谈 访谈 访谈录 专访 面对面 观察
    视点 视野 视角 聚焦 关注 连线 论坛 专栏 专题 专版 特刊 特别报道 深读 深度 纵深 笔谈 热议
    热点 周刊 沙龙 讲堂 茶座 圓桌 圓桌會 座談會 會客室 對話 對談 訪談 專訪 觀察 視點 聚焦 關注
    連線 論壇 專欄 專題 特刊 深度 沙龍
""")
# Who gathers and writes; what they did.
REPORTER_ROLES = words("""
    记者 通讯员 特约记者 见习记者 实习记者 首席记者 实习生 评论员 特约撰稿人 撰稿人 特派记者 撰稿
    撰文 采写 编译 記者 通訊員 特約記者 見習記者 實習記者 首席記者 實習生 評論員 撰稿人 特派記者
    採寫 編譯
""")
PHOTO_VERBS = words("""
    摄影报道 摄影 摄 供图 提供 制图 攝影報導 攝影 攝 供圖 製圖
""")
BYLINE_MARKS = "□■◎●▲△◆◇○☆★▶►※*＊"
# How a newspaper, agency or station is called.
OUTLET_ENDINGS = words("""
    日报 晚报 早报 时报 商报 晨报 都市报 报 日報 晚報 時報 報 周刊 週刊 月刊 杂志 雜誌 新闻
    新聞 网 網 社 电视台 電視台 电台 電台 卫视 广播 财经 財經 频道 頻道 传媒 傳媒
""")
# What stands alone on a page and belongs to no article's text.
FURNITURE_WORDS = words("""
    发布时间 发布日期 发布人 发表时间 更新时间 更新日期 發布時間 發佈時間 更新時間 浏览次数 访问次数
    点击数 责任编辑 责编 编辑 校对 校对员 版式 美编 美术编辑 版面编辑 组版 制图 设计 编审 审校
    审核 值班编委 值班主任 统筹 监制 见习编辑 值班总编 来源 原标题 原载 稿源 关键词 标签 分享到
    分享 点击 阅读 阅读量 字号 打印 关闭 纠错 下一篇 上一篇 责任校对 排版 投稿邮箱 投稿 热线
    新闻热线 电子邮箱 邮箱 网址 编号 统一刊号 国内统一连续出版物号 邮发代号 責任編輯 責編 編輯 校對
    版式 美編 組版 製圖 設計 來源 原標題 稿源 關鍵詞 標籤 列印 關閉 字號 電子郵箱 網址
""")
