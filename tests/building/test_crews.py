"""However many processes make a site, on one machine or on several, and whatever happens to them: the same bytes."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from building_site import make_site
from roundtable_site.build import Clock, build
from roundtable_site.build.crew import Several
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import load_settings
from support import tree

MANY = tuple(f"talk-{number}" for number in range(12))


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    root = make_site(tmp_path_factory.mktemp("alone") / "site", MANY)
    build(load_settings(root), jobs=1)
    return tree(root / "build")


def test_two_processes_make_the_bytes_of_one(tmp_path, alone, monkeypatch):
    monkeypatch.setattr("roundtable_site.build.crew.WORTHWHILE", 0.0)
    root, clock = make_site(tmp_path / "site", MANY), Clock()
    build(load_settings(root), jobs=2, clock=clock)
    assert tree(root / "build") == alone
    assert clock.made["speaker.html"][0] == 2 * len(MANY)
    assert {"opening", "pages of articles", "pages across articles", "links", "publishing"} <= clock.steps.keys()


@pytest.mark.parametrize("seconds", [0.0, 0.02, 9.0])
def test_answers_come_in_order_whoever_gives_them(monkeypatch, seconds):
    monkeypatch.setattr("roundtable_site.build.crew.WORTHWHILE", seconds)
    answers = list(Several(2).each(_slowly, None, range(40)))
    assert [task for task, _ in answers] == list(range(40))
    assert (len({process for _, process in answers}) > 1) == (seconds < 9)


def _slowly(_, task):
    time.sleep(0.002)
    return task, os.getpid()


@pytest.mark.slow
def test_workers_elsewhere_make_the_bytes_of_one_process_though_one_is_killed(tmp_path, alone):
    distributed = pytest.importorskip("distributed")
    root = make_site(tmp_path / "site", MANY)
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options) as cluster:
        victim = next(iter(cluster.workers.values())).pid
        killer = threading.Thread(target=kill_when_working, args=(root, victim))
        killer.start()
        build(load_settings(root), dask=cluster.scheduler_address)
        killer.join()
    with pytest.raises(ProcessLookupError):
        os.kill(victim, 0)
    assert tree(root / "build") == alone


def kill_when_working(root: Path, process: int) -> None:
    """Kill a worker as soon as the first article is made."""
    deadline = time.monotonic() + 300
    while not (root / ".roundtable" / "files").is_dir() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(process, signal.SIGKILL)


def test_a_scheduler_that_nobody_runs_is_one_line(tmp_path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("roundtable_site.build.distant._PATIENCE", 1)
    root = make_site(tmp_path / "site", MANY[:1])
    with pytest.raises(RoundtableError, match="no Dask scheduler with workers answers here"):
        build(load_settings(root), dask="tcp://127.0.0.1:9")
    assert not (root / "build").exists()


def test_an_interrupted_build_leaves_the_site_and_no_process(tmp_path):
    root = make_site(tmp_path / "site", MANY[:2])
    build(load_settings(root), jobs=1)
    before = tree(root / "build")
    text = (root / "content" / f"{MANY[0]}.yml").read_bytes()
    more = [root / "content" / f"late-{number}.yml" for number in range(100)]  # so many that no machine is done first
    for path in more:
        path.write_bytes(text.replace(MANY[0].encode(), path.stem.encode()))
    command = [sys.executable, "-m", "roundtable_site", "build", "--root", str(root), "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    made = root / ".roundtable" / "article"
    deadline = time.monotonic() + 300
    while len(list(made.iterdir())) < 4 and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 1
    assert b"Traceback" not in said
    assert tree(root / "build") == before
    assert sorted(path.name for path in root.iterdir()) == [".roundtable", "build", "content", "roundtable.toml"]
    for path in more[10:]:
        path.unlink()
    build(load_settings(root), jobs=1)
    assert len(tree(root / "build")) > len(before)


class Lazy(Sequence):
    """Tasks that are made when they are asked for; it counts how many were."""

    def __init__(self, number):
        self.number, self.asked = number, 0

    def __len__(self):
        return self.number

    def __getitem__(self, at):
        self.asked = max(self.asked, at)
        return at


def test_only_tasks_that_are_soon_to_be_done_are_made():
    tasks = Lazy(4000)
    answers = Several(2).each(_slowly, None, tasks)
    assert [next(answers)[0] for _ in range(200)] == list(range(200))
    assert tasks.asked < 400
    answers.close()
