"""What commands print for programs: one object, in the shape that docs/json.md promises."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from click.testing import CliRunner

from roundtable_site.cli import main
from support import ARTICLES, REPOSITORY

PROBLEM = {"path", "line", "column", "severity", "rule", "message", "record", "sentence", "facts"}
DOCUMENTED = (REPOSITORY / "docs" / "json.md").read_text(encoding="utf-8")


def run(*arguments, code=0, **kwargs):
    result = CliRunner().invoke(main, [str(a) for a in arguments], **kwargs)
    assert result.exit_code == code, result.output
    shape = json.loads(result.stdout)
    assert next(iter(shape)) == "version"
    assert shape["version"] == 1
    for problem in shape["problems"]:
        assert set(problem) == PROBLEM
    return shape


def documented(command: str) -> set[str]:
    """The fields that the table of docs/json.md gives a command."""
    row = next(line for line in DOCUMENTED.splitlines() if line.startswith(f"| `{command}` |"))
    outside = re.sub(r"\([^)]*\)", "", row.split("|")[2])
    return {"version", "problems", *re.findall(r"`(\w+)`", outside)} | (set() if command == "check" else {"ok"})


@pytest.fixture
def site(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", tmp_path / "seeds" / "talk.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_parse_says_what_became_of_each_content_file(site):
    shape = run("parse", "--json")
    assert set(shape) == documented("parse")
    assert shape["readings"] == [{"seed": "seeds/talk.txt", "target": "content/talk.yml", "outcome": "new"}]
    assert shape["counts"]["articles"] == 1
    assert shape["counts"]["figures"] > 10


def test_parse_to_one_file_names_it_and_never_mixes_json_with_content(site):
    shape = run("parse", "seeds/talk.txt", "-o", "one.yml", "--json")
    assert set(shape) == documented("parse -o FILE")
    assert shape["target"] == "one.yml"
    result = CliRunner().invoke(main, ["parse", "seeds/talk.txt", "-o", "-", "--json"])
    assert result.exit_code == 2
    assert "name a file with -o" in result.output


def test_diff_gives_the_changes_of_each_file(site):
    shape = run("diff", "--json")
    assert set(shape) == documented("diff")
    (reading,) = shape["readings"]
    assert reading["changes"][0].startswith("--- content/talk.yml")
    assert "+format: 1" in reading["changes"]


def test_build_says_what_was_published(site):
    shape = run("build", "--json")
    assert set(shape) == documented("build")
    assert shape["published"]["folder"] == "build"
    assert shape["published"]["pages"] > 5


def test_check_gives_findings_and_what_was_accepted(site):
    run("parse", "--json")
    text = (site / "content" / "talk.yml").read_text(encoding="utf-8")
    changed = text.replace("value: 125000", "value: 125", 1)
    (site / "content" / "talk.yml").write_text(changed, encoding="utf-8")
    shape = run("check", "--json", code=1)
    assert set(shape) == documented("check")
    assert shape["errors"] == 1
    (error,) = [p for p in shape["problems"] if p["severity"] == "error"]
    assert (error["rule"], error["record"], error["facts"]["read"]) == ("figure-differs", "s1i1", "125000")
    assert changed.splitlines()[error["line"] - 1][error["column"] - 1 :] == "125"
    accepted = changed.replace("    value: 125\n", "    value: 125\n    accepted: {figure-differs: 单位为千亩}\n", 1)
    (site / "content" / "talk.yml").write_text(accepted, encoding="utf-8")
    shape = run("check", "--json")
    assert [(a["rule"], a["reason"], set(a) - PROBLEM) for a in shape["accepted"]] == [
        ("figure-differs", "单位为千亩", {"reason"})
    ]


def test_verify_says_what_was_held_against_what(site):
    run("build", "--json")
    shape = run("verify", "--json")
    assert set(shape) == documented("verify")
    assert shape["counts"]["quotations"] > 0


def test_verify_without_a_site_is_not_ok(site):
    shape = run("verify", "--json", code=2)
    assert shape["ok"] is False
    assert shape["problems"]


def test_explain_gives_the_pieces_with_their_rules(site):
    shape = run("explain", "seeds/talk.txt", "s1i1", "--json")
    assert set(shape) == documented("explain")
    assert {"what", "value", "rule", "path", "line"} == set(shape["pieces"][0])


def test_init_and_new_say_what_they_made(site, tmp_path):
    shape = run("init", "fresh", "--json")
    assert set(shape) == documented("init")
    assert "roundtable.toml" in shape["made"]
    shape = run("new", "seeds/talk.txt", "--root", "fresh", "--json")
    assert set(shape) == documented("new")


def test_migrate_says_which_files_it_lifted(site):
    run("parse", "--json")
    shape = run("migrate", "--json")
    assert set(shape) == documented("migrate")
    assert (shape["lifted"], shape["files"]) == ([], 2)


def test_what_cannot_go_on_is_told_as_json_too(site):
    (site / "roundtable.toml").write_text('titel = "x"\n', encoding="utf-8")
    shape = run("build", "--json", code=1)
    assert shape["ok"] is False
    assert shape["problems"][0]["message"] == "unknown setting titel (did you mean title?)"
    assert (shape["problems"][0]["line"], shape["problems"][0]["column"]) == (1, 1)


def test_the_same_input_gives_the_same_bytes(site):
    first = CliRunner().invoke(main, ["parse", "--json"]).stdout
    again = CliRunner().invoke(main, ["parse", "--json"]).stdout
    assert first.replace('"new"', '"unchanged"') == again
    assert first.isascii()
