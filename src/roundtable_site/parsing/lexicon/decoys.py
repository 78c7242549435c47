"""Numerals that count nothing: idioms, names, dates, ordinals of structure; a new one is one word in its list.

Words are in simplified characters. Whether a number is a decoy depends on what stands around it, so the tables say on
which side of the number their words stand.
"""

from __future__ import annotations

# Words that begin with a numeral and are no figure, longest match wins.
_IDIOMS = """
三九天 三伏天 零起步 零起点 两头在外 七大姑八大姨 五十步笑百步 一万年太久 十天半个月 十天半月 三天两头 十五届 十六届
十七届 十八届 十九届 二十届 二十一届 百年一遇 一带一路 一国两制 一手抓 一心一意 一举一动 一举多得 一举 一体化
一体两翼 一体 一定 一些 一样 一起 一直 一般 一切 一致 一同 一旦 一边 一面 一方面 一方 一路 一线 一流 一再 一向 一经
一律 一齐 一并 一共 一贯 一概 一味 一时 一度 一瞬 一下 一下子 一点 一会 一会儿 一连串 一系列 一番 一把手 一把 一站式
一条龙 一次性 一头雾水 一马当先 一如既往 一目了然 一席之地 一成不变 一锤定音 一针见血 一脉相承 一丝不苟 一臂之力
一蹴而就 一以贯之 一视同仁 一朝一夕 一应俱全 一线城市 一二三产 一二三产业 一二线 一三五 一一 一五一十 一五 一产
一分耕耘 一亩三分地 一件事 一张网 一张图 一盘棋 一本账 一张蓝图 一本 一刀切 一道 一家人 一家之言 一号文件 一块儿
一块肉 一点一滴 一砖一瓦 一草一木 一点儿 一来一回 一来 一看 一听 一想 一问 一说 一线天 一年之计 一年四季 一夜之间
一天天 一日 一元化 一元复始
一批 一部分 一半是 一等奖 一等 一流 一类 一级 一环 一期 一代 一代代 一代又一代 一辈子 一生 一口气 一对一 一步步 一步
一层 一句话 一人一策 一人一档 一户一策 一户多宅 一村一品 二次元 二维码 二维 二手 二手房 二氧化碳 二线 二孩 二胎
二人转 二环 二级 二期 二产 二类 二郎 二话不说 二十大 二十届 二十国集团 二十四节气 二十四史 二十四小时 二战 二审 二等
二等奖 二元结构 二元体制 二元经济 二恶英 二甲 二本 两会 两岸 两国 两地 两侧 两端 两手 两翼 两江 两者 两山 两市 两院
两制 两不愁 两级 两弹一星 两面 两面性 两面派 两全其美 两两 两口子 两栖 两相 两湖 两广 两江新区 两本账 两点论 两高
两法 两权 两优一先 两学一做 两只手 两条腿 两难 两用 两委 两客一危 两票制 两重 两新 两种制度 三农 三峡 三江 三角
三角洲 三角形 三维 三通 三产 三亚 三明 三沙 三星 三秋 三夏 三国 三军 三国演义 三级 三级甲等 三甲 三部曲 三门峡 三元
三台县 九台区 三只松鼠 三棵树 三亩地 三头六臂 三番五次 三三两两 三五成群 三言两语 三心二意 三令五申 三缺一 三轮车
三轮 三权 三权分置 三资 三资企业 三孩 三环 三线 三位一体 三个代表 三严三实 三年自然灾害 三下乡 三分球 三分之势 三伏
三九 三八 三八妇女节 三八红旗手 三中全会 三月三 三审 三公 三公经费 三期 三类 三等奖 三等 三原色 三文鱼 三明治 三七
三件套 三小时车程 四川 四海 四季 四周 四处 四面八方 四方 四通八达 四中全会 四合院 四环 四有 四大名著 四肢
四项基本原则 四个意识 四个自信 四个全面 四中 四书 四轮 四舍五入 四五 四两拨千斤 四分五裂 四化 四期 四级 四边形 四面
四国 四轮驱动 五一 五四 五四运动 五中全会 五粮液 五角大楼 五角星 五星 五星红旗 五星级 五金 五谷 五谷丰登 五环 五常
五台山 五花八门 五湖四海 五彩 五岳 五笔 五月天 五位一体 五年计划 五年规划 五大洲 五保户 五保 五险一金 五官 五味 五级
五行 五中 五线谱 五指山 五莲 六盘水 六一 六安 六中全会 六合 六合区 六神 六朝 六盘山 六环 六级 六六 六中 六边形 七夕
七上八下 七七 七一 七国集团 七折八扣 七嘴八舌 七中全会 七彩 七里河 七匹狼 七星 七天无理由 七台河 七手八脚 七律 七绝
八一 八路军 八仙 八卦 八达岭 八角 八面玲珑 八方 八宝 八宝山 八项规定 八公山 八步 八大山人 八国联军 八荣八耻 八股
八中全会 八方来客 九江 九州 九龙坡 九龙 九寨沟 九头鸟 九牛一毛 九五 九一八 九三学社 九宫格 九华山 九泉 九段线 九成宫
九九 九年义务教育 九年一贯制 九二共识 十分 十足 十全十美 十字 十字路口 十月革命 十里八乡 十三陵 十堰 十佳 十大
十里长街 十拿九稳 十年树木 十年寒窗 十万火急 十恶 十有八九 十之八九 十一五 十二五 十三五 十四五 十五五 十六五
十面埋伏 十八大 十九大 十一黄金周 十字架 十渡 十八般武艺 十八洞 十指 十国 百分百 百姓 百货 百度 百强 百科 百年
百家争鸣 百家号 百家 百花 百花齐放 百废待兴 百合 百色 百战百胜 百折不挠 百万富翁 百万雄师 百团大战 百里挑一 百草
百日 百日攻坚 百业 百事 百态 百般 百忙 百城 百校 百口莫辩 百年大计 百年未有 百年不遇 百尺竿头 百度百科 百事通
百县千镇万村 千万 千家万户 千方百计 千山万水 千千万万 千岛湖 千里马 千里 千年 千禧 千古 千秋 千载难逢 千变万化
千差万别 千军万马 千篇一律 千头万绪 千锤百炼 千辛万苦 千百年 千百 千丝万缕 千言万语 千亿级 千企 千阳 千帆 千户苗寨
千钧一发 千万要 万一 万能 万物 万事 万家 万家灯火 万众一心 万众创新 万众 万向 万里长城 万里 万里长征 万达 万科 万州
万盛 万宁 万象 万无一失 万水千山 万紫千红 万户 万人空巷 万年青 万全 万般 万岁 万国 万隆 万博 万荣 万载 万源 万安
万金油 万有引力 万国博览会 亿万 亿联 亿达 亿利 兆头 兆丰 半导体 半径 半岛 半成品 半夜 半途 半壁 半壁江山 半边天
半个身子 半信半疑 半场 半路 半截 半月谈 半晌 半空 半决赛 半挂 半天 半自动 半年报 半年度 半山 半坡 半信 半程 半推半就
半日谈 半日游 半日闲
半封建 半殖民地 半开 半球 零距离 零售 零部件 零件 零碳 零排放 零星 零散 零食 零容忍 零花钱 零工 零基础 零的突破
零突破 零跑 零点 零时 零敲碎打 零钱 零下 零和 零差评 零门槛
"""

