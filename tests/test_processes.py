"""No process outlives the one that it helps."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from roundtable_site.processes import started_undisturbed

LEADER = """
import sys, time
from concurrent.futures import ProcessPoolExecutor
import multiprocessing, os
from roundtable_site.processes import help_only_while_led

pool = ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"), initializer=help_only_while_led)
print(*{pool.submit(os.getpid).result() for _ in range(20)}, flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is looked at")
def test_helpers_end_where_their_leader_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", LEADER], stdout=subprocess.PIPE, text=True) as leader:
        assert leader.stdout
        helpers = [int(number) for number in leader.stdout.readline().split()]
        leader.send_signal(signal.SIGKILL)
    assert helpers
    deadline = time.monotonic() + 10
    while any(map(is_there, helpers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [number for number in helpers if is_there(number)]


def is_there(process: int) -> bool:
    """Tell whether a process still runs; one that only waits for its end to be noticed does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_an_interruption_while_processes_are_started_comes_afterwards() -> None:
    steps: list[str] = []
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def interrupted() -> None:
        with started_undisturbed():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)
            steps.append("started")
        steps.append("not reached")

    try:
        with pytest.raises(KeyboardInterrupt):
            interrupted()
    finally:
        signal.signal(signal.SIGINT, before)
    assert steps == ["started"]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())
