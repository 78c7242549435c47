"""The real command, run as a person runs it."""

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from support import ARTICLES

NAME = "chaye-yuanzhuo"
PATIENCE = 60.0
"""Seconds that a slow machine may take for anything."""


class Serving:
    """`roundtable serve` in a process of its own; `lines` is what it printed so far."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = root
        self.lines: list[str] = []
        command = [sys.executable, "-m", "roundtable_site", "serve", "--root", str(root), *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, bufsize=1,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}, start_new_session=True,
        )  # fmt: skip
        self.reading = threading.Thread(target=self._read, daemon=True)
        self.reading.start()
        self.url = self.said(r"serving (http://\S+/) ")[1]

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def said(self, pattern: str, after: int = 0) -> re.Match[str]:
        """Wait for a line that matches, among those after the first so many."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for line in self.lines[after:]:
                if found := re.search(pattern, line):
                    return found
            if self.process.poll() is not None and not self.reading.is_alive():
                break
            time.sleep(0.02)
        raise AssertionError(f"no line like {pattern!r} in:\n" + "\n".join(self.lines))

    def end(self, sign: int = signal.SIGINT) -> int:
        """Press Ctrl-C, as a terminal does: every process of the group gets it; give the exit code."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, sign)
        code = self.process.wait(PATIENCE)
        self.reading.join(PATIENCE)
        return code


def small_root(folder: Path) -> Path:
    """Make a site of the small article."""
    (folder / "seeds").mkdir(parents=True)
    shutil.copy(ARTICLES / f"{NAME}.txt", folder / "seeds")
    return folder


def leave(context) -> None:
    """Close a browser context whose pages load again by themselves.

    Chromium sometimes never answers when a page is closed in the middle of a reload: so each is sent away first.
    """
    from playwright.sync_api import Error

    for page in context.pages:
        for _ in range(20):
            try:
                page.goto("about:blank")
                break
            except Error as error:  # the page loaded again just then
                if "interrupted by another navigation" not in str(error):
                    raise
    context.close()


def wait_for(condition):
    """Wait until something holds, and give what it gave."""
    until = time.monotonic() + PATIENCE
    while not (found := condition()) and time.monotonic() < until:
        time.sleep(0.05)
    return found
