"""Build whenever something changed, in a process of its own, and tell the open pages what came of it."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

from roundtable_site.errors import Location, Problem
from roundtable_site.manifest import digest
from roundtable_site.processes import started_undisturbed
from roundtable_site.serve.child import Outcome, main

PATIENCE = 5.0
"""Seconds that a build has to clear up when the server ends."""


class Builder:
    """Builds in a process that stays; one that died is started anew for the next build."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._closed = False

    def build(self) -> Outcome:
        """Build the site and say what came of it; also where the process that builds ends unexpectedly."""
        try:
            connection = self._connected()
            connection.send(True)
            outcome = connection.recv()
        except (EOFError, OSError):
            return self._lost()
        return outcome if isinstance(outcome, Outcome) else self._lost()

    def _connected(self) -> Connection:
        if self._connection is None or self._process is None or not self._process.is_alive():
            context = multiprocessing.get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=main, args=(theirs, self.root))
            # Where multiprocessing's own helper is not there yet, starting it would let an interruption in again.
            resource_tracker.ensure_running()
            with started_undisturbed():
                self._process.start()
            theirs.close()
        return self._connection

    def _lost(self) -> Outcome:
        process, self._connection = self._process, None
        if process is not None:
            process.join(PATIENCE)
        code = process.exitcode if process is not None else None
        said = f"the build ended without a word (exit code {code}): change a file to build again"
        return Outcome(problems=(Problem(Location(str(self.root)), said),))

    def close(self) -> None:
        """End the process; a build under way clears up what it had staged, and the published site stays."""
        process = self._process
        if process is None or not process.is_alive():
            return
        process.terminate()
        process.join(PATIENCE)
        if process.is_alive():
            process.kill()
            process.join(PATIENCE)


class Rebuilding(threading.Thread):
    """Waits for changes and builds; changes during a build are built after it."""

    def __init__(self, builder: Builder, told: Callable[[Outcome], None]) -> None:
        super().__init__(name="rebuilding", daemon=True)
        self.builder = builder
        self.told = told
        self._changed = threading.Event()
        self._paths: set[Path] = set()
        self._wrote: dict[Path, str] = {}
        self._stopping = False

    def changed(self, paths: Iterable[Path] = ()) -> None:
        """Ask for a build because of some files; because of no file: in any case."""
        self._paths.update(paths or [Path()])
        self._changed.set()

    def run(self) -> None:
        """Build until the server ends."""
        while True:
            self._changed.wait()
            self._changed.clear()
            if self._stopping:
                return
            paths, self._paths = self._paths, set()
            if all(self._is_own(path) for path in paths):
                continue
            outcome = self.builder.build()
            if self._stopping:
                return
            self._wrote = dict(outcome.wrote)
            self.told(outcome)

    def _is_own(self, path: Path) -> bool:
        """Say whether a content file is just what the last build wrote into it: that is no change to build."""
        try:
            return path in self._wrote and digest(path) == self._wrote[path]
        except OSError:
            return False

    def close(self) -> None:
        """End, and end the build under way."""
        self._stopping = True
        self._changed.set()
        self.builder.close()
        self.join(2 * PATIENCE)
