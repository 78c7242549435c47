"""Tell the person at the terminal how far the work has come, without a word where it takes less than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sized
from typing import Protocol, TextIO, TypeVar

T = TypeVar("T")
QUIET_FOR = 1.0
"""Seconds before anything is said: shorter work needs no progress."""
PLAIN_EVERY = 5.0
"""Seconds between two plain lines, where there is no terminal."""


class Progress(Protocol):
    """Somebody to tell how far a step of the work has come."""

    def over(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """Yield the items of one step, telling how many are done; `what` names the step (`reading`)."""
        ...


class Silent:
    """Says nothing."""

    def over(self, what: str, items: Iterable[T]) -> Iterator[T]:  # noqa: ARG002
        """Yield the items."""
        yield from items


class Plain:
    """Says a line now and then, for logs: `reading: 120 of 400`."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr

    def over(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """Yield the items, with a line after the first second and then every few seconds."""
        total = f" of {len(items)}" if isinstance(items, Sized) else ""
        due = time.monotonic() + QUIET_FOR
        for done, item in enumerate(items, 1):
            yield item
            if time.monotonic() >= due:
                print(f"{what}: {done}{total}", file=self.stream, flush=True)
                due = time.monotonic() + PLAIN_EVERY


class Bar:
    """Draws a bar with rate and time left on a terminal, once the step has taken a second."""

    def over(self, what: str, items: Iterable[T]) -> Iterator[T]:
        """Yield the items; the bar appears after the first second and goes when the step ends."""
        total = len(items) if isinstance(items, Sized) else None
        start = time.monotonic()
        iterator = iter(items)
        for done, item in enumerate(iterator, 1):
            yield item
            if time.monotonic() - start >= QUIET_FOR:
                yield from self._drawn(what, iterator, done, total)
                return

    @staticmethod
    def _drawn(what: str, rest: Iterator[T], done: int, total: int | None) -> Iterator[T]:
        # rich costs a tenth of a second to load: only work that is long already pays for it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        columns = (
            *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()),
            *(TextColumn("{task.fields[rate]}"), TimeRemainingColumn()),
        )
        start, before = time.monotonic(), done
        with RichProgress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task(what, total=total, completed=done, rate="")
            for item in rest:
                yield item
                done += 1
                rate = (done - before) / max(time.monotonic() - start, 0.001)
                bar.update(task, completed=done, rate=f"{rate:.1f}/s")


def progress_for(stream: TextIO | None = None) -> Progress:
    """Choose a bar for a terminal and plain lines for everything else."""
    stream = stream or sys.stderr
    return Bar() if stream.isatty() else Plain(stream)
