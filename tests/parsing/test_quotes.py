"""Direct and reported speech: who said what, and by which verb."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from roundtable_site.model import LayoutItem, Paragraph, Section
from roundtable_site.parsing.drafts import Outline, Person
from roundtable_site.parsing.quotes import find_quotes
from roundtable_site.parsing.quotes.marks import read_marks


def outline(*paragraphs, standfirst=(), guests=(), heading="小标题", speaker=None, hosts=(), speech=False):
    section = Section(id="s1", heading=heading, speaker=speaker, paragraphs=tuple(_paragraphs("s1", paragraphs)))
    return Outline(
        headline=None,
        subtitle=None,
        column=None,
        reporters=(),
        photographers=(),
        standfirst=tuple(_paragraphs("s0", standfirst)),
        sections=(section,),
        guests=tuple(guests),
        captions=(),
        layout=(),
        unplaced=(),
        hosts=tuple(hosts),
        speech=speech,
    )


def _paragraphs(piece, texts):
    for number, text in enumerate(texts, 1):
        label, question = None, False
        if isinstance(text, tuple):
            label, text = text
            question = label is None
        yield Paragraph(id=f"{piece}p{number}", lines=(number, number), text=text, speaker=label, question=question)


def quoted(*paragraphs, **frame):
    voices = find_quotes(outline(*paragraphs, **frame))
    return [(quote.speaker, quote.kind, quote.cue, quote.text) for quote in voices.quotes]


D, R = "direct", "indirect"

WAYS_OF_QUOTING = [
    # the attribution behind, before, in the middle
    ("“路修通了，菜就好卖。”青禾镇镇长何一平说。", [("何一平", D, "说", "路修通了，菜就好卖。")]),
    ("青禾镇镇长何一平说：“路修通了，菜就好卖。”", [("何一平", D, "说", "路修通了，菜就好卖。")]),
    (
        "“路修通了，”青禾镇镇长何一平说，“菜就好卖。”",
        [("何一平", D, "说", "路修通了，"), ("何一平", D, "说", "菜就好卖。")],
    ),
    # reported speech, alone and mixed
    ("青禾镇镇长何一平表示，今年将再修三条路。", [("何一平", R, "表示", "今年将再修三条路。")]),
    (
        "青禾镇镇长何一平说，我们的发展规划已经提到，今年再修三条路。",
        [("何一平", R, "说", "我们的发展规划已经提到，今年再修三条路。")],
    ),
    (
        "青禾镇镇长何一平表示，路修通了，“菜就好卖”。",
        [("何一平", R, "表示", "路修通了"), ("何一平", D, "表示", "菜就好卖")],
    ),
    (
        "“路通了。”青禾镇镇长何一平表示，今年将再修三条路。",
        [("何一平", D, "表示", "路通了。"), ("何一平", R, "表示", "今年将再修三条路。")],
    ),
    # the verb far away, a noun of saying, no verb of saying
    ("“路通了，心也通了。”3月5日，青禾镇镇长何一平向记者谈了修路的经过。", [("何一平", D, "谈", "路通了，心也通了。")]),
    ("“路通了，心也通了。”一位村民在村口发出这样的感叹。", [("一位村民", D, "感叹", "路通了，心也通了。")]),
    (
        "青禾镇镇长何一平说，路通了。“心也通了。”说起变化，何一平满面笑容。",
        [("何一平", R, "说", "路通了。"), ("何一平", D, "", "心也通了。")],
    ),
    # phrases between the speaker and the verb
    ("青禾镇镇长何一平在接受本报记者采访时表示，路已修通。", [("何一平", R, "表示", "路已修通。")]),
    ("青禾镇镇长何一平对记者说：“路已修通。”", [("何一平", D, "说", "路已修通。")]),
    ("青禾镇镇长何一平笑着告诉记者，路已修通。", [("何一平", R, "告诉", "路已修通。")]),
    ("青禾镇镇长何一平走访了农户，并表示，路会修通。", [("何一平", R, "表示", "路会修通。")]),
    ("“路通了，心也通了。”说起修路，村支书周大山连连点头。", [("周大山", D, "", "路通了，心也通了。")]),
    ("村支书周大山摆摆手：“这是大家修的。”", [("周大山", D, "", "这是大家修的。")]),
    ("“太方便了！”家住柳林村的李女士竖起大拇指。", [("李女士", D, "", "太方便了！")]),
    ("用镇长何一平的话说，“路比什么都要紧”。", [("何一平", D, "说", "路比什么都要紧")]),
    ("记者从镇长何一平处获悉，“年底就能走车”。", [("何一平", D, "获悉", "年底就能走车")]),
    ("清江大学教授何一平分析认为，水质在变好。", [("何一平", R, "分析认为", "水质在变好。")]),
    ("青禾镇镇长何一平19日在会上表示，他对此表示欢迎。", [("何一平", R, "表示", "他对此表示欢迎。")]),
    # verbs of Hong Kong and Taiwan, verbs that show a face
    ("香港旅行局局長何一平指，酒店已客滿。", [("何一平", R, "指", "酒店已客滿。")]),
    (
        "「路修通了。」青禾科技董事長何一平苦笑，「菜好賣。」",
        [("何一平", D, "苦笑", "路修通了。"), ("何一平", D, "苦笑", "菜好賣。")],
    ),
    ("青禾银行副行长何一平给商户出谋划策，“可以合起来贷款”。", [("何一平", D, "出谋划策", "可以合起来贷款")]),
    ("禾電董事長何一平回應分析師提問時說，沒有下修訂單。", [("何一平", R, "說", "沒有下修訂單。")]),
    ("零售協會主席何一平預警，8月數字會差。", [("何一平", R, "預警", "8月數字會差。")]),
    # in a list of speakers each part has its own; a bare name that shows a face
    (
        "青禾镇镇长何一平表示，路已修通；清江集团总经理周大山介绍了规划，并表示，会投资。",
        [("何一平", R, "表示", "路已修通"), ("周大山", R, "表示", "会投资。")],
    ),
    ("“收入比往年多了一大截。”说起变化，秦川明心里乐开了花。", [("秦川明", D, "", "收入比往年多了一大截。")]),
    # one of many firms, by no name
    ("一家头部酒企的负责人告诉记者，货卖得慢。", [("一家头部酒企的负责人", R, "告诉", "货卖得慢。")]),
    # names of every kind
    ("牧业部部长安娜·科斯塔认为，草场需要休养。", [("安娜·科斯塔", R, "认为", "草场需要休养。")]),
    ("清江大学教授欧阳青指出，水质在变好。", [("欧阳青", R, "指出", "水质在变好。")]),
    ("清江市第二医院护士长何一平委员建议，增加夜班补贴。", [("何一平", R, "建议", "增加夜班补贴。")]),
    # marks of every kind
    ("「路修通了，菜就好賣。」青禾鎮鎮長陳一平說。", [("陳一平", D, "說", "路修通了，菜就好賣。")]),
    ('"路修通了,菜就好卖."青禾镇镇长何一平说.', [("何一平", D, "说", "路修通了,菜就好卖.")]),
    (
        "“他常说‘要想富，先修路’，这话不假。”青禾镇镇长何一平说。",
        [("何一平", D, "说", "他常说‘要想富，先修路’，这话不假。")],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), WAYS_OF_QUOTING)
def test_words_go_to_their_speaker_with_the_verb_as_printed(text, quotes):
    assert quoted(text) == quotes


@pytest.mark.parametrize(
    "text",
    [
        "全镇落实“八个到位”要求，建设“十里花海”。",
        "“十里花海”项目已经开工。",
        "他们打出了一套“组合拳”。",
        "据了解，路已修通。",
        "也就是说，路已修通。",
        "镇长何一平介绍了修路的经过。",
        "俗话说，“要想富，先修路”。",
        "他说的“十里花海”就在这里。",
        "各部门提出的建议有三条。",
        "集40年之经验，我可以负责任地跟大家说，家庭是第一所学校。",
    ],
)
def test_terms_slogans_and_hearsay_are_no_quotes(text):
    assert quoted(text) == []


def test_pronouns_surnames_and_roles_mean_the_person_named_before():
    assert [speaker for speaker, *_ in quoted(
        "青禾镇镇长何一平说，路已修通。他认为，菜会好卖。",
        "何镇长说，明年再修三条。",
        "“菜真的好卖。”清江超市负责人周大山说。该负责人表示，还要多进货。",
    )] == ["何一平", "何一平", "何一平", "周大山", "周大山"]  # fmt: skip


def test_a_pronoun_with_a_colon_gives_both_stretches_to_the_person_named_before():
    assert quoted("青禾镇镇长何一平说，路已修通。", "“路修通了，菜就好卖。”他拿青椒举例：“一斤多卖两毛。”")[1:] == [
        ("何一平", D, "举例", "路修通了，菜就好卖。"),
        ("何一平", D, "举例", "一斤多卖两毛。"),
    ]


def test_part_of_a_foreign_name_means_the_whole_of_it():
    assert [
        speaker for speaker, *_ in quoted("草业组织秘书长米哈伊尔·科斯塔说，雨来得晚。", "科斯塔认为，草会长好。")
    ] == [
        "米哈伊尔·科斯塔",
        "米哈伊尔·科斯塔",
    ]


def test_two_persons_presented_together_keep_their_own_titles():
    voices = find_quotes(
        outline("前财长何一平和清江大学校长周大山在会上对谈。", "何一平说，路已修通。周大山认为，桥也要修。")
    )
    assert [(guest.name, guest.titles) for guest in voices.guests] == [
        ("何一平", ("前财长",)),
        ("周大山", ("清江大学校长",)),
    ]


def test_a_question_that_the_reporter_asks_is_no_quotation():
    assert quoted("村支书周大山说，路已修通。", "“为什么要修路？”面对记者的提问，周大山答道：“为了孩子。”")[1:] == [
        ("周大山", D, "答道", "为了孩子。")
    ]


def test_a_quotation_that_runs_on_in_the_next_paragraph_keeps_its_speaker():
    assert quoted("青禾镇镇长何一平说：“路已修通，菜也好卖。", "“明年再修三条路。”") == [
        ("何一平", D, "说", "路已修通，菜也好卖。"),
        ("何一平", D, "", "明年再修三条路。"),
    ]


def test_a_quotation_of_its_own_behind_an_attributed_one_has_an_empty_cue():
    assert quoted("“路已修通。”青禾镇镇长何一平说。“菜也会好卖的。”")[1] == ("何一平", D, "", "菜也会好卖的。")


def test_a_quotation_that_ends_an_unattributed_sentence_goes_on_with_the_speaker():
    assert quoted("青禾镇镇长何一平说，路已修通。同时桥也在建，“年底就能走车”。")[1] == (
        "何一平",
        D,
        "",
        "年底就能走车",
    )


def test_a_document_in_the_standfirst_is_a_source_and_no_guest():
    voices = find_quotes(outline("正文。", standfirst=["“粮食安全是国之大者。”三农报告对此再次作出强调。"]))
    assert [(quote.id, quote.speaker, quote.cue) for quote in voices.quotes] == [("s0q1", "三农报告", "强调")]
    assert voices.guests == ()


def test_every_paragraph_of_an_answer_is_a_direct_quotation_and_a_question_is_none():
    voices = find_quotes(
        outline(
            (None, "路何时修通？"),
            ("何一平", "年底。"),
            ("何一平", "还要修桥。"),
            hosts=["记者"],
            guests=[Person("何一平")],
        )
    )
    assert [(quote.speaker, quote.text, quote.cue) for quote in voices.quotes] == [
        ("何一平", "年底。", ""),
        ("何一平", "还要修桥。", ""),
    ]
    assert voices.sections[0].speaker == "何一平"


def test_every_paragraph_under_a_speakers_label_is_a_direct_quotation():
    label = LayoutItem(lines=(1, 1), kind="speaker-label", text="镇长何一平：")
    frame = outline("路已修通。", "还要修桥。", guests=[Person("何一平", ("镇长",))], heading=None, speaker="何一平")
    quotes = find_quotes(replace(frame, layout=(label,))).quotes
    assert [(quote.speaker, quote.kind, quote.text) for quote in quotes] == [
        ("何一平", D, "路已修通。"),
        ("何一平", D, "还要修桥。"),
    ]


def test_a_speech_has_no_quotes_and_its_speaker_says_all_of_it():
    voices = find_quotes(outline("何一平说，路已修通。", guests=[Person("何一平", ("镇长",))], speech=True))
    assert voices.quotes == ()
    assert voices.sections[0].speaker == "何一平"


def test_guests_come_from_running_text_with_titles_and_place():
    voices = find_quotes(
        outline("云岭省清江市委书记何一平表示，路已修通。", "“菜好卖。”清江超市负责人、市人大代表周大山说。")
    )
    assert [(guest.name, guest.titles, guest.district, guest.role) for guest in voices.guests] == [
        ("何一平", ("云岭省清江市委书记",), "清江市", "panellist"),
        ("周大山", ("清江超市负责人", "市人大代表"), "清江超市", "panellist"),
    ]
    assert voices.sections[0].speaker is None
    assert [paragraph.speaker for paragraph in voices.sections[0].paragraphs] == ["何一平", "周大山"]


def test_an_unnamed_official_is_a_guest_of_the_body_named():
    guest = find_quotes(outline("市水务局相关负责人介绍，水质在变好。")).guests[0]
    assert (guest.name, guest.titles, guest.district) == ("市水务局相关负责人", (), "市水务局")


def test_a_farmer_of_a_dotted_name_and_an_officials_grade_are_told_from_name_and_body():
    voices = find_quotes(outline("“瓜好卖。”瓜农买买提·禾尔逊说。", "禾川省统计局一级巡视员何一平表示，路已修通。"))
    assert [(guest.name, guest.district) for guest in voices.guests] == [
        ("买买提·禾尔逊", None),
        ("何一平", "禾川省统计局"),
    ]


def test_a_bare_calling_means_the_unnamed_person_before():
    assert [speaker for speaker, *_ in quoted("政府發言人表示，會開放。發言人指，路已修通。")] == ["政府發言人"] * 2


def test_a_dateline_with_its_reporter_is_neither_title_nor_speaker():
    voices = find_quotes(outline("禾新社香港2月22日電（記者 盧一平）旅行局局長何一平表示，酒店客滿。"))
    assert [(guest.name, guest.titles) for guest in voices.guests] == [("何一平", ("旅行局局長",))]
    assert quoted("新禾网上海8月30日电（记者何一平）来自交易所的消息说，半年报披露已收官。") == []


BESIDE_THE_NAME = [
    ("禾電董事長暨總裁何一平指出，需求很強。", ("禾電董事長", "總裁")),
    ("財務長何一平表示，營收會成長。", ("財務長",)),
    ("主持发掘的何一平研究馆员说，这里是墓园。", ("研究馆员",)),
    # an office behind the name in brackets, and in a clause about how somebody got it
    ("清江研究所所长何一平（兼任禾川中心主任）表示，路已修通。", ("清江研究所所长", "禾川中心主任")),
    ("何一平（清江大学教授）认为，路已修通。", ("清江大学教授",)),
    ("由副厂长升任厂长的何一平说，路已修通。", ("厂长",)),
]


@pytest.mark.parametrize(("text", "titles"), BESIDE_THE_NAME)
def test_titles_beside_a_name_are_found(text, titles):
    assert [(guest.name, guest.titles) for guest in find_quotes(outline(text)).guests] == [("何一平", titles)]


def test_a_bare_post_and_a_share_code_leave_the_place_and_the_firm():
    voices = find_quotes(
        outline("嘉禾縣政府今辦大會，縣長陳一平說，路已修通。", "泸禾股份（000568.SZ）董事长周大山说，酒好卖。")
    )
    assert [guest.district for guest in voices.guests] == ["嘉禾縣", "泸禾股份"]


def test_a_name_that_ends_like_a_word_is_read_whole_where_the_text_repeats_it():
    text = "“菜好卖。”在集市上，青禾镇副镇长李青案通报了情况。", "据李青案介绍，路已修通。"
    assert [guest.name for guest in find_quotes(outline(*text)).guests] == ["李青案"]


def test_a_term_between_speaker_and_verb_is_passed_over():
    assert quoted("青禾镇镇长何一平3月5日在“代表通道”回应说，路已修通。") == [("何一平", R, "回应说", "路已修通。")]


def test_a_quotation_knows_its_place_in_the_paragraph():
    text = "青禾镇镇长何一平说：“路已修通。”"
    quote = find_quotes(outline(text)).quotes[0]
    assert text[quote.start :].startswith(quote.text)


def test_a_speaker_carried_over_from_another_paragraph_is_marked_unsure():
    voices = find_quotes(outline("青禾镇镇长何一平说，路已修通。", "他认为，菜会好卖。"))
    assert [quote.unsure for quote in voices.quotes] == [None, "a pronoun whose person stands in another paragraph"]


@pytest.mark.parametrize(
    "text", ["“" * 3000, "”" * 3000, '"' * 3001, "「『" * 2000, "他说，" * 2000, "说" * 5000, "主任王" * 2000]
)
def test_hostile_text_is_read_without_an_error(text):
    find_quotes(outline(text))


def test_marks_of_one_kind_within_each_other_belong_to_the_outer_stretch():
    text = "“他说“好”，我同意。”"
    assert [(span.start, span.end) for span in read_marks(text)] == [(0, len(text))]
