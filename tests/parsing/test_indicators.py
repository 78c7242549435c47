"""Indicators are found in sentences with their name, measure, period, district and speaker."""

from __future__ import annotations

from decimal import Decimal

import pytest

from roundtable_site.model import Indicator, Paragraph, Quote, Section
from roundtable_site.parsing.drafts import Outline, Person, Voices
from roundtable_site.parsing.indicators import find_indicators

GUESTS = (
    Person("林一", ("东川区委书记",), "东川区", "panellist"),
    Person("周二", ("市水务局局长",), "市水务局", "panellist"),
    Person("吴三", ("中国铸造协会会长",), "中国铸造协会", "panellist"),
    Person("赵四", ("青禾县农业农村局局长",), "青禾县农业农村局", "panellist"),
    Person("钱五", ("岭东大学教授",), "岭东大学", "panellist"),
)


def read(*texts: str, speaker: str | None = "林一", quotes: tuple[Quote, ...] = ()) -> tuple[Indicator, ...]:
    """Read paragraphs that stand in a piece of one guest."""
    paragraphs = tuple(Paragraph(id=f"s1p{n}", lines=(n, n), text=text) for n, text in enumerate(texts, 1))
    section = Section(id="s1", heading="小标题", speaker=speaker, paragraphs=paragraphs)
    outline = Outline("昆明市圆桌会", None, None, (), (), (), (section,), GUESTS, (), (), ())
    return find_indicators(outline, Voices(GUESTS, (section,), quotes))


