"""One at a time: who works on a folder, and what becomes of the lock of a killed one."""

import os
import re
import signal
import socket
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from publishing_support import in_a_process, problems_of_building, process_of
from roundtable_site.cli import main
from roundtable_site.errors import RoundtableError
from roundtable_site.publishing import hold

HELD = re.compile(
    r"is being worked on by process \d+ on \S+ since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d: wait until that has ended, and"
    r" try again"
)


def test_a_second_build_gets_one_line_that_names_the_first(small_site):
    with hold(small_site / "build"):
        said = in_a_process(problems_of_building, small_site)
    assert len(said) == 1
    assert said[0].startswith(f"SITE/build: is being worked on by process {os.getpid()} on ")
    assert HELD.search(said[0])
    assert re.sub(r"[^\w.-]", "-", socket.gethostname()) in said[0]
    assert problems_of_building(small_site) == []


@pytest.mark.parametrize("command", ["build", "parse"])
def test_a_command_ends_with_1_while_another_works_on_the_content(small_site, command):
    before = sorted(small_site.rglob("*"))
    with hold(small_site / "content"):
        result = CliRunner().invoke(main, [command, "--root", str(small_site)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert HELD.search(result.stderr)
    assert sorted(small_site.rglob("*")) == before


def _hold_until_killed(folder: Path, worker: bool) -> None:
    with hold(folder):
        if worker and os.fork() == 0:
            time.sleep(60)
            os._exit(0)
        (folder.parent / "held").touch()
        time.sleep(60)


@pytest.mark.parametrize("worker", [False, True], ids=["alone", "with a worker process that lives on"])
def test_the_lock_of_a_killed_process_is_free_at_once(tmp_path, worker):
    process = process_of(_hold_until_killed, tmp_path / "build", worker)
    process.start()
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    with pytest.raises(RoundtableError, match=f"process {process.pid} on"), hold(tmp_path / "build"):
        pass
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert (tmp_path / ".build.lock").exists()
    with hold(tmp_path / "build"):
        pass
    assert not (tmp_path / ".build.lock").exists()


def test_patience_waits_for_the_other_to_end(tmp_path):
    process = process_of(_hold_shortly, tmp_path / "build")
    process.start()
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    with hold(tmp_path / "build", patience=60):
        pass
    process.join()


def _hold_shortly(folder: Path) -> None:
    with hold(folder):
        (folder.parent / "held").touch()
        time.sleep(0.2)


@pytest.mark.parametrize("text", ["", "process 1 on \x1b[31mhost since 2024-01-01 00:00:00\n", "\0" * 500])
def test_a_lock_signed_by_nobody_is_told_without_what_it_says(tmp_path, text):
    with hold(tmp_path / "build"):
        (tmp_path / ".build.lock").write_text(text, encoding="utf-8")
        with pytest.raises(RoundtableError) as caught, hold(tmp_path / "build"):
            pass
    assert [problem.message for problem in caught.value.problems] == [
        "is being worked on by another process: wait until that has ended, and try again"
    ]


def test_a_lock_that_is_a_link_is_refused_and_what_it_leads_to_stays(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / ".build.lock").symlink_to("mine.txt")
    with pytest.raises(RoundtableError, match="is a link, not a lock of ours"), hold(tmp_path / "build"):
        pass
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
