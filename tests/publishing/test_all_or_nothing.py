"""Whatever ends a build, the published site is wholly the old or wholly the new one, and the next build succeeds."""

import os
import random
import shutil
import tempfile
from pathlib import Path

import pytest

from publishing_support import (
    RENAMES,
    as_nobody,
    build_at,
    build_in_two_steps,
    change_seed,
    in_a_process,
    is_whole,
    killed,
    make_site,
    mount,
    on_own_mounts,
    problems_of_building,
    steps_of,
)
from roundtable_site import content
from roundtable_site.progress import Silent
from roundtable_site.publishing import hold
from roundtable_site.reading import parse
from roundtable_site.settings import load_settings
from support import tree

KILLS = int(os.environ.get("ROUNDTABLE_KILLS", "20"))
"""How often a build is killed; `make soak` does it hundreds of times."""


def kill_and_check(root, work, number, **moment):
    """Kill a build of a changed article, and look at what it left."""
    with hold(root / "build"):
        old = tree(root / "build")
    change_seed(root, number)
    killed(work, root, **moment)
    with hold(root / "content", root / "build"):
        left = tree(root / "build")
        assert is_whole(root / "build")
        # A changed site, or the very one that was there.
        assert left == old or f"{number}.5万亩".encode() in left["chaye-yuanzhuo/transcript/index.html"]
        content.load_all(root / "content")
    assert sorted(path.name for path in root.iterdir()) == [".roundtable", "build", "content", "seeds"]


def test_a_build_killed_at_any_moment_leaves_the_old_site_or_the_new_one(tmp_path):
    root = make_site(tmp_path)
    in_a_process(build_at, root)
    change_seed(root, 1)
    steps = steps_of(build_at, root)
    chance = random.Random(KILLS)
    for number in range(2, KILLS + 2):
        if number % 2:
            kill_and_check(root, build_at, number, step=chance.randint(1, steps))
        else:
            kill_and_check(root, build_at, number, after=chance.uniform(0, 0.6))
    in_a_process(build_at, root)
    clean = make_site(tmp_path / "clean")
    change_seed(clean, KILLS + 1)
    in_a_process(build_at, clean)
    assert tree(root / "build") == tree(clean / "build")


def test_where_the_swap_takes_two_steps_a_kill_between_them_is_mended_at_the_next_start(tmp_path):
    root = make_site(tmp_path)
    in_a_process(build_at, root)
    change_seed(root, 1)
    renames = steps_of(build_in_two_steps, root, of=RENAMES)
    nothing = []
    for number in range(renames):
        in_a_process(build_in_two_steps, root)
        old = tree(root / "build")
        change_seed(root, number + 2)
        assert killed(build_in_two_steps, root, step=number + 1, of=RENAMES)
        nothing += [number] * (not (root / "build").exists())
        with hold(root / "content", root / "build"):
            assert is_whole(root / "build")
            left = tree(root / "build")
            assert left == old or f"{number + 2}.5万亩".encode() in left["chaye-yuanzhuo/transcript/index.html"]
    assert len(nothing) == 1


def parse_at(root):
    """Read a site's articles into its content files; give the warnings."""
    return [str(problem) for problem in parse((), load_settings(root), Silent())[1]]


@pytest.mark.parametrize("edited", [False, True], ids=["the parser's file", "an edited file"])
def test_what_a_killed_run_wrote_is_never_taken_for_an_editors_correction(small_site, edited):
    parse_at(small_site)
    path = small_site / "content/chaye-yuanzhuo.yml"
    if edited:
        path.write_text(path.read_text(encoding="utf-8").replace("云岭县委书记", "云岭县长"), encoding="utf-8")
    change_seed(small_site, 1)
    renames = steps_of(parse_at, shutil.copytree(small_site, small_site / "copy"), of=RENAMES)
    for number in range(renames):
        change_seed(small_site, 2 * number + 2)
        assert killed(parse_at, small_site, step=number + 1, of=RENAMES)
        change_seed(small_site, 2 * number + 3)
        assert not [warning for warning in parse_at(small_site) if "yours stays" in warning]
        assert f"figure: {2 * number + 3}.5万亩" in path.read_text(encoding="utf-8")
        assert ("云岭县长" in path.read_text(encoding="utf-8")) is edited
    assert not [path for path in small_site.rglob("*") if path.suffix in (".new", ".pending", ".lock")]


def build_on_a_small_disk(root):
    """Fill a disk with one site; give what a second build says, what changed, and what it says with more room."""
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(root))
    make_site(root / "site")
    build_at(root / "site")
    before = tree(root / "site")
    free = os.statvfs(root).f_bavail * os.statvfs(root).f_frsize
    (root / "ballast").write_bytes(bytes(free - 200_000))
    change_seed(root / "site", 1)
    seed = {"seeds/chaye-yuanzhuo.txt": (root / "site/seeds/chaye-yuanzhuo.txt").read_bytes()}
    full = problems_of_building(root / "site")
    after = tree(root / "site")
    changed = sorted(name for name in after | before if after.get(name) != (before | seed).get(name))
    (root / "ballast").unlink()
    return full, changed, problems_of_building(root / "site"), is_whole(root / "site/build")


