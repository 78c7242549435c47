"""Reads many files on several processors; the result is the same on one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from roundtable_site.links.examine import Examined, Examiner

_WORTH_IT = 600
"""Files below which starting further processes takes longer than they save."""
_CHUNK = 64
_examiner: Examiner | None = None


def examine_all(
    examiner: Examiner,
    numbers: Sequence[int],
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Examined]:
    """Examine files by their numbers, in order; `workers` is the number of processes (None: as fits the machine)."""
    chunks = [numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK)]
    done = 0
    for chunk, found in zip(chunks, _examined_chunks(examiner, chunks, _count(workers, len(numbers))), strict=True):
        yield from found
        done += len(chunk)
        if progress:
            progress(done, len(numbers))


def _count(workers: int | None, files: int) -> int:
    if workers is not None:
        return max(1, workers)
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(processors, 8) if files >= _WORTH_IT else 1


def _examined_chunks(examiner: Examiner, chunks: Sequence[Sequence[int]], workers: int) -> Iterator[list[Examined]]:
    if workers == 1 or not hasattr(os, "fork"):
        _take(examiner)
        yield from map(_examine_chunk, chunks)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_take, initargs=(examiner,)) as pool:
        yield from pool.map(_examine_chunk, chunks)


def _take(examiner: Examiner) -> None:
    global _examiner
    _examiner = examiner


def _examine_chunk(numbers: Sequence[int]) -> list[Examined]:
    assert _examiner is not None
    return [found for number in numbers if (found := _examiner.examine(number)) is not None]
