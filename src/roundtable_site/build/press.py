"""Two trees of the site take turns: one stands published, the other is kept aside and becomes the next edition.

Their files are the same (hard links), so that an edit costs the files that are others now, whatever the site's size.
A tree aside that is not as it was left, or beside a published folder that is not, is never shown: then a new tree is
laid, file by file.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from roundtable_site.build.tree import HERE, Tree, aside_is_whole, recorded, turned
from roundtable_site.build.work import FileFact, Job
from roundtable_site.cache import FOLDER
from roundtable_site.publishing import aside, swap

_TICK = 0.02  # seconds until the disk's clock tells a later change apart
NAME = "aside"


class Press:
    """The trees of one build: `before` is the published one as it was left, `damaged` are groups that are not so."""

    def __init__(self, job: Job, before: Tree, damaged: Collection[str]) -> None:
        self.job, self.before = job, before
        self.place = job.settings.root.resolve() / FOLDER / NAME
        self.whole = bool(before.groups) and not damaged
        self.turned = self.whole and before.aside == str(self.place) and aside_is_whole(before)
        self.turned = self.turned and aside.take(self.place, job.staged)

    def lay(self, paths: Collection[str], written: Collection[str]) -> None:
        """Make the staged tree hold the files of these paths; those that are not `written` stand published."""
        if self.turned:
            aside.drop(self.job.staged, (path for path in self.before.paths() if path not in paths))
        else:
            standing = (path for path in paths if path not in written)
            aside.share(self.job.settings.build, self.job.staged, standing, copied=True)

    def show(self, groups: Mapping[str, Sequence[str]], written: Collection[str]) -> Tree:
        """Let the staged tree take the place of the published one; give how both trees were left.

        `groups` are the paths of all files by group, `written` those that this edition wrote.
        """
        published = self.job.settings.build.resolve()
        swap(self.job.staged, self.job.settings.build, keep=True)
        kept = self._keep(published, {path for paths in groups.values() for path in paths}, written)
        time.sleep(_TICK)
        standing = turned(self.before, self._touched(groups, written)) if self.turned and kept else {}
        return recorded(published, self.place if kept else None, groups, standing)

    def _touched(self, groups: Mapping[str, Sequence[str]], written: Collection[str]) -> set[str]:
        """Name the groups of which a file or a folder is not what it was in both trees."""
        now = {path for paths in groups.values() for path in paths}
        folders = {_folder(path) for path in (*written, *(path for path in self.before.paths() if path not in now))}
        for folder in tuple(folders):  # a folder that came or went is a change of the one above
            while folder != HERE:
                folder = _folder(folder)
                folders.add(folder)
        return {
            name
            for name, stood in self.before.groups.items()
            if stood.paths != "\0".join(groups.get(name, ()))
            or not folders.isdisjoint(stood.places.split("\0"))
            or any(path in written for path in stood.split())
        }

    def _keep(self, published: Path, paths: Collection[str], written: Collection[str]) -> bool:
        """Keep a tree of the very files that are published now; False where the disk cannot give files two names."""
        old = self.job.staged
        try:
            if self.whole and old.is_dir():
                aside.drop(old, (path for path in self.before.paths() if path not in paths))
                aside.share(published, old, written)
                return aside.keep(old, self.place)
            shutil.rmtree(old, ignore_errors=True)
            aside.clear(self.place)
            aside.share(published, self.place, paths)
        except OSError:
            shutil.rmtree(old, ignore_errors=True)
            aside.clear(self.place)
            return False
        return True


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or HERE


def paths_of(groups: Mapping[str, Sequence[FileFact]]) -> dict[str, list[str]]:
    """Give the paths of groups of files."""
    return {name: [fact.path for fact in files] for name, files in groups.items()}
