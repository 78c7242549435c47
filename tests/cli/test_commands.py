"""Commands as a person types them: what they print, how they end."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from roundtable_site import __version__
from roundtable_site.cli import main
from support import ARTICLES, tree

ARTICLE = ARTICLES / "chaye-yuanzhuo.txt"


def run(*arguments, **kwargs):
    return CliRunner().invoke(main, [str(a) for a in arguments], **kwargs)


def commands(group=main):
    return sorted(group.commands.items())


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_command_and_option_has_help_and_an_example(name, command):
    assert command.help
    assert f"roundtable {name}" in command.help, "the help shows an example"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{parameter.name} has no help"


@pytest.mark.parametrize("name", ["", *dict(commands())])
def test_help_is_printed(name):
    result = run(*filter(None, [name]), "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_version_is_printed():
    assert run("--version").output == f"roundtable {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_help_loads_no_dictionary_and_no_template_engine(arguments):
    code = (
        "import sys\nfrom roundtable_site.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        "heavy = {'jieba', 'rjieba', 'jinja2', 'markdown', 'yaml', 'pypinyin', 'selectolax', 'rich'} &"
        " set(sys.modules)\n"
        "sys.exit(' '.join(sorted(heavy)) or 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def test_parse_writes_one_article_to_standard_output(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("parse", ARTICLE, "-o", "-")
    assert result.exit_code == 0
    assert result.stdout.startswith("format: 1\n")
    assert tree(tmp_path) == {}


def test_parse_writes_one_article_to_a_given_file_in_any_folder(tmp_path):
    result = run("parse", ARTICLE, "-o", tmp_path / "talk.yml")
    assert result.exit_code == 0
    assert (tmp_path / "talk.yml").read_text(encoding="utf-8").startswith("format: 1\n")


def test_several_seeds_for_one_output_is_misuse(tmp_path):
    result = run("parse", ARTICLE, ARTICLE, "-o", tmp_path / "talk.yml")
    assert result.exit_code == 2
    assert "-o takes exactly one SEED" in result.output
    assert not (tmp_path / "talk.yml").exists()


def test_an_unknown_option_is_misuse():
    assert run("build", "--fast").exit_code == 2


def test_parse_reads_all_seeds_into_content(small_site):
    result = run("parse", "--root", small_site)
    assert result.exit_code == 0
    assert "(new)" in result.stdout
    assert "3 guests" in result.stdout
    content = small_site / "content"
    assert (content / "chaye-yuanzhuo.yml").read_bytes() == (content / ".parsed" / "chaye-yuanzhuo.yml").read_bytes()


def test_build_says_what_was_read_and_where_to_look(small_site):
    result = run("build", "--root", small_site)
    assert result.exit_code == 0, result.output
    last = result.stdout.splitlines()[-3:]
    assert last[0].startswith("read: 1 article, 3 guests, ")
    assert last[1].startswith("published: ")
    assert last[2] == f"look: {small_site / 'build' / 'index.html'}"


def test_build_publishes_where_it_is_told(small_site, tmp_path):
    result = run("build", "--root", small_site, "-o", tmp_path / "www")
    assert result.exit_code == 0
    assert (tmp_path / "www" / "index.html").exists()
    assert not (small_site / "build").exists()


def test_strict_turns_a_warning_into_an_error(small_site):
    (small_site / "seeds" / "wuming.txt").write_text(
        "一个没有人说话的标题\n\n这里只有一段话，谁也没有开口。\n", encoding="utf-8"
    )
    assert run("build", "--root", small_site).exit_code == 0
    result = run("build", "--root", small_site, "--strict")
    assert result.exit_code == 1
    assert "no guests found" in result.stderr


@pytest.mark.parametrize("command", ["build", "parse"])
def test_what_lies_among_the_articles_and_is_not_read_is_told(small_site, command):
    seeds = small_site / "seeds"
    for name in ("讲话.doc", "README.txt", "~$讲话.docx", ".hidden", "讲话.txt~"):
        (seeds / name).write_bytes(b"x")
    for folder, name in (("2024", "一.txt"), ("图片", "一.jpg")):
        (seeds / folder).mkdir()
        (seeds / folder / name).write_bytes(b"x")
    lines = [line for line in run(command, "--root", small_site).stderr.splitlines() if str(seeds) in line]
    assert lines == [
        f"{seeds}/2024: warning: is a folder: the articles in it (1) are not read; put them beside it",
        f"{seeds}/讲话.doc: warning: is not read as an article: save its text in another form "
        "(.txt, .md, .html, .htm, .docx, .pdf), or keep it elsewhere",
    ]


def test_an_empty_site_says_where_articles_go(tmp_path):
    result = run("build", "--root", tmp_path)
    assert result.exit_code == 1
    assert (
        result.stderr
        == f"{tmp_path / 'seeds'}: no article here: put one into this folder (.txt, .md, .html, .htm, .docx, .pdf)\n"
    )
    assert tree(tmp_path) == {}


def test_verify_proves_what_was_built_and_names_what_was_changed(small_site):
    assert run("build", "--root", small_site).exit_code == 0
    result = run("verify", "--root", small_site)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("verified ")
    page = small_site / "build" / "index.html"
    page.write_text(page.read_text(encoding="utf-8") + " ", encoding="utf-8")
    result = run("verify", small_site / "build", "--root", small_site)
    assert result.exit_code == 1
    assert result.stderr == f"{page}: was changed since it was published: its sha256 is another\n"


def test_verify_needs_a_manifest(tmp_path):
    result = run("verify", tmp_path, "--root", tmp_path)
    assert result.exit_code == 2
    assert "there is no manifest here" in result.stderr


def test_diff_shows_what_parse_would_change_and_changes_nothing(small_site):
    assert run("parse", "--root", small_site).exit_code == 0
    assert run("diff", "--root", small_site).stdout == "nothing would change\n"
    seed = small_site / "seeds" / "chaye-yuanzhuo.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("12.5万亩", "13万亩"), encoding="utf-8")
    before = tree(small_site)
    result = run("diff", "--root", small_site)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert {"-    figure: 12.5万亩", "+    figure: 13万亩", "-    value: 125000", "+    value: 130000"} <= set(lines)
    assert tree(small_site) == before
