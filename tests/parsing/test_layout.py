"""What the page did to the text is undone, and nothing of the text is lost."""

import cProfile
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roundtable_site.parsing.layout import unfold
from roundtable_site.parsing.source import source_from
from roundtable_site.parsing.structure import outline

SPEECH = "“湖水清了，游客就来了，大家的日子也跟着好过。”镜湖县县长白晓帆说，县里接下来还要再建两处湿地公园。"
POINTS = [
    "一是守住水质这条线。沿湖三十六个村全部接通污水管网，旱季也不让一滴脏水入湖，这件事没有商量的余地。",
    "二是把路修到湖边。环湖步道还差最后十一公里，施工队春节后进场，力争在汛期到来之前全线贯通。",
    "三是让村民有活干。民宿、游船和手工作坊优先招收本地人，培训班一直办到各村的祠堂里去。",
]
CLEAN = [
    "一湖清水养一方人 两位乡亲细说家门口的变化",
    "湖边的日子究竟怎么样？本报记者走进镜湖县，听两位当地人讲讲他们的打算。",
    "还湖于民 先把水治好",
    SPEECH,
    "在他看来，治水是一笔长远账。过去十年，全县先后关停了四十多家小造纸厂，湖里的鱼从十几种恢复到三十余种。",
    *POINTS,
    "开门迎客 再把店做强",
    "“客人来一次不难，难的是让他们第二年还想来。”渔家乐协会会长陆春燕说，协会正在制定统一的服务标准。",
    "陆春燕家的小院有八间客房，去年夏天几乎天天满员。她打算把隔壁的老屋也租下来，改成一间小小的湖区博物馆。",
]
HEADINGS = [CLEAN[2], CLEAN[8]]
NAMES = ["白晓帆", "陆春燕"]
FURNITURE = [
    "第6版",
    "责任编辑：何为 校对：方圆",
    "本版图片由本报记者何为摄",
    "扫码看视频",
    "A06 要闻",
    "（下转第7版）",
]


def frame(lines: list[str] | str):
    text = lines if isinstance(lines, str) else "\n\n".join(lines)
    return outline(unfold(source_from(text.encode(), "a.txt")))


def paragraphs(lines: list[str] | str) -> list[str]:
    found = frame(lines)
    return [p.text for p in (*found.standfirst, *(p for s in found.sections for p in s.paragraphs))]


def headings(lines: list[str] | str) -> list[str | None]:
    return [section.heading for section in frame(lines).sections]


CLEAN_PARAGRAPHS = [line for line in CLEAN[1:] if line not in HEADINGS]


def test_a_clean_text_keeps_its_paragraphs_and_headings():
    assert paragraphs(CLEAN) == CLEAN_PARAGRAPHS
    assert headings(CLEAN) == HEADINGS
    assert frame(CLEAN).headline == CLEAN[0]


def within_a_sentence(text: str) -> list[int]:
    """Offsets at which a column may break: no mark at either side, not near the paragraph's ends."""
    return [i for i in range(9, len(text) - 4) if text[i - 1].isalnum() and text[i].isalnum()]


cuts = st.sampled_from(CLEAN_PARAGRAPHS).flatmap(
    lambda text: st.tuples(st.just(CLEAN.index(text)), st.sampled_from(within_a_sentence(text)))
)


