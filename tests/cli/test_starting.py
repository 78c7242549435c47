"""From nothing to a published site: `init` and `new`, as a person who has neither types them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from document_makers import as_docx, as_html, as_markdown, as_pdf
from roundtable_site.cli import main
from roundtable_site.content import load
from roundtable_site.scaffold.site import PLACES, SAMPLE
from support import ARTICLES, tree

ARTICLE = ARTICLES / "chaye-yuanzhuo.txt"
SLUG = "rangyipianchayezoudegengyuan"


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, [str(a) for a in arguments], **kwargs)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def site(here):
    assert run("init").exit_code == 0
    return here


def test_init_makes_a_site_that_builds_without_a_warning(here):
    result = run("init", "mytables")
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].startswith("next: cd mytables, then roundtable build")
    assert sorted(tree(here / "mytables")) == sorted(name for name, _ in PLACES)
    built = run("build", "--root", "mytables", "--strict")
    assert built.exit_code == 0, built.output
    assert (here / "mytables" / "build" / "shili-laojie" / "transcript" / "index.html").exists()


def test_the_sample_is_read_whole(site):
    assert run("parse").exit_code == 0
    article = load(site / "content" / "shili-laojie.yml")
    assert article.unplaced == ()
    assert [guest.name for guest in article.guests] == ["许文舟", "方小满", "贺东篱"]
    assert len(article.indicators) > 10


def test_a_second_init_overwrites_nothing_and_says_so(site):
    (site / "roundtable.toml").write_text('title = "我的站"\n', encoding="utf-8")
    (site / ".gitlab-ci.yml").unlink()
    before = tree(site)
    result = run("init")
    assert result.exit_code == 0
    assert "kept as it is: roundtable.toml" in result.stdout
    assert [line for line in result.stdout.splitlines() if line.startswith("made")] == ["made: .gitlab-ci.yml"]
    assert {name: data for name, data in tree(site).items() if name in before} == before
    assert "nothing to do: this site has all its files" in run("init").stdout


def test_a_site_with_articles_gets_no_sample(small_site):
    assert run("init", small_site).exit_code == 0
    assert not (small_site / SAMPLE).exists()


def test_init_refuses_a_file(here):
    (here / "talk.txt").write_text("x", encoding="utf-8")
    result = run("init", "talk.txt")
    assert (result.exit_code, result.stderr) == (
        1,
        "talk.txt: this is a file: name a folder for the site, new or empty\n",
    )


def test_an_article_from_the_clipboard_is_named_after_its_headline(site):
    result = run(
        "new", "-", "--publication", "青江日报", "--date", "2024-03-08", "--page", "3", input=ARTICLE.read_bytes()
    )
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == f"new: seeds/{SLUG}.txt → content/{SLUG}.yml"
    assert lines[-1] == f"next: look through content/{SLUG}.yml and mend what is wrong, then: roundtable build"
    assert (site / "seeds" / f"{SLUG}.txt").read_bytes() == ARTICLE.read_bytes()
    source = load(site / "content" / f"{SLUG}.yml").source
    assert (source.file, source.publication, source.date, source.page) == (
        f"seeds/{SLUG}.txt",
        "青江日报",
        "2024-03-08",
        "3",
    )


def test_what_is_said_of_an_article_stays_when_it_is_read_again(site):
    run("new", ARTICLE, "--publication", "青江日报", "--slug", "tea")
    before = (site / "content" / "tea.yml").read_bytes()
    assert run("build").exit_code == 0
    assert (site / "content" / "tea.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--slug", "search"], "--slug: 'search' cannot be an address"),
        (["--slug", "../x"], "--slug: '../x' cannot be an address"),
        (["--date", "春天"], "--date: '春天' is not read as a day: write it as 2022-10-18"),
        (["--url", "javascript:x"], "--url: 'javascript:x' is no web address"),
    ],
)
def test_a_slip_in_an_option_is_one_line_and_nothing_is_written(site, arguments, said):
    before = tree(site)
    result = run("new", ARTICLE, *arguments)
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert len(result.stderr.splitlines()) == 1
    assert tree(site) == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "standard input:1:1: the file is empty"),
        (b"\x89PNG\x0d\x0a", "standard input:1:1: this is a picture, not text"),
        ("只有一个标题\n".encode(), "standard input:1:1: no body text was found"),
    ],
)
def test_what_is_no_article_is_one_line_and_nothing_is_written(site, data, said):
    before = tree(site)
    result = run("new", "-", input=data)
    assert result.exit_code == 1
    assert result.stderr.startswith(said)
    assert tree(site) == before


def test_the_same_article_is_not_brought_in_twice(site):
    assert run("new", ARTICLE).exit_code == 0
    before = tree(site)
    result = run("new", "-", "--slug", "other", input=ARTICLE.read_bytes())
    assert result.exit_code == 1
    assert result.stderr == (
        f"standard input: is here already, as seeds/{SLUG}.txt: run roundtable parse to read it again\n"
    )
    assert tree(site) == before


def test_a_name_that_is_taken_is_never_overwritten(site):
    assert run("new", ARTICLE).exit_code == 0
    before = tree(site)
    result = run("new", "-", input=ARTICLE.read_bytes() + "\n又一段。\n".encode())
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"seeds/{SLUG}.txt: is there already: give this article another name, --slug {SLUG}-2"
    )
    assert tree(site) == before
    assert run("new", "-", "--slug", f"{SLUG}-2", input=ARTICLE.read_bytes() + "\n又一段。\n".encode()).exit_code == 0


def test_a_folder_that_is_no_site_is_left_alone(here):
    result = run("new", ARTICLE)
    assert result.exit_code == 1
    assert "is no site yet: run roundtable init here" in result.stderr
    assert tree(here) == {}


@pytest.mark.parametrize(
    ("name", "kept"), [("talk.markdown", "talk.md"), ("talk.text", "talk.txt"), ("TALK.TXT", "talk.txt")]
)
def test_a_file_keeps_an_ending_that_build_reads(site, name, kept):
    shutil.copy(ARTICLE, site / name)
    assert run("new", name, "--slug", "talk").exit_code == 0
    assert (site / "seeds" / kept).exists()
    assert run("parse").exit_code == 0
    assert (site / "content" / "talk.yml").exists()


@pytest.mark.parametrize(
    ("ending", "made"), [("md", as_markdown), ("html", as_html), ("docx", as_docx), ("pdf", as_pdf)]
)
def test_every_kind_of_document_is_brought_in_as_it_is(site, ending, made):
    (site / f"talk.{ending}").write_bytes(made())
    assert run("new", f"talk.{ending}").exit_code == 0
    (seed,) = (site / "seeds").glob(f"bayitiaojiangdewenzhangzuozu.{ending}")
    assert seed.read_bytes() == (site / f"talk.{ending}").read_bytes()
    assert run("parse").exit_code == 0
    assert "nothing would change" in run("diff").stdout


def commands_of(name):
    """The commands that a file of the new site gives to a CI service."""
    found = yaml.safe_load(Path(name).read_text(encoding="utf-8"))
    jobs = found["jobs"]["links"]["steps"] if "jobs" in found else [{"run": line} for line in found["links"]["script"]]
    return [step["run"] for step in jobs if "run" in step]


@pytest.mark.parametrize("name", [".github/workflows/links.yml", ".gitlab-ci.yml"])
def test_every_command_of_the_ci_files_runs_in_the_new_site_and_a_broken_link_fails_it(site, name):
    lines = [line for line in commands_of(name) if not line.startswith("pip ")]
    assert any("check-links" in line for line in lines)
    for line in lines:
        assert run(*line.split()[1:]).exit_code == 0, line
    (site / "content" / "pages" / "about.md").write_text("[更多](gone.html)\n", encoding="utf-8")
    assert run(*lines[0].split()[1:]).exit_code == 1


def test_the_packages_of_the_ci_files_are_those_of_this_version(site):
    from packaging.requirements import Requirement

    from roundtable_site import __version__

    (line,) = (site / "requirements.txt").read_text(encoding="utf-8").splitlines()
    wanted = Requirement(line)
    assert (wanted.name, wanted.extras, str(wanted.specifier)) == (
        "roundtable-site",
        {"documents", "share"},
        f"=={__version__}",
    )
    assert "pip install" in commands_of(".github/workflows/links.yml")[0]


def git(*arguments):
    folder = Path(sys.executable).parent
    names = {
        f"GIT_{who}_{what}": "tester@paper.example" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**os.environ, **names, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False, env=environment)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_lets_a_sound_site_be_committed_and_holds_back_a_broken_one(site):
    git("init", "-q")
    git("config", "core.hooksPath", ".githooks")
    git("add", "-A")
    first = git("commit", "-q", "-m", "first")
    assert first.returncode == 0, first.stderr
    (site / "content" / "pages" / "about.md").write_text("[更多](gone.html)\n", encoding="utf-8")
    second = git("commit", "-q", "-a", "-m", "second")
    assert second.returncode == 1
    assert "gone.html" in second.stderr
    hooks = yaml.safe_load((site / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    assert hooks[0]["entry"] == "roundtable build"
    assert hooks[0]["entry"] in (site / ".githooks" / "pre-commit").read_text(encoding="utf-8")