def test_a_full_disk_is_one_line_and_the_published_site_stays(tmp_path):
    full, changed, roomy, whole = on_own_mounts(build_on_a_small_disk, tmp_path)
    assert full == [
        "SITE/build: the new site cannot be written (No space left on device): check the disk's free space and the"
        " folder's permissions; what is published stays"
    ]
    # The content file was written whole before the site; the next build takes it up.
    assert changed in ([], ["content/.parsed/chaye-yuanzhuo.yml", "content/chaye-yuanzhuo.yml"])
    assert (roomy, whole) == ([], True)


def fill_up(root):
    """Leave no byte on the disk; give what a build says and whether anything changed."""
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(root))
    make_site(root / "site")
    build_at(root / "site")
    change_seed(root / "site", 1)
    before = tree(root / "site")
    with (root / "ballast").open("wb", buffering=0) as stream:
        try:
            while stream.write(bytes(4096)):
                pass
        except OSError:
            pass
    said = problems_of_building(root / "site")
    return said, tree(root / "site") == before


def test_on_a_disk_without_a_free_byte_nothing_changes(tmp_path):
    said, same = on_own_mounts(fill_up, tmp_path)
    assert len(said) == 1
    assert "No space left on device" in said[0]
    assert same


def build_read_only(root):
    """Build once, forbid writing, build again."""
    make_site(root)
    build_at(root)
    change_seed(root, 1)
    before = tree(root)
    mount("--bind", str(root), str(root))
    mount("-o", "remount,bind,ro", str(root))
    said = problems_of_building(root)
    return said, tree(root) == before


def test_a_read_only_folder_is_one_line_and_nothing_changes(tmp_path):
    said, same = on_own_mounts(build_read_only, tmp_path)
    assert said == [
        "SITE/content/chaye-yuanzhuo.yml: cannot be written (Read-only file system): check the folder's permissions"
    ]
    assert same


def test_a_user_without_rights_gets_one_line_and_nothing_changes():
    # Not below the folder of the test run: nobody else may look into that.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        root = make_site(Path(folder) / "site")
        build_at(root)
        change_seed(root, 1)
        before = tree(root)
        said = as_nobody(problems_of_building, root)
        assert said == [
            "SITE/content/chaye-yuanzhuo.yml: cannot be written (Permission denied): check the folder's permissions"
        ]
        assert tree(root) == before


def build_to_a_disk_of_its_own(root):
    """Build to a folder where a disk is mounted."""
    make_site(root)
    (root / "build").mkdir()
    mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(root / "build"))
    return problems_of_building(root)


def test_a_mounted_disk_cannot_be_replaced_and_the_line_says_what_to_do(tmp_path):
    assert on_own_mounts(build_to_a_disk_of_its_own, tmp_path) == [
        "SITE/build: is a disk of its own and cannot be replaced whole: name a folder on that disk"
    ]


def test_what_a_power_cut_leaves_is_cleared_away_and_never_taken_for_content(small_site):
    build_at(small_site)
    before = tree(small_site)
    (small_site / "content/.chaye-yuanzhuo.yml.ab12cd_9.new").write_text("format: 1\narti", encoding="utf-8")
    (small_site / "content/.parsed/.chaye-yuanzhuo.yml.ab12cd_9.new").write_bytes(b"")
    shutil.copytree(small_site / "build", small_site / ".build.staging-x1y2z3w4")
    (small_site / ".build.staging-x1y2z3w4/index.html").write_bytes(b"")
    shutil.copytree(small_site / "build/assets", small_site / ".build.previous")
    (small_site / ".build.lock").write_text("process 1 on elsewhere since 2024-01-01 00:00:00\n", encoding="ascii")
    build_at(small_site)
    assert tree(small_site) == before


def test_a_site_that_was_put_aside_comes_back_even_where_the_next_build_fails(small_site):
    build_at(small_site)
    before = tree(small_site / "build")
    (small_site / "build").rename(small_site / ".build.previous")
    (small_site / "seeds/chaye-yuanzhuo.txt").write_bytes(b"")
    assert problems_of_building(small_site)
    assert tree(small_site / "build") == before


def test_no_build_writes_into_a_file_of_the_published_site(small_site, tmp_path_factory):
    build_at(small_site)
    linked = tmp_path_factory.mktemp("linked") / "build"
    shutil.copytree(small_site / "build", linked, copy_function=os.link)
    before = tree(linked)
    change_seed(small_site, 1)
    build_at(small_site)
    assert tree(linked) == before
    assert tree(small_site / "build") != before


def test_a_folder_that_no_build_made_is_never_replaced(small_site):
    (small_site / "build").mkdir()
    (small_site / "build/thesis.txt").write_text("mine", encoding="utf-8")
    assert problems_of_building(small_site) == [
        "SITE/build: holds files that no build made (there is no manifest.json of ours) and would be replaced whole:"
        " empty it, or name another folder"
    ]
    assert (small_site / "build/thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("target", ["elsewhere/site", "elsewhere"])
def test_a_build_folder_that_is_a_link_stays_one_and_the_site_goes_where_it_leads(small_site, target):
    (small_site / target).mkdir(parents=True)
    (small_site / "build").symlink_to(target)
    build_at(small_site)
    change_seed(small_site, 1)
    build_at(small_site)
    assert (small_site / "build").is_symlink()
    assert is_whole(small_site / target)
    assert "1.5万亩" in (small_site / target / "chaye-yuanzhuo/transcript/index.html").read_text(encoding="utf-8")