IDIOMS: dict[str, tuple[str, ...]] = {}  # by their first two characters, longest first
for _word in sorted(set(_IDIOMS.split()), key=lambda word: (-len(word), word)):
    IDIOMS[_word[:2]] = (*IDIOMS.get(_word[:2], ()), _word)

# Characters that make a word with a lone numeral after them: 统一, 唯一, 之一; 周三, 星期五; 初一; 老三, 李四.
JOINED_BEFORE = {
    "一": "统唯惟同之不万单专逐独划归第其随如合守均周初丁另某哪",
    "二": "第不期周初老",
    "三": "第期周初老张再瘪",
    "四": "第期周初李",
    "五": "第期周初王端",
    "六": "第期周初",
    "七": "第初",
    "八": "第初腊",
    "九": "第初重",
    "十": "第双",
    "半": "上下后大多小过一对参事夜南北东西减折",
    "两": "斤",
    "百": "老",
    "千": "秋",
    "零": "归清挂凋飘",
    "兆": "预征吉前",
}

# Words after a span of time that make it a period (五年来, 三天内) and no figure …
_PERIOD_AFTER = """
以来 来 间 内 之内 前 后 之前 之后 以前 以后 期间 里 之间 时间里 外 当中 之际 规划 计划 行动 之交
"""
PERIOD_AFTER = tuple(_PERIOD_AFTER.split())

