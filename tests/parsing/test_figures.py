"""Figures are read with their unit, exact value and wording; dates, names and idioms are none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roundtable_site.parsing.figures import find_figures, read_numbers


def found(text):
    return [(figure.printed, figure.value, figure.unit) for figure in find_figures(text)]


def figures(*triples):
    return [(printed, None if value is None else Decimal(value), unit) for printed, value, unit in triples]


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "qualifier"),
    [
        ("新签合同1500余份", "1500余份", "1500", "份", "余"),
        ("投入资金1000多万元", "1000多万元", "10000000", "元", "多"),
        ("列车开行突破1万列", "1万列", "10000", "列", "突破"),
        ("产值翻了一番多", "翻了一番", "1", "倍", "多"),
        ("占比约三成半", "三成半", "35", "%", "约"),
        ("出土上万件陶器", "万件", "10000", "件", "上"),
        ("修改了十几遍", "十几遍", "10", "遍", "几"),
        ("雇用十来个工人", "十来个", "10", "个", "来"),
        ("工期用了两年多", "两年", "2", "年", "多"),
        ("施工5个多月", "5个多月", "5", "个月", "多"),
        ("突破了100亿元", "100亿元", "10000000000", "元", "突破"),
        ("人均超两成", "两成", "20", "%", "超"),
        ("每人100元以上", "100元", "100", "元", "以上"),
        ("增长3成左右", "3成", "30", "%", "左右"),
        ("不足5%的农户", "5%", "5", "%", "不足"),
        ("引来近百家客商", "百家", "100", "家", "近"),
        ("至少30天", "30天", "30", "天", "至少"),
        ("近3000名工人", "3000名", "3000", "名", "近"),
        ("距今超过20万年", "20万年", "200000", "年", "超过"),
        ("人數超過二十萬人次", "二十萬人次", "200000", "人次", "超過"),
        ("带动1万+岗位", "1万", "10000", None, "+"),
        ("节约3亿元", "3亿元", "300000000", "元", None),
        ("附近5家商店", "5家", "5", "家", None),
        ("规模以上企业5家", "5家", "5", "家", None),
    ],
)
def test_a_qualifier_is_given_as_printed_inside_or_beside_the_figure(text, printed, value, unit, qualifier):
    (figure,) = find_figures(text)
    assert (figure.printed, figure.value, figure.unit, figure.qualifier) == (printed, Decimal(value), unit, qualifier)
    assert text[figure.start : figure.end] == printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产能为10万吨/年", [("10万吨/年", "100000", "吨/年")]),
        ("用电3.5万亿千瓦时", [("3.5万亿千瓦时", "3500000000000", "千瓦时")]),
        ("装机6000多万千瓦", [("6000多万千瓦", "60000000", "千瓦")]),
        ("月租2500元/月", [("2500元/月", "2500", "元/月")]),
        ("时速350km/h", [("350km/h", "350", "km/h")]),
        ("外送2000万千瓦", [("2000万千瓦", "20000000", "千瓦")]),
        ("均价1.2万元/平方米", [("1.2万元/平方米", "12000", "元/平方米")]),
        ("浓度35微克/立方米", [("35微克/立方米", "35", "微克/立方米")]),
        ("面积300平方公里", [("300平方公里", "300", "平方公里")]),
        ("蓄水3亿立方米", [("3亿立方米", "300000000", "立方米")]),
        ("线路总长51.4千米", [("51.4千米", "51.4", "千米")]),
        ("电压等级110千伏", [("110千伏", "110", "千伏")]),
        ("邀集11國代表", [("11國", "11", "國")]),
        ("单机16兆瓦", [("16兆瓦", "16", "兆瓦")]),
        ("身高1米75", [("1米75", "1.75", "米")]),
        ("称得3斤2两", [("3斤2两", "3.2", "斤")]),
        ("等了一个半小时", [("一个半小时", "1.5", "个小时")]),
        ("工期三年半", [("三年半", "3.5", "年")]),
        ("提前半年", [("半年", "0.5", "年")]),
        ("气温低至零下30℃", [("零下30℃", "-30", "℃")]),
        ("气温降至-5.3℃", [("-5.3℃", "-5.3", "℃")]),
        ("租金为2.3元/平方米·天", [("2.3元/平方米·天", "2.3", "元/平方米·天")]),
        ("购置30台（套）", [("30台（套）", "30", "台（套）")]),
        ("由5天压缩到1天", [("5天", "5", "天"), ("1天", "1", "天")]),
        ("一座1600年历史的古城", [("1600年", "1600", "年")]),
        ("每10万人口发病3.2例", [("3.2例", "3.2", "例")]),
        ("大盘上涨12点，收报3250.12点", [("12点", "12", "点"), ("3250.12点", "3250.12", "点")]),
        ("调查遗址300 余处，有20 万年", [("300 余处", "300", "处"), ("20 万年", "200000", "年")]),
    ],
)
def test_units_of_measure_stay_as_printed_and_magnitudes_fold_into_the_value(text, expected):
    assert found(text) == figures(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("售价¥3.5亿", [("¥3.5亿", "350000000", "元")]),
        ("融资US$200万", [("US$200万", "2000000", "美元")]),
        ("投资3亿欧元", [("3亿欧元", "300000000", "欧元")]),
        ("捐款达港幣2,300萬元", [("港幣2,300萬元", "23000000", "港元")]),
        ("以20亿元人民币成交", [("20亿元", "2000000000", "元")]),
        ("捐款壹佰万元", [("壹佰万元", "1000000", "元")]),
        ("出口交货10个亿", [("10个亿", "1000000000", None)]),
        ("净利润为-2.3亿元", [("-2.3亿元", "-230000000", "元")]),
        ("年收入超百万元", [("百万元", "1000000", "元")]),
        ("迈上万亿元台阶", []),
    ],
)
def test_money_is_read_in_any_currency(text, expected):
    assert found(text) == figures(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5.3％", [("5.3％", "5.3", "%")]),
        ("提高0.4个百分点", [("0.4个百分点", "0.4", "个百分点")]),
        ("下调10个基点", [("10个基点", "10", "个基点")]),
        ("占百分之三点五", [("百分之三点五", "3.5", "%")]),
        ("百分之百合格", [("百分之百", "100", "%")]),
        ("为千分之二", [("千分之二", "0.2", "%")]),
        ("出生率6.77‰", [("6.77‰", "6.77", "‰")]),
        ("约占四分之三", [("四分之三", "75", "%")]),
        ("三分之一的企业", [("三分之一", "33.33", "%")]),
        ("2/3以上的村", [("2/3", "66.67", "%")]),
        ("六成五的受访者", [("六成五", "65", "%")]),
        ("一半的村", [("一半", "50", "%")]),
        ("打八五折", [("八五折", "85", "%")]),
        ("排放减半", [("减半", "-50", "%")]),
        ("收入翻两番", [("翻两番", "3", "倍")]),
        ("利润翻了近三番", [("翻了近三番", "7", "倍")]),
        ("收入翻倍", [("翻倍", "1", "倍")]),
        ("效率提高1.5倍", [("1.5倍", "1.5", "倍")]),
        ("收入差距缩小到2.4:1", [("2.4:1", "2.4", ":1")]),
        ("收入比为3比1", [("3比1", "3", ":1")]),
        # of statistical bulletins: the parts of a whole, a printed minus, a percentage in words that goes on
        ("结构调整为15.3:31.3:53.4", [("15.3:31.3:53.4", "15.3", ":31.3:53.4")]),
        ("于10:30:25开始", []),
        ("同比增长-0.5%", [("-0.5%", "-0.5", "%")]),
        ("分别下跌百分之0.8及3.3", [("百分之0.8", "0.8", "%"), ("3.3", "3.3", "%")]),
    ],
)
def test_shares_multiples_and_ratios_have_the_value_of_the_guide(text, expected):
    assert found(text) == figures(*expected)


@pytest.mark.parametrize(
    ("text", "printed", "low", "high", "unit"),
    [
        ("产能160万到180万辆", "160万到180万辆", 1600000, 1800000, "辆"),
        ("增幅20%—30%", "20%—30%", 20, 30, "%"),
        ("涨幅8%至20%", "8%至20%", 8, 20, "%"),
        ("需要40万—50万元", "40万—50万元", 400000, 500000, "元"),
        ("需要3到5万元", "3到5万元", 30000, 50000, "元"),
        ("8000至1万元", "8000至1万元", 8000, 10000, "元"),
        ("6 万-8 万年", "6 万-8 万年", 60000, 80000, "年"),
        ("两三个月", "两三个月", 2, 3, "个月"),
        ("招收二三十人", "二三十人", 20, 30, "人"),
        ("有十七八家", "十七八家", 17, 18, "家"),
        ("占七八成", "七八成", 70, 80, "%"),
        ("三四十万元", "三四十万元", 300000, 400000, "元"),
        ("百分之二十到三十", "百分之二十到三十", 20, 30, "%"),
        ("二十年或五十年一遇", "二十年或五十年一遇", 20, 50, "年一遇"),
        ("招收十七八万人", "十七八万人", 170000, 180000, "人"),
        ("二到三千人参加", "二到三千人", 2000, 3000, "人"),
        ("两到三百人", "两到三百人", 200, 300, "人"),
        ("投资20、30亿元", "20、30亿元", 2000000000, 3000000000, "元"),
        ("七、八万元", "七、八万元", 70000, 80000, "元"),
        ("投资$1—5亿", "$1—5亿", 100000000, 500000000, "美元"),
    ],
)
def test_a_range_has_both_ends(text, printed, low, high, unit):
    (figure,) = find_figures(text)
    assert (figure.printed, figure.value, figure.value_to, figure.unit) == (printed, low, high, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产量居全省第3位", [("第3位", "3", "位")]),
        ("增速分别居全国第二、第七、第九", [("第二", "2", None), ("第七", "7", None), ("第九", "9", None)]),
        ("连续4年居全国前六（含并列）", [("4年", "4", "年"), ("前六", "6", None)]),
        ("产量居全球首位", [("首位", "1", "位")]),
        ("创13年来新高", [("13年", "13", "年")]),
        ("创近十年新高", [("十年", "10", "年")]),
        ("再创历史新高", [("历史新高", None, None)]),
        ("摆在首位", []),
        ("居全国百强县投资潜力第3、绿色发展第5", [("第3", "3", None), ("第5", "5", None)]),
        ("是全台第8大就業市場", [("第8大", "8", "大")]),
        ("位列第一方阵", []),
        ("第三产业、第一季度、第十四届", []),
    ],
)
def test_a_place_in_an_order_needs_words_that_say_so(text, expected):
    assert found(text) == figures(*expected)


def test_numbers_of_a_list_share_the_unit_after_the_last():
    assert found("分别提高12、15和20个百分点") == figures(
        ("12", "12", "个百分点"), ("15", "15", "个百分点"), ("20个百分点", "20", "个百分点")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("西部陆海通道", []),  # 陆 is land, never 6
        ("陆大春和王五都来了", []),  # names, no seasons and no numbers
        ("汇聚专家1500余名", [("1500余名", "1500", "名")]),  # no year 1500
        ("收入比是2.4:1", [("2.4:1", "2.4", ":1")]),  # no time of day
        ("累计投入达8293万元", [("8293万元", "82930000", "元")]),  # 达 is no part of it
        ("强度增长到4.44%", [("4.44%", "4.44", "%")]),  # whole, not cut in three
        ("走访两三个村", [("两三个", "2", "个")]),  # not 23
        ("4/5G网络", []),  # no date and no share
        ("翻了一番多", [("翻了一番", "1", "倍")]),
        ("惠及76万群众", [("76万", "760000", None)]),  # 群 belongs to 群众
    ],
)
def test_traps_that_others_fell_into_are_passed(text, expected):
    assert found(text) == figures(*expected)


@pytest.mark.parametrize(
    "text",
    [
        "党的二十大代表", "“十四五”规划", "三农工作", "9·11事件", "一带一路", "七上八下", "一手抓生产", "三是改革",
        "万无一失", "一定要统一认识", "唯一的一些办法", "1491国际创意谷", "世界500强", "5G网络", "300KA系列", "K12教育",
        "5万吨级码头", "百亿级产业", "第一人民医院", "2022年9月", "10月17日", "2016—2020年", "1～6月份", "上世纪50年代",
        "二〇二二年十月十七日", "下午3点", "上午9时30分", "8:30开会", "2022-10-17", "一季度", "五年来", "近5年",
        "过去十年", "前5个月", "三天内办结", "一、总体要求", "（二）目标", "(3)措施", "第一，坚持", "第12条规定",
        "3.2节", "电话023-63907021", "邮编400010", "版本2.0.1", "京ICP备12000001号", "3:1战胜对手", "以2比0获胜",
        "周三、星期五、初一", "四川三亚九江百色", "“三个清单”制度", "两位数增长", "几十个村", "两家正在谈判",
        "十四届全国人大一次会议", "7×24小时", "半导体和半岛", "从0到1的突破", "十亿级产业", "三九天",
        "一个村", "一名工人", "政协十四届三次会议",
    ],
)  # fmt: skip
def test_a_numeral_that_counts_nothing_is_no_figure(text):
    assert found(text) == []


def test_all_numbers_mode_reads_what_counts_nothing_too():
    numbers = read_numbers("第三次，2018年，3/4，100K，负百分之五，美元50")
    assert [(number.printed, number.value, number.unit) for number in numbers] == figures(
        ("第三", "3", None), ("2018年", "2018", "年"), ("3/4", "0.75", None), ("100K", "100000", None),
        ("负百分之五", "-5", "%"), ("美元50", "50", "美元"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("占十分之一", [("十分之一", "10", "%")]),
        ("约占五百分之一", [("五百分之一", "0.2", "%")]),
        ("为一千六点五吨", [("一千六点五吨", "1600.5", "吨")]),
        ("全程五点五分钟", [("五点五分钟", "5.5", "分钟")]),
        ("五点五分出发", []),
        ("内存五十兆字节", [("五十兆字节", "50", "兆字节")]),
        ("一百零几万元", [("一百零几万元", "1000000", "元")]),
        ("攝氏十度和二十攝氏度", [("十度", "10", "度"), ("二十攝氏度", "20", "攝氏度")]),
    ],
)
def test_rare_forms_of_numbers_are_read_exactly(text, expected):
    assert found(text) == figures(*expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1, 234", ["1", "234"]),
        ("３, ４.5 六点七", ["3", "4.5", "6.7"]),
        ("...9", ["9"]),
        ("1.1^+2", ["1.21"]),
        ("1 3/5", ["1.6"]),
        ("负三分之负六", ["2"]),
        ("两美元又三美分", ["2.03"]),
        ("华氏温度51度", ["51"]),
        ("半百", ["50"]),
        ("百分百", ["100"]),
        ("点四五", ["0.45"]),
        ("30w", ["300000"]),
        ("一千陆", ["1600"]),
        ("倆千两百", ["2200"]),
        ("万", []),
        ("一切", []),
        ("维生素B12", []),
    ],
)
def test_all_numbers_mode_reads_what_other_tools_are_tested_with(text, expected):
    assert [number.value for number in read_numbers(text)] == list(map(Decimal, expected))


def test_all_numbers_mode_reads_ranges_without_a_unit():
    for text, low, high in (("12到23", 12, 23), ("10k~15k", 10000, 15000), ("$1-5", 1, 5)):
        (number,) = read_numbers(text)
        assert (number.value, number.value_to) == (low, high)


NUMERIC = (
    "0123456789０９.．,，、。%％‰:~—- 　\n零〇一二三九十百千万亿兆两半几数多余来点分之成折倍番翻减第首前位名个元块角毛"
    "斤两米年月日时約億萬壹贰陆拾佰上近超过至到或和又负¥$kMGe^打对比历史新高以上公里每"
)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=NUMERIC, max_size=60))
def test_figures_are_verbatim_ordered_and_never_overlap(text):
    for read in (find_figures, read_numbers):
        end = 0
        for figure in read(text):
            assert end <= figure.start <= figure.number_start <= figure.number_end <= figure.end
            assert text[figure.start : figure.end] == figure.printed
            end = figure.end


@pytest.mark.parametrize(
    "unit", ["1", "万", "一", "1,", "1.", "(", "“", "百分之", "1、", "1至", "一点", "前1", "半", "¥1"]
)
def test_hostile_text_is_read_to_its_end(unit):
    text = unit * (20_000 // len(unit)) + "。共5家"
    assert find_figures(text)[-1].printed == "5家"


def test_a_magnitude_of_traditional_texts_stands_behind_a_qualifier():
    (figure,) = find_figures("投資10余兆元")
    assert (figure.printed, figure.value, figure.unit) == ("10余兆元", Decimal("10000000000000"), "元")
