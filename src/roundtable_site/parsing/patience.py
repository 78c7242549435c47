"""No article takes all day: reading ends, in one line, when it has used up its time."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType

from roundtable_site.errors import RoundtableError


class _OutOfTimeError(BaseException):
    """Goes through whatever catches errors of libraries."""


@contextlib.contextmanager
def within(seconds: int, path: str) -> Iterator[None]:
    """Let work take so many seconds of the processor's time, however slow the machine is.

    Raises RoundtableError, one line, when they are over. In other threads than the main one, and on Windows, there is
    no such clock, and no end.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _end)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    except _OutOfTimeError:
        message = f"takes more than {seconds} seconds to read: is it one article? (seconds under [limits] allows more)"
        raise RoundtableError.at(path, message) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _end(_: int, __: FrameType | None) -> None:
    raise _OutOfTimeError
