"""The forms of a report, each read back by a reader of its own."""

# ruff: noqa: E501 - one line for each example

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from roundtable_site.links import BrokenLink, Counts, Report, check_links, render

COUNTS = Counts(files=9, pages=7, others=1, links=50, fragments=5, external=3)
FOUND = Report(
    "build",
    (
        BrokenLink(
            "a.html", 3, 9, "b,c:%.htm", "no such file", "b.html", rule="missing", place="a href", target="b,c:%.htm"
        ),
        BrokenLink("a.html", 5, 1, "#x", "no place #x", severity="warning", rule="fragment", origin="content/a.yml:7"),
    ),
    COUNTS,
    ("a.html", "index.html"),
)
MENU = Report(
    "build",
    tuple(
        BrokenLink(f"p{n}.html", 1, 2, "gone.html", "no such file", target="gone.html", place="a href")
        for n in range(9)
    ),
    COUNTS,
)


def test_text_has_a_line_for_each_problem_and_the_counts() -> None:
    assert render(FOUND).splitlines() == [
        "a.html:3:9: b,c:%.htm → no such file (did you mean b.html?)",
        "a.html:5:1: warning: #x → no place #x [from content/a.yml:7]",
        "checked 7 pages and 1 other file: 50 links, 5 of them to places in pages, 3 to other sites; 1 error, 1 warning",
    ]


def test_one_cause_that_breaks_many_pages_is_told_once() -> None:
    assert render(MENU).splitlines()[:-1] == [
        "p0.html:1:2: gone.html → no such file",
        "p1.html:1:2: gone.html → no such file",
        "p2.html:1:2: gone.html → no such file",
        "  … and the same on 6 more pages: gone.html → no such file",
    ]
    assert render(MENU, "github").splitlines()[:-1] == [
        "::error file=build/p0.html,line=1,col=2,title=link%3A missing::gone.html → no such file (on 9 pages)"
    ]
    assert len(json.loads(render(MENU, "json"))["problems"]) == 9


def test_json_holds_everything() -> None:
    data = json.loads(render(FOUND, "json"))
    assert (data["errors"], data["warnings"], data["counts"]["links"]) == (1, 1, 50)
    assert data["problems"][0]["suggestion"] == "b.html"
    assert data["problems"][1]["origin"] == "content/a.yml:7"


def test_github_annotations_escape_what_would_end_them() -> None:
    assert render(FOUND, "github").splitlines()[:2] == [
        "::error file=build/a.html,line=3,col=9,title=link%3A missing::b,c:%25.htm → no such file (did you mean b.html?)",
        "::warning file=build/a.html,line=5,col=1,title=link%3A fragment::#x → no place #x [from content/a.yml:7]",
    ]


def test_sarif_names_the_rule_and_the_place_of_each_finding() -> None:
    (run,) = json.loads(render(FOUND, "sarif"))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["fragment", "missing"]
    assert [(result["ruleId"], result["ruleIndex"], result["level"]) for result in run["results"]] == [
        ("missing", 1, "error"),
        ("fragment", 0, "warning"),
    ]
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "build/a.html"},
        "region": {"startLine": 3, "startColumn": 9},
    }


def test_junit_has_a_case_for_each_file_and_a_failure_for_each_broken_one() -> None:
    suite = ElementTree.fromstring(render(FOUND, "junit")).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("2", "1")
    assert [(case.get("name"), case.find("failure") is not None) for case in suite.findall("testcase")] == [
        ("a.html", True),
        ("index.html", False),
    ]


HOSTILE = 'x\x1b[31m\u202e\x00"<&>\n::error::'


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_nothing_in_an_address_can_break_out_of_a_report(form: str) -> None:
    text = render(Report("build", (BrokenLink(f"{HOSTILE}.html", 1, 1, HOSTILE, "no such file"),), COUNTS), form)
    assert not any(mark in text for mark in "\x1b\u202e\x00")
    if form == "junit":
        ElementTree.fromstring(text)
    if form == "github":
        assert sum(line.startswith("::") for line in text.splitlines()) == 1


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no such form of a report: html"):
        render(FOUND, "html")


Lay = Callable[[Mapping[str, str | bytes]], Path]


def test_the_command_ends_with_0_1_or_2(lay: Lay, tmp_path: Path) -> None:
    root = lay({"index.html": '<p id="a"></p><p id="a"></p>'})
    assert check_links(root).exit_code == 0
    assert check_links(root, strict=True).exit_code == 1
    (root / "a.html").write_text('<a href="gone.html">')
    assert check_links(root).exit_code == 1
    assert check_links(tmp_path / "none").message == f"{tmp_path / 'none'}: no such folder"
    assert check_links(tmp_path / "none").exit_code == 2
    assert check_links(root / "a.html").exit_code == 2
    (tmp_path / "bare").mkdir()
    bare = check_links(tmp_path / "bare")
    assert (bare.exit_code, bare.output) == (
        2,
        f"nothing was checked: {tmp_path / 'bare'} holds 0 files, and no page among them",
    )


def test_the_command_writes_a_report_to_a_file(lay: Lay, tmp_path: Path) -> None:
    root = lay({"index.html": '<a href="gone.html">'})
    ending = check_links(root, form="sarif", output=tmp_path / "links.sarif")
    assert json.loads((tmp_path / "links.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (ending.output, ending.exit_code) == ("", 1)
    assert ending.message.startswith("checked 1 page")
    assert check_links(root, output=tmp_path / "no/such/file").exit_code == 2
