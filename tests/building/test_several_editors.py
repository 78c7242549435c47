"""Several editors work in one git repository: what is written never conflicts, and a cache may be carried about."""

import shutil
import subprocess
from pathlib import Path

import pytest

from building_site import make_site
from roundtable_site.build import build
from roundtable_site.settings import load_settings
from support import REPOSITORY, tree

IGNORED = REPOSITORY / "src" / "roundtable_site" / "scaffold" / "files" / "gitignore"
TEXTS = sorted((REPOSITORY / "tests" / "articles" / "clean").glob("*.txt"))[:2]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(root: Path, *words: str) -> str:
    who = ("-c", "user.name=editor", "-c", "user.email=desk@paper.example", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *who, *words], cwd=root, capture_output=True, text=True, check=True).stdout


def day_of_work(root: Path, text: Path, article: str, old: str, new: str) -> None:
    """Bring in a seed, build, correct the content file of another article, build, commit."""
    shutil.copy(text, root / "seeds")
    build(load_settings(root), jobs=1)
    path = root / "content" / f"{article}.yml"
    assert old in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    build(load_settings(root), jobs=1)
    git(root, "add", "-A")
    git(root, "commit", "-qm", f"Bring in {text.stem}")


def test_two_editors_bring_in_and_correct_articles_and_git_merges_their_work_by_itself(tmp_path):
    first = make_site(tmp_path / "first", ())
    (first / "seeds").mkdir()
    shutil.copy(REPOSITORY / "tests" / "articles" / "chaye-yuanzhuo.txt", first / "seeds")
    shutil.copy(IGNORED, first / ".gitignore")
    build(load_settings(first), jobs=1)
    git(first, "init", "-q")
    git(first, "add", "-A")
    git(first, "commit", "-qm", "Begin")
    assert not any(name.startswith(("build/", ".roundtable/")) for name in git(first, "ls-files").splitlines())
    git(tmp_path, "clone", "-q", str(first), "second")
    second = tmp_path / "second"

    day_of_work(first, TEXTS[0], "chaye-yuanzhuo", "headline:", "# read by the desk\n  headline:")
    day_of_work(second, TEXTS[1], "chaye-yuanzhuo", "slug:", "# and by another\n  slug:")
    git(second, "pull", "-q", "--no-rebase", "--no-edit")

    build(load_settings(second), jobs=1)
    assert git(second, "status", "--porcelain") == ""
    assert {path.stem for path in (second / "content").glob("*.yml")} == {
        "chaye-yuanzhuo", *(text.stem for text in TEXTS),
    }  # fmt: skip
    git(tmp_path, "clone", "-q", str(second), "third")
    build(load_settings(tmp_path / "third"), jobs=1)
    assert tree(tmp_path / "third" / "build") == tree(second / "build")


def test_a_cache_that_was_kept_elsewhere_gives_the_same_site(tmp_path):
    root = make_site(tmp_path / "site")
    build(load_settings(root), jobs=1)
    before = tree(root / "build")
    kept = tmp_path / "kept"
    shutil.copytree(root / ".roundtable", kept, copy_function=shutil.copy)  # other stamps, as from an archive
    shutil.rmtree(root / ".roundtable")
    shutil.rmtree(root / "build")
    shutil.copytree(kept, root / ".roundtable", copy_function=shutil.copy)
    build(load_settings(root), jobs=1)
    assert tree(root / "build") == before
