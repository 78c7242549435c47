"""Put a finished folder in the place of the published one: the only change that readers see."""

from __future__ import annotations

import shutil
from pathlib import Path

from roundtable_site.errors import RoundtableError
from roundtable_site.files import flush_folder
from roundtable_site.publishing import system
from roundtable_site.publishing.names import previous_of


def swap(staged: Path, published: Path, *, keep: bool = False) -> None:
    """Publish a staged tree: readers see the old site or the new one, never a mixture, even if the power fails.

    Everything staged is on the disk before it is shown. Then both folders change places in one step, and `staged` holds
    the old site, which is removed unless it is to be kept there. Where the system knows no such step (others than Linux
    and macOS, and some network disks), it takes two: for a moment there is no site, and if just then the process is
    killed, `hold` puts the old one back at the next start. If anything fails, the old site is in its place when this
    ends.

    Raises RoundtableError where there is nothing staged, OSError where the disk refuses.
    """
    if not staged.is_dir():
        raise RoundtableError.at(staged, "there is no finished site to publish; build it first")
    target = published.resolve()
    system.flush_tree(staged)
    if not target.exists():
        staged.rename(target)
    elif not system.exchange(staged, target):
        _swap_in_two_steps(staged, target)
    flush_folder(target.parent)
    if not keep:
        shutil.rmtree(staged, ignore_errors=True)


def _swap_in_two_steps(staged: Path, target: Path) -> None:
    previous = previous_of(target)
    target.rename(previous)
    try:
        staged.rename(target)
    except BaseException:
        previous.rename(target)
        raise
    previous.rename(staged)
