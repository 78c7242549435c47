"""The command `check` as an editor types it."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from click.testing import CliRunner

from roundtable_site.cli import main
from support import ARTICLES, REPOSITORY


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, [str(a) for a in arguments], **kwargs)


@pytest.fixture
def site(tmp_path, monkeypatch):
    (tmp_path / "seeds").mkdir()
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", tmp_path / "seeds" / "talk.txt")
    monkeypatch.chdir(tmp_path)
    assert run("parse").exit_code == 0
    return tmp_path


def edit(site, old, new):
    path = site / "content" / "talk.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_sound_site_ends_with_0_and_says_what_was_checked(site):
    result = run("check")
    assert result.exit_code == 0, result.output
    assert re.search(r"^checked 1 article: 0 errors, 0 warnings, \d+ notes?; 0 accepted$", result.stdout, re.MULTILINE)


def test_an_error_is_told_with_the_line_and_a_caret_under_the_place(site):
    edit(site, "    value: 125000\n", "    value: 125\n")
    result = run("check")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert re.fullmatch(
        r"content/talk\.yml:\d+:12: value is 125, but «12\.5万亩» says 125000: correct the one that is wrong", lines[0]
    )
    assert lines[1:3] == ["        value: 125", "               ^"]


def test_an_error_fails_a_build_and_the_old_site_stays(site):
    assert run("build").exit_code == 0
    before = (site / "build" / "index.html").read_bytes()
    edit(site, "    value: 125000\n", "    value: 125\n")
    result = run("build")
    assert result.exit_code == 1
    assert "value is 125, but «12.5万亩» says 125000" in result.stderr
    assert (site / "build" / "index.html").read_bytes() == before


def test_a_warning_fails_only_with_strict(site):
    edit(site, "    district: yunling\n    speaker:", "    district: null\n    speaker:")
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_an_accepted_finding_is_counted_and_kept_when_the_article_is_read_again(site):
    edit(site, "    value: 125000\n", "    value: 125\n    accepted: {figure-differs: 千亩}\n")
    assert "; 1 accepted" in run("check").stdout
    seed = site / "seeds" / "talk.txt"
    seed.write_text(seed.read_text(encoding="utf-8") + "\n茶山上又添了一条新路。\n", encoding="utf-8")
    assert run("parse").exit_code == 0
    assert "accepted: {figure-differs: 千亩}" in (site / "content" / "talk.yml").read_text(encoding="utf-8")
    result = run("check")
    assert result.exit_code == 0, result.output
    assert "; 1 accepted" in result.stdout


def test_a_content_file_that_is_a_link_out_of_the_site_is_named_and_not_read(site, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "secret.yml"
    outside.write_text("format: 1\nsecret: 1\n", encoding="utf-8")
    (site / "content" / "link.yml").symlink_to(outside)
    result = run("check")
    assert result.exit_code == 1
    assert "content/link.yml: is a link that leads out of its folder" in result.stdout
    assert "secret" not in result.stdout


def test_all_that_is_wrong_is_told_at_once_also_where_one_file_cannot_be_read(site):
    edit(site, "    value: 125000\n", "    value: 125\n")
    (site / "content" / "broken.yml").write_text("format: 1\nsource: {file: x\n", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 1
    assert "content/broken.yml:" in result.stdout
    assert "value is 125" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(["--lang", "zh"], {}), ([], {"LC_ALL": "zh_CN.UTF-8"})],
)
def test_findings_are_told_in_chinese(site, arguments, environment):
    edit(site, "    value: 125000\n", "    value: 125\n")
    result = run("check", *arguments, env={"LC_ALL": "", "LANG": "", **environment})
    assert "value 是 125，而“12.5万亩”应为 125000：请改正其中错的一个" in result.stdout
    assert "检查了 1 篇：错误 1 项" in result.stdout


def test_the_setting_decides_over_the_locale_and_the_option_over_the_setting(site):
    (site / "roundtable.toml").write_text('messages = "zh"\n', encoding="utf-8")
    assert "检查了" in run("check", env={"LC_ALL": "en_US.UTF-8"}).stdout
    assert "checked" in run("check", "--lang", "en").stdout


def test_github_annotations_name_the_file_and_the_line(site):
    edit(site, "    value: 125000\n", "    value: 125\n")
    (first, *_) = run("check", "--format", "github").stdout.splitlines()
    place = r"file=content/talk\.yml,line=\d+,col=12"
    assert re.match(rf"::error {place},title=check%3A figure-differs::value is 125", first)


def sarif_troubles(log: dict) -> list[str]:
    """Hold a log against what the schema of SARIF 2.1.0 demands of the parts that we write."""
    troubles = []
    if log.get("version") != "2.1.0" or not str(log.get("$schema", "")).endswith("sarif-2.1.0.json"):
        troubles.append("version")
    for run_ in log["runs"]:
        rules = run_["tool"]["driver"]["rules"]
        ids = [rule["id"] for rule in rules]
        troubles += ["rules are unique"] if len(set(ids)) != len(ids) else []
        for result in run_["results"]:
            if result["level"] not in ("none", "note", "warning", "error"):
                troubles.append("level")
            if ids[result["ruleIndex"]] != result["ruleId"]:
                troubles.append("ruleIndex")
            if not result["message"]["text"]:
                troubles.append("message")
            for place in result["locations"]:
                region = place["physicalLocation"].get("region", {"startLine": 1, "startColumn": 1})
                if region["startLine"] < 1 or region["startColumn"] < 1:
                    troubles.append("region")
                if not re.fullmatch(r"[A-Za-z0-9_.~/%:-]+", place["physicalLocation"]["artifactLocation"]["uri"]):
                    troubles.append("uri")
            for suppression in result.get("suppressions", []):
                if suppression["kind"] not in ("inSource", "external"):
                    troubles.append("suppression")
    return troubles


def test_sarif_is_what_its_schema_demands_and_accepted_findings_are_suppressed(site):
    edit(site, "    value: 125000\n", "    value: 125\n    accepted: {figure-differs: 千亩}\n")
    log = json.loads(run("check", "--format", "sarif").stdout)
    assert sarif_troubles(log) == []
    suppressed = [r for r in log["runs"][0]["results"] if "suppressions" in r]
    assert [(r["ruleId"], r["suppressions"]) for r in suppressed] == [
        ("figure-differs", [{"kind": "inSource", "justification": "千亩"}])
    ]


def test_a_report_goes_to_a_file_and_its_summary_to_the_terminal(site):
    result = run("check", "--format", "sarif", "-o", "checks.sarif")
    assert result.stdout.startswith("checked 1 article: ")
    assert json.loads((site / "checks.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_site_without_content_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("check")
    assert result.exit_code == 1
    assert result.stderr == "content: no content file here: run parse, or build\n"


def test_the_findings_on_the_seed_are_these_and_no_others(tmp_path, monkeypatch):
    shutil.copytree(REPOSITORY / "seeds", tmp_path / "seeds")
    (tmp_path / "words.txt").write_text("高竹新区\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("parse").exit_code == 0
    found = json.loads(run("check", "--json").stdout)["problems"]
    told = [(p["rule"], p["record"], p["facts"]) for p in found if p["severity"] != "note"]
    assert told == [
        ("misprint", "s2p8", {"printed": "高新竹区", "word": "高竹新区", "where": "words.txt"}),
        ("repeated-clause", "s4p2", {"text": "实现高质量发展"}),
        ("repeated-figure", "s1i6", {"text": "实际利用外资增长3倍", "record": "s1i6", "first": "s1i2"}),
        (
            "growth-differs",
            "s5i2",
            {
                "start": "5998亿元",
                "end": "7888亿元",
                "years": "4",
                "rate": "7.09",
                "stated": "6.5%",
                "period": "近5年",
            },
        ),
    ]
    assert {p["rule"] for p in found if p["severity"] == "note"} == {"unsure"}
