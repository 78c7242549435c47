"""Who does the work: this process alone, or several; what comes out is the same."""

from __future__ import annotations

import gc
import os
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from typing import Generic, Protocol, TypeVar

from roundtable_site.build.work import Job
from roundtable_site.processes import help_only_while_led, started_undisturbed

Task = TypeVar("Task")
Answer = TypeVar("Answer")
Work = Callable[[Job, Task], Answer]
WORTHWHILE = 0.5
"""Seconds of work left from which starting other processes saves more than it costs."""
_CHUNK = 8
_AHEAD = 4
"""Pieces of work that wait for each process: enough to keep it busy, few enough to be held."""
_RARELY = (50_000, 20, 20)
"""When to look for garbage while a site is made: an article leaves little, and all that was loaded stays."""


class Crew(Protocol):
    """Somebody who does a step's work on many tasks."""

    def each(self, work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in the order of the tasks."""
        ...


class Answers(Generic[Answer]):
    """The answers of a crew, whose number is known before the first one comes."""

    def __init__(self, crew: Crew, work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> None:
        self._number = len(tasks)
        self._answers = crew.each(work, job, tasks)

    def __len__(self) -> int:
        """How many there will be."""
        return self._number

    def __iter__(self) -> Iterator[Answer]:
        """Yield them as they come, in the order of the tasks."""
        return self._answers


class Alone:
    """Does everything in this process."""

    def each(self, work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task."""
        for task in tasks:
            yield work(job, task)


class Several:
    """Does many tasks in several processes, few of them in this one."""

    def __init__(self, processes: int) -> None:
        self.processes = processes

    def each(self, work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task."""
        took = 0.0
        # What the first task loads and works out (templates, patterns, dictionaries), the others find ready.
        for number in range(len(tasks)):
            left = took / max(1, number - 1) * (len(tasks) - number)
            if left > WORTHWHILE and hasattr(os, "fork"):
                yield from self._together(work, job, tasks, number)
                return
            began = time.perf_counter()
            yield work(job, tasks[number])
            took += time.perf_counter() - began if number else 0.0

    def _together(self, work: Work[Task, Answer], job: Job, tasks: Sequence[Task], first: int) -> Iterator[Answer]:
        """Yield the answer to each task from the first on, worked out in several processes."""
        import multiprocessing

        gc.freeze()
        context, others = multiprocessing.get_context("fork"), multiprocessing.active_children()
        processes = min(self.processes, len(tasks) - first)
        pool = ProcessPoolExecutor(processes, mp_context=context, initializer=help_only_while_led)
        waiting: deque[Future[list[Answer]]] = deque()
        try:
            for piece in pieces(tasks, first):
                with started_undisturbed():
                    waiting.append(pool.submit(_many, work, job, piece))
                if len(waiting) > _AHEAD * processes:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BaseException:
            # Interrupted, or failed: nobody waits for work that nobody wants. What is half written counts as absent.
            for child in multiprocessing.active_children():
                if child not in others:
                    child.terminate()
            raise
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            gc.unfreeze()


def pieces(tasks: Sequence[Task], first: int = 0) -> Iterator[list[Task]]:
    """Yield tasks from the first on, some at a time: those that are worked out when they are asked for wait unmade."""
    for at in range(first, len(tasks), _CHUNK):
        yield [tasks[number] for number in range(at, min(at + _CHUNK, len(tasks)))]


@contextmanager
def crew_of(jobs: int | None, dask: str | None = None) -> Iterator[Crew]:
    """Give a crew of so many processes (None: as many as there are processors), or the workers of a Dask scheduler."""
    often = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield from _crews(jobs, dask)
    finally:
        gc.set_threshold(*often)


def _crews(jobs: int | None, dask: str | None) -> Iterator[Crew]:
    if dask:
        from roundtable_site.build.distant import distant_crew

        with distant_crew(dask) as crew:
            yield crew
        return
    processes = (
        jobs or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else jobs or os.cpu_count() or 1
    )
    yield Several(processes) if processes > 1 else Alone()


def _many(work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> list[Answer]:
    return [work(job, task) for task in tasks]
