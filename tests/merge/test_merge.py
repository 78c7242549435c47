"""Golden examples: what the editor did, what the newspaper changed, what comes of it."""

import pytest

from merge_support import article_of
from roundtable_site import content
from roundtable_site.errors import RoundtableError
from roundtable_site.merge import body_of, merge

FIRST = merge(None, None, article_of(), "c.yml")
TITLES = "    titles: [市人大代表, 石桥区副区长]\n"
ACTING = TITLES.replace("副区长", "代区长")
SPACED = "    titles:   [ 市人大代表, 石桥区副区长 ]   # 见名单\n"
FIGURE = "    text: 云岭县茶园面积由8万亩增加到12.5万亩\n"


def merged(edit, changes):
    """Edit the file as first read, change the article, read it again."""
    old, new = edit
    assert old in FIRST.text
    return merge(FIRST.remembered, FIRST.text.replace(old, new, 1), article_of(changes), "c.yml")


# The editor's change, the newspaper's, what the file must have then, what it must not, what is said.
EXAMPLES = [
    pytest.param(
        (TITLES, ACTING), ["a figure"], ["石桥区代区长", "figure: 13万亩"], ["12.5万亩"], [],
        id="a correction here, a correction there",
    ),
    pytest.param(
        (TITLES, ACTING), ["a title"], ["石桥区代区长"], ["[市人大代表, 石桥区区长]"],
        [
            "guest shen-jianing: titles is read today as «市人大代表、石桥区区长»;"
            " yours stays: «市人大代表、石桥区代区长»"
        ],
        id="both corrected a title",
    ),
    pytest.param(
        (TITLES, TITLES.replace("副区长", "区长")), ["a title"], ["石桥区区长"], ["副区长]"], [], id="both say the same"
    ),
    pytest.param(
        (FIGURE, FIGURE + "    note: 核对过。\n"), ["a figure"], ["figure: 13万亩", "note: 核对过。"], ["12.5万亩"], [],
        id="a note stays on a figure that the newspaper corrected",
    ),
    pytest.param(
        ("    value: 125000\n", "    value: 125500\n"), ["a figure"],
        ["value: 125500", "figure: 12.5万亩", "增加到12.5万亩，茶叶"], ["13万亩"],
        [
            "figure s1i1: figure is read today as «13万亩»; yours stays: «12.5万亩»",
            "figure s1i1: text is read today as «云岭县茶园面积由8万亩增加到13万亩»;"
            " yours stays: «云岭县茶园面积由8万亩增加到12.5万亩»",
            "figure s1i1: value is read today as «130000»; yours stays: «125500»",
            "paragraph s1p2: text is read today as «五年来，云岭县茶园面积由8万亩增加到13万亩，",
        ],
        id="a figure is one claim: nothing of it is mixed",
    ),
    pytest.param(
        ("  - id: s1q1\n", "  # 编者：先核对\n  - id: s1q1\n"), ["a quotation more, before all others"],
        ["  # 编者：先核对\n  - id: s1q1\n", "  - id: s1q3\n    speaker: luo-zhiyuan\n    paragraph: s1p5\n"], [], [],
        id="a new quotation takes the next free id and no comment",
    ),
    pytest.param(
        (TITLES, SPACED), ["a title"],
        ["    titles:   [市人大代表, 石桥区区长]   # 见名单\n"], [], [],
        id="layout and comments stay around a new value",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "changes", "there", "gone", "told"), EXAMPLES)
def test_a_merge_says_what_both_sides_say(edit, changes, there, gone, told):
    result = merged(edit, changes)
    assert [words for words in there if words not in result.text] == []
    assert [words for words in gone if words in result.text] == []
    assert len(result.conflicts) == len(told)
    said = "\n".join(problem.message for problem in result.conflicts)
    assert [message for message in told if message not in said] == []


def test_a_deleted_record_stays_deleted_and_its_id_is_not_given_again():
    start = FIRST.text.index("  - id: s2q1\n")
    end = FIRST.text.index("  - id: s2q2\n")
    text = FIRST.text[:start] + FIRST.text[end:]
    result = merge(FIRST.remembered, text, article_of(["a figure"]), "c.yml")
    assert "s2q1" not in [quote.id for quote in content.load_text(result.text, "c.yml").quotes]
    assert result.conflicts == ()


def test_an_id_that_was_withdrawn_is_remembered():
    shorter = merge(FIRST.remembered, FIRST.text, article_of(["a paragraph less"]), "c.yml")
    assert "id: s2p2" not in shorter.text
    assert "never given again: s2i5 s2p2 s2q3" in shorter.remembered
    assert body_of(shorter.remembered) == shorter.text
    back = merge(shorter.remembered, shorter.text, article_of(), "c.yml")
    assert "id: s2p3, " in back.text
    assert "id: s2p2, " not in back.text


def test_a_record_with_another_id_is_still_itself():
    text = FIRST.text.replace("shen-jianing", "shen-jia-ning").replace(
        "    name: 沈佳宁\n", "    name: 沈佳宁\n    was: shen-jianing\n"
    )
    result = merge(FIRST.remembered, text, article_of(["a title", "another figure"]), "c.yml")
    article = content.load_text(result.text, "c.yml")
    assert [(g.id, g.titles[-1]) for g in article.guests][1] == ("shen-jia-ning", "石桥区区长")
    assert "speaker: shen-jianing" not in result.text
    assert result.conflicts == ()


def test_a_list_in_brackets_that_must_grow_is_named_and_nothing_is_merged():
    text = FIRST.text
    start, end = text.index("quotes:\n"), text.index("indicators:\n")
    first = "{id: s1q1, speaker: luo-zhiyuan, paragraph: s1p1, kind: direct, cue: 说, text: 茶园就是我们的绿水青山}"
    text = f"{text[:start]}quotes: [{first}]\n\n{text[end:]}"
    with pytest.raises(RoundtableError, match=r"^c\.yml:\d+:9: quotes stands in brackets"):
        merge(FIRST.remembered, text, article_of(["a quotation more, before all others"]), "c.yml")


def test_a_file_that_does_not_load_is_named_and_not_merged():
    with pytest.raises(RoundtableError, match="unknown field titel"):
        merge(FIRST.remembered, FIRST.text.replace("    titles:", "    titel:"), article_of(), "c.yml")


def test_another_reader_of_yaml_reads_a_merged_file_too():
    ruamel = pytest.importorskip("ruamel.yaml")
    text = merged((TITLES, ACTING), ["a quotation more, before all others"]).text
    read = ruamel.YAML(typ="safe").load(text)
    assert [quote["id"] for quote in read["quotes"]] == [q.id for q in content.load_text(text, "c.yml").quotes]
