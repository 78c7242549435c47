"""Start everything, say where to look, and end it cleanly."""

from __future__ import annotations

import errno
import os
import secrets
import signal
import threading
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from roundtable_site.errors import Problem, RoundtableError
from roundtable_site.serve.admission import Door, is_local
from roundtable_site.serve.app import App
from roundtable_site.serve.child import Outcome
from roundtable_site.serve.live import Hub, State
from roundtable_site.serve.rebuilding import Builder, Rebuilding
from roundtable_site.serve.requests import Request
from roundtable_site.serve.server import Reply, Server
from roundtable_site.serve.watching import Watching
from roundtable_site.settings import load_settings

TRIES = 20
"""Ports after the wished one that are tried; then the system chooses."""

Say = Callable[[Iterable[str]], None]
Warn = Callable[[Iterable[Problem]], None]


class Wishes(Struct, frozen=True):
    """Where to listen (another port is taken where this one is in use), and whether to open a browser."""

    port: int = 8000
    host: str = "127.0.0.1"
    opened: bool = False


def serve(root: Path, wishes: Wishes, say: Say, warn: Warn) -> None:
    """Build and serve the site in `root` until Ctrl-C; `say` and `warn` print to the terminal.

    Raises RoundtableError for settings that cannot be read and for an address that cannot be listened at; whatever is
    wrong later is told in the terminal and in the page, and the last good site is served on.
    """
    hub = Hub()
    app = App(load_settings(root), hub)
    hub.tell(State(version=app.version()))
    server = listening(wishes, app.reply)
    ending = Ending()
    session = Session(app, server, say, warn)
    try:
        session.begin(wishes)
        ending.wait()
    finally:
        session.end()
    say(["stopped"])


def listening(wishes: Wishes, reply: Callable[[Request, Door], Reply]) -> Server:
    """Listen at the wished port, or at the next free one. Raises RoundtableError where none can be listened at."""
    token = secrets.token_urlsafe(32)
    beyond = range(wishes.port + 1, min(wishes.port + TRIES, 65535) + 1) if wishes.port else ()
    for port in (wishes.port, *beyond, 0):
        try:
            return Server(wishes.host, port, token, reply)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES) or port == 0:
                said = (
                    f"cannot listen there ({(error.strerror or str(error)).lower()}): give an address of this machine"
                )
                raise RoundtableError.at(f"--host {wishes.host}", said) from error
    raise AssertionError("the last port is any free one")


class Session:
    """Everything that runs while the site is served."""

    def __init__(self, app: App, server: Server, say: Say, warn: Warn) -> None:
        self.app, self.server, self.say, self.warn = app, server, say, warn
        self.rebuilding = Rebuilding(Builder(app.settings.root), self.told)
        self.watching = Watching(app.settings, self.rebuilding.changed)
        self.opening: str | None = None
        self._first = True

    def begin(self, wishes: Wishes) -> None:
        """Start, and say where to look."""
        host, port = self.server.door.host, self.server.door.port
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        lines = [f"serving {address}  review {address}_review/  stop with Ctrl-C"]
        if wishes.port not in (0, port):
            lines.insert(0, f"port {wishes.port} is taken: using {port}")
        if not is_local(host):
            lines.append("note: other machines can see the site; only this one can open the review page")
        self.opening = address if wishes.opened else None
        for thread in (threading.Thread(target=self.server.serve_forever, daemon=True), self.rebuilding, self.watching):
            thread.start()
        self.rebuilding.changed()
        self.say(lines)

    def told(self, outcome: Outcome) -> None:
        """Tell the terminal and the open pages what came of a build."""
        self.app.refresh()
        self.warn([*outcome.problems, *outcome.warnings])
        if outcome.trace:
            self.say([outcome.trace])
        problems = tuple(str(problem) for problem in outcome.problems)
        self.app.hub.tell(State(self.app.version(), problems))
        if outcome.good:
            self.say(outcome.lines if self._first else outcome.lines[-2:-1])
        else:
            self.say(["the last good site is still served" if self.app.version() else "there is no site to serve yet"])
        self._first = self._first and not outcome.good
        if self.opening is not None:
            webbrowser.open(self.opening)
            self.opening = None

    def end(self) -> None:
        """End everything; the published site stays as it is."""
        self.app.hub.close()
        self.server.shutdown()
        self.server.server_close()
        self.watching.close()
        self.rebuilding.close()


class Ending:
    """Told to end by Ctrl-C or by the system, from the moment it is made on.

    The signal itself writes into a pipe. A handler in Python would come too late: it runs between two steps of the main
    thread only, and a wait that has just begun is no such place.
    """

    def __init__(self) -> None:
        self._told, tell = os.pipe()
        os.set_blocking(tell, False)
        signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: None)

    def wait(self) -> None:
        """Wait until it is time to end."""
        while os.read(self._told, 1)[0] not in (signal.SIGINT, signal.SIGTERM):
            pass
