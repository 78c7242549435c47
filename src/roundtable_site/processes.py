"""Processes that help another one: they end with it, however it ends."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 0.5
"""Seconds between two looks at whether the leading process is still there."""


def help_only_while_led() -> None:
    """Bind this process to the one that started it: to be called first in a helping process.

    A key that interrupts the work is for the leading process, which ends the others in good order. Where that process
    was killed, nobody would: a helper waits at a pipe that it holds open itself, and would wait there for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_without, args=(os.getppid(),), name="led", daemon=True).start()


@contextmanager
def started_undisturbed() -> Iterator[None]:
    """Put an interruption off while other processes are started; they begin with it put off, too.

    Python forks through hooks that swallow an exception: Ctrl-C at that moment would be lost, and the work go on. A new
    interpreter takes Ctrl-C before it can say that it ignores it.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_without(leader: int) -> None:
    while os.getppid() == leader:
        time.sleep(_PATIENCE)
    os._exit(1)
