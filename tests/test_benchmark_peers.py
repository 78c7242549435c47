"""The comparison with other generators tells pages apart that a reader would, and measures what really ran."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support import REPOSITORY

PAGE = "<!doctype html><title>{title}</title><body>{body}</body>"


@pytest.fixture(scope="module")
def peers():
    sys.path.insert(0, str(REPOSITORY / "benchmarks"))
    try:
        import archive
        from peers import agreeing, measuring, telling, tools
    finally:
        sys.path.pop(0)
    return {"archive": archive, "agreeing": agreeing, "measuring": measuring, "telling": telling, "tools": tools}


def site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(PAGE.format(title=name, body=body), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>茶园</p>", "<div>\n 茶园 </div>"),
        ("<p>茶园</p>", "<p>茶园</p><script>1</script>"),
        ("<a>茶</a>", "<a href=x>茶</a>"),
    ],
)
def test_pages_that_say_the_same_agree_whatever_their_markup(peers, tmp_path, one, other):
    assert peers["agreeing"].differences(site(tmp_path / "a", tea=one), site(tmp_path / "b", tea=other)) == []


@pytest.mark.parametrize(
    ("one", "other"), [("<p>茶园</p>", "<p>茶</p>"), ("<p>3%</p>", "<p>8%</p>"), ("", "<p>茶</p>")]
)
def test_pages_that_say_something_else_do_not_agree(peers, tmp_path, one, other):
    found = peers["agreeing"].differences(site(tmp_path / "a", tea=one), site(tmp_path / "b", tea=other))
    assert len(found) == 1
    assert found[0].startswith("tea/index.html: ")


def test_a_page_that_one_site_lacks_is_a_difference(peers, tmp_path):
    found = peers["agreeing"].differences(site(tmp_path / "a", tea="", rice=""), site(tmp_path / "b", tea="", corn=""))
    assert sorted(line.partition("/")[0] for line in found) == ["corn", "rice"]


def test_only_lists_may_be_left_out_of_the_comparison(peers, tmp_path):
    ours = site(
        tmp_path / "a",
        **{"speakers": "1", "articles/1994": "", "speakers/page/2": "", "speakers/an": "茶", "a1/speakers": "茶"},
        **{"districts/east": "1", "districts/east/page/2": "", "districts/east/series": "", "keywords/tea": ""},
    )
    theirs = site(tmp_path / "b", **{"speakers": "2", "districts/east": "2", "speakers/an": "米", "a1/speakers": "米"})
    found = peers["agreeing"].differences(ours, theirs, lists=False)
    assert [line.partition(":")[0] for line in found] == ["a1/speakers/index.html", "speakers/an/index.html"]


def test_processor_time_and_memory_of_children_count(peers, tmp_path):
    child = "b = bytearray(60_000_000)\nimport time\nwhile time.process_time() < 0.4: b[::4096] = b[::4096]"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    taken = peers["measuring"].run([sys.executable, "-c", parent], tmp_path, tmp_path / "log")
    assert taken.cpu >= 0.4
    assert taken.memory >= 60_000_000


def test_a_command_that_fails_is_told_with_its_words(peers, tmp_path):
    with pytest.raises(RuntimeError, match="no tea"):
        peers["measuring"].run([sys.executable, "-c", "raise SystemExit('no tea')"], tmp_path, tmp_path / "log")


def test_the_lean_pages_that_are_compared_are_a_site_without_a_broken_link(peers, tmp_path):
    peers["archive"].make(tmp_path, 2)
    ours = peers["tools"].tools(tmp_path / "none")[0]
    ours.lay(tmp_path / "site", tmp_path / "content")
    subprocess.run(ours.command, cwd=tmp_path / "site", check=True, capture_output=True)
    page = peers["agreeing"].visible_text(tmp_path / "site" / "build" / "yuanzhuo-000001" / "transcript" / "index.html")
    assert page.startswith("全文 圆桌 人 地方 词 全文")
    shutil.rmtree(tmp_path / "site")


def test_a_ratio_is_ours_over_theirs(peers):
    telling, taken = peers["telling"], peers["measuring"].Taken
    cases = {
        name: telling.Measured("1", dict.fromkeys(telling.CASES, taken(*sizes)), (1, 1), (1, 1))
        for name, sizes in {"roundtable": (3.0, 4.0, 50), "Hugo, YAML": (2.0, 1.0, 200)}.items()
    }
    assert "| Hugo, YAML | full build | 1.50 | 4.00 | 0.25 |" in telling.told(cases, 5, 10, 1, "0.1")
