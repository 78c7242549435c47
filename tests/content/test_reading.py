"""The content file is read into values, with all of its problems at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_sample import SMALL
from roundtable_site import content
from roundtable_site.errors import RoundtableError

PATH = "content/small.yml"


def problems(text: str) -> list[str]:
    """Give the lines that reading a text ends with, without the path; none where it is read."""
    try:
        content.load_text(text, PATH)
    except RoundtableError as error:
        return [str(problem).removeprefix(f"{PATH}:") for problem in error.problems]
    return []


def test_a_file_that_is_written_as_described_is_read_and_written_to_the_same_bytes() -> None:
    article = content.load_text(SMALL, PATH)
    assert content.dump(article) == SMALL
    assert article.indicators[0].figure_start == article.sections[0].paragraphs[0].text.rindex("2倍")
    assert article.quotes[0].start == 5
    assert str(article.guests[0].location) == "content/small.yml:29:5"


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("district: mingshan\n    role", "distrcit: mingshan\n    role",
         ["32:5: unknown field distrcit (did you mean district?)"]),
        ("format: 1\n", "format: 1\npublish: false\n",
         ["2:1: unknown field publish here: it belongs below article:, two spaces further in"]),
        ("role: panellist", "role: panelist",
         ["33:11: unknown role panelist (did you mean panellist?); one of: panellist · interviewee"]),
        ("value: 2\n", "value: zwei\n",
         ["60:12: value takes a number, not zwei: digits with a point, no unit and no separators"]),
        ("value: 2\n", 'value: "2"\n', ["60:12: value takes a number, not 2: take the quotes away"]),
        ("value: 2\n", "value: 1e999\n", ["60:12: value is a number beyond all measure: 1e999"]),
        ("lines: [3, 3]", "lines: [3, 2]",
         ["43:27: lines takes the first and the last line of the source, counted from 1, as in [9, 12]"]),
        ("id: s1q1", "id: s1p1", ["46:9: id s1p1 is given twice (first in line 43): give this one a free id"]),
        ("speaker: wang-mei\n    paragraph: s1p1\n    kind", "speaker: wang-mai\n    paragraph: s1p1\n    kind",
         ["47:14: speaker wang-mai: there is no guest of this id (did you mean wang-mei?)"]),
        ("speaker: wang-mei\n    paragraph: s1p1\n    kind", "speaker: 王梅\n    paragraph: s1p1\n    kind",
         ["47:14: speaker 王梅 is a guest: write the id wang-mei"]),
        ("  - id: s1i1\n    district: mingshan", "  - id: s1i1\n    district: 明山区",
         ["55:15: district 明山区: there is no district of this id (its id is mingshan)"]),
        ("text: 茶园今年增加3成。\n", "text: 茶园今年增加三成。\n",
         ["51:11: text is not in paragraph s1p1: copy it from there, mark by mark"]),
        ("figure: 2倍", "figure: 3倍", ["59:13: figure 3倍 is not in the text of this indicator"]),
        ("nth: 2", "nth: 4", ["68:10: nth: 4, but this text stands 2 times in its paragraph"]),
        ("slug: small", "slug: ../small",
         ["14:9: slug '../small' cannot be an address: use small letters a–z, digits and hyphens"]),
        ("slug: small", "slug: search", ["14:9: slug search is an address of the site itself: take another"]),
        ("file: seeds/small.txt", "file: /etc/passwd",
         ["4:9: file leads out of the site's folder: give a path relative to it, without .."]),
        ("format: 1", "format: 2",
         ["1:9: format 2 is newer than this version reads (1): install a newer roundtable-site"]),
        ("cue: 说", "cue: 说\n    cue: 说", ["51:5: cue stands twice in this quote: keep one"]),
        ("name: 王梅", "name: !!str 王梅",
         ["30:11: ! means something special to YAML and has no place here: put the text in double quotes"]),
        ("name: 王梅", "name: &a 王梅",
         ["30:11: & means something special to YAML and has no place here: put the text in double quotes"]),
        ("name: 王梅", "name: true", ['30:11: name takes text: write "true" in quotes if that is meant']),
        ("name: 王梅", "name: [王梅]", ["30:11: name takes text, not a list"]),
        ("reporters: [李文]", "reporters: 李文", ["18:14: reporters takes a list, as in [李文]"]),
        ("headline: 一次小小的圆桌", "headline: 一次: 小小的圆桌",
         ["15:15: broken YAML: a colon with a space after it stands inside a value: put it in double quotes"]),
        ("    wang-mei: [{", "    wang-mai: [{",
         ["73:5: keywords of wang-mai, who is no guest (did you mean wang-mei?)"]),
    ],
)  # fmt: skip
def test_a_problem_names_its_line_and_column_and_what_to_do(old: str, new: str, lines: list[str]) -> None:
    assert old in SMALL
    assert problems(SMALL.replace(old, new, 1)) == lines


def test_all_problems_of_a_file_are_named_at_once_in_the_order_of_the_file() -> None:
    text = (
        SMALL.replace("role: panellist", "role: guest")
        .replace("unit: 倍", "einheit: 倍")
        .replace("cue: 说", "cue: 3.0")
    )
    assert problems(text) == [
        "33:11: unknown role guest; one of: panellist · interviewee",
        "54:5: indicator lacks unit",
        "62:5: unknown field einheit; known here: id, district, speaker, paragraph, name, figure, value, value_to, "
        "unit, measure, from, qualifier, period, text, unsure, nth, was, accepted, corrections, publish, hidden, note, "
        "portrait, alt, order, reviewed",
    ]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", ":1:1: no content: the file should begin with format: 1"),
        (b"- a\n", ":1:1: no content: the file should begin with format: 1"),
        (b"format: 1\nname: \xb8\xdf\n", ":2:7: not UTF-8: save the file as UTF-8"),
        (b"a: \x00\n", ":1:4: broken YAML: the control character U+0000 stands here: delete it"),
        (b"a: 1\n---\nb: 1\n", ":3: a second document begins with ---: one file holds one article"),
        (b"[" * 500, ":1:21: more than 20 levels deep"),
        (b"- " * 500, ":1:41: more than 20 levels deep"),
    ],
)
def test_a_file_that_is_no_content_file_is_one_problem(data: bytes, line: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(data)
    with pytest.raises(RoundtableError) as caught:
        content.load(path)
    assert str(caught.value) == f"{path}{line}"


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    with pytest.raises(RoundtableError) as caught:
        content.load(tmp_path / "a.yml")
    assert str(caught.value) == f"{tmp_path / 'a.yml'}: cannot be read: No such file or directory"