NAMES = [
    # the name before the figure
    ("全区粮食产量达到35万吨。", ["粮食产量"]),
    ("去年，我区新建成标准厂房46栋。", ["标准厂房"]),
    ("市级以上研发平台累计达到88家。", ["市级以上研发平台"]),
    ("森林覆盖率由41%提高到45.3%。", ["森林覆盖率"]),
    # the name after the figure, with the predicate that limits it
    ("312个行政村完成厕所改造。", ["完成厕所改造的行政村"]),
    # how long something took, a yearly average, and under what it came about are no part of it
    ("全区税收增加到9亿元，五年年均增长5%，十年增加近7亿元。", ["税收", "税收", "税收"]),
    ("全区生产总值52亿元，总量排名第3位，比上年增长6%。", ["生产总值", "生产总值总量", "生产总值"]),
    ("进口额8亿元，两年平均增长4%。", ["进口额", "进口额"]),
    ("粮食产量连年稳定在3万吨以上。", ["粮食产量"]),
    ("产业增速在全体职工努力之下达到8%。", ["产业增速"]),
    ("今年的主要预期目标是进出口总额增长5%。", ["进出口总额"]),
    ("村集体收入全部突破200万元。", ["村集体收入"]),
    ("可是单单茶叶出口就增加8亿元。", ["茶叶出口"]),
    ("今年计有198家商户提出意见。", ["提出意见的商户"]),
    (
        "9月份31个大城市的城镇调查失业率低于5%，这是自2013年以来首次低于5%。",
        ["大城市", "城镇调查失业率", "城镇调查失业率"],
    ),
    ("全区居民收入3万元，增长3.9%，扣除价格因素实际增长0.6%。", ["居民收入"] * 3),
    ("表现亮眼的行业分别是装备制造业增长7%、医药制造业增长9%。", ["装备制造业", "医药制造业"]),
    ("尽管房地产投资萎缩10%，财政支出仍增长2%。", ["房地产投资", "财政支出"]),
    ("全国1865个县(市、旗)完成改造。", ["完成改造的县(市、旗)"]),
    ("汽车产销分别完成19万辆和17万辆，同比分别增长5%和8%。", ["汽车产量", "汽车销量"] * 2),
    ("水稻种植面积450亩，亩产超过700斤。", ["水稻种植面积", "水稻亩产"]),
    ("茶叶产量很可能达到5000吨规模。", ["茶叶产量"]),
    ("去年，都蓬村水稻种植面积6000亩。", ["都蓬村水稻种植面积"]),
    ("失业率为5.4%，从年初6.2%的高位持续回落。", ["失业率"]),
    ("今年有55%的商会会员对经济前景有信心。", ["对经济前景有信心的商会会员"]),
    # of a list, each has its own fall
    (
        "牛肉、羊肉产量分别下降1.7%、1.8%，降幅分别比上半年收窄1.7、0.7个百分点。",
        ["牛肉产量", "羊肉产量", "牛肉产量降幅", "羊肉产量降幅"],
    ),
    # what a trade makes is the trade's; a fall's own change is the fall's
    ("第一产业实现增加值18亿元，比上年下降5%。", ["第一产业增加值", "第一产业增加值"]),
    ("渔业产值19亿元，比上年下降15%，降幅较前三季度扩大3个百分点。", ["渔业产值", "渔业产值", "渔业产值降幅"]),
    ("去年，银行提出9亿元的资金帮助商户渡过难关。", ["资金"]),
    ("27个储能项目开工。", ["开工的储能项目"]),
    ("早稻实现增产，产量56亿斤、增加4亿斤。", ["早稻产量", "早稻产量"]),
    ("粮食播种面积17万亩，产量13万斤、增产7万斤。", ["粮食播种面积", "粮食产量", "粮食产量"]),
    ("去年，汽车产销量继续保持增长，分别完成97万辆和93万辆。", ["汽车产销量", "汽车产销量"]),
    ("从种植业来看，一季度，总产值增长4.8%。", ["种植业总产值"]),
    ("目前拥有26家五星级酒店。", ["五星级酒店"]),
    # what is general is completed by the neighbour, also where it is a part of something
    ("甲药滴眼液生产量为20万支，同比增长 4%；库存量为3万支。", ["甲药滴眼液生产量"] * 2 + ["甲药滴眼液库存量"]),
    ("规上轴承企业从19家增加到47家，产值占全市的68%。", ["规上轴承企业", "规上轴承企业产值占全市"]),
    ("约5000家制药企业中，不足200家生产眼药。", ["制药企业", "生产眼药的制药企业"]),
    ("去年产量30万吨，年增5%。", ["产量", "产量"]),
    # verbs of giving are no part of it
    ("今年将拿出2亿元专项资金。", ["专项资金"]),
    ("双方以20亿元成交。", ["双方成交价"]),
    # of a small number in words behind a verb of one character; its owner clipped
    ("去年办了两场音乐节、六场灯会。", ["音乐节", "灯会"]),
    ("东川增加了近20万个学位。", ["学位"]),
    ("当中过夜客不足一半，按年上升3%。", ["过夜客", "过夜客"]),
    # parts of the country or the world keep the whole; what only points back has its neighbour's name
    ("可采面积413公顷，占全国7%。", ["可采面积", "可采面积占全国"]),
    ("装机量达135万千瓦，约占全球的37.6%。", ["装机量", "装机量占全球"]),
    ("AI服务器占比达43%。3年前这个数字不到10%。", ["AI服务器占比", "AI服务器占比"]),
    ("财政储备已跌至6500亿元。", ["财政储备"]),
    ("新竹是全台第8大就业市场。", ["就业市场"]),
    ("全区位列中国综合实力百强城市第77位。", ["中国综合实力百强城市"]),
    (
        "产量20万辆，禾川汽车以6万辆的成绩稳居榜首，禾江汽车以15%的份额位列第二。",
        ["产量", "产量", "产量", "份额", "份额"],
    ),
    ("固定资产投资增长5.5%，增速比全国高8.6个百分点。", ["固定资产投资", "固定资产投资增速"]),
    ("价格战导致单车毛利下降2万元。", ["单车毛利"]),
    ("我们将抓好158个重大项目。", ["重大项目"]),
    # where the thing goes and what people do is no part of the noun
    ("外销1680箱凤梨到香港。", ["到香港的外销凤梨"]),
    ("5000多名代表委员不负重托。", ["代表委员"]),
    # when, where, how much more than what: no part of the name
    ("公布第2季合并营收93亿元，季增11.3%。", ["合并营收", "合并营收"]),
    ("公司在禾州总投资16亿元。", ["总投资"]),
    ("物流成本比城市高三成。", ["物流成本"]),
    ("名贵礼物的总销货值急跌近43%。", ["名贵礼物的总销货值"]),
    ("第3季营收预估介于318亿至330亿元。", ["营收"]),
    ("累计完成投资629亿元，占年度投资计划的97.2%。", ["投资", "投资占投资计划"]),
    # what joins an item to the next one is no part of it; a time behind the thing counted, neither
    ("中間有1萬條纜線、300萬根電線桿和150萬個變壓器。", ["纜線", "電線桿", "變壓器"]),
    ("沪市867家上市公司2009年上半年实现归母净利润4369亿元。", ["上市公司", "归母净利润"]),
    ("旅客约125万人次，平均每天约15万人次。", ["旅客", "旅客平均每天"]),
    ("地区生产总值同比（下同）增长4.5%。", ["地区生产总值"]),
    ("全部公司中19家公司亏损。", ["亏损的公司"]),
    ("11项工作获得省政府激励。", ["获得省政府激励的工作"]),
    ("粮食安全居全国百强县投资潜力第3、绿色发展第5、科技创新第6。", ["粮食安全", "绿色发展", "科技创新"]),
    ("荣登全国发展潜力百强县榜首。", ["全国发展潜力百强县"]),
    # what stands before a measure of a place is where, not what; a price is that of the clause before
    ("庆云县6万亩高油花生获得丰收。", ["获得丰收的高油花生"]),
    ("今年大豆上市价格特别好，每公斤5.8元。", ["大豆上市价格"]),
    ("净利润增长3%，每股收益为0.2元。", ["净利润", "每股收益"]),
    ("耐用消费品跌幅最大，按年跌近四成。", ["耐用消费品"]),
    ("充电桩3.3万个，已建停车位4.9万个，比2023年增加了1.2万、1.7万。", ["充电桩", "停车位", "充电桩", "停车位"]),
    # parts of a whole
    ("三次产业结构由上年的14.9:33.2:51.9调整为15.3:31.3:53.4。", ["三次产业结构"]),
    # lists
    ("全区有3座水库、12座泵站。", ["水库", "泵站"]),
    ("建成公园52个、绿道18条。", ["公园", "绿道"]),
    ("城镇、农村居民收入分别增长4.1%、6.2%。", ["城镇居民收入", "农村居民收入"]),
    ("一产、二产、三产增加值分别增长2%、3%、4%。", ["一产增加值", "二产增加值", "三产增加值"]),
    ("进出口分别达到30亿元和50亿元。", ["进口", "出口"]),
    # completed from the neighbour
    ("固定资产投资增长6%，居全省第四。", ["固定资产投资", "固定资产投资"]),
    ("规上工业增加值增长7%，占GDP比重达到31%。", ["规上工业增加值", "规上工业增加值占GDP比重"]),
    ("我区接待游客150万人次，实现旅游收入13亿元，分别增长2%和6%。", ["游客", "旅游收入", "游客", "旅游收入"]),
    ("去年公司销售机床397台，1~6月份累计销售200台。", ["销售机床", "累计销售机床"]),
    ("企业开办时间由5天压缩至2天。", ["企业开办时间"]),
    ("在技术研发等方面实施了超过30项倡议。", ["技术研发等方面倡议"]),
    ("全区粮食产量连创新高，突破35万吨，居全省第四。", ["粮食产量"] * 3),
    ("目前钢板均价为5587元，较5月4日高点下降73元。", ["钢板均价", "钢板均价"]),
    ("该市预计2030年游客总量将达900万人次。", ["游客总量"]),
    ("引进10亿元以上项目5个。", ["10亿元以上项目"]),
    ("一季度客流量仅为去年同期的三成。", ["客流量"]),
    ("教师中具有博士学位的占62%。", ["教师中具有博士学位的占比"]),
    ("粮食总产量连续5年稳定在1200万吨以上，去年达到1265万吨。", ["粮食总产量", "粮食总产量"]),
    ("海外业务毛利率为19.7%，高出国内业务6个百分点。", ["海外业务毛利率", "海外业务毛利率"]),
    ("企业已向57个国家累计出口机组450台。", ["国家", "出口机组"]),
    ("研发投入占比12%。", ["研发投入占比"]),
    ("财政收入达25亿元，昆明以12亿元位居第二。", ["财政收入", "财政收入", "财政收入"]),
    ("公司新增的3条生产线全部达产。", ["达产的生产线"]),
    ("产量达到21万吨，与上届的10万吨相比翻了一番。", ["产量"] * 3),
    ("财政收入25亿元，其中税收18亿元。", ["财政收入", "税收"]),
    ("粮价一度回升至3元。", ["粮价"]),
    ("申报件数是其他地区的3倍。", ["申报件数与其他地区"]),
    ("申报件数是过去8年的3倍。", ["申报件数"]),
    ("目前覆盖17个省区市，面积超过35万亩。", ["省区市", "面积"]),
    ("12家企业产量占行业总量的45%。", ["企业产量", "企业产量占行业总量"]),
    ("全区现有规上纺织企业210家，从业人员3.2万人。", ["规上纺织企业", "规上纺织企业从业人员"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_the_name_is_what_is_measured_in_the_words_of_the_article(text: str, names: list[str]) -> None:
    assert [i.name for i in read(text)] == names


MEASURES = [
    ("研发平台312个。", "level", 312),
    ("五年来，出口额增长2倍。", "change", 2),
    ("单位能耗同比下降3.5%。", "rate", -3.5),
    ("去年，用电量增长8.8%。", "rate", 8.8),
    ("五年来，用电量增长48.8%。", "change", 48.8),
    ("工业增加值年均增速7.8%。", "rate", 7.8),
    ("城镇化率提高1.2个百分点。", "change", 1.2),
    ("投入强度由3%增长到4.44%。", "from_to", 4.44),
    ("数字经济增加值占GDP比重达到8%。", "share", 8),
    ("城乡收入比缩小到2.4:1。", "ratio", 2.4),
    ("该指标是全国平均水平的3倍。", "ratio", 3),
    ("产值居全省第3位。", "rank", 3),
    ("年产能将达到28万辆。", "target", 280000),
    ("力争到2030年，森林覆盖率从41%提升到50%。", "target", 50),
    ("即将投运的线路总长度102公里。", "level", 102),
    ("城镇调查失业率平均为5.2%。", "level", 5.2),
    ("全年营收增长不低于15%。", "rate", 15),
    ("同比大涨186%。", "rate", 186),
    ("乡村教师占教师总数的将近四分之一。", "share", 25),
    ("每年都编列1亿元基金。", "level", 100000000),
    ("目前玉米亩产可达600公斤。", "level", 600),
    ("完成年度投资计划的69%。", "share", 69),
    ("上修全年营收成长率至30%。", "target", 30),
    ("收购量较去年同期成长1.5倍。", "rate", 1.5),
    ("2024年，产量比2015年增长56%。", "change", 56),
    ("若追平去年，销量要增长19%。", "target", 19),
    ("去年旅客较前年国庆黄金周高约25%。", "rate", 25),
    ("今年会增加1700间酒店房间。", "target", 1700),
    ("旅發局預料旅客增加一成。", "target", 10),
    ("人均预期寿命78.2岁。", "level", 78.2),
    ("人均预期寿命比五年前提高1.1岁。", "change", 1.1),
    ("新竹是全台第8大就業市場。", "rank", 8),
    ("还将再修两座停车楼。", "target", 2),
    ("失业率降至4.9%。", "level", 4.9),
    ("全区净增规上企业48家。", "change", 48),
    ("他建议比照柑橘，设立每公斤8元的基金。", "target", 8),
    ("今年编列5亿元补助。", "target", 500000000),
    ("综合成本比沿海工厂低15%。", "change", -15),
    ("其中近七成反映融资难。", "share", 70),
    ("他建议在乡镇建中心，把物流成本降低15%。", "target", -15),
    ("相较于48万辆的年度目标，差距不大。", "target", 480000),
    ("上半年税收仅完成44%。", "share", 44),
    ("去年以10.9%的收入增速领跑。", "rate", 10.9),
    ("总产能将由2022年的8万吨扩产至13万吨。", "target", 130000),
    ("公司新增的3条生产线全部达产。", "level", 3),
    ("年均降水量400毫米左右。", "level", 400),
    ("去年产量同比减少35%。", "rate", -35),
    ("无霜期仅为110天。", "level", 110),
]


@pytest.mark.parametrize(("text", "measure", "value"), MEASURES)
def test_the_measure_and_the_sign_follow_the_verb(text: str, measure: str, value: float) -> None:
    (found,) = read(text)
    assert (found.measure, found.value) == (measure, Decimal(str(value)))


def test_a_start_that_is_printed_is_no_figure_of_its_own() -> None:
    (found,) = read("全区粮仓由2018年的120座增加到175座。")
    assert (found.figure, found.start_value, found.name) == ("175座", 120, "粮仓")


def test_a_lead_that_tells_a_span_of_years_makes_rises_changes() -> None:
    assert [i.measure for i in read("这是民生改善的五年。养老金标准增长106%。")] == ["change"]
    assert [i.measure for i in read("“十四五”以来，收入年均增长14.6%。")] == ["rate"]


def test_a_list_of_goals_is_all_targets() -> None:
    found = read("今年经济增长目标为6%左右，居民消费价格涨幅控制在3%以内，新增就业5万人。")
    assert [i.measure for i in found] == ["target", "target", "target"]


def test_a_rise_beside_a_forecast_is_forecast_too() -> None:
    assert [i.measure for i in read("产量预计达到23万吨，同比增长8.5%。")] == ["target", "target"]


def test_goals_hold_to_the_end_of_their_sentence() -> None:
    found = read("主要预期目标是：生产总值增长4.5%左右；城镇新增就业6万人以上；粮食产量保持在110万吨。去年有企业5家。")
    assert [i.measure for i in found] == ["target", "target", "target", "level"]


def test_a_lead_in_that_announces_goals_makes_targets_of_what_follows() -> None:
    found = read("全镇农业更优。具体目标为：", "合作社30家，粮食面积达到2万亩。", "2019年，产值5亿元，比2023年少。")
    assert [i.measure for i in found] == ["target", "target", "level"]


PERIODS = [
    ("项目达产后年产值可达60亿元。", ["达产后"]),
    ("五年来，出口额增长2倍；进口额增长3倍。", ["五年来", "五年来"]),
    ("截至2021年，产值达到80亿元，近5年产值年均增长6.5%，占GDP比重达到28%。", ["截至2021年", "近5年", "截至2021年"]),
    ("产值由2017年的59亿元跃升至78亿元。", [None]),
    ("去年，全区开展整治，累计投入5亿元。", [None]),
    ("近年来，全区建成绿色工厂52家。", [None]),
    ("新厂投产后，年产值将达到28亿元。", ["新厂投产后"]),
    ("公司当月销售客车397辆，同比增长14.2%。", ["当月", "当月"]),
    ("去年，产量30万吨。其2015年报显示，收入9万元；利润3万元。", ["去年", "2015年", "2015年"]),
    ("2016—2022年，规模从43亿元增长到105亿元。", ["2016—2022年"]),
    ("2022年1-3月，税收5亿元。同期，进口2亿元。", ["2022年1-3月", "同期"]),
    ("从一季度收入增速看，5个县超过全市。", ["一季度"]),
    # from day to day; since a day; one for each of a list; a number of years is a length, and holds for one thing
    ("今年前三季进口9亿元。三季度末，存栏3万头。", ["今年前三季", "三季度末"]),
    ("前三季度进口9亿元。", ["前三季度"]),
    ("1月份到4月份出口占全区34%。", ["1月份到4月份"]),
    ("3月5日至7日，展会接待商家289家。", ["3月5日至7日"]),
    ("从2021年1月2日至今，救助站收治伤鸟193只。", ["从2021年1月2日至今"]),
    (
        "去年产值5亿元。一季度、上半年和全年产值增速分别为8%、9%和6%。分产业看，农业增长4%。",
        ["去年", "一季度", "上半年", "全年", "去年"],
    ),
    ("税收十年增加近7亿元。去年财政支出20亿元，税收9亿元。", ["十年", "去年", "去年"]),
    ("乙县紧随其后，收入3亿元。", [None]),
    ("五月销量为3万辆。", ["五月"]),
    ("第2季营收93亿元。", ["第2季"]),
    ("在刚过去的内地春节黄金周假期，旅客达125万人次。", ["春节黄金周假期"]),
    ("沪市867家公司2009年上半年盈利。", ["2009年上半年"]),
    ("截至今年6月底，有充电桩3万个。", ["截至今年6月底"]),
    ("“十一五”期间，项目建成。今年全国的乙烯产量达到3万吨。", ["今年"]),
    ("全年营收增长9%。截至收盘，股价报118.5元。", ["全年", "截至收盘"]),
    ("去年，产值5亿元。下一步，将建成厂房10栋。", ["去年", None]),
    ("2022年产量21万吨，与2020年的产量相比增长9%。", ["2022年", "2022年"]),
]


@pytest.mark.parametrize(("text", "periods"), PERIODS)
def test_a_period_is_the_last_adverbial_of_time_in_the_paragraph(text: str, periods: list[str | None]) -> None:
    assert [i.period for i in read(text)] == periods


def test_a_period_does_not_carry_into_another_paragraph() -> None:
    assert [i.period for i in read("去年，产值5亿元。", "税收2亿元。")] == ["去年", None]


DISTRICTS = [
    ("工业产值30亿元。", "林一", "东川区"),
    ("全区工业产值30亿元。", "林一", "东川区"),
    ("全市工业产值300亿元。", "林一", "昆明市"),
    ("建成水库52座。", "周二", "昆明市"),
    ("我国有铸造企业4000余家。", "林一", "全国"),
    ("有铸造企业4000余家。", "吴三", "全国"),
    ("全球产量达300万吨。", "林一", "全球"),
    ("工业产值居全国第三。", "林一", "东川区"),
    # a department speaks for its place, unless it does or has something itself; scholars speak of others
    ("脐橙产量52万吨。", "赵四", "青禾县"),
    ("我局今年拿出专项资金2亿元。", "赵四", "青禾县农业农村局"),
    ("制造业占生产总值的比重只有1%。", "钱五", "昆明市"),
    ("浙江全省百强县增至9个。", "林一", "浙江省"),
    ("日前，青田村遗址发现石器30件。", None, "青田村遗址"),
    ("长河医药去年签下订单30份。", None, "长河医药"),
    ("生物医药实现产值30亿元。", None, "昆明市"),
    ("春江机械发布快报，公司去年销售机床397台。", None, "春江机械"),
    ("春江机械公布业绩报告显示，公司去年销售机床397台。", None, "春江机械"),
    ("春江机械发布快报。春江机械去年销售机床397台。", "林一", "春江机械"),
    ("家庭农场50家。", None, "昆明市"),
    ("在四川排名第3位。", None, "昆明市"),
    # firms without a telling ending: marked, known by name, told by their share
    ("*ST禾岩公告称，上半年营收3亿元。", None, "*ST禾岩"),
    ("宁德时代今年装机量达到135GWh。", None, "宁德时代"),
    ("禾亚迪以15.8%的市场份额领先。", None, "禾亚迪"),
    ("三一重卡紧随其后，去年销售2万辆。", None, "三一重卡"),
    ("中国重汽销量增长5%。", None, "中国重汽"),
    ("沪市上市公司净资产为63487亿元。", None, "沪市"),
    # the sectors of a place are no trade of the country; what is printed in 【】 before a body is none of it
    ("第一产业增加值30亿元。", None, "昆明市"),
    ("【本台消息】青禾旅行局公布，去年有游客300万人次。", None, "青禾旅行局"),
    ("訪港旅客達3400萬人次。", None, "香港"),
    ("来自禾川市政府、青禾银行的150余位代表出席会议。", None, "昆明市"),
]


@pytest.mark.parametrize(("text", "speaker", "district"), DISTRICTS)
def test_the_district_is_the_guests_or_the_one_that_the_sentence_names(
    text: str, speaker: str | None, district: str
) -> None:
    assert [i.district for i in read(text, speaker=speaker)] == [district]


ABOUT = [
    # the headline's place, which no gazetteer need know
    ("茶葉外銷年增兩成 青禾縣拚升級", ("今年外銷量達1,600公噸。",), ["青禾縣"]),
    # a standfirst's place; the whole society of a city is the city's
    ("围桌谈科创", ("霖阳市把科创摆在前面，全社会研发投入增长14%。",), ["霖阳市"]),
    # a firm told by what only firms have
    ("眼药新局", ("禾川泰丰的主营业务单一。禾川泰丰滴眼液产量为30万支。",), ["禾川泰丰"]),
    # a subject behind the end of somebody's words
    ("茶叶新局 青禾县升级", ("“走对了。”云溪科技计划追加投资22亿元。",), ["云溪科技"]),
    ("茶叶新局 青禾县升级", ("新加坡、加拿大合计占近2成。",), ["青禾县"]),
    # a place that something is done for, where no clause opens with it
    ("关于促进禾丰镇农业发展的意见", ("全镇粮食面积达到2万亩。",), ["禾丰镇"]),
    # a county without its 縣, though a city that the gazetteer knows is named too
    ("青禾鳳梨外銷香港", ("青禾縣政府協助外銷。", "青禾鳳梨栽種面積約934公頃。"), ["青禾縣"]),
    # what an office says of its county; party and government are no place
    ("稳中有进", ("全区在区委区政府领导下稳步向前。", "全区产值7亿元。"), ["全国"]),
    # a county behind its province in the headline
    ("浙江青禾发现古墓", ("考古工作者在浙江北部的青禾县发现古墓。", "陪葬墓出土陶器346件。"), ["青禾县"]),
    # a zone called by its kind alone, once named; 乡村 is no place
    ("新区规划公布", ("雄禾新区年内动工。", "新区已安排专家1000名。"), ["雄禾新区"]),
    ("禾川：破解乡村振兴难题", ("今年每月工资6000元。",), ["全国"]),
    # an office of Hong Kong publishes what is the region's; a cooperative's figures are not its town's
    ("本港零售寒冬", ("統計處公布，零售貨量跌百分之十三。",), ["香港"]),
    ("大豆丰收", ("前禾镇东兴农机合作社共种植大豆3000亩。", "前禾镇很忙。"), ["前禾镇东兴农机合作社"]),
    ("茶丰收", ("本报昆明今日电（记者 何一平）全县今年产茶30吨。", "青禾县茶叶均价达到50元。"), ["青禾县", "青禾县"]),
    # where a report is sent from is not what it is about
    ("禾茶丰收", ("新华社昆明7月31日电，青禾县今年产茶30吨。", "茶叶均价达到50元。"), ["青禾县", "青禾县"]),
    # what people of a region call their own
    ("旅客再創新高", ("旅行局公布，本港酒店客滿。", "內地旅客達4725萬人次。"), ["香港"]),
    # the firm that opens the headline, rather than a city named once
    ("禾川泰丰利润增长", ("禾川泰丰发布公告，在昆明设厂。", "今年利润3亿元。"), ["禾川泰丰"]),
]


@pytest.mark.parametrize(("headline", "texts", "districts"), ABOUT)
def test_a_figure_in_plain_news_goes_to_what_the_article_is_about(
    headline: str, texts: tuple[str, ...], districts: list[str]
) -> None:
    paragraphs = tuple(Paragraph(id=f"s1p{n}", lines=(n, n), text=text) for n, text in enumerate(texts, 1))
    section = Section(id="s1", heading=None, speaker=None, paragraphs=paragraphs)
    outline = Outline(headline, None, None, (), (), (), (section,), (), (), (), ())
    assert [i.district for i in find_indicators(outline, Voices((), (section,), ()))] == districts


def test_a_heading_that_a_place_opens_tells_what_its_figures_are_about() -> None:
    pieces = []
    for n, heading in enumerate(("曲靖：煤矿转型", "稳住就业"), 1):
        paragraph = Paragraph(id=f"s{n}p1", lines=(n, n), text="今年新增岗位3000个。")
        pieces.append(Section(id=f"s{n}", heading=heading, speaker=None, paragraphs=(paragraph,)))
    outline = Outline("昆明等地各出新招", None, None, (), (), (), tuple(pieces), (), (), (), ())
    assert [i.district for i in find_indicators(outline, Voices((), tuple(pieces), ()))] == ["曲靖", "昆明"]


def test_a_wider_place_holds_up_to_the_end_of_its_sentence() -> None:
    found = read("全国产量每年约40万吨，外销比重不到一成。公司产量5万吨。")
    assert [i.district for i in found] == ["全国", "全国", "东川区"]


def test_what_the_paper_says_before_a_person_is_heard_is_nobodys() -> None:
    text = "禾川客车销量增长6%。“上半年不错。”吴三说。"
    paragraph = Paragraph(id="s1p1", lines=(1, 1), text=text, speaker="吴三")
    section = Section(id="s1", heading=None, speaker=None, paragraphs=(paragraph,))
    person = Person("吴三", ("禾川客车副部长",), "禾川客车")
    bare = Section(id="s1", heading=None, speaker=None, paragraphs=(Paragraph(id="s1p1", lines=(1, 1), text=text),))
    outline = Outline("客车回暖", None, None, (), (), (), (bare,), (), (), (), ())
    quote = Quote("s1q1", "吴三", "s1p1", "direct", "说", "上半年不错。", 11)
    assert [i.speaker for i in find_indicators(outline, Voices((person,), (section,), (quote,)))] == [None]


def test_words_behind_a_papers_label_in_brackets_are_their_speakers() -> None:
    text = "【本報訊】吳三稱，產量達30萬噸。"
    quote = Quote("s1q1", "吴三", "s1p1", "indirect", "稱", "產量達30萬噸。", 9)
    assert [i.speaker for i in read(text, speaker=None, quotes=(quote,))] == ["吴三"]


def test_words_inside_a_quotation_are_its_speakers() -> None:
    quote = Quote("s1q1", "吴三", "s1p1", "direct", "说", "产量达30万吨", 1)
    inside, outside = read("“产量达30万吨”。记者看到，仓库有20座。", quotes=(quote,))
    assert (inside.speaker, inside.district, outside.speaker) == ("吴三", "全国", "林一")


STARTS = [
    ("城乡收入倍差从2.37缩小到1.94。", Decimal("2.37"), Decimal("1.94")),
    ("财政收入从全省第五提升到第三。", 5, 3),
    ("粮食单产由2019年的380公斤提高到430公斤。", 380, 430),
]
SEVERAL_STARTS = [
    ("第二产业和第三产业占比分别由21%、30%提高到22%、33%。", [("第二产业占比", 21, 22), ("第三产业占比", 30, 33)]),
    ("铁路和公路运量从5万吨和8万吨增加到6万吨和9万吨。", [("铁路运量", 50000, 60000), ("公路运量", 80000, 90000)]),
    ("茶叶产值占全市比重由2015年的3%提高到2020年的4%。", [("茶叶产值占全市比重", 3, 4)]),
]


@pytest.mark.parametrize(("text", "found"), SEVERAL_STARTS)
def test_several_starts_stand_before_several_ends(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(i.name, i.start_value, i.value) for i in read(text)] == found


@pytest.mark.parametrize(("text", "start", "end"), STARTS)
def test_a_start_may_be_a_bare_number_or_a_place(text: str, start: Decimal, end: Decimal) -> None:
    assert [(i.start_value, i.value, i.measure) for i in read(text)] == [(start, end, "from_to")]


def test_traditional_characters_are_read_and_kept() -> None:
    (found,) = read("去年全市實現製造業增加值320億元。", speaker=None)
    assert (found.name, found.district, found.period) == ("製造業增加值", "昆明市", "去年")


def test_a_clause_that_goes_on_with_a_plan_is_a_target() -> None:
    assert [i.measure for i in read("我们将新建管网1200公里，新增处理能力50万吨。")] == ["target", "target"]


DECOYS = [
    "我们要守住三条底线。",
    "呈现出4个发展特点。",
    "一手抓创新，一手抓改革。",
    "培育一批千亿元级、百亿级产业集群。",
    "我们邀请到4位代表谈感受。",
    "这是2018年的事。",
    "实施“一区两群”战略。",
    "两个项目的负责人来到这里。",
    "220千伏电缆研制成功。",
    "那年他36岁。",
    "她了解“承包到期后再延长30年”政策。",
    "就百姓关心的8个主题接受采访。",
    "他在岛上住了700多个日子。",
    "二期用地已经平整，2期工程开工。",
    "连跨4个万亿级台阶。",
    "通过三方合作解决问题。",
]


@pytest.mark.parametrize("text", DECOYS)
def test_structure_slogans_dates_and_classes_are_no_indicators(text: str) -> None:
    assert read(text) == ()


def test_ids_count_within_the_section_and_places_are_given() -> None:
    first, second = read("产值5亿元。", "全区有水库20座。")
    assert (first.id, second.id, second.paragraph) == ("s1i1", "s1i2", "s1p2")
    assert (second.text, second.start, second.figure_start) == ("全区有水库20座", 0, 5)


@pytest.mark.parametrize(
    "text",
    ["城乡收入比缩小到2.4:1，降幅5%。", "产值达1,280.5万元。", "比例为3：1。", "“产值增长5%”，税收（增长6%）10亿元。"],
)
def test_the_text_of_an_indicator_holds_its_figure_and_stands_in_its_paragraph(text: str) -> None:
    found = read(text)
    assert found
    for indicator in found:
        at = indicator.start
        assert text[at : at + len(indicator.text)] == indicator.text
        assert text[indicator.figure_start :].startswith(indicator.figure)
        assert at <= indicator.figure_start <= at + len(indicator.text) - len(indicator.figure)


def test_a_clause_with_only_a_verb_takes_the_name_of_the_paragraph_before() -> None:
    found = read("去年，全区进口额8亿元，增长6.7%。", "其中，三季度增长4.9%。")
    assert [(i.name, i.unsure) for i in found[2:]] == [("进口额", "the name stands in another paragraph")]
