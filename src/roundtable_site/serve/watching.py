"""Notice changes in what a site is made of: seeds, content files, templates, settings, word lists."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from watchfiles import Change, watch

from roundtable_site.errors import RoundtableError
from roundtable_site.settings import Settings, load_settings
from roundtable_site.settings.file import FILE_NAME

GATHERING, STEP, TURN = 250, 50, 500
"""Milliseconds: changes that come within GATHERING are one change, which is over when a STEP brings none; after a TURN
without any the watcher looks up."""


def folders_of(settings: Settings) -> tuple[Path, ...]:
    """List the folders that are watched with all that is in them; one that is missing is watched once it is there."""
    return tuple(folder for folder in _folders(settings) if folder.is_dir())


def parents_of(settings: Settings) -> tuple[Path, ...]:
    """List the folders in which watched files stand and watched folders may come to stand."""
    above = [settings.root, *(path.parent for path in (*single_files(settings), *_folders(settings)))]
    return tuple(dict.fromkeys(folder for folder in above if folder.is_dir()))


def single_files(settings: Settings) -> tuple[Path, ...]:
    """List the files that are watched one by one."""
    return (settings.root / FILE_NAME, settings.keywords.words, settings.keywords.stop_words)


def _folders(settings: Settings) -> tuple[Path, ...]:
    return (settings.seeds, settings.content, settings.templates)


def concerns(path: Path, settings: Settings) -> bool:
    """Say whether a change of this file changes the site; what editors and we leave beside files for a moment doesn't.

    What the parser remembers (`content/.parsed/`) is only written by builds themselves.
    """
    if path in {file.resolve() for file in single_files(settings)}:
        return True
    for folder in _folders(settings):
        if path.is_relative_to(folder.resolve()):
            steps = path.relative_to(folder.resolve()).parts
            return not any(step.startswith((".", "~$", "#")) or step.endswith("~") for step in steps)
    return False


class Watching(threading.Thread):
    """Calls `changed` whenever a file that concerns the site was changed, added or removed."""

    def __init__(self, settings: Settings, changed: Callable[[Iterable[Path]], None]) -> None:
        super().__init__(name="watching", daemon=True)
        self.settings = settings
        self.changed = changed
        self.ready = threading.Event()
        self._stop_all = threading.Event()
        self._again = False

    def run(self) -> None:
        """Watch until the server ends; where the settings or the folders change, what is watched changes too."""
        while not self._stop_all.is_set():
            parents = parents_of(self.settings)
            if parents:
                self._round(folders_of(self.settings), parents)
            else:  # the site's folder is gone: it may come back
                self._stop_all.wait(1.0)

    def _round(self, folders: tuple[Path, ...], parents: tuple[Path, ...]) -> None:
        """Watch these folders until others are to be watched."""
        over = _Either(self._stop_all, threading.Event())
        inside = threading.Event()
        inner = threading.Thread(target=self._inside, args=(folders, over, inside), daemon=True)
        inner.start()
        for paths in _changes(parents, over, recursive=False):
            if inside.is_set():
                self._established()
            self._heard(paths)
            if paths and self._moved(folders, parents):
                over.set()
        inner.join()

    def _inside(self, folders: tuple[Path, ...], over: _Either, begun: threading.Event) -> None:
        if not folders:
            begun.set()
        for paths in _changes(folders, over, recursive=True):
            begun.set()
            self._heard(paths)

    def _established(self) -> None:
        """Note that all is watched; what changed while other folders were being set up to be watched is built now."""
        if not self.ready.is_set():
            self.ready.set()
            if self._again:
                self.changed([])

    def _heard(self, paths: Iterable[Path]) -> None:
        concerned = [path.resolve() for path in paths if concerns(path.resolve(), self.settings)]
        if concerned:
            self.changed(concerned)

    def _moved(self, folders: tuple[Path, ...], parents: tuple[Path, ...]) -> bool:
        """Say whether others are to be watched than before, by new settings or because one has come or gone."""
        try:
            self.settings = load_settings(self.settings.root)
        except RoundtableError:
            return False  # the build says what is wrong; what was watched is watched on
        if folders_of(self.settings) == folders and parents_of(self.settings) == parents:
            return False
        self.ready.clear()
        self._again = True
        return True

    def close(self) -> None:
        """End."""
        self._stop_all.set()
        self.join(2.0)


class _Either:
    """An event that counts as set once another one is."""

    def __init__(self, other: threading.Event, own: threading.Event) -> None:
        self._other, self._own = other, own

    def is_set(self) -> bool:
        """Say whether one of the two is set."""
        return self._other.is_set() or self._own.is_set()

    def set(self) -> None:
        """Set the own one."""
        self._own.set()


def _changes(folders: tuple[Path, ...], over: _Either, *, recursive: bool) -> Iterator[list[Path]]:
    """Yield the paths that changed in some folders, and an empty list after each turn without any change.

    Where the system has no more watches to give, the folders are looked through instead.
    """
    if not folders:
        return
    for polling in (None, True):
        try:
            for changes in watch(
                *folders, watch_filter=None, debounce=GATHERING, step=STEP, rust_timeout=TURN, yield_on_timeout=True,
                stop_event=over, recursive=recursive, raise_interrupt=False, force_polling=polling,
            ):  # fmt: skip
                # A folder is "modified" when something in it came or went, which has a notice of its own.
                yield [Path(path) for kind, path in changes if kind != Change.modified or not Path(path).is_dir()]
            return
        except OSError:
            if polling or over.is_set():
                return
