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
絕绝 帶带 顧顾 統统 獨独 劃划 歸归 遠远 趨趋 變变 邁迈 緊紧
"""
TRADITIONAL: dict[str, str] = {pair[0]: pair[1] for pair in _PAIRS.split()}

_COUNT = """
个 名 位 人 家 户 口 项 条 件 种 类 套 台 辆 列 架 艘 只 头 匹 尾 羽 棵 株 座 栋 幢 间 所 处 起 宗 例 次 届 场 期 批
轮 回 趟 遍 番 篇 部 本 册 卷 页 张 份 封 幅 枚 颗 粒 块 片 支 枝 根 把 顶 双 对 副 组 队 班 级 门 节 堂 课 届次
场次 人次 辆次 架次 艘次 户次 车次 班次 列次 台次 件次 批次 频次 标箱 标准箱 箱 袋 瓶 桶 罐 盒 包 捆 盘 盆 碗 杯 壶
桌 床 顿 餐 笔 单 票 宗地 宗 桩 款 味 道 字 句 行 段 首 曲 集 幕 帧 层 楼 号楼 单元 室 户型 居室 面 面旗 尊 扇 盏
口井 眼 眼井 孔 管 门店 家次 宗次 篇次 人份 剂 剂次 针 针次 片区 大 周年 连丰 连冠 连涨 连增 连升 连跌 连降 连胜
连快 个点位 股 手 席 票次 车 吨级 台套 台(套) 架(次) 站 村 镇 乡 工日 人天 亿人次 步 代 环 格 线 路 栏 丸 贴 摞 叠
缕 束 朵 簇 丛 群 窝 串 挂 发 门次 学时 课时 学分 分位 档 稿 版 师 团 营 环节 头份 例次 例病例 个例 宗案 杆 轴 极 联
拨 伙 帮 茬 垄 畦 具 员 元组 桩次 柱 棚 舱 厢 匝 阵 招 计 辑 胎 桩案 项次 个次 卡 爿 进 ℃·日
"""
_MEASURE = """
公里 千米 里 华里 英里 海里 米 公尺 尺 英尺 丈 寸 英寸 分米 厘米 公分 毫米 微米 纳米 光年 延米 延长米 车道公里
吨公里 人公里 车公里 平方公里 平方千米 平方米 平方英尺 平方英里 平方厘米 平方毫米 平米 平方 公顷 亩 公亩 顷 英亩 坪
立方米 立方 方 立方公里 立方厘米 立方英尺 吨 公吨 千克 公斤 斤 市斤 克 毫克 微克 纳克 两 钱 担 磅 盎司 克拉 斤粮
短吨 长吨 吨级 标准吨 载重吨 总吨 吨位 吨标煤 升 公升 毫升 微升 加仑 桶油当量 桶 品脱 夸脱 茶匙 汤匙 蒲式耳 标方 瓦
千瓦 兆瓦 吉瓦 太瓦 瓦时 千瓦时 兆瓦时 吉瓦时 度 度电 马力 匹 伏 千伏 万伏 毫伏 安 毫安 毫安时 安时 千伏安 兆伏安
欧姆 法拉 焦 千焦 兆焦 卡 千卡 大卡 卡路里 帕 千帕 兆帕 百帕 毫巴 牛 牛米 赫兹 赫 千赫 兆赫 吉赫 分贝 流明 勒克斯
贝克勒尔 西弗 毫西弗 微西弗 摄氏度 华氏度 ℃ ℉ ° 度角 级风 节 马赫 字节 千字节 兆字节 比特 兆比特 兆 像素 万像素 光瓦
转 毫摩尔 摩尔 目 支纱 倍镜 浬 里格 km² m² m³ km2 m2 m3 cm2 cm² cm³ mm² km cm mm μm um nm m kg mg μg ug g t L l mL
ml ML cc cm3 kW MW GW TW kWh MWh GWh TWh Wh W kV V mV mA mAh Ah kVA MVA MVar Hz kHz MHz GHz THz Pa kPa MPa GPa kJ MJ
GJ dB lx KB MB GB TB PB EB bit kbit Mbps Gbps Tbps Mbit bps kN rpm PFLOPS EFLOPS TFLOPS EOPS FLOPS ha ppm ppb mol
mmol hPa mph kn TEU DWT lm cd sv mSv μSv kcal cal
"""
_MONEY = """
元 块 块钱 元钱 圆 角 毛 毛钱 分钱 元整 元正 美元 美金 美分 欧元 欧分 英镑 日元 日圆 韩元 韩圆 港元 港币 港纸 澳元
加元 新元 新币 新加坡元 新台币 台币 澳门元 葡币 卢布 卢比 泰铢 铢 比索 雷亚尔 兰特 里拉 里亚尔 第纳尔 迪拉姆 克朗
瑞士法郎 法郎 马克 林吉特 令吉 越南盾 印尼盾 盾 坚戈 格里夫纳 福林 兹罗提 列弗 谢克尔 图格里克 先令 奈拉 比尔 里尔
基普 缅元 缅币 塔卡 苏姆 索姆 马纳特 人民币 便士 澳大利亚元 加拿大元 新西兰元 纽元 瑞典克朗 丹麦克朗 挪威克朗
印度卢比 巴基斯坦卢比 斯里兰卡卢比 卢布 亿美元 比特币 人民币元 RMB USD EUR CNY HKD JPY GBP
"""
_TIME = """
年 周岁 岁 个月 个多月 周 星期 个星期 礼拜 个礼拜 天 日 昼夜 小时 个小时 钟头 个钟头 个多小时 分钟 秒 秒钟 毫秒 微秒
纳秒 刻钟 个季度 季度 个世纪 世纪 个工作日 工作日 个交易日 交易日 个学期 学期 个自然日 个年头 年头 载 个昼夜 代人
年一遇 个周末 个年度 个财年 周岁 旬 宿 晚 夜
"""
_PERCENT = "% ‰ 成"
_POINTS = "个百分点 百分点 个基点 基点 BP bp 个点 点 个千分点 pct"
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
    "元": (("角", "0.1"), ("毛", "0.1"), ("分", "0.01")),
    "块": (("毛", "0.1"), ("角", "0.1"), ("分", "0.01")),
    "角": (("分", "0.1"),),
    "毛": (("分", "0.1"),),
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
    "$": "美元",
    "¥": "元",
    "€": "欧元",
    "£": "英镑",
    "₩": "韩元",
    "₽": "卢布",
    "₹": "卢比",
}

# Units of which half (半年, 半斤) is a figure; 半 before anything else is a word (半导体, 半夜).
HALVED = """
年 个月 个小时 小时 个世纪 个学期 个工作日 公里 里 米 吨 公斤 斤 克 亩 公顷 升 公升 加仑 两 成 倍 个 块 元 平方米
茶匙 汤匙 分钟 钟头 个钟头 折 天 英里 英寸 英尺 毫升 打
"""
