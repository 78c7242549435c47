"""Changes of one record: what they write, and that every other byte stays."""

from difflib import unified_diff
from pathlib import Path

import pytest

from merge_support import SOURCE
from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.merge.editing import Lines, Place
from roundtable_site.parsing import read_text
from roundtable_site.review import changes
from roundtable_site.review.changes import Sheaf

PATH = "content/chaye-yuanzhuo.yml"


@pytest.fixture(scope="module")
def written():
    """The content file of the small article, as the parser writes it."""
    return content.dump(read_text(SOURCE, "seeds/chaye-yuanzhuo.txt"))


def difference(before, after):
    """The lines that differ, without their surroundings."""
    lines = list(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))[2:]
    return [line for line in lines if not line.startswith("@@")]


def sheaf_of(text):
    return Sheaf(text, PATH)


def edited(text, pairs):
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


def test_accepting_a_doubt_takes_its_line_away_and_nothing_else(written):
    text = edited(written, [("    cue: 说\n", "    cue: 说\n    unsure: 不知是谁\n")])
    sheaf = sheaf_of(text)
    assert difference(text, changes.accept(sheaf, sheaf.item("s1q1"), [], "")) == ["-    unsure: 不知是谁"]


def test_a_comment_beside_a_doubt_outlasts_it(written):
    text = edited(written, [("    cue: 说\n", "    cue: 说\n    unsure: 不知是谁  # 编者：问过了\n")])
    sheaf = sheaf_of(text)
    assert difference(text, changes.accept(sheaf, sheaf.item("s1q1"), [], "")) == [
        "-    unsure: 不知是谁  # 编者：问过了",
        "+      # 编者：问过了",
    ]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("s1i1", "    accepted: {no-period: 原文如此}"),
        ("s1q1", "    accepted: {no-period: 原文如此}"),
        ("guest-luo-zhiyuan", "    accepted: {no-period: 原文如此}"),
        ("s1", "    accepted: {no-period: 原文如此}"),
        ("article", "  accepted: {no-period: 原文如此}"),
    ],
)
def test_a_finding_is_accepted_with_its_reason_in_a_line_of_its_own(written, key, line):
    sheaf = sheaf_of(written)
    assert difference(written, changes.accept(sheaf, sheaf.item(key), ["no-period"], "原文如此")) == [f"+{line}"]


@pytest.mark.parametrize("key", ["s1p1", "district-shiqiao", "layout-1", "s0p1"])
def test_a_finding_on_a_record_in_braces_is_accepted_within_them(written, key):
    sheaf = sheaf_of(written)
    lines = difference(written, changes.accept(sheaf, sheaf.item(key), ["no-period"], "原文: 如此"))
    assert len(lines) == 2
    assert lines[1][1:] == lines[0][1:-1] + ', accepted: {no-period: "原文: 如此"}}'


@pytest.mark.parametrize(
    ("stands", "lines"),
    [
        ("accepted: {one: 甲}", ["-    accepted: {one: 甲}", "+    accepted: {one: 甲, two: 乙}"]),
        ("accepted:\n      # 见 3 月的信\n      one: 甲  # 编者", ["+      two: 乙"]),
        ("accepted: {}", ["-    accepted: {}", "+    accepted: {two: 乙}"]),
        ("accepted:", ["-    accepted:", "+    accepted: {two: 乙}"]),
        ("accepted: {two: 旧}", ["-    accepted: {two: 旧}", "+    accepted: {two: 乙}"]),
    ],
)
def test_a_further_acceptance_joins_those_that_stand(written, stands, lines):
    text = edited(written, [("    cue: 说\n", f"    cue: 说\n    {stands}\n")])
    sheaf = sheaf_of(text)
    assert difference(text, changes.accept(sheaf, sheaf.item("s1q1"), ["two"], "乙")) == lines


@pytest.mark.parametrize(
    ("key", "given", "lines"),
    [
        ("s1i1", {"name": "茶园总面积"}, ["-    name: 茶园面积", "+    name: 茶园总面积"]),
        ("s1i1", {"value": "130000"}, ["-    value: 125000", "+    value: 130000"]),
        ("s1i1", {"period": ""}, ["-    period: 五年来", "+    period: null"]),
        ("s1i1", {"measure": "level", "from": ""}, ["-    measure: from_to", "-    from: 80000",
                                                    "+    measure: level", "+    from: null"]),
        ("s1i1", {"qualifier": "约"}, ["-    qualifier: null", "+    qualifier: 约"]),
        ("s1q1", {"speaker": "du-mingshan"}, ["-    speaker: luo-zhiyuan", "+    speaker: du-mingshan"]),
        ("s1q1", {"speaker-other": "二十大报告"}, ["-    speaker: luo-zhiyuan", "+    speaker: 二十大报告"]),
        ("s1q1", {"kind": "indirect", "cue": ""}, ["-    kind: direct", "-    cue: 说",
                                                   "+    kind: indirect", '+    cue: ""']),
        ("guest-luo-zhiyuan", {"titles": "市人大代表\n\n云岭县县长 "},
         ["-    titles: [市人大代表, 云岭县委书记]", "+    titles: [市人大代表, 云岭县县长]"]),
        ("article", {"subtitle": "圆桌：一片叶子"}, ["-  subtitle: null", "+  subtitle: 圆桌：一片叶子"]),
    ],
)  # fmt: skip
def test_a_correction_changes_the_lines_of_its_fields(written, key, given, lines):
    sheaf = sheaf_of(written)
    item = sheaf.item(key)
    assert difference(written, changes.correct(sheaf, item, given, doubtful=False)) == lines


