"""Where the time of a build went: by step, and by template and kind of file. No page knows of it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Clock:
    """Seconds by step (as they passed), and by what was made (of processors, added up over all processes)."""

    steps: dict[str, float] = field(default_factory=dict)
    made: dict[str, tuple[int, float]] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Take the time of a step; what is done in it again is added."""
        start = time.monotonic()
        try:
            yield
        finally:
            self.steps[name] = self.steps.get(name, 0.0) + time.monotonic() - start

    def add(self, times: Mapping[str, tuple[int, float]]) -> None:
        """Add what was made by somebody: how many of a kind, and the seconds of a processor that they took."""
        for name, (number, seconds) in times.items():
            count, sum_ = self.made.get(name, (0, 0.0))
            self.made[name] = count + number, sum_ + seconds

    def lines(self) -> list[str]:
        """Say it as two tables, the longest first."""
        total = sum(self.steps.values()) or 1.0
        lines = [f"{seconds:9.3f} s  {seconds / total:4.0%}  {name}" for name, seconds in _longest(self.steps)]
        for name, seconds in _longest({name: seconds for name, (_, seconds) in self.made.items()}):
            count = self.made[name][0]
            lines.append(f"{seconds:9.3f} s  {seconds / count * 1000:8.2f} ms each  {count:,} {name}")
        return lines

    def shape(self) -> dict[str, object]:
        """Give it as plain values: seconds by step, and number and seconds by what was made."""
        made = {name: {"number": number, "seconds": round(seconds, 4)} for name, (number, seconds) in self.made.items()}
        return {"steps": {name: round(seconds, 4) for name, seconds in self.steps.items()}, "made": made}


def _longest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda item: -item[1])
