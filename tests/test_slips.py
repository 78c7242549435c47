"""Slips in Markdown are found with their line and column."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from checking_support import article_of
from roundtable_site.checking import check
from roundtable_site.model import Editorial
from roundtable_site.settings import Settings
from roundtable_site.site.prose import prose_problems
from roundtable_site.slips import slips_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("一段话。\n\n<script>alert(1)</script>", [(3, 1, "<script>"), (3, 17, "</script>")]),
        ("见[附表](javascript:x)。", [(1, 5, "](javascript:x)")]),
        ("见[附表]()。", [(1, 2, "[附表]()")]),
        ("见[附表][一]。", [(1, 2, "[附表][一]")]),
        ("见[附表][一]。\n\n[一]: data.csv", []),
        ("见注[^1]。", [(1, 3, "[^1]")]),
        ("见注[^1]。\n\n[^1]: 区农业局。", []),
        ("这是**重点，另起一段。\n\n**又一处**。", [(1, 3, "**重点，另起一段。")]),
        ("用`<script>`和``**``。", []),
        ("一个 [好链接](https://paper.example/)，*斜体*，**粗体**。", []),
    ],
)
def test_what_does_not_show_as_it_is_meant_is_found(text, found):
    assert [tuple(slip) for slip in slips_in(text)] == found


def test_a_slip_in_a_note_is_a_finding_on_its_record():
    article = article_of("“路通了。”周远航说，去年，河湾县新建农村公路120公里。")
    noted = replace(article.indicators[0], editorial=Editorial(note="见[附表]()。"))
    (problem,) = [p for p in check([replace(article, indicators=(noted,))]) if p.severity != "note"]
    assert (problem.rule, problem.record) == ("note-markup", "s1i1")
    assert problem.message == "the note has [附表](), which does not show as it is meant: mend it"


def test_a_slip_in_a_page_names_the_file_the_line_and_the_column(tmp_path):
    pages = tmp_path / "content" / "pages"
    pages.mkdir(parents=True)
    (pages / "method.md").write_text("# 方法\n\n见[附表]()。\n", encoding="utf-8")
    settings = Settings(root=tmp_path, content=tmp_path / "content", templates=tmp_path / "templates")
    (problem,) = prose_problems(settings)
    assert str(problem) == (
        f"{pages / 'method.md'}:3:2: warning: [附表]() does not show as it is meant: mend it, or put it between ` marks"
    )
