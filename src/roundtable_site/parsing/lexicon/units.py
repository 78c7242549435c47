"""Units and measure words, in simplified characters; a new one is one word in its list.

Sources: the classifiers of 《现代汉语八百词》's appendix and of newspaper use, GB 3100–3102 for units of measure,
ISO 4217 for currencies.
"""

from __future__ import annotations

from typing import Literal

UnitKind = Literal["count", "measure", "money", "time", "percent", "points", "multiple"]

# Traditional and variant characters of numerals, units and the words around them, each before its simplified form.
_PAIRS = """
萬万 億亿 兩两 個个 點点 貳二 參参 陸陆 對对 雙双 項项 條条 戶户 間间 輛辆 臺台 頭头 幾几 餘余 來来 約约 達达 過过
無无 從从 階阶 層层 場场 屆届 級级 隻只 張张 塊块 噸吨 頃顷 畝亩 畆亩 裏里 裡里 歐欧 圓圆 鎊镑 盧卢 貨货 幣币 銖铢
韓韩 馬马 節节 門门 類类 種种 處处 國国 倉仓 總总 業业 員员 號号 樓楼 棟栋 組组 隊队 顆颗 錢钱 歲岁 紀纪 時时 鐘钟
鍾钟 週周 將将 際际 連连 豐丰 漲涨 歷历 創创 錄录 減减 負负 僅仅 貫贯 貼贴 輪轮 頁页 冊册 環环 檔档 筆笔 幀帧 擔担
釐厘 盤盘 艙舱 車车 廂厢 線线 師师 團团 營营 侖仑 爾尔 蘭兰 輻辐 數数 開开 實实 於于 為为 併并 強强 長长 產产 複复
準准 標标 發发 劑剂 針针 區区 橋桥 課课 飛飞 盞盏 樁桩 齣出 畫画 滿满 邊边 當当 倆俩 後后 內内 佔占 銳锐 價价 呎尺
吋寸 哩里 蟬蝉 聯联 駛驶 舉举 瀏浏 覽览 讀读 盡尽 貸贷 瀨濑 鄉乡 鎮镇 廳厅 親亲 進进 匯汇 勝胜 敗败 樣样 視视 體体
絕绝 帶带 攝摄 華华 顧顾 統统 獨独 劃划 歸归 遠远 趨趋 變变 邁迈 緊紧
"""
TRADITIONAL: dict[str, str] = {pair[0]: pair[1] for pair in _PAIRS.split()}