def test_a_correction_settles_the_doubt_unless_it_is_to_stay(written):
    text = edited(written, [("    cue: 说\n", "    cue: 说\n    unsure: 不知是谁\n")])
    sheaf = sheaf_of(text)
    item = sheaf.item("s1q1")
    settled = changes.correct(sheaf, item, {"cue": "表示"}, doubtful=False)
    kept = changes.correct(sheaf, item, {"cue": "表示"}, doubtful=True)
    assert difference(text, settled) == ["-    cue: 说", "-    unsure: 不知是谁", "+    cue: 表示"]
    assert difference(text, kept) == ["-    cue: 说", "+    cue: 表示"]


def test_values_that_are_written_in_another_way_keep_their_writing(written):
    text = edited(written, [("    value: 125000\n", "    value: 125e3   # 亩\n"), ("unit: 亩\n", 'unit: "亩"\n')])
    sheaf = sheaf_of(text)
    given = {"name": "茶园", "value": "125000", "unit": "亩"}
    assert difference(text, changes.correct(sheaf, sheaf.item("s1i1"), given, doubtful=False)) == [
        "-    name: 茶园面积",
        "+    name: 茶园",
    ]


def test_readers_are_told_of_a_correction_in_the_same_step(written):
    sheaf = sheaf_of(written)
    given = {"value": "130000", "correction-date": "2024-03-09", "correction-what": "改为 13 万亩",
             "correction-why": "原稿误植"}  # fmt: skip
    once = changes.correct(sheaf, sheaf.item("s1i1"), given, doubtful=False)
    told = 'corrections: [{date: "2024-03-09", what: 改为 13 万亩, why: 原稿误植}]'
    assert difference(written, once) == ["-    value: 125000", "+    value: 130000", f"+    {told}"]
    again = sheaf_of(once)
    more = {"correction-date": "2024-04-01", "correction-what": "再改", "correction-why": "复核"}
    twice = changes.correct(again, again.item("s1i1"), more, doubtful=False)
    assert content.load_text(twice, PATH).indicators[0].editorial.corrections[1].what == "再改"


def test_a_list_of_corrections_with_a_line_each_gets_one_more_line(written):
    listed = "    corrections:\n      - {date: '2024-03-09', what: 甲, why: 乙}  # 编者\n"
    clause = "    text: 云岭县茶园面积由8万亩增加到12.5万亩\n"
    text = edited(written, [(clause, clause + listed)])
    sheaf = sheaf_of(text)
    given = {"correction-date": "2024-04-01", "correction-what": "丙", "correction-why": "丁"}
    assert difference(text, changes.correct(sheaf, sheaf.item("s1i1"), given, doubtful=False)) == [
        '+      - {date: "2024-04-01", what: 丙, why: 丁}'
    ]


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("s1i1", {"value": "12.5万"}, "value takes a number, not 12.5万: digits with a point, no unit"),
        ("s1i1", {"figure": "13万亩"}, "figure 13万亩 is not in the text of this indicator"),
        ("s1i1", {"text": "茶园面积由8万亩增加到13万亩"}, "text is not in paragraph s1p2: copy it from there"),
        ("s1i1", {"measure": "growth"}, "unknown measure growth; one of: level"),
        ("s1i1", {"district": "mars"}, "district mars: there is no district of this id"),
        ("s1i1", {"figure": " "}, "figure is empty: it takes text"),
        ("s1q1", {"speaker-other": "罗志远"}, "speaker 罗志远 is a guest: write the id luo-zhiyuan"),
        ("s1i1", {"correction-what": "改"}, "fill in all three, or none"),
        ("s1p1", {"text": "别的话"}, "the words of s1q1 are no longer there"),
        (
            "s1p2",
            {"text": "五年来，云岭县茶园面积由8万亩增加到13万亩。"},
            "this changes the printed figure 12.5万亩 of s1i1",
        ),
    ],
)
def test_what_does_not_fit_is_refused_in_the_words_of_the_content_file(written, key, given, said):
    sheaf = sheaf_of(written)
    with pytest.raises(RoundtableError) as error:
        changes.correct(sheaf, sheaf.item(key), given, doubtful=False)
    assert said in str(error.value)
    assert str(error.value).startswith(PATH)


