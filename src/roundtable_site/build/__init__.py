"""Build the whole site: the one room that knows every step, in order.

seeds → content → pages beside the published site → link check → swap. Whatever goes wrong before the swap, the readers
keep the site they had. What did not change since the last build is neither read nor made again; what is published is
the same, byte for byte, as if all had been made anew.
"""

from __future__ import annotations

import time

from msgspec.structs import replace

from roundtable_site.build.clock import Clock
from roundtable_site.build.memory import nothing_changed, recall
from roundtable_site.build.summing import Built, Contents, ReadNote
from roundtable_site.progress import Progress, Silent
from roundtable_site.publishing import hold
from roundtable_site.settings import Settings

__all__ = ["Built", "Clock", "Contents", "ReadNote", "build"]


def build(
    settings: Settings,
    progress: Progress | None = None,
    patience: float = 0.0,
    jobs: int | None = None,
    clock: Clock | None = None,
    dask: str | None = None,
) -> Built:
    """Read, check, render and publish, in `jobs` processes (None: as many as there are processors).

    `clock` takes the time of each step. `dask` is the address of a scheduler whose workers do the work instead; they
    see the site's folder under the same path.

    Waits up to `patience` seconds for another run that works on the same folders. Raises RoundtableError with every
    problem found; the old site then stays.
    """
    start, clock = time.monotonic(), clock or Clock()
    with hold(settings.content, settings.build, patience=patience):
        with clock.step("looking for changes"):
            memory = recall(settings)
            unchanged = nothing_changed(memory)
        if memory.built is not None and unchanged:
            return replace(memory.built, made=0, seconds=time.monotonic() - start)
        # Only a build that has work to do loads what does it.
        from roundtable_site.build.crew import crew_of
        from roundtable_site.build.full import build_what_changed

        with crew_of(jobs, dask) as crew:
            return build_what_changed(settings, memory, crew, progress or Silent(), clock, start)
