"""The article's frame: head matter, guests, pieces, questions and answers."""

import pytest

from roundtable_site.parsing.layout import unfold
from roundtable_site.parsing.layout.names import byline
from roundtable_site.parsing.layout.persons import person_of
from roundtable_site.parsing.source import source_from
from roundtable_site.parsing.structure import outline


def frame(text: str):
    """Read a text in which | stands for a line end."""
    return outline(unfold(source_from(text.replace("|", "\n").encode(), "a.txt")))


def turns(section):
    return [(p.text, "?" if p.question else p.speaker) for p in section.paragraphs]


BODY = "去年，县里新修了一条环湖路。路边种满了柳树，早晚都有人来散步。"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("湖边新事||", ("湖边新事", None, None)),
        ("湖边新事||镜湖圆桌||", ("湖边新事", None, "镜湖圆桌")),
        ("湖边新事||——镜湖圆桌||", ("湖边新事", None, "镜湖圆桌")),
        ("镜湖圆桌||湖边新事||", ("湖边新事", None, "镜湖圆桌")),
        ("湖边新事||——三位乡亲的一年||", ("湖边新事", "——三位乡亲的一年", None)),
        ("湖边新事||湖边新事||", ("湖边新事", None, None)),
        ("修大路，小镇何为|——三位乡亲的一年||", ("修大路，小镇何为", "——三位乡亲的一年", None)),
        ("### 湖边新事||", ("湖边新事", None, None)),
        ("湖边的路修到哪儿了？||", ("湖边的路修到哪儿了？", None, None)),
        ("湖边新事 水清了路也通了||", ("湖边新事 水清了路也通了", None, None)),
        ("“补路”也要“补桥”|环湖交通再提速||", ("“补路”也要“补桥” 环湖交通再提速", None, None)),
        ("2024年3月1日 星期五 责编 何为 美编 方圆||湖边新事||", ("湖边新事", None, None)),
        ("镜湖日报 03版||湖边新事||", ("湖边新事", None, None)),
        ("", (None, None, None)),
    ],
)
def test_headline_subtitle_and_column_are_told_apart(head, expected):
    found = frame(head + BODY)
    assert (found.headline, found.subtitle, found.column) == expected
    assert [p.text for s in found.sections for p in s.paragraphs] == [BODY]


@pytest.mark.parametrize(
    ("line", "reporters", "photographers"),
    [
        ("本报记者 何为", ("何为",), ()),
        ("□本报记者 何为 方圆", ("何为", "方圆"), ()),
        ("本报记者何为", ("何为",), ()),
        ("镜湖日报记者 何为 通讯员 方圆", ("何为", "方圆"), ()),
        ("记者 李　明", ("李明",), ()),
        ("文/何为 图/方圆", ("何为",), ("方圆",)),
        ("工商時報 林怡君", ("林怡君",), ()),
        ("本版图片由记者何为、方圆摄", (), ("何为", "方圆")),
        ("图片由受访者提供", (), ()),
        ("記者林怡君／台北報導", ("林怡君",), ()),
        ("林怡君報導", ("林怡君",), ()),
        ("撰文｜林怡君 攝影｜陳志明", ("林怡君",), ("陳志明",)),
        ("记者 何为 通讯员 方圆", ("何为", "方圆"), ()),
        ("何为的早晨", (), ()),
    ],
)
def test_bylines_and_credits_name_who_wrote_and_who_took_the_pictures(line, reporters, photographers):
    found = frame(f"湖边新事||{line}||{BODY}")
    assert (found.reporters, found.photographers) == (reporters, photographers)


def test_reporters_are_read_from_the_first_paragraph_and_from_the_last_line():
    assert frame(f"湖边新事||本报讯（记者 何为 方圆）{BODY}").reporters == ("何为", "方圆")
    assert frame(f"湖边新事||{BODY}本报记者何为").reporters == ("何为",)


