"""The process that builds: whatever happens in it, the server goes on serving the last good site.

It stays, so that the dictionary, the rules and the templates are loaded once, and a second build takes a fraction of
the first.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import traceback
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec import Struct

from roundtable_site.errors import Location, Problem, RoundtableError

PATIENCE = 5.0
"""Seconds that a build waits for a change on the review page, or another run, to be done with the folders."""


class Outcome(Struct, frozen=True):
    """What came of a build: its lines for the terminal, or the problems that ended it, and the warnings.

    `wrote` has the content files that it wrote itself, each with the sha256 of what it wrote.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    lines: tuple[str, ...] = ()
    wrote: tuple[tuple[Path, str], ...] = ()
    trace: str = ""

    @property
    def good(self) -> bool:
        """Say whether a site was published."""
        return not self.problems


def outcome_of(root: Path) -> Outcome:
    """Build the site in a folder; what is wrong is told, never raised."""
    from roundtable_site import summary
    from roundtable_site.build import build
    from roundtable_site.settings import load_settings

    try:
        built = build(load_settings(root), patience=PATIENCE)
    except RoundtableError as error:
        return Outcome(problems=error.problems)
    except Exception as error:
        said = f"this is a bug of ours, the terminal says more: {type(error).__name__}: {error}"
        return Outcome(problems=(Problem(Location(str(root)), said),), trace=traceback.format_exc())
    wrote = tuple((path.resolve(), digest) for path, digest in built.wrote)
    return Outcome(warnings=tuple(built.warnings), lines=tuple(summary.built_lines(built)), wrote=wrote)


def main(connection: Connection, root: Path) -> None:
    """Build whenever the server asks for it, until the server is gone."""
    # Ctrl-C reaches every process of the terminal: the server decides when this one ends. Told to end, a build clears
    # away what it had staged.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with contextlib.suppress(EOFError, OSError):
        while connection.recv():
            connection.send(outcome_of(root))
