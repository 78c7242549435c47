"""How findings are printed: one line each, on terminals with the line and a caret, all of a run at once."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys

import pytest

from support import ARTICLES


@pytest.fixture
def site(tmp_path):
    (tmp_path / "seeds").mkdir()
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", tmp_path / "seeds" / "talk.txt")
    return tmp_path


def build(site, **streams):
    command = [sys.executable, "-m", "roundtable_site", "build"]
    return subprocess.run(command, cwd=site, check=False, stdout=subprocess.PIPE, text=True, **streams)


def problems(stderr):
    """The lines that are no progress, which a slow machine shows."""
    return [line for line in stderr.splitlines() if ".txt" in line or ".yml" in line]


def test_a_terminal_shows_the_line_and_the_caret_and_a_pipe_one_line(site):
    (site / "roundtable.toml").write_text('title = "茶"\n[folders]\nbiuld = "x"\n', encoding="utf-8")
    plain = build(site, stderr=subprocess.PIPE)
    assert plain.returncode == 1
    assert plain.stderr == "roundtable.toml:3:1: unknown setting biuld (did you mean build?)\n"
    reader, writer = pty.openpty()
    try:
        build(site, stderr=writer)
        shown = os.read(reader, 10_000).decode("utf-8").replace("\r\n", "\n")
    finally:
        os.close(reader)
        os.close(writer)
    assert shown == plain.stderr + '    biuld = "x"\n    ^\n'


def test_a_broken_seed_and_a_broken_content_file_are_told_in_one_run(site):
    (site / "seeds" / "empty.txt").write_text("", encoding="utf-8")
    (site / "content").mkdir()
    (site / "content" / "other.yml").write_text("format: 1\narticle: {distrcit: x\n", encoding="utf-8")
    found = problems(build(site, stderr=subprocess.PIPE).stderr)
    assert [line.partition(":")[0] for line in found] == ["content/other.yml", "seeds/empty.txt"]


def test_a_misspelt_field_names_the_right_one_with_its_column(site):
    (site / "content").mkdir()
    build(site, stderr=subprocess.PIPE)
    path = site / "content" / "talk.yml"
    text = path.read_text(encoding="utf-8")
    slip = text.replace("    district: yunling\n    role", "    distrcit: yunling\n    role", 1)
    path.write_text(slip, encoding="utf-8")
    found = build(site, stderr=subprocess.PIPE).stderr.splitlines()
    assert any(":5: " in line and "distrcit" in line and "did you mean district?" in line for line in found)