# Measure words: what is counted stands after or before. A kind of thing that is itself counted (村, 站, 路) is none.
_COUNT = """
个 名 位 人 家 户 口 项 条 件 种 类 套 台 辆 列 架 艘 只 头 匹 尾 羽 棵 株 座 栋 幢 间 所 处 起 宗 例 次 届 场 期 批
轮 回 趟 遍 番 篇 部 本 册 卷 页 张 份 封 幅 枚 颗 粒 块 片 支 枝 根 把 顶 双 对 副 组 队 班 级 门 节 堂 课 届次
场次 人次 辆次 架次 艘次 户次 车次 班次 列次 台次 件次 批次 频次 标箱 标准箱 自然箱 箱 袋 瓶 桶 罐 盒 包 捆 盘 盆 碗
杯 壶 桌 床 顿 餐 笔 单 票 宗地 桩 款 味 道 字 句 行 段 首 曲 集 幕 帧 层 户型 尊 扇 盏 口井 眼 孔 剂 剂次 针 针次
针剂 人份 片区 大 周年 连丰 连冠 连涨 连增 连升 连跌 连降 连胜 连快 连阳 连阴 个点位 股 手 席 车 台套 台(套)
台（套） 架(次) 工日 人天 步 代 环 格 栏 丸 贴 摞 束 朵 簇 丛 窝 串 挂 发 学时 课时 学分 稿 例次 单元格 杆 轴 极 联
拨 伙 茬 垄 具 员 辑 项次 进 打 国 宗次 篇次 岁龄 亩次 亿次 铺 炮 瓣 弯 滴 泡 撮 抹 股份 声 眼井 匙 人月 标段 单品 机位
车位 床位 席位 学位 泊位 展位 岗位 桩位 座席 孔位 工位 摊位
"""
# Units of measure, in words and in signs.
_MEASURE = """
公里 千米 里 华里 英里 海里 米 公尺 尺 英尺 丈 寸 英寸 分米 厘米 公分 毫米 微米 纳米 光年 延米 延长米 车道公里
吨公里 人公里 车公里 平方公里 平方千米 平方米 平方英尺 平方英里 平方厘米 平方毫米 平米 平方 公顷 亩 公亩 顷 英亩 坪
立方米 立方 方 立方公里 立方厘米 立方英尺 吨 公吨 千克 公斤 斤 市斤 克 毫克 微克 纳克 两 钱 担 磅 盎司 克拉 斤粮
短吨 长吨 标准吨 载重吨 总吨 吨位 吨标煤 升 公升 毫升 微升 加仑 桶油当量 桶 品脱 夸脱 茶匙 汤匙 蒲式耳 标方 瓦 千瓦
兆瓦 吉瓦 太瓦 瓦时 千瓦时 兆瓦时 吉瓦时 度 度电 马力 伏 千伏 毫伏 安 毫安 毫安时 安时 千伏安 兆伏安 欧姆 法拉 焦
千焦 兆焦 卡 千卡 大卡 卡路里 帕 千帕 兆帕 百帕 毫巴 牛 牛米 赫兹 赫 千赫 兆赫 吉赫 分贝 流明 勒克斯 贝克勒尔 西弗
毫西弗 微西弗 摄氏度 华氏度 摄氏° 华氏° ℃ °C ℉ °F ° 度角 节 马赫 字节 千字节 兆字节 比特 兆比特 像素 转 毫摩尔 摩尔 目
浬 里格
km² m² m³ km2 m2 m3 cm2 cm² cm³ mm² km cm mm μm um nm m kg mg μg ug g t L l mL ml ML cc cm3 kW MW GW TW kWh MWh GWh
TWh Wh W kV V mV mA mAh Ah kVA MVA MVar Hz kHz MHz GHz THz Pa kPa MPa GPa kJ MJ GJ dB lx KB MB GB TB PB EB bit kbit
Mbps Gbps Tbps Mbit bps kN rpm PFLOPS EFLOPS TFLOPS EOPS FLOPS ha ppm ppb mol mmol hPa mph kn TEU DWT lm cd sv mSv
μSv kcal cal
"""
_MONEY = """
元 块 块钱 元钱 圆 角 毛 毛钱 分钱 美元 美金 美分 欧元 欧分 英镑 日元 日圆 韩元 韩圆 港元 港币 港纸 澳元 加元 新元
新币 新加坡元 新台币 台币 澳门元 葡币 卢布 卢比 泰铢 铢 比索 雷亚尔 兰特 里拉 里亚尔 第纳尔 迪拉姆 克朗 瑞士法郎
法郎 马克 林吉特 令吉 马来西亚令吉 马来西亚林吉特 美刀 越南盾 印尼盾 盾 坚戈 格里夫纳 福林 兹罗提 列弗 谢克尔 图格里克
先令 奈拉 比尔 里尔 基普 缅元
缅币 塔卡 苏姆 索姆 马纳特 人民币 便士 澳大利亚元 加拿大元 新西兰元 纽元 瑞典克朗 丹麦克朗 挪威克朗 印度卢比
巴基斯坦卢比 斯里兰卡卢比 卢布 比特币 人民币元 RMB USD EUR CNY HKD JPY GBP
"""
_TIME = """
年 周岁 岁 个月 周 星期 个星期 礼拜 个礼拜 天 日 昼夜 小时 个小时 钟头 个钟头 分钟 秒 秒钟 毫秒 微秒 纳秒 刻钟
个季度 季度 个世纪 个工作日 工作日 个交易日 交易日 个学期 学期 个自然日 个年头 年头 载 个昼夜 代人 年一遇 个周末
个年度 个财年 周岁 旬 宿 晚 夜
"""
_PERCENT = "% ‰ 成 折"
_POINTS = "个百分点 百分点 个基点 基点 BP bp 个点 点 个千分点"
_MULTIPLE = "倍 番"


def _table() -> dict[str, UnitKind]:
    """Join the lists into one table of unit → kind; of two lists that name one word the later wins."""
    table: dict[str, UnitKind] = {}
    lists: tuple[tuple[UnitKind, str], ...] = (
        ("count", _COUNT),
        ("measure", _MEASURE),
        ("money", _MONEY),
        ("time", _TIME),
        ("percent", _PERCENT),
        ("points", _POINTS),
        ("multiple", _MULTIPLE),
    )
    for kind, words in lists:
        table |= dict.fromkeys(words.split(), kind)
    return table