@settings(deadline=None, derandomize=True)
@given(cut=cuts, gap=st.integers(1, 4))
def test_a_sentence_that_a_column_break_cut_is_whole_again(cut, gap):
    index, offset = cut
    text = CLEAN[index]
    lines = [*CLEAN[:index], text[:offset] + "\n" * (gap + 1) + text[offset:], *CLEAN[index + 1 :]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS
    assert headings(lines) == HEADINGS


@settings(deadline=None, derandomize=True)
@example(cut=(3, 30), between=["第6版", "白晓帆", "第6版"])
@given(cut=cuts, between=st.lists(st.sampled_from([*NAMES, *FURNITURE]), min_size=1, max_size=3))
def test_captions_and_furniture_come_out_of_sentences_and_are_kept(cut, between):
    index, offset = cut
    text = CLEAN[index]
    lines = [*CLEAN[:index], text[:offset], "\n".join(["", *between, ""]), text[offset:], *CLEAN[index + 1 :]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS
    found = frame(lines)
    kept = [item.text for item in found.layout if item.kind in ("caption", "furniture", "credit")]
    assert kept == between
    assert list(found.captions) == [name for name in between if name in NAMES]


@pytest.mark.parametrize("heading", HEADINGS[1:])
@pytest.mark.parametrize("behind", ["", "\n"])
def test_a_heading_glued_to_the_paragraph_above_is_cut_off(heading, behind):
    index = CLEAN.index(heading)
    lines = [*CLEAN[: index - 1], CLEAN[index - 1] + behind + heading, *CLEAN[index + 1 :]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS
    assert headings(lines) == HEADINGS


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_glued_to_the_paragraph_below_is_cut_off(heading):
    index = CLEAN.index(heading)
    lines = [*CLEAN[:index], heading + CLEAN[index + 1], *CLEAN[index + 2 :]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS
    assert headings(lines) == HEADINGS


@pytest.mark.parametrize("point", POINTS)
def test_a_numbered_point_glued_to_the_paragraph_above_is_a_paragraph_again(point):
    index = CLEAN.index(point)
    lines = [*CLEAN[: index - 1], CLEAN[index - 1] + point, *CLEAN[index + 1 :]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS


@pytest.mark.parametrize("heading", ["口岸", "水清了", "让乡亲安心", "钱从哪里来", "渔船 天亮前要回来一个"])
def test_a_short_line_of_its_own_is_a_heading_whatever_opens_below(heading):
    below = "噪声从前是绕不开的话题。县里给四十条船换了发动机，夜里也听得见蛙鸣。"
    assert headings([*CLEAN, heading, below])[-1] == heading


def test_a_headline_with_a_name_and_a_colon_is_no_answer():
    lines = [
        "镜湖县县长白晓帆：先把水治好",
        CLEAN[1],
        "记者：难在哪里？",
        "白晓帆：难在坚持。",
        "记者：还有呢？",
        "白晓帆：钱。",
    ]
    assert frame(lines).headline == lines[0]
    assert paragraphs(lines)[0] == CLEAN[1]


def test_a_piece_under_its_speakers_label_keeps_its_heading():
    pieces = [
        (f"市人大代表、{place}{name}：", f"{heading}", f"{place}今年要做的事已经开了头，{name}代表这样说。")
        for place, name, heading in [
            ("镜湖县县长", "白晓帆", "治好湖水 留住白鹭"),
            ("江口区区长", "陆春燕", "修好码头 迎来远客"),
        ]
    ]
    lines = ["两位代表谈水", CLEAN[1], *(line for piece in pieces for line in piece)]
    assert headings(lines) == [piece[1] for piece in pieces]


def test_points_within_one_paragraph_stay_there():
    text = "他列出三条：一是要快，二是要稳。三是要让大家都看得见。"
    assert paragraphs([*CLEAN[:3], text, *CLEAN[3:4]])[1] == text


def test_a_repeated_headline_is_listed_twice_and_printed_in_no_paragraph():
    lines = [CLEAN[0], *CLEAN]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS
    assert [item.text for item in frame(lines).layout if item.kind == "headline"] == [CLEAN[0]] * 2


def test_jump_lines_do_not_cut_a_sentence():
    head, tail = SPEECH[:20], SPEECH[20:]
    lines = [*CLEAN[:3], head + "（下转第3版）", "（上接第1版）" + tail, *CLEAN[4:]]
    assert paragraphs(lines) == CLEAN_PARAGRAPHS


@pytest.mark.parametrize("width", [24, 30, 37])
@pytest.mark.parametrize(("indent", "between"), [("　　", "\n"), ("　　", "\n\n"), ("", "\n\n")])
def test_lines_of_one_width_are_joined_to_paragraphs(width, indent, between):
    wrapped = []
    for line in CLEAN:
        line = indent + line if line in CLEAN_PARAGRAPHS else line
        wrapped.append("\n".join(line[i : i + width] for i in range(0, len(line), width)))
    assert paragraphs(between.join(wrapped)) == CLEAN_PARAGRAPHS
    assert headings(between.join(wrapped)) == HEADINGS


def characters(texts) -> Counter:
    return Counter("".join("".join(texts).split()))


pieces = st.one_of(
    st.sampled_from(
        [*CLEAN, *NAMES, *FURNITURE, "嘉宾：", "记者：怎么办？", "答：", "核心提示", "□本报记者 何为", "### 题", "###"]
    ),
    st.text(alphabet="一二是的。，“”‘’：；、（）《》 \t　甲乙丙3.5%A", max_size=60),
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(lines=st.lists(st.tuples(pieces, st.integers(0, 3)), min_size=1, max_size=30))
def test_every_character_of_the_source_is_kept_once_with_its_line(lines):
    text = "".join(piece + "\n" * gap for piece, gap in lines)
    if not text.strip():
        return
    source = source_from(text.encode(), "a.txt")
    found = outline(unfold(source))
    records = [*found.standfirst, *(p for s in found.sections for p in s.paragraphs), *found.layout, *found.unplaced]
    assert characters(record.text for record in records) == characters(source.lines)
    for record in records:
        first, last = record.lines
        assert not characters([record.text]) - characters(source.lines[first - 1 : last])
    for paragraph in records:
        for part in found.printed.get(getattr(paragraph, "id", ""), ()):
            begin = paragraph.text[part.start :].lstrip()[:1]
            assert begin in source.lines[part.line - 1]


@pytest.mark.parametrize(
    "piece", ["记者：一\n", "一\n", "王明\n", "“", "（", "一、甲\n", "湖边 散步\n\n今年好。\n\n", "嘉宾：\n"]
)
def test_work_grows_with_the_text_and_not_faster(piece):
    """Counted in calls, not in seconds: twice the text may cost little more than twice the calls."""

    def calls(times: int) -> int:
        source = source_from((piece * times + "完。").encode(), "a.txt")
        profile = cProfile.Profile(builtins=False)
        profile.runcall(lambda: outline(unfold(source)))
        return sum(entry.callcount for entry in profile.getstats())

    assert calls(800) <= 2.6 * calls(400)