@pytest.mark.parametrize(
    "lines",
    [
        "嘉宾：|镜湖县县长 白晓帆|镜湖餐饮协会会长 陆春燕",
        "访谈嘉宾：||白晓帆（镜湖县县长）||陆春燕（镜湖餐饮协会会长）",
        "嘉宾：白晓帆（镜湖县县长）、陆春燕（镜湖餐饮协会会长）",
        "與談人：|白晓帆，镜湖县县长|陆春燕，镜湖餐饮协会会长",
        "【嘉宾】|白晓帆：镜湖县县长|陆春燕：镜湖餐饮协会会长",
        "嘉宾：|白晓帆|镜湖县县长|陆春燕|镜湖餐饮协会会长",
    ],
)
def test_guest_lists_give_the_panel_with_titles(lines):
    found = frame(f"湖边新事||{lines}||先修路||{BODY}||再开店||{BODY}")
    assert [(g.name, g.titles, g.role) for g in found.guests] == [
        ("白晓帆", ("镜湖县县长",), "panellist"),
        ("陆春燕", ("镜湖餐饮协会会长",), "panellist"),
    ]
    assert found.unplaced == ()


def test_portraits_below_a_guest_list_are_captions_and_pieces_go_to_whom_their_text_names():
    found = frame(
        "湖边新事||嘉宾：|镜湖县县长 白晓帆|镜湖餐饮协会会长 陆春燕|||白晓帆||陆春燕||"
        f"先修路||{BODY}||白晓帆说，路还要接着修。||再开店||{BODY}陆春燕表示，店里正缺人手。"
    )
    assert found.captions == ("白晓帆", "陆春燕")
    assert [(s.heading, s.speaker) for s in found.sections] == [("先修路", "白晓帆"), ("再开店", "陆春燕")]


def test_a_guest_line_above_a_heading_heads_the_piece_and_its_byline_is_the_guests():
    found = frame(
        "湖边新事||嘉宾：|镜湖县县长 白晓帆|镜湖餐饮协会会长 陆春燕||"
        f"先修路||{BODY}白晓帆说。||再开店||{BODY}陆春燕说。||"
        f"两地连线||邻湖县文旅局局长方远||来做客||□本报记者 何为||{BODY}"
    )
    guest = found.guests[-1]
    assert (guest.name, guest.titles, guest.role) == ("方远", ("邻湖县文旅局局长",), "interviewee")
    assert guest.reporters == ("何为",)
    assert found.sections[-1].speaker == "方远"
    assert found.reporters == ()
    assert [item.text for item in found.layout if item.kind == "kicker"] == ["两地连线"]


def test_labels_with_titles_on_lines_of_their_own_open_pieces_without_headings():
    found = frame(f"湖边新事||{BODY}||镜湖县县长白晓帆：||{BODY}||{BODY}||镜湖餐饮协会会长陆春燕：||{BODY}")
    assert [(s.heading, s.speaker, len(s.paragraphs)) for s in found.sections] == [
        (None, None, 1),
        (None, "白晓帆", 2),
        (None, "陆春燕", 1),
    ]
    assert found.standfirst == ()


def test_what_stands_alone_below_a_label_heads_its_piece_whatever_its_form():
    found = frame(
        f"湖边新事||{BODY}||工信局局长白晓帆：||宽带单价下降九成||五年来，宽带单价降了九成。||"
        "交通局局长陆春燕：||具备条件的乡镇和村明年通硬化路||5年间，中央共安排了四千亿元。"
    )
    assert [(section.heading, section.speaker) for section in found.sections] == [
        ("宽带单价下降九成", "白晓帆"),
        ("具备条件的乡镇和村明年通硬化路", "陆春燕"),
    ]
    assert [[p.text for p in section.paragraphs] for section in found.sections] == [
        ["五年来，宽带单价降了九成。"],
        ["5年间，中央共安排了四千亿元。"],
    ]


