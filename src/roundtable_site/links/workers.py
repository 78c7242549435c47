"""Reads many files on several processors; the result is the same on one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from roundtable_site.links.examine import Examined, Examiner
from roundtable_site.links.telling import Over
from roundtable_site.processes import help_only_while_led, started_undisturbed

_CHUNK = 64
_examiner: Examiner | None = None


def examine_all(
    examiner: Examiner,
    numbers: Sequence[int],
    workers: int | None = None,
    progress: Over | None = None,
) -> Iterator[Examined]:
    """Examine files by their numbers, in order, in as many processes as `workers` says (None: one)."""
    chunks = [numbers[start : start + _CHUNK] for start in range(0, len(numbers), _CHUNK)]
    results = (found for chunk in _examined_chunks(examiner, chunks, max(1, workers or 1)) for found in chunk)
    for _, found in zip(progress("checking links", numbers) if progress else numbers, results, strict=True):
        if found is not None:
            yield found


def _examined_chunks(
    examiner: Examiner, chunks: Sequence[Sequence[int]], workers: int
) -> Iterator[list[Examined | None]]:
    if workers == 1 or not hasattr(os, "fork"):
        _take(examiner)
        yield from map(_examine_chunk, chunks)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(examiner,)) as pool:
        with started_undisturbed():
            results = pool.map(_examine_chunk, chunks)
        yield from results


def _begin(examiner: Examiner) -> None:
    help_only_while_led()
    _take(examiner)


def _take(examiner: Examiner) -> None:
    global _examiner
    _examiner = examiner


def _examine_chunk(numbers: Sequence[int]) -> list[Examined | None]:
    assert _examiner is not None
    return [_examiner.examine(number) for number in numbers]
