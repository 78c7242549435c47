"""The swap: one step that readers see."""

import os
import threading
from pathlib import Path

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.publishing import swap, system


@pytest.fixture
def folders(tmp_path):
    """Make a staged and a published folder."""
    staged, published = tmp_path / "new", tmp_path / "build"
    for folder in (staged, published):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name, encoding="utf-8")
    return staged, published


@pytest.fixture(params=["one step", "two steps"])
def steps(request, monkeypatch):
    """Swap as this system does, and as one that cannot exchange folders."""
    if request.param == "two steps":
        monkeypatch.setattr(system, "exchange", lambda *_: False)
    return request.param


def test_a_swap_replaces_the_published_site(folders, steps):
    staged, published = folders
    swap(staged, published)
    assert (published / "index.html").read_text(encoding="utf-8") == "new"
    assert [path.name for path in published.parent.iterdir()] == ["build"]


def test_a_first_site_is_published(folders):
    staged, published = folders
    swap(staged, published.with_name("first"))
    assert (published.with_name("first") / "index.html").read_text(encoding="utf-8") == "new"
    assert not staged.exists()


def test_a_swap_that_fails_leaves_the_published_site(folders, steps, monkeypatch):
    staged, published = folders
    rename = Path.rename

    def fails(path, target):
        if path == staged:
            raise OSError("disk full")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    monkeypatch.setattr(system, "_call", lambda *_: 28)
    with pytest.raises(OSError, match=r"disk full|No space left"):
        swap(staged, published)
    assert (published / "index.html").read_text(encoding="utf-8") == "build"
    assert staged.is_dir()


def test_nothing_staged_is_an_error_and_changes_nothing(folders):
    staged, published = folders
    with pytest.raises(RoundtableError, match="no finished site"):
        swap(staged.with_name("missing"), published)
    assert (published / "index.html").read_text(encoding="utf-8") == "build"


def test_a_reader_finds_the_site_at_every_moment(tmp_path):
    published, done, misses = tmp_path / "build", threading.Event(), []
    if not system.exchange(_site(tmp_path, "a"), _site(tmp_path, "b")):
        pytest.skip("this disk cannot exchange two folders in one step")
    _site(tmp_path, "build")

    def read():
        while not done.is_set():
            try:
                (published / "index.html").read_bytes()
            except FileNotFoundError as error:
                misses.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        for number in range(100):
            system.exchange(_site(tmp_path, f"s{number}"), published)
    finally:
        done.set()
        reader.join()
    assert misses == []


def _site(folder, name):
    (folder / name).mkdir()
    (folder / name / "index.html").write_text(name, encoding="utf-8")
    return folder / name


def test_every_file_is_flushed_where_a_disk_cannot_be_flushed_in_one_call(folders, monkeypatch):
    staged, _ = folders
    flushed = []
    monkeypatch.setattr(system, "_call", lambda *_: 38)
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.append(os.fstat(handle).st_ino))
    system.flush_tree(staged)
    assert set(flushed) == {staged.stat().st_ino, (staged / "index.html").stat().st_ino}