UNITS: dict[str, UnitKind] = _table()


def _lengths() -> dict[str, tuple[int, ...]]:
    """Give, for each first character, the lengths of the units that it begins, longest first."""
    lengths: dict[str, set[int]] = {}
    for word in UNITS:
        lengths.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


LENGTHS: dict[str, tuple[int, ...]] = _lengths()

# What follows a unit and is counted in it as a part: 五元六角, 三斤二两. Unit → parts, each with its share.
PARTS: dict[str, tuple[tuple[str, str], ...]] = {
    "美元": (("美分", "0.01"),),
    "欧元": (("欧分", "0.01"),),
    "元": (("角", "0.1"), ("毛", "0.1"), ("分", "0.01")),
    "块": (("毛", "0.1"), ("角", "0.1"), ("分", "0.01")),
    "角": (("分", "0.1"),),
    "毛": (("分", "0.1"),),
    "成": (),
    "斤": (("两", "0.1"), ("钱", "0.01")),
    "两": (("钱", "0.1"),),
    "米": (),
    "丈": (("尺", "0.1"),),
    "尺": (("寸", "0.1"),),
}

# Currency names and signs that stand before the number; the value is the unit that `Figure.unit` gets.
CURRENCIES: dict[str, str] = {
    "US$": "美元",
    "HK$": "港元",
    "NT$": "新台币",
    "A$": "澳元",
    "C$": "加元",
    "S$": "新元",
    "RMB": "元",
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "HKD": "港元",
    "GBP": "英镑",
    "JPY": "日元",
    "人民币": "元",
    "港币": "港元",
    "美金": "美元",
    "新台币": "新台币",
    "台币": "新台币",
    "日币": "日元",
    "澳币": "澳元",
    "$": "美元",
    "¥": "元",
    "€": "欧元",
    "£": "英镑",
    "₩": "韩元",
    "₽": "卢布",
    "₹": "卢比",
}

# Units of which half (半年, 半斤) is a figure; 半 before anything else is a word (半导体, 半夜).
_HALVED = """
年 个月 个小时 小时 个钟 日 个世纪 个学期 个工作日 公里 里 米 吨 公斤 斤 克 亩 公顷 升 公升 加仑 两 成 倍 个 块 元
平方米
茶匙 汤匙 分钟 钟头 个钟头 折 天 英里 英寸 英尺 毫升 打
"""

HALVED = tuple(sorted(_HALVED.split(), key=lambda word: (-len(word), word)))

# Units after which a half (三斤半) is a part, …
HALVED_AFTER = frozenset("年成斤两米倍块亩里度岁天元吨圈瓶杯碗桶箱盒袋克升")

# … and units after which a lone digit is a tenth (一块二, 三米九).
BARE_PARTS = frozenset("块米毛斤成")

# Units of one character that ordinary words begin or end with: with 一 to 九 they count nothing (一方, 两节, 三度).
FAINT = frozenset("方度转安牛目卡节道里担尺寸丈顷步代环格手眼铺声发首行段国字课级门队车床口味面孔针极联进")