@pytest.mark.parametrize(
    ("asks", "answers", "speaker"),
    [
        ("记者：", "白晓帆：", "白晓帆"),
        ("主持人：", "白晓帆：", "白晓帆"),
        ("镜湖晚报：", "白晓帆：", "白晓帆"),
        ("镜湖晚报：", "彼得·汉森：", "彼得·汉森"),
        ("镜湖晚报 记者：", "镜湖市发言人、综合司司长 白晓帆：", "白晓帆"),
        ("問：", "答：", None),
        ("Q：", "A：", None),
    ],
)
def test_questions_and_answers_are_known_by_their_labels(asks, answers, speaker):
    found = frame(
        f"湖边新事||{BODY}||先说路||{asks}路修好了吗？||{answers}修好了一半。|还要再修一年。||{asks}钱够吗？||{answers}够。"
    )
    assert turns(found.sections[0]) == [
        ("路修好了吗？", "?"),
        ("修好了一半。", speaker),
        ("还要再修一年。", speaker),
        ("钱够吗？", "?"),
        ("够。", speaker),
    ]
    assert found.sections[0].speaker == speaker
    assert [p.text for p in found.standfirst] == [BODY]


STATEMENTS = (
    "湖边新事||{body}||镜湖科技CEO 白晓帆：路修好了一半。||湖心客运董事长 陆春燕：客人多了。||{between}||"
    "市规划院院长 方远：还要再修。"
)


def test_three_titled_labels_are_statements_and_the_reporter_goes_on_between_them():
    found = frame(STATEMENTS.format(body=BODY, between="记者注意到，湖边新开了三家店。"))
    assert turns(found.sections[0])[1:] == [
        ("路修好了一半。", "白晓帆"),
        ("客人多了。", "陆春燕"),
        ("记者注意到，湖边新开了三家店。", None),
        ("还要再修。", "方远"),
    ]
    assert [g.name for g in found.guests] == ["白晓帆", "陆春燕", "方远"]


def test_a_statement_goes_on_where_nobody_tells_of_it():
    found = frame(STATEMENTS.format(body=BODY, between="我们还要再添两条船。"))
    assert ("我们还要再添两条船。", "陆春燕") in turns(found.sections[0])


def test_a_headline_may_end_in_a_noun_that_looks_like_a_preposition():
    assert frame(f"院士们说出行业新风向||{BODY}").headline == "院士们说出行业新风向"


def test_a_host_is_known_by_the_question_marks_behind_the_name():
    found = frame(
        "湖边新事||方远：路修好了吗？||白晓帆：修好了一半。||方远：店开了吗？||陆春燕：开了三家。||白晓帆：还不够。"
    )
    assert found.hosts == ("方远",)
    assert [g.name for g in found.guests] == ["白晓帆", "陆春燕"]
    assert found.sections[0].speaker is None


def test_a_label_may_say_the_titles_of_who_answers():
    text = (
        "路修好以后||记者：路修到哪儿了？||王小鼎（镜湖县交通局局长）：修到了湖边。||李小禾（镜湖大学教授）：树还没有种。"
        "||记者：明年呢？||王小鼎：明年种树。"
    )
    found = frame(text)
    assert [(p.name, p.titles, p.role) for p in found.guests] == [
        ("王小鼎", ("镜湖县交通局局长",), "panellist"),
        ("李小禾", ("镜湖大学教授",), "panellist"),
    ]


def test_a_label_glued_into_a_paragraph_opens_a_paragraph():
    found = frame("湖边新事||记者：路修好了吗？白晓帆：修好了一半。||记者：还差什么？||白晓帆：差一座桥。")
    assert turns(found.sections[0])[:2] == [("路修好了吗？", "?"), ("修好了一半。", "白晓帆")]


def test_a_report_read_out_is_a_speech_without_a_standfirst():
    found = frame(
        "县政府工作报告||——2025年1月8日在镜湖县第三届人民代表大会上||县长 白晓帆||各位代表：||"
        f"现在，我向大会报告工作。||一、去年的工作||{BODY}||二、今年的打算||{BODY}"
    )
    assert found.speech
    assert found.standfirst == ()
    assert [(s.heading, s.speaker) for s in found.sections] == [
        (None, "白晓帆"),
        ("一、去年的工作", "白晓帆"),
        ("二、今年的打算", "白晓帆"),
    ]


