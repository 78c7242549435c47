"""Every command line that the documentation shows is run, or, where it needs another service, run with a stand-in.

A block of commands is fenced as `sh`. Above a block that needs the network or another service stands a comment that
names the programs which are stood in for: `<!-- stand-in: git rsync -->`. Nothing else is stood in for, and never
roundtable itself. The blocks of one document run one after the other in one folder: a built site, with an article in
several formats beside it.
"""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from document_makers import as_docx, as_text
from roundtable_site.cli import main
from roundtable_site.cli.starting import init
from support import ARTICLES, REPOSITORY

SCAFFOLD = REPOSITORY / "src" / "roundtable_site" / "scaffold" / "files" / "README.md"
DOCUMENTS = sorted(
    [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md"), SCAFFOLD], key=lambda path: path.as_posix()
)
BLOCK = re.compile(
    r"(?:<!-- stand-in: (?P<names>[^>]+?) -->\n)?```(?:sh|bash|console|shell)\n(?P<body>.*?)```", re.DOTALL
)
STOOD_IN_FOR = {"aws", "git", "make", "pip", "pre-commit", "python3", "rclone", "rsync"}
TALKS = ("talk.txt", "talk.docx", "报道.docx")


def named(path):
    return path.relative_to(REPOSITORY).as_posix()


def blocks(path):
    text = path.read_text(encoding="utf-8")
    return [(set((found["names"] or "").split()), found["body"]) for found in BLOCK.finditer(text)]


WITH_BLOCKS = [path for path in DOCUMENTS if blocks(path)]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A site that was built, with articles to bring in beside it."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    assert CliRunner().invoke(init, [str(folder)]).exit_code == 0
    assert CliRunner().invoke(main, ["build", "--root", str(folder)]).exit_code == 0
    for name in TALKS[1:]:
        (folder / name).write_bytes(as_docx())
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", folder / TALKS[0])
    (folder / "seeds" / "talk.txt").write_bytes(as_text().replace("一条江".encode(), "一条河".encode()))
    assert CliRunner().invoke(main, ["parse", "--root", str(folder)]).exit_code == 0
    return folder


def run_line(line, names, folder):
    """Run a command line in a folder, and give the folder that the next one stands in."""
    words = shlex.split(line, comments=True)
    program = words[0]
    if program in names:
        for word in words[1:]:
            assert not word.startswith("build") or Path(word).exists(), f"{line}: what it copies is there"
    elif program == "cd":
        return folder / words[1]
    elif program == "git":
        subprocess.run(words, check=True)
    elif words != [".", ".venv/bin/activate"]:
        assert program == "roundtable", f"{line}: neither run nor stood in for"
        at = words.index("<") if "<" in words else len(words)
        given = Path(words[at + 1]).read_bytes() if at < len(words) else None
        result = CliRunner().invoke(main, words[1:at], input=given)
        assert result.exit_code == 0, f"{line}\n{result.output}"
    return folder


def joined(body):
    """The command lines of a block; one that ends in a backslash goes on."""
    return [line for line in body.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]


def test_there_are_documents_with_commands():
    wanted = {"README.md", "README.zh.md", "docs/quick-start.md", "docs/zh/quick-start.md"}
    assert wanted <= set(map(named, WITH_BLOCKS))


@pytest.mark.slow
@pytest.mark.parametrize("path", WITH_BLOCKS, ids=named)
def test_every_block_of_commands_runs(path, built, tmp_path, monkeypatch):
    folder = tmp_path / "site"
    shutil.copytree(built, folder)
    monkeypatch.chdir(folder)
    subprocess.run(["git", "init", "-q"], check=True)
    for names, body in blocks(path):
        lines = joined(body)
        assert names <= STOOD_IN_FOR
        assert names <= {line.split()[0] for line in lines}, "what is stood in for is called"
        for line in lines:
            here, folder = folder, run_line(line, names, folder)
            monkeypatch.chdir(folder)
            if folder != here:
                for talk in TALKS:
                    shutil.copy(here / talk, folder)


SHOWN = re.compile(r"`(roundtable [a-z][^`\n]*)`|^(?: {4})?(roundtable [a-z][^\n]*)", re.MULTILINE)


def shown():
    """Every command line of roundtable anywhere in the documentation, also within sentences."""
    for path in DOCUMENTS:
        for found in SHOWN.finditer(path.read_text(encoding="utf-8")):
            yield named(path), found[1] or found[2]


@pytest.mark.parametrize(("document", "line"), sorted(set(shown())))
def test_every_command_named_in_a_sentence_exists_with_its_options(document, line):
    words = re.split(r"\s{2,}|[|#<>$；，。（]", line)[0].split()[1:]
    command = main.commands[words[0]]
    options = {option for parameter in command.params for option in parameter.opts + parameter.secondary_opts}
    for word in words[1:]:
        if word.startswith("-") and word != "-":
            assert word.split("=")[0] in options | {"--help", "-h"}, f"{document}: {line}"


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if "publishing" in path.name], ids=named)
def test_the_workflow_that_publishes_is_sound(path):
    text = re.search(r"```yaml\n(name: publish\n.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)[1]
    steps = yaml.safe_load(text)["jobs"]["publish"]["steps"]
    lines = [step["run"] for step in steps if "run" in step]
    assert lines == ["pip install -r requirements.txt", "roundtable build", "roundtable verify"]
    assert next(step for step in steps if "upload" in step.get("uses", ""))["with"] == {"path": "build"}


@pytest.mark.parametrize("path", [path for path in DOCUMENTS if "troubleshooting" in path.name], ids=named)
def test_every_message_in_the_troubleshooting_table_is_one_that_the_tool_says(path):
    sources = [file.read_text(encoding="utf-8") for file in (REPOSITORY / "src").rglob("*.py")]
    said = re.sub(r"\"\s*\n\s*f?\"", "", "\n".join(sources))
    for message in re.findall(r"^\| `([^`]+)` \|", path.read_text(encoding="utf-8"), re.MULTILINE):
        if not message.startswith("command not found"):
            assert message in said, f"{named(path)}: {message}"


def test_every_link_between_documents_leads_somewhere():
    for path in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:|mailto:)([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
            if path != SCAFFOLD and not re.search(r"`[^`]*\]\(" + re.escape(target), path.read_text(encoding="utf-8")):
                assert (path.parent / target).exists(), f"{named(path)}: {target}"