def test_words_of_a_paragraph_are_corrected_with_all_that_quotes_them(written):
    sheaf = sheaf_of(written)
    item = sheaf.item("s1p1")
    after = changes.correct(sheaf, item, {"text": item.record.text.replace("乱动", "乱砍")})
    assert [line.replace("  ", "") for line in difference(written, after)] == [
        "-- {id: s1p1, lines: [29, 29], text: “茶园就是我们的绿水青山，一棵草一棵树都不能乱动。”罗志远说。}",
        "+- {id: s1p1, lines: [29, 29], text: “茶园就是我们的绿水青山，一棵草一棵树都不能乱砍。”罗志远说。}",
        "-text: 茶园就是我们的绿水青山，一棵草一棵树都不能乱动。",
        "+text: 茶园就是我们的绿水青山，一棵草一棵树都不能乱砍。",
    ]


def test_a_misprinted_figure_is_corrected_with_its_paragraph_when_asked_to(written):
    sheaf = sheaf_of(written)
    told = {"correction-date": "2024-03-09", "correction-what": "茶园面积", "correction-why": "更正"}
    given = {"text": "云岭县茶园面积由8万亩增加到13万亩", "figure": "13万亩", "value": "130000", **told}
    with pytest.raises(RoundtableError, match="text is not in paragraph s1p2"):
        changes.correct(sheaf, sheaf.item("s1i1"), given)
    after = content.load_text(changes.correct(sheaf, sheaf.item("s1i1"), given, carry=True), PATH)
    figure = after.indicators[0]
    assert (figure.figure, figure.value, figure.editorial.corrections[0].printed) == ("13万亩", 130000, "12.5万亩")
    old, new = ([p.text for p in article.paragraphs()] for article in (sheaf.article, after))
    assert [b for a, b in zip(old, new, strict=True) if a != b] == [old[2].replace("12.5万亩", "13万亩")]
    assert after.indicators[1:] == sheaf.article.indicators[1:]


def test_a_removed_record_takes_its_lines_with_it_and_leaves_the_comments_above(written):
    text = edited(written, [("  - id: s1q1\n", "  # 编者：存档\n\n  - id: s1q1\n")])
    sheaf = sheaf_of(text)
    after = changes.remove(sheaf, sheaf.item("s1q1"))
    gone = difference(text, after)
    assert [line for line in gone if not line.startswith("-")] == []
    assert gone[0].strip() == "-" or gone[0] == "-  - id: s1q1"
    assert "# 编者：存档" in after
    assert "s1q1" not in after


def test_the_last_record_of_a_list_leaves_an_empty_one(written):
    text = written
    while content.load_text(text, PATH).quotes:
        sheaf = sheaf_of(text)
        text = changes.remove(sheaf, next(item for item in sheaf.items if item.kind == "quote"))
    assert "\nquotes: []\n" in text


@pytest.mark.parametrize(("at", "left"), [(0, "[b, c]"), (1, "[a, c]"), (2, "[a, b]")])
def test_a_record_is_removed_from_a_list_in_brackets(written, at, left):
    start, end = written.index("districts:\n"), written.index("guests:\n")
    names = [f"{{id: {x}, name: {x}区, kind: district}}" for x in "abc"]
    text = written[:start] + f"districts: [{', '.join(names)}]  # 三个\n\n" + written[end:]
    lines = Lines(text)
    after = lines.without(Place(("districts",), "abc"[at]))
    kept = [name for k, name in enumerate(names) if k != at]
    assert difference(text, after) == [
        f"-districts: [{', '.join(names)}]  # 三个",
        f"+districts: [{', '.join(kept)}]  # 三个",
    ]


def test_what_others_refer_to_is_not_removed(written):
    sheaf = sheaf_of(written)
    with pytest.raises(RoundtableError, match="there is no guest of this id"):
        changes.remove(sheaf, sheaf.item("guest-luo-zhiyuan"))


def test_every_record_of_an_article_can_be_found_corrected_and_accepted(written):
    sheaf = sheaf_of(written)
    for item in sheaf.items:
        assert sheaf.lines.record(item.place) is not None, item.key
        after = changes.accept(sheaf, item, ["some-rule"], "有理由")
        assert content.load_text(after, PATH) != sheaf.article


def test_what_is_read_again_stays_removed_accepted_and_corrected(written, tmp_path):
    from roundtable_site.merge import merge

    parsed = read_text(SOURCE, "seeds/chaye-yuanzhuo.txt")
    first = merge(None, None, parsed, PATH)
    text = first.text
    for key, change in (
        ("s1q1", changes.remove),
        ("s1i1", lambda sheaf, item: changes.correct(sheaf, item, {"name": "茶园"}, doubtful=False)),
        ("s1i2", lambda sheaf, item: changes.accept(sheaf, item, ["no-period"], "原文如此")),
    ):
        sheaf = sheaf_of(text)
        text = change(sheaf, sheaf.item(key))
    again = merge(first.remembered, text, parsed, Path(PATH))
    assert again.text == text
    assert not again.conflicts