def test_a_heading_that_asks_is_a_heading_among_others_of_its_length():
    found = frame(f"湖边新事||先把水治好||{BODY}||再把路修通||{BODY}||钱从哪里来？||{BODY}")
    assert [s.heading for s in found.sections] == ["先把水治好", "再把路修通", "钱从哪里来？"]


@pytest.mark.parametrize("heading", ["补短板，更要锻长板", "人来了,怎么留", "水清了，路也通了", "先治水，后开店"])
def test_a_heading_may_have_a_comma(heading):
    found = frame(f"湖边新事||{BODY}||{heading}||3月1日，施工队进场。{BODY}")
    assert [s.heading for s in found.sections] == [heading]


@pytest.mark.parametrize(
    "caption",
    ["图为环湖路。", "▲环湖路的早晨", "圖為環湖路。", "游客在湖边散步。（图源：镜湖发布）", "湖边的早晨（何为 摄）"],
)
def test_captions_of_more_than_a_name_are_no_paragraphs(caption):
    found = frame(f"湖边新事||{BODY}||{caption}||{BODY}")
    assert found.captions == (caption,)
    assert [p.text for s in found.sections for p in s.paragraphs] == [BODY, BODY]


def test_what_no_rule_recognises_is_unplaced_and_kept():
    found = frame(f"湖边新事||{BODY}||的时候，||")
    assert [item.text for item in found.unplaced] + [p.text for s in found.sections for p in s.paragraphs] in (
        [["的时候，"], BODY],
        ["的时候，", BODY],
        [BODY + "的时候，"],
    )


def test_headings_that_are_all_pairs_of_phrases_hold_one_another_up():
    pieces = [
        ("修好环湖路，乡亲出行更便当", "会上，村里人都来听。"),
        ("种下万株柳，湖边添上新风景", "为看新柳，游人不少。"),
    ]
    pieces.append(("开起小客栈，日子越过越红火", "有了客栈，夜里也热闹。"))
    found = frame(f"湖边新事||{BODY}||" + "||".join(f"{heading}||{opening}{BODY}" for heading, opening in pieces))
    assert [s.heading for s in found.sections] == [heading for heading, _ in pieces]


@pytest.mark.parametrize(
    "opening", ["这几天，湖边很热闹。", "眼下，柳树绿了。", "连日来，游人不断。", "当晚，县里开了会。"]
)
def test_a_plain_heading_stands_above_a_paragraph_that_opens_with_a_time(opening):
    found = frame(f"湖边新事||{BODY}||把湖边的故事讲下去||{opening}{BODY}")
    assert [s.heading for s in found.sections] == ["把湖边的故事讲下去"]


@pytest.mark.parametrize(
    ("line", "name", "titles"),
    [
        ("——专访青禾县商务局局长何敏", "何敏", "青禾县商务局局长"),
        ("——訪青禾縣農會理事長何敏", "何敏", "青禾縣農會理事長"),
    ],
)
def test_a_deck_that_says_who_is_interviewed_presents_them(line, name, titles):
    found = person_of(line)
    assert (found.name, found.titles) == (name, titles)


def test_a_byline_may_name_its_paper_between_the_marks_of_a_title():
    assert byline("《禾报》记者 林晚").reporters == ("林晚",)


def test_labels_that_each_stand_above_a_brief_line_present_headed_pieces():
    read = frame(
        "记者会：谈教育|"
        f"|禾川市第四中学校长王一平：||我不会买学区房||我会把精力放在家里。{BODY}|"
        f"|禾川大学教授周大山：||乡村教育要强||老师是最要紧的力量。{BODY}|"
    )
    assert [(section.heading, section.speaker) for section in read.sections] == [
        ("我不会买学区房", "王一平"),
        ("乡村教育要强", "周大山"),
    ]


def test_a_line_of_date_and_source_ends_the_headline_above_it():
    read = frame(
        f"充电桩建成3.3万个||发布时间：2024年12月27日 15:26 来源：禾川新闻网||12月27日，县里举办发布会。{BODY}|"
    )
    assert read.headline == "充电桩建成3.3万个"
