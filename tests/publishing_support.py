"""Builds in processes of their own, which tests end at any step, starve of disk or take rights from.

The processes are forked from one that has everything loaded, so that each starts in an instant.
"""

import ctypes
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Callable
from functools import cache
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

import pytest

from roundtable_site import manifest
from roundtable_site.build import build
from roundtable_site.errors import RoundtableError
from roundtable_site.publishing import system
from roundtable_site.settings import load_settings
from support import ARTICLES

CONTEXT = multiprocessing.get_context("forkserver")
NOBODY = 65534
CLONE_NEWNS = 0x00020000
# What a process does to a disk, as Python tells its audit hooks.
DISK = frozenset(
    {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.truncate", "ctypes.dlsym"}
)
RENAMES = frozenset({"os.rename"})


def make_site(root: Path) -> Path:
    """Make a site of one small article, with nothing built yet."""
    (root / "seeds").mkdir(parents=True)
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", root / "seeds")
    return root


def change_seed(root: Path, number: int) -> None:
    """Change a figure of the article, so that another build gives another site."""
    text = (ARTICLES / "chaye-yuanzhuo.txt").read_text(encoding="utf-8")
    assert "12.5万亩" in text
    (root / "seeds" / "chaye-yuanzhuo.txt").write_text(text.replace("12.5万亩", f"{number}.5万亩"), encoding="utf-8")


def build_at(root: Path) -> None:
    """Build a site with its settings."""
    build(load_settings(root))


def is_whole(folder: Path) -> bool:
    """Tell whether a published folder is what its manifest says, file by file."""
    return dict(manifest.read(folder).files) == manifest.files_in(folder)


@cache
def _warmed() -> Any:
    """Give what makes processes, once the one that they are forked from is there with everything loaded."""
    CONTEXT.set_forkserver_preload(["publishing_warm"])
    with pytest.MonkeyPatch.context() as patch:
        # It is not told the path that tests are found on.
        patch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))
        forkserver.ensure_running()
    return CONTEXT


def process_of(work: Callable[..., Any], *arguments: Any) -> Any:
    """Give a process that will run a function; it is not started."""
    return _warmed().Process(target=work, args=arguments)


def in_a_process(work: Callable[..., Any], *arguments: Any) -> Any:
    """Give what a function gives in a process of its own; what it raises fails the test."""
    ours, theirs = CONTEXT.Pipe()
    process = process_of(_answer, theirs, work, arguments)
    process.start()
    theirs.close()
    try:
        good, answer = ours.recv()
    finally:
        process.join()
    if not good:
        pytest.fail(answer)
    if isinstance(answer, _Skip):
        pytest.skip(answer.reason)
    return answer


class _Skip:
    def __init__(self, reason: str) -> None:
        self.reason = reason


def _answer(pipe: Any, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    try:
        pipe.send((True, work(*arguments)))
    except BaseException:
        pipe.send((False, traceback.format_exc()))


def problems_of_building(root: Path) -> list[str]:
    """Build, and give the problems that ended the build as lines."""
    try:
        build_at(root)
    except RoundtableError as error:
        return [str(problem).replace(str(root), "SITE") for problem in error.problems]
    return []


def killed(
    work: Callable[..., Any],
    *arguments: Any,
    step: int | None = None,
    after: float | None = None,
    of: frozenset[str] = DISK,
) -> bool:
    """Run a function in a process and kill it: before its n-th step on the disk, or after some seconds.

    Tells whether it was killed before it had ended.
    """
    process = process_of(_until_killed, step, of, work, arguments)
    process.start()
    if after is not None:
        process.join(after)
        process.kill()
    process.join()
    assert process.exitcode in (0, -signal.SIGKILL), "the build failed by itself"
    return process.exitcode != 0


def steps_of(work: Callable[..., Any], *arguments: Any, of: frozenset[str] = DISK) -> int:
    """Count the steps on the disk that a function takes."""
    return int(in_a_process(_counted, of, work, arguments))


def _counted(of: frozenset[str], work: Callable[..., Any], arguments: tuple[Any, ...]) -> int:
    count = 0

    def hook(event: str, _: Any) -> None:
        nonlocal count
        count += event in of

    sys.addaudithook(hook)
    work(*arguments)
    return count


def _until_killed(step: int | None, of: frozenset[str], work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    left = step

    def hook(event: str, _: Any) -> None:
        nonlocal left
        if left is not None and event in of:
            left -= 1
            if left <= 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
    work(*arguments)


def build_in_two_steps(root: Path) -> None:
    """Build as on a system that cannot exchange two folders in one step."""
    system.exchange = lambda *_: False  # type: ignore[assignment]
    build_at(root)


def on_own_mounts(work: Callable[..., Any], *arguments: Any) -> Any:
    """Run a function where what it mounts is seen by nobody else, and gone when it ends; skip where that is refused."""
    return in_a_process(_with_mounts, work, arguments)


def _with_mounts(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "unshare") or library.unshare(CLONE_NEWNS) != 0:
        return _Skip("mounting needs rights that this run does not have (run as root, on Linux)")
    try:
        mount("--make-rprivate", "/")
    except subprocess.CalledProcessError:
        return _Skip("mounting is not allowed here")
    return work(*arguments)


def mount(*arguments: str) -> None:
    """Mount something."""
    subprocess.run(["mount", *arguments], check=True, capture_output=True)


def as_nobody(work: Callable[..., Any], *arguments: Any) -> Any:
    """Run a function as a user without rights; skip where this run may not become another user."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can become another user")
    return in_a_process(_without_rights, work, arguments)


def _without_rights(work: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
    return work(*arguments)
