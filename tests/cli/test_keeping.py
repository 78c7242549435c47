"""Content files of an older format are lifted, those of a newer one refused; shells complete the command line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from content_sample import SMALL
from roundtable_site import content
from roundtable_site.cli import main
from roundtable_site.cli.keeping import SHELLS
from roundtable_site.content import formats
from roundtable_site.content.formats import Step, lifted
from roundtable_site.errors import RoundtableError
from support import tree


def run(*arguments):
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def old_site(small_site, monkeypatch):
    """A site whose content files are from before files said their format."""
    monkeypatch.chdir(small_site)
    assert run("parse").exit_code == 0
    for path in [*Path("content").glob("*.yml"), *Path("content/.parsed").glob("*.yml")]:
        text = path.read_text(encoding="utf-8").removeprefix("format: 1\n\n")
        path.write_text(f"# 编辑部的说明\n{text}", encoding="utf-8")
    return small_site


def test_an_older_file_is_named_and_migrate_lifts_it_with_its_comments(old_site):
    result = run("build")
    assert result.exit_code == 1
    assert "content/chaye-yuanzhuo.yml:2:1: the file does not say its format: run roundtable migrate" in result.stderr
    before = {name: data for name, data in tree(old_site).items() if name.startswith("content")}
    result = run("migrate")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines() == [
        "lifted: content/.parsed/chaye-yuanzhuo.yml (format 0 → 1)",
        "lifted: content/chaye-yuanzhuo.yml (format 0 → 1)",
        "2 files in format 1, 2 of them lifted now",
    ]
    for name, data in before.items():
        assert (old_site / name).read_bytes() == b"format: 1\n\n" + data
    assert run("build").exit_code == 0


def test_a_site_of_todays_format_is_left_as_it_is(small_site):
    assert run("parse", "--root", small_site).exit_code == 0
    before = tree(small_site)
    assert run("migrate", "--root", small_site).stdout == "2 files in format 1, 0 of them lifted now\n"
    assert tree(small_site) == before


def test_one_file_that_would_not_load_leaves_all_as_they_are(old_site):
    (old_site / "content" / "b.yml").write_text(SMALL.replace("format: 1\n\n", "").replace("cue:", "cui:"), "utf-8")
    before = tree(old_site)
    result = run("migrate")
    assert result.exit_code == 1
    assert "content/b.yml:" in result.stderr
    assert "unknown field cui (did you mean cue?)" in result.stderr
    assert tree(old_site) == before


def test_a_newer_file_is_refused_clearly(small_site, monkeypatch):
    monkeypatch.chdir(small_site)
    (small_site / "content").mkdir()
    (small_site / "content" / "small.yml").write_text(SMALL.replace("format: 1", "format: 7"), encoding="utf-8")
    said = "content/small.yml:1:9: format 7 is newer than this version reads (1): install a newer roundtable-site\n"
    for command in ("migrate", "build"):
        result = run(command)
        assert (result.exit_code, result.stderr) == (1, said)


def test_a_folder_without_content_files_is_named(tmp_path):
    result = run("migrate", "--root", tmp_path)
    assert result.exit_code == 1
    assert "no content file here" in result.stderr


def test_steps_are_taken_one_after_the_other(monkeypatch):
    """Two made-up formats to come: the first calls cues verbs, the second lists districts as places."""
    monkeypatch.setattr(formats, "FORMAT", 3)
    monkeypatch.setitem(formats.STEPS, 1, Step("cue is verb", lambda text: text.replace("cue:", "verb:")))
    monkeypatch.setitem(
        formats.STEPS, 2, Step("districts are places", lambda text: text.replace("\ndistricts:", "\nplaces:"))
    )
    text, had = lifted(SMALL.replace("format: 1", "format:  1  # 格式"), "a.yml")
    assert had == 1
    assert text.startswith("format:  3  # 格式\n")
    assert "    verb: 说\n" in text
    assert "\nplaces:\n" in text
    assert lifted(text, "a.yml") == (text, 3)
    monkeypatch.delitem(formats.STEPS, 2)
    with pytest.raises(RoundtableError, match=r"a\.yml: format 2 is too old"):
        lifted(SMALL, "a.yml")


@pytest.mark.parametrize("head", ["", "# 说明\n\n", "---\n"])
def test_the_format_stands_above_everything(head):
    text, had = lifted(head + SMALL.removeprefix("format: 1\n\n"), "a.yml")
    assert had == 0
    assert content.load_text(text, "a.yml") == content.load_text(SMALL, "a.yml")


def test_there_is_a_step_from_every_format_that_was():
    assert sorted(formats.STEPS) == list(range(formats.FORMAT))


def environment(**more):
    folder = Path(sys.executable).parent
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", **more}


def completed(shell, words):
    """What a shell is told: the words so far, the last of which is being typed."""
    more = {
        "_ROUNDTABLE_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    if shell == "fish":
        more["COMP_CWORD"] = words[-1]
    result = subprocess.run(["roundtable"], env=environment(**more), capture_output=True, text=True, check=True)
    return result.stdout


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("words", "found"),
    [(["roundtable", "che"], ["check", "check-links"]), (["roundtable", "build", "--str"], ["--strict"])],
)
def test_each_shell_is_told_commands_and_options(shell, words, found):
    said = completed(shell, words)
    for word in found:
        assert word in said
    assert "explain" not in said


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_of_each_shell_is_printed(shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_ROUNDTABLE_COMPLETE={shell}_complete" in result.stdout


COMPLETE = {
    "bash": 'eval "$(roundtable completion bash)"; COMP_WORDS=(roundtable ver); COMP_CWORD=1; '
    '_roundtable_completion roundtable; echo "${COMPREPLY[@]}"',
    "zsh": 'autoload -U compinit; compinit -u; eval "$(roundtable completion zsh)"; echo $_comps[roundtable]',
    "fish": "roundtable completion fish | source; complete -C 'roundtable ver'",
}
SAID = {"bash": "verify", "zsh": "_roundtable_completion", "fish": "verify"}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_line_for_the_start_file_works_in_the_shell_itself(shell, tmp_path):
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    result = subprocess.run(
        [shell, "-c", COMPLETE[shell]], env=environment(HOME=str(tmp_path)), capture_output=True, text=True, check=False
    )
    assert result.stdout.split()[0] == SAID[shell], result.stderr


def test_a_shell_that_is_not_known_is_misuse():
    assert run("completion", "tcsh").exit_code == 2
