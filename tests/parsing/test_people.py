"""Names, titles, and the place or organisation that somebody speaks for."""

from __future__ import annotations

import pytest

from roundtable_site.parsing.people import district_of, is_bare_name, is_name, read_person, read_run, split_titles


@pytest.mark.parametrize(
    ("printed", "titles"),
    [
        ("党的二十大代表、沙坪坝区委书记", ("党的二十大代表", "沙坪坝区委书记")),
        ("市经信委党组书记、主任", ("市经信委党组书记", "主任")),
        ("农业、畜牧和渔业部部长", ("农业、畜牧和渔业部部长",)),
        ("青禾公司创始人，首席执行官", ("青禾公司创始人", "首席执行官")),
        ("青禾公司副总裁（分管研发、生产）", ("青禾公司副总裁（分管研发、生产）",)),
        ("", ()),
    ],
)
def test_titles_are_split_where_the_text_lists_several(printed, titles):
    assert split_titles(printed) == titles


@pytest.mark.parametrize(
    ("line", "name", "titles"),
    [
        ("党的二十大代表、沙坪坝区委书记 唐小平", "唐小平", ("党的二十大代表", "沙坪坝区委书记")),
        ("市经信委党组书记、主任蓝庆华", "蓝庆华", ("市经信委党组书记", "主任")),
        ("清江大学经济学院教授 何　平", "何平", ("清江大学经济学院教授",)),
        ("何一平：清江大学教授", "何一平", ("清江大学教授",)),
        ("何一平（清江大学教授、博士生导师）", "何一平", ("清江大学教授", "博士生导师")),
        ("何一平 清江大学教授", "何一平", ("清江大学教授",)),
        ("欧阳青", "欧阳青", ()),
        ("財政事務局局長陳大文", "陳大文", ("財政事務局局長",)),
        ("牧业部部长安娜·科斯塔", "安娜·科斯塔", ("牧业部部长",)),
    ],
)
def test_a_line_that_presents_somebody_is_read(line, name, titles):
    person = read_person(line)
    assert person is not None
    assert (person.name, person.titles) == (name, titles)


@pytest.mark.parametrize(
    "line", ["让创新成为 发展的强大动能", "主持人：", "坚持绿色发展", "连线", "", "本版图片由记者摄"]
)
def test_a_line_that_presents_nobody_gives_none(line):
    assert read_person(line) is None


@pytest.mark.parametrize(
    ("run", "name", "titles"),
    [
        ("清江市第二医院急诊科主任何一平委员", "何一平", ("清江市第二医院急诊科主任", "委员")),
        ("10月17日，清江市商务局局长何一平", "何一平", ("清江市商务局局长",)),
        ("两家企业的领头人都是清江大学教授何一平", "何一平", ("清江大学教授",)),
        ("这是清江市商务局局长何一平", "何一平", ("清江市商务局局长",)),
        ("这几位代表分别是江北村支部书记何一平", "何一平", ("江北村支部书记",)),
        ("45岁的养殖户周大山", "周大山", ("养殖户",)),
        ("清江研究院副总工程师何一平", "何一平", ("清江研究院副总工程师",)),
        ("副總統何一平", "何一平", ("副總統",)),
        ("清江机械公司副总工程师何一平", "何一平", ("清江机械公司副总工程师",)),
        ("〔記者溫如玉／清江報導〕清江商會理事長何一平", "何一平", ("清江商會理事長",)),
        ("清江大学党委书记何一平教授", "何一平", ("清江大学党委书记", "教授")),
        ("江北村党总支书记何一平先生", "何一平", ("江北村党总支书记",)),
    ],
)
def test_a_run_of_titles_and_name_is_read_from_its_end(run, name, titles):
    found = read_run(run)
    assert found is not None
    assert (found.name, found.titles) == (name, titles)


@pytest.mark.parametrize(
    ("titles", "district"),
    [
        (("党的二十大代表", "沙坪坝区委书记"), "沙坪坝区"),
        (("党的二十大代表", "重庆高新区党工委副书记", "管委会主任"), "重庆高新区"),
        (("市经信委党组书记", "主任"), "市经信委"),
        (("市委农业农村工委书记", "市农业农村委主任"), "市农业农村委"),
        (("云岭省清江市委书记", "代表"), "清江市"),
        (("云岭省清江市第二医院急诊科主任", "委员"), "清江市第二医院"),
        (("云岭省清江市柳林镇上坝村党总支书记",), "上坝村"),
        (("民建云岭省委主委", "云岭省科协副主席"), "云岭省科协"),
        (("清江机床市场部经理",), "清江机床"),
        (("清江机床品牌文化部副部长",), "清江机床"),
        (("挪威渔业和海洋部部长",), "挪威"),
        (("教育部高等教育司司长",), "教育部"),
        (("清江大学公共管理学院院长",), "清江大学"),
        (("清江供电公司总经理",), "清江供电公司"),
        (("清江机床技术总监",), "清江机床"),
        (("著名作家",), None),
        (("全国人大代表",), None),
        ((), None),
    ],
)
def test_the_body_somebody_speaks_for_is_read_from_the_titles(titles, district):
    assert district_of(titles) == district


@pytest.mark.parametrize(
    ("title", "text", "district"),
    [
        ("清江天工机械有限公司车间主任", "近年来，天工机械转型升级。", "天工机械"),
        ("清江天工机械有限公司车间主任", "清江天工机械有限公司车间主任何一平说。", "清江天工机械有限公司"),
        ("联合国工业及贸易发展组织驻华代表", "联合国工业及贸易发展组织驻华代表说，工贸组织愿意。", "工贸组织"),
        ("自治区人民政府主席", "会议在西藏自治区首府召开。", "西藏自治区"),
        ("省长", "——在青海省第十次会议上\n我代表省人民政府作报告。", "青海省"),
    ],
)
def test_a_body_takes_its_shortest_printed_form(title, text, district):
    assert district_of((title,), text) == district


@pytest.mark.parametrize("name", ["王二", "司马青云", "欧阳青", "陈方安生", "安娜·科斯塔", "科斯塔", "John Smith"])
def test_names_of_every_kind_are_names(name):
    assert is_name(name)


@pytest.mark.parametrize("word", ["方案", "高层", "安全", "江苏", "华为", "公司", "马路", "金融界", "白皮书"])
def test_everyday_words_are_no_bare_names(word):
    assert not is_bare_name(word)
