"""The command `check-links`: its options, how it ends, and every line of the CI guide."""

import json
import re
import shlex
import subprocess
import sys

import pytest
from click.testing import CliRunner

from roundtable_site.cli import main
from roundtable_site.cli.checks import FORMS
from roundtable_site.links import FORMATS
from support import REPOSITORY

CI = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
LINES = sorted({line.partition("|| true")[0].strip() for line in re.findall(r"roundtable (check-links [^\n`]+)", CI)})


def run(*arguments):
    return CliRunner().invoke(main, ["check-links", *(str(a) for a in arguments)])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder to start in, with a site of two pages in public/, one of whose links leads nowhere."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "public" / "old").mkdir(parents=True)
    (tmp_path / "public" / "index.html").write_text('<a href="gone.html"></a><a href="old/a.html">', encoding="utf-8")
    (tmp_path / "public" / "old" / "a.html").write_text("<p id=b>", encoding="utf-8")
    return tmp_path


def test_the_reports_named_in_the_help_are_those_there_are():
    assert FORMS == FORMATS


def test_a_broken_link_is_one_line_and_the_last_line_says_what_was_checked_and_how_long_it_took(folder):
    result = run("public")
    assert result.exit_code == 1
    first, last = result.stdout.splitlines()
    assert first == "index.html:1:10: gone.html → no such file"
    summary = "checked 2 pages and 0 other files: 2 links, 0 of them to places in pages, 0 to other sites"
    assert re.fullmatch(re.escape(f"{summary}; 1 error, 0 warnings") + r"; \d+\.\d s", last)
    assert result.stderr == ""


ENDS = [
    (["--ignore", "gone"], 0),
    (["--exclude", "old/*"], 1),
    (["--workers", "2", "--ignore", "^gone"], 0),
    (["--workers", "0"], 2),
    (["--format", "paper"], 2),
    (["--base-url", "nothing"], 2),
    (["--ignore", "("], 2),
    (["--external", "--allow", "^none$", "--ignore", "gone"], 0),
    (["--cache", "answers.json"], 2),
    (["--external", "--timeout", "0"], 2),
]


@pytest.mark.parametrize(("options", "code"), ENDS)
def test_it_ends_with_0_for_sound_links_1_for_problems_and_2_where_nothing_was_checked(folder, options, code):
    assert run("public", *options).exit_code == code


def test_a_warning_fails_only_when_strict(folder):
    (folder / "public" / "gone.html").write_text("<p id=a><p id=a>", encoding="utf-8")
    assert run("public").exit_code == 0
    assert run("public", "--strict").exit_code == 1


@pytest.mark.parametrize("name", ["none", "empty"])
def test_where_nothing_can_be_checked_one_line_says_so(folder, name):
    (folder / "empty").mkdir()
    result = run(name)
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1


def test_a_report_for_programs_goes_to_a_file_and_the_summary_to_the_terminal(folder):
    result = run("public", "--format", "json", "--output", "links.json")
    assert result.exit_code == 1
    assert json.loads((folder / "links.json").read_text(encoding="utf-8"))["errors"] == 1
    assert result.stdout == ""
    assert result.stderr.startswith("checked 2 pages")


def test_an_option_for_other_sites_is_misuse_where_none_is_asked(folder):
    assert "--per-host has no effect without --external" in run("public", "--per-host", "3").output


def test_the_build_folder_of_the_site_in_this_folder_is_checked_under_its_own_address(folder):
    page = folder / "public" / "index.html"
    page.write_text('<a href="https://paper.example/talks/gone.html"></a><a href="old/a.html">', encoding="utf-8")
    assert run("public").exit_code == 0
    settings = 'base_url = "https://paper.example/talks/"\n'
    (folder / "roundtable.toml").write_text(settings, encoding="utf-8")
    assert run("public").exit_code == 0, "public is not the build folder"
    (folder / "roundtable.toml").write_text(settings + '[folders]\nbuild = "public"\n', encoding="utf-8")
    assert run("public").exit_code == 1
    assert run("public", "--base-url", "https://other.example/").exit_code == 0


def test_settings_that_cannot_be_read_are_one_line(folder):
    (folder / "roundtable.toml").write_text("base_url = \n", encoding="utf-8")
    result = run("public")
    assert result.exit_code == 2
    assert result.stderr.startswith("roundtable.toml:1:")


def test_the_ci_guide_has_command_lines():
    assert len(LINES) >= 5


@pytest.mark.parametrize("line", LINES)
def test_every_command_line_of_the_ci_guide_runs(folder, line):
    words = shlex.split(line.replace("DIR", "public"))[1:]
    result = run(*words)
    assert result.exit_code == 1, result.output
    assert "checked 2 pages" in result.output


@pytest.mark.parametrize(
    ("words", "needless"),
    [
        (["check-links", "--help"], {"selectolax", "tinycss2", "yaml", "rich"}),
        (
            ["init", "site"],
            {"yaml", "jinja2", "roundtable_site.parsing", "roundtable_site.site", "roundtable_site.merge"},
        ),
    ],
)
def test_a_command_loads_only_what_it_needs(tmp_path, monkeypatch, words, needless):
    monkeypatch.chdir(tmp_path)
    code = (
        "import sys\nfrom roundtable_site.cli import main\n"
        f"try: main({words})\nexcept SystemExit: pass\n"
        f"sys.exit(' '.join({needless} & set(sys.modules)) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
