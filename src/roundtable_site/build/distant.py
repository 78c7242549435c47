"""A crew on other machines: the workers of a Dask scheduler, which see the site's folder under the same path.

Every task is a function of files and of what it is told, so that one that was lost with its worker is simply done
again by another; the bytes are those of a build on one machine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

from roundtable_site.build.crew import Alone, Answer, Crew, Task, Work, pieces
from roundtable_site.build.work import Job
from roundtable_site.errors import RoundtableError

FEW = 6
"""Tasks up to which sending them away would cost more than it saves."""
_AHEAD = 4
"""Pieces of work that wait at each worker: enough to keep it busy, few enough to be lost."""
_RETRIES = 10
_PATIENCE = 30
"""Seconds to wait for the scheduler, and for its first worker."""


@contextmanager
def distant_crew(address: str) -> Iterator[Crew]:
    """Give a crew of the workers of a scheduler. Raises RoundtableError where it cannot be reached."""
    try:
        from distributed import Client
    except ImportError as error:
        raise RoundtableError.at(address, "Dask is not installed: pip install 'roundtable-site[archive]'") from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
        client.wait_for_workers(1, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise RoundtableError.at(address, f"no Dask scheduler with workers answers here ({error})") from error
    try:
        yield Distant(client)
    finally:
        client.close()


class Distant:
    """Does many tasks on the workers of a scheduler, few of them in this process."""

    def __init__(self, client: Any) -> None:
        self.client = client

    def each(self, work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Yield the answer to each task, in the order of the tasks."""
        if len(tasks) <= FEW:
            yield from Alone().each(work, job, tasks)
            return
        ahead = _AHEAD * max(1, len(self.client.scheduler_info()["workers"]))
        waiting: deque[Any] = deque()
        for piece in pieces(tasks):
            waiting.append(self._submit(work, job, piece))
            if len(waiting) > ahead:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()

    def _submit(self, work: Work[Task, Answer], job: Job, chunk: list[Task]) -> Any:
        # Not pure: what a task gives depends on files, too.
        return self.client.submit(partial(_many, work, job), chunk, pure=False, retries=_RETRIES)


def _many(work: Work[Task, Answer], job: Job, tasks: Sequence[Task]) -> list[Answer]:
    return [work(job, task) for task in tasks]