# … unless the period is what a record is measured by: 13年来新高.
_RECORD_AFTER_PERIOD = """
新高 新低 最 首 历史 同期 峰值 高点 低点 之最 单 的新高 的新低 的最 的首 同期最 同期新
"""
RECORD_AFTER_PERIOD = tuple(_RECORD_AFTER_PERIOD.split())

_PERIOD_BEFORE = """
过去 过去的 未来 今后 近 最近 这 那 前 后 头 每 第一个 第二个 下一个 上一个 往后 此后 其后 接下来 新时代 的 第 隔
短短 再过
"""
PERIOD_BEFORE = tuple(_PERIOD_BEFORE.split())

# Verbs that end like a word of time but say by how much something moved: 提前半年.
SHIFTED = ("提前", "延后", "推后", "落后", "滞后", "超前")

# Words after a year's number that make it an age: 1600年历史.
AGES = ("历史", "的历史", "文明", "的文明", "树龄", "以上", "左右", "有余")

# Words right after a unit that make number and unit a class or a model: 5万吨级码头, 300千瓦型.
CLASS_AFTER = ("级", "系列", "型", "制式")

# Words after which a bare number is a figure (指数为105.3) …
_STATES = """
为 是 达 达到 至 到 升至 降至 增至 约 近 超 超过 共 突破 逾 仅 报 超出 得分 指数
"""
STATES = tuple(_STATES.split())

# … and what may follow it.
BARE_END = frozenset("，。；、,;.!！？?）)”」』 \n的左以上和及与")

# Characters after which a hyphen is a minus: 降至-5℃; elsewhere it joins (2-3, 北京-上海).
MINUS_AFTER = frozenset("至为到是约达在于了由从跌降升差额率润值长幅速减比均，。、：；（,:;( \n“‘")

# Verbs before a small number of points that make it one of an index and no time of day.
INDEX_MOVES = tuple("涨跌升降")

# Nouns after a unit that make a Chinese numeral the number of a meeting or a congress: 十四届全国人大一次会议.
_CONGRESSES = """
全国 人大 政协 中央 省 市委 区委 县委 一中 二中 三中 四中 五中 六中 七中 一次 二次 三次 四次 五次 六次
"""
NUMBERED = {"届": tuple(_CONGRESSES.split()), "次": ("会议", "全会", "全体会议", "党代会", "代表大会")}
MEETING_BEFORE = ("人大", "政协", "代表大会", "委员会", "常委会", "中央", "届")

# Words near a ratio that make it the score of a match.
SCORES = ("胜", "负", "战胜", "击败", "比分", "大胜", "险胜", "逆转", "扳平", "战平", "告负", "不敌", "淘汰", "踢成")

# What goes on after 两家, 两人 when they stand for those named before: 两家正在谈判.
PRONOUN_AFTER = frozenset("正均都也在曾已将便就，、又还共同一合相")
