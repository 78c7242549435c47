"""`roundtable serve` as a person runs it: what it says, what it does when files change, how it ends."""

import http.client
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from serving_support import NAME, PATIENCE, Serving, small_root, wait_for
from support import tree

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")]


@pytest.fixture
def serving(tmp_path):
    """Give a function that serves a folder; everything is ended at the end."""
    started = []

    def begin(root=None, *options):
        started.append(Serving(root or small_root(tmp_path / "site"), "--port", "0", *options))
        return started[-1]

    yield begin
    for one in started:
        one.end()


def page(serving, path=""):
    """Give a page's status and text."""
    try:
        with urllib.request.urlopen(serving.url + path, timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")


def test_it_says_where_to_look_builds_and_ends_cleanly(serving):
    one = serving()
    assert one.lines[0] == f"serving {one.url}  review {one.url}_review/  stop with Ctrl-C"
    one.said("published: ")
    assert "让一片茶叶走得更远" in page(one)[1]
    assert one.end() == 0
    assert one.lines[-1] == "stopped"
    assert not any("Traceback" in line for line in one.lines)
    assert sorted(path.name for path in one.root.iterdir() if path.name.startswith(".")) in ([], [".roundtable"])


@pytest.mark.parametrize("seconds", [0, 0.05, 0.15, 0.3, 0.5])
def test_it_ends_cleanly_in_the_middle_of_a_build(serving, seconds):
    """Also while the process that builds is only being started."""
    one = serving()
    time.sleep(seconds)
    assert one.end() == 0
    assert one.lines[-1] == "stopped"
    assert not any("Traceback" in line or "without a word" in line for line in one.lines)
    left = [path.name for path in one.root.rglob("*") if "staging" in path.name or path.name.endswith(".new")]
    assert left == []


def test_a_taken_port_is_left_to_its_holder(serving, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        root = small_root(tmp_path / "other")
        one = Serving(root, "--port", str(port))
        try:
            assert one.lines[0].startswith(f"port {port} is taken: using ")
            assert one.url != f"http://127.0.0.1:{port}/"
        finally:
            one.end()


def test_an_address_that_is_not_of_this_machine_is_one_line(tmp_path):
    import subprocess

    command = [sys.executable, "-m", "roundtable_site", "serve", "--root", str(small_root(tmp_path / "x"))]
    result = subprocess.run([*command, "--host", "203.0.113.7"], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("--host 203.0.113.7: cannot listen there (")
    assert result.stderr.count("\n") == 1


def test_what_changed_is_built_and_a_failed_build_leaves_the_last_good_site(serving):
    one = serving()
    one.said("published: ")
    seed = one.root / "seeds" / f"{NAME}.txt"
    good = seed.read_text(encoding="utf-8")
    seed.write_text(good.replace("让一片茶叶走得更远", "让一片叶子走得更远"), encoding="utf-8")
    assert wait_for(lambda: "让一片叶子走得更远" in page(one)[1])
    site = tree(one.root / "build")
    (one.root / "roundtable.toml").write_text("titel = 1\n", encoding="utf-8")
    one.said(r"roundtable.toml:1:1: unknown setting titel")
    one.said("the last good site is still served")
    assert tree(one.root / "build") == site
    assert page(one)[0] == 200
    (one.root / "roundtable.toml").write_text('title = "茶山圆桌"\n', encoding="utf-8")
    assert wait_for(lambda: "茶山圆桌" in page(one)[1])


def test_new_folders_and_word_lists_are_noticed(serving):
    one = serving()
    one.said("published: ")
    (one.root / "templates").mkdir()
    (one.root / "templates" / "colophon.html").write_text("<p>我们自己的页脚</p>\n", encoding="utf-8")
    assert wait_for(lambda: "我们自己的页脚" in page(one)[1])
    (one.root / "words.txt").write_text("绿水青山\n", encoding="utf-8")
    assert wait_for(lambda: "绿水青山" in page(one, "keywords/")[1])


def test_without_an_article_the_page_says_what_is_missing(serving, tmp_path):
    (tmp_path / "empty").mkdir()
    one = serving(tmp_path / "empty")
    one.said("there is no site to serve yet")
    status, text = page(one)
    assert status == 503
    assert "no article here" in text
    small_root(tmp_path / "empty")
    assert wait_for(lambda: page(one)[0] == 200)


def test_a_build_process_that_dies_does_not_take_the_server_with_it(serving):
    one = serving()
    one.said("published: ")
    children = [int(pid) for pid in _children(one.process.pid)]
    builders = [pid for pid in children if "spawn_main" in _command(pid)]
    assert builders
    os.kill(builders[0], 9)
    seed = one.root / "seeds" / f"{NAME}.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("走得更远", "走得更稳"), encoding="utf-8")
    assert wait_for(lambda: "走得更稳" in page(one)[1])


def _children(pid):
    return " ".join(path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")).split()


def _command(pid):
    return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")


def test_many_slow_readers_do_not_keep_others_out(serving):
    one = serving()
    one.said("published: ")
    host, port = one.url.removeprefix("http://").rstrip("/").split(":")
    slow = [socket.create_connection((host, int(port))) for _ in range(30)]
    connection = http.client.HTTPConnection(host, int(port), timeout=PATIENCE)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    for client in slow:
        client.close()
