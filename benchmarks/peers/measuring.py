"""Run a program and say what it took: wall time, processor time, memory of all its processes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.05  # seconds between two looks at the processes
TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Taken:
    """Seconds of wall time and of all processors (user and system), and the peak of memory in bytes."""

    wall: float
    cpu: float
    memory: int


def run(command: Sequence[str], folder: Path, log: Path) -> Taken:
    """Run a command to its end and measure it with all its children.

    Memory is the largest sum of proportional set sizes seen: what several processes share counts once. Processor time
    is what the system accounts to the command and the children it waited for, or what was seen of its processes
    if that is more. Raises RuntimeError with the end of its output where the command fails.
    """
    with log.open("wb") as output:
        start = time.monotonic()
        child = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        peak, seen = 0, dict[int, float]()
        while True:
            ended, status, usage = os.wait4(child.pid, os.WNOHANG)
            if ended:
                break
            peak = max(peak, _look(child.pid, seen))
            time.sleep(EVERY)
        wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}:\n{log.read_text()[-2000:]}")
    return Taken(wall, max(usage.ru_utime + usage.ru_stime, sum(seen.values())), peak)


def _look(session: int, seen: dict[int, float]) -> int:
    """Give the memory of all processes of a session now, and keep the processor time of each in `seen`."""
    memory = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        with contextlib.suppress(OSError, IndexError, ValueError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) != session:
                continue
            seen[int(folder.name)] = (int(fields[11]) + int(fields[12])) / TICK
            lines = (folder / "smaps_rollup").read_text().splitlines()
            memory += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return memory


def weight(folder: Path, suffix: str = "") -> tuple[int, int]:
    """Give how many files a folder has, and their bytes; of one suffix alone if it is given."""
    sizes = [path.stat().st_size for path in folder.rglob(f"*{suffix}") if path.is_file() and not path.is_symlink()]
    return len(sizes), sum(sizes)
