"""The process that builds: it stays, it may use others, and its end is no end of the server."""

import os
import shutil
import signal

import pytest

from roundtable_site.serve.child import outcome_of
from roundtable_site.serve.rebuilding import Builder
from serving_support import NAME, small_root
from support import ARTICLES

pytestmark = pytest.mark.slow


def test_so_many_articles_that_several_processes_read_them_are_built_in_it(tmp_path):
    root = small_root(tmp_path / "site")
    for number in range(7):
        shutil.copy(ARTICLES / f"{NAME}.txt", root / "seeds" / f"tea-{number}.txt")
    builder = Builder(root)
    try:
        outcome = builder.build()
        assert outcome.good, (outcome.problems, outcome.trace)
        assert len(list((root / "content").glob("*.yml"))) == 8
    finally:
        builder.close()


def test_a_process_that_was_killed_is_followed_by_another_one(tmp_path):
    builder = Builder(tmp_path)
    try:
        assert "no article here" in str(builder.build().problems[0])
        first = builder._process.pid
        os.kill(first, signal.SIGKILL)
        builder._process.join(10)
        said = [str(builder.build().problems[0]) for _ in range(2)]
        assert "no article here" in said[-1]
        assert builder._process.pid != first
    finally:
        builder.close()
    assert not builder._process.is_alive()


def test_a_bug_of_ours_is_told_and_not_raised(tmp_path, monkeypatch):
    monkeypatch.setattr("roundtable_site.build.build", lambda *_, **__: 1 / 0)
    outcome = outcome_of(tmp_path)
    assert "this is a bug of ours" in str(outcome.problems[0])
    assert "ZeroDivisionError" in outcome.trace
