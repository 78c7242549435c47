"""The same input gives the same bytes, wherever and however the site is built."""

import os
import shutil
import subprocess
import sys

import pytest

from publishing_support import is_whole
from support import ARTICLES, tree

PLACES = {
    "in Shanghai, in Chinese": {"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "1"},
    "in New York, without a language": {"TZ": "America/New_York", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    "with little memory of its own": {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "3", "PYTHONOPTIMIZE": "1"},
}


def made(root, workdir, environment, umask=0o022):
    """Build a site in a process of its own, in other surroundings; give its files."""
    (root / "seeds").mkdir(parents=True)
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", root / "seeds/b.txt")
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", root / "seeds/a.txt")
    (root / "roundtable.toml").write_text(
        'base_url = "https://paper.example/"\nlanguages = ["zh-Hans", "en"]\n', encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, "-m", "roundtable_site", "build", "--root", os.path.relpath(root, workdir)],
        cwd=workdir, env={**os.environ, **environment}, umask=umask, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert is_whole(root / "build")
    return {**tree(root / "build"), **tree(root / "content")}


@pytest.fixture(scope="module")
def usual(tmp_path_factory):
    """Build the site as anybody would."""
    root = tmp_path_factory.mktemp("usual") / "site"
    return made(root, root.parent, {})


@pytest.mark.parametrize("place", PLACES)
def test_a_build_elsewhere_gives_the_same_bytes(tmp_path, usual, place):
    root = tmp_path / "别的 地方" / "site-2"
    root.mkdir(parents=True)
    found = made(root, tmp_path, PLACES[place], umask=0o077)
    assert sorted(found) == sorted(usual)
    assert [name for name in usual if found[name] != usual[name]] == []
