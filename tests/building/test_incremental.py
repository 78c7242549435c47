"""Whatever an editor does between two builds: what is published is what a build from nothing would publish."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from building_site import SLUGS, make_site, write_article
from roundtable_site import links, manifest
from roundtable_site.build import build
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import load_settings
from roundtable_site.site import across, ordering, seeking, shelves, topics
from support import tree


def change_text(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def built(root: Path):
    return build(load_settings(root), jobs=1)


def clean(root: Path, beside: Path) -> dict[str, bytes]:
    """Build a copy of a site that remembers nothing."""
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(root, beside, ignore=shutil.ignore_patterns("build", ".roundtable", ".*.lock"))
    built(beside)
    return tree(beside / "build")


def outcome(work):
    """What a piece of work gives, and what it says is wrong."""
    try:
        return work(), []
    except RoundtableError as error:
        return None, [problem.message for problem in error.problems]


def template(root: Path, name: str, text: str) -> None:
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / name).write_text(text, encoding="utf-8")


def content_of(root: Path, number: int) -> Path:
    files = sorted((root / "content").glob("*.yml"))
    return files[number % len(files)]


def remove(root: Path, number: int) -> None:
    if len(list((root / "content").glob("*.yml"))) > 1:
        content_of(root, number).unlink()


def rename(root: Path, number: int) -> None:
    path = content_of(root, number)
    slug = f"renamed-{path.stem}"[-40:].strip("-")
    if not path.with_name(f"{slug}.yml").exists():
        change_text(path, f"slug: {path.stem}", f"slug: {slug}")
        path.rename(path.with_name(f"{slug}.yml"))


def tamper(root: Path, number: int) -> None:
    files = sorted(path for path in (root / "build").rglob("*") if path.is_file())
    if files:
        path = files[number % len(files)]
        path.write_bytes(path.read_bytes()[::-1] + b"!")


def lose_file(root: Path, number: int) -> None:
    files = sorted(path for path in (root / "build").rglob("*") if path.is_file() and path.name != "manifest.json")
    if files:
        files[number % len(files)].unlink()


def litter(root: Path, number: int) -> None:
    folders = sorted(path for path in (root / "build").rglob("*") if path.is_dir())
    if folders:
        (folders[number % len(folders)] / "litter.html").write_text("nobody's", encoding="utf-8")


def lose_cache(root: Path, number: int) -> None:
    shutil.rmtree(root / ".roundtable", ignore_errors=True)


def spoil_cache(root: Path, number: int) -> None:
    files = sorted(path for path in (root / ".roundtable").rglob("*") if path.is_file())
    if files:
        path = files[number % len(files)]
        data = bytearray(path.read_bytes())
        at = number * 7919 % len(data)
        data[at] ^= 1 + number % 255
        path.write_bytes(bytes(data[: len(data) - number % 3]))


def aside_of(root: Path) -> Path:
    return root / ".roundtable" / "aside"


def spoil_aside(root: Path, number: int) -> None:
    """Lose, add or replace a file in the tree that is kept aside; what readers see is not touched."""
    files = sorted(path for path in aside_of(root).rglob("*") if path.is_file())
    if files:
        path = files[number % len(files)]
        (path.unlink, lambda: path.with_name("litter.html").write_text("!"), lambda: replaced(path))[number % 3]()


def replaced(path: Path) -> None:
    path.unlink()
    path.write_text("nobody's", encoding="utf-8")


EDITS: dict[str, Callable[[Path, int], None]] = {
    "a figure": lambda root, n: change_text(content_of(root, n), "41", str(42 + n % 50)),
    "a guest's title": lambda root, n: change_text(content_of(root, n), "新船厂厂长", f"新船厂第{n}任厂长"),
    "a guest's id": lambda root, n: change_text(content_of(root, n), "zhou-min", f"zhou-min-{n % 9}"),
    "a headline": lambda root, n: change_text(content_of(root, n), "篇\n", f"篇{n}\n"),
    "a keyword": lambda root, n: change_text(content_of(root, n), "word: 码头", "word: 航线"),
    "a sentence": lambda root, n: change_text(content_of(root, n), "港口如何转型", f"港口怎样转型{n}"),
    "a comment": lambda root, n: change_text(content_of(root, n), "format: 1", "# noted\nformat: 1"),
    "a new article": lambda root, n: write_article(root, f"new-{n % 4}"),
    "a deleted article": remove,
    "a renamed article": rename,
    "an article held back": lambda root, n: change_text(
        content_of(root, n), "headline:", "publish: false\n  headline:"
    ),
    "an organisation more": lambda root, n: change_text(content_of(root, n), "kind: district", "kind: zone"),
    "a setting": lambda root, n: (root / "roundtable.toml").write_text(f'title = "江边{n}"\n', encoding="utf-8"),
    "an address": lambda root, n: (root / "roundtable.toml").write_text(
        'base_url = "https://paper.example/t/"\nlanguages = ["zh-Hans", "en"]\n', encoding="utf-8"
    ),
    "a template": lambda root, n: template(root, "colophon.html", f"<p>{n} {{{{ settings.title }}}}</p>"),
    "a label": lambda root, n: (
        (root / "templates" / "labels").mkdir(parents=True, exist_ok=True)
        or template(root, "labels/zh-Hans.toml", f'home = "首页{n}"\n')
    ),
    "the page about the site": lambda root, n: (root / "content/pages/about.md").write_text(
        f"第{n}版", encoding="utf-8"
    ),
    "a published file": tamper,
    "a lost file": lose_file,
    "litter": litter,
    "no cache": lose_cache,
    "no tree aside": lambda root, n: shutil.rmtree(aside_of(root), ignore_errors=True),
    "a spoilt tree aside": spoil_aside,
    "a spoilt tree aside, and a figure": lambda root, n: (spoil_aside(root, n), EDITS["a figure"](root, n)),
    "a spoilt cache": spoil_cache,
    "nothing": lambda root, n: None,
}


@pytest.mark.slow
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 10**6)), min_size=1, max_size=4))
def test_after_any_edits_a_build_gives_what_a_build_from_nothing_gives(tmp_path_factory, edits):
    root = make_site(tmp_path_factory.mktemp("edited") / "site")
    built(root)
    for name, number in edits:
        EDITS[name](root, number)
        before = tree(root / "build")
        wanted, said = outcome(lambda: clean(root, root.parent / "clean"))
        _, told = outcome(lambda: built(root))
        assert told == said
        assert tree(root / "build") == (before if said else wanted), name
        if said:
            continue
        assert built(root).made == 0
        assert dict(manifest.read(root / "build").files) == manifest.files_in(root / "build")
        assert not links.check(root / "build", base_url=load_settings(root).base_url).errors


@pytest.mark.parametrize("name", EDITS)
def test_after_one_edit_a_build_gives_what_a_build_from_nothing_gives(tmp_path, name):
    root = make_site(tmp_path / "site", SLUGS[:2])
    built(root)
    EDITS[name](root, 12)
    built(root)
    assert tree(root / "build") == clean(root, tmp_path / "clean")
    again = built(root)
    assert again.made == 0 < again.pages


def test_the_lists_of_a_large_site_follow_every_edit(tmp_path, monkeypatch):
    for module in (across, ordering):
        monkeypatch.setattr(module, "PART", 1)
    monkeypatch.setattr(topics, "PLACED", 1)
    monkeypatch.setattr(shelves, "NEWEST", 1)
    monkeypatch.setattr(seeking, "BLOCK", 1)
    root = make_site(tmp_path / "site", SLUGS[:2])
    built(root)
    assert (root / "build" / "articles" / "page" / "2" / "index.html").is_file()
    for edit in (
        lambda: change_text(content_of(root, 0), "  date: null", "  date: 2021-05-06"),
        lambda: change_text(content_of(root, 1), "column: 江边对谈", "column: 河畔圆桌"),
        lambda: change_text(content_of(root, 0), "date: 2021-05-06", "date: 2019-05-06"),
        lambda: change_text(content_of(root, 0), "港口如何转型", "港口怎样转型"),
        lambda: shutil.rmtree(root / ".roundtable" / "card") or write_article(root, "new"),
        lambda: (content_of(root, 0).unlink(), content_of(root, 0).unlink()),
    ):
        before = tree(root / "build")
        edit()
        built(root)
        assert tree(root / "build") == clean(root, tmp_path / "clean") != before
    assert not (root / "build" / "articles").exists()


def test_both_trees_hold_the_same_files_and_an_edit_touches_no_others(tmp_path):
    root = make_site(tmp_path / "site", SLUGS[:2])
    built(root)
    for number, edit in enumerate(
        ("a figure", "a deleted article", "a new article", "the page about the site", "a sentence")
    ):
        before = {path: path.stat() for path in (root / "build").rglob("*") if path.is_file()}
        folder = aside_of(root).stat().st_ino
        EDITS[edit](root, number)
        built(root)
        assert (root / "build").stat().st_ino == folder
        names = [path.relative_to(root / "build") for path in (root / "build").rglob("*")]
        assert sorted(names) == sorted(path.relative_to(aside_of(root)) for path in aside_of(root).rglob("*"))
        for name in names:
            path, second = root / "build" / name, aside_of(root) / name
            if path.is_file():
                assert path.samefile(second)
                same = path in before and before[path].st_ino == path.stat().st_ino
                assert not same or before[path].st_mtime_ns == path.stat().st_mtime_ns


@pytest.mark.parametrize("tree_aside", [True, False], ids=["in the tree aside", "in a new tree"])
def test_a_file_takes_the_place_of_a_folder_and_a_folder_that_of_a_file(tmp_path, tree_aside):
    root = make_site(tmp_path / "site", SLUGS[:1])
    assets = root / "templates" / "assets"
    assets.mkdir(parents=True)
    (assets / "fonts").write_text("a file", encoding="utf-8")
    built(root)
    for folder in (True, False):
        if not tree_aside:
            shutil.rmtree(aside_of(root))
        shutil.rmtree(assets)
        (assets / "fonts" if folder else assets).mkdir(parents=True)
        (assets / ("fonts/deep.txt" if folder else "fonts")).write_text("another", encoding="utf-8")
        built(root)
        assert tree(root / "build") == clean(root, tmp_path / "clean")


def test_a_site_of_many_articles_is_not_offered_as_one_file(tmp_path):
    root = make_site(tmp_path / "site", SLUGS[:2])
    built(root)
    assert (root / "build" / "data" / "site.zip").is_file()
    (root / "roundtable.toml").write_text("[downloads]\nwhole_site = 1\n", encoding="utf-8")
    built(root)
    assert not (root / "build" / "data").exists()
    assert dict(manifest.read(root / "build").files) == manifest.files_in(root / "build")
    assert b"site.zip" not in (root / "build" / "gangkou" / "index.html").read_bytes()


def test_a_build_with_nothing_to_do_loads_nothing_that_makes_pages(tmp_path):
    root = make_site(tmp_path / "site", SLUGS[:1])
    built(root)
    code = (
        "import sys; from roundtable_site.cli import main;"
        "main(['build', '--root', sys.argv[1]], standalone_mode=False);"
        "print(sorted({'jinja2', 'yaml', 'markdown', 'jieba', 'pypinyin', 'xlsxwriter'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=True)
    assert "(nothing changed)" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"


def test_an_edit_that_brings_no_new_name_loads_neither_the_rules_of_reading_nor_the_dictionary(tmp_path):
    root = make_site(tmp_path / "site", SLUGS[:2])
    built(root)
    EDITS["a guest's title"](root, 1)
    code = (
        "import sys; from roundtable_site.cli import main;"
        "main(['build', '--root', sys.argv[1]], standalone_mode=False);"
        "print(sorted({'jieba', 'pypinyin', 'roundtable_site.parsing.door', 'PIL'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, check=True)
    assert "made now" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
    assert tree(root / "build") == clean(root, tmp_path / "clean")