# Characters that make a unit the beginning of a word, so that the number has no unit (76万群众, 5万家庭).
_NOT_UNITS = """
位数 人口 人才 人民 人大 人员 人类 人物 人格 人机 人间 人力 人流 人情 人气 人心 家庭 家禽 家畜 家常 户籍 户外 户主
户口 名单 名字 名称 名牌 名额 名优 位置 位于 位列 项目 条件 条例 条约 条款 种子 种业 种养 种群 套路 套餐 门店 门票
门诊 门锁 门户 门槛 场景 场所 场地 场馆 场合 场面 层次 层面 层级 台湾 台胞 台商 台风 株洲 批发 批准 批评 期间 期货
期待 期刊 期望 期末 期盼 期限 部门 部队 部分 部委 部长 部署 本地 本土 本次 本报 本市 本省 本届 本级 本月 本年 本周
班子 班级 班列 班主 级别 组织 组成 组建 组合 队伍 队员 队长 节能 节假 节日 节约 节水 节目 节省 节点 课题 课程 课堂
课外 道路 道德 口岸 口径 口腔 口碑 口粮 床位 股份 股权 股票 股市 股东 股民 股价 车辆 车间 车位 车型 车企 车主 车站
车展 线路 环境 环保 环节 环卫 环线 环比 格局 格式 步骤 步伐 手机 手段 手工 手续 代表 代码 代理 代价 度假 度量 度过
单位 单元 单独 单个 单体 单月 单日 单一 票房 票据 支持 支付 支出 支撑 支部 支队 支行 支援 把握 把关 顶层 顶级 顶尖
对外 对接 对象 对手 对比 对照 对口 对策 副主 副市 副省 副县 副校 副总 包括 包机 包容 包装 座谈 间隔 所属 所长 所得
处理 处置 处长 宗旨 宗教 例如 例外 次数 次产 次日 次年 次级 轮胎 轮流 轮船 回收 回报 回升 回落 回应 回归 回乡 回国
回到 回暖 页岩 页面 张力 份额 封闭 幅度 粒子 粒度 块头 片面 枝条 根据 根本 首个 首位 首次 首批 首家 首席 首都 首发
首创 首届 首日 首先 集团 集中 集群 集体 集成 集聚 集约 集合 集装 集镇 行业 行政 行动 行人 行程 行为 段落 字号 字节
字典 大学 大会 大多 大量 大型 大力 大概 大约 大家 大幅 大使 大豆 大米 大桥 大厦 大街 大道 大妈 大爷 大火 大赛 大奖
大典 大洲 大陆 大洋 大小 发展 发明 发布 发电 发放 发行 发生 发现 发射 员工 员额 极端 极大 极限 联合 联盟 联动 联系
进行 进入 进口 进出 进一 进展 进度 稿件 贴息 贴现 具体 具有 具备 声明 声音 单品种 桩基 眼科 眼镜 针对 针灸 味道 盘活
盘点 碗筷 杯子 罐头 笔者 笔记 笔试 票价 款项 尊重 尊严 尊敬 席卷 曲线 曲艺 幕墙 幕后 餐饮 餐厅 箱包 桶装 瓶颈 瓶装
袋装 盒饭 盒马 桌面 桌椅 顿时 卷烟 册子 部件 部落 年级 年产 年轻 年均 年检 年龄 年报 年货 年味 年会 天津 天然 天空
天气 天猫 天文 天桥 天堂 日本 日报 日常 日前 日产 日均 周边 周围 周转 周刊 周岁 秒杀 秒级 旬阳 宿舍 宿迁 晚上 晚报
晚间 晚会 夜间 夜晚 夜市 载体 载荷 载人 载重 元件 元素 元旦 元宵 元首 元老 元器 块状 角度 角色 角落 角逐 分别 分布
分公 分为 分类 分享 分析 分厂 分校 分散 分配 毛利 毛绒 毛坯 里程 里面 里弄 米饭 米线 米粉 升级 升高 升至 升温 升学
升幅 克服 克隆 两岸 两国 两地 两端 两侧 方面 方向 方式 方案 方法 方便 方针 方可 方能 方圆 倍增 平方面 亩均 亩产 牛羊
牛奶 牛肉 安全 安排 安置 安装 安徽 安心 转型 转化 转移 转变 转让 转为 转向 转入 转运 卡车 卡口 目标 目前 目的 目录
坪坝 坪山 米其 度数 升任 担任 担当 担保 担忧 尺度 尺寸 丈夫 顷刻 步行 番茄 番禺 点位 点击 点燃 点评 点赞 点亮 成为
成立 成功 成果 成员 成本 成都 成长 成品 成绩 成效 成熟 成因 成形 成型 成就 成人 成年 成分 折合 折叠 折扣 折射 折算
磅礴 桶盖 世纪之 两会 年代 钱塘 钱包 里斯 度夏 集市 辑录 打造 打破 打通 打工 打击 打开 打卡 打赢 打好 打印 打响 打包
人称 人数 人权 人选 口服 口罩 口语 口号 口感 名列 名气 名胜 名录 名城 名片 名茶 国家 国内 国际 国产 国道 国资 国企
国营 国有 国土 国债 国外 国民 国庆 国旗 国宝 国防 国货 国潮 国学 国标
"""
NOT_UNITS: dict[str, frozenset[str]] = {}
for _word in _NOT_UNITS.split():
    NOT_UNITS[_word[:-1]] = NOT_UNITS.get(_word[:-1], frozenset()) | {_word[-1]}

# Measure words that stand for several things each.
GROUPS = {"对": 2, "双": 2, "打": 12}
