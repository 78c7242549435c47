"""What open pages are told: which site is served now, and what is wrong with the last build."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from html import escape

from msgspec import Struct

from roundtable_site.review import Words

HEARTBEAT = 15.0
"""Seconds after which a page that hears nothing gets a blank line, so that one that has gone is noticed."""
SCRIPT, STYLE, EVENTS = "/_serve/live.js", "/_serve/live.css", "/_serve/events"


class State(Struct, frozen=True):
    """The published site's mark (it changes when a file of the site does), and the problems of the last build."""

    version: str = ""
    problems: tuple[str, ...] = ()


class Hub:
    """Holds the state, and wakes whoever waits for the next one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._state = State()
        self._serial = 0
        self._closed = False

    @property
    def state(self) -> State:
        """The state as it is now."""
        with self._changed:
            return self._state

    def tell(self, state: State) -> None:
        """Set the state and wake all who wait."""
        with self._changed:
            self._state = state
            self._serial += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def events(self, words: Words) -> Iterator[bytes]:
        """Yield server-sent events: the state now, then each that follows; blank ones between keep the line open."""
        seen = -1
        yield b"retry: 1000\n\n"
        while not self._closed:
            serial, state = self._after(seen)
            yield _event(state, words) if serial != seen else b":\n\n"
            seen = serial

    def _after(self, seen: int) -> tuple[int, State]:
        """Wait for a state after the one seen, but no longer than a heartbeat."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._serial != seen, HEARTBEAT)
            return self._serial, self._state


def _event(state: State, words: Words) -> bytes:
    told = {"version": state.version, "title": words["live"]["failed"], "problems": state.problems}
    return f"data: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def with_script(html: bytes, version: str, words: Words) -> bytes:
    """Give a page with our script and style in it: files of the same origin, as the page's own policy demands."""
    live = words["live"]
    tags = (
        f'<link rel="stylesheet" href="{STYLE}"><script src="{SCRIPT}" defer data-version="{escape(version)}" '
        f'data-review="{escape(live["review"])}" data-close="{escape(live["close"])}"></script>\n'
    ).encode()
    before, found, after = html.rpartition(b"</body>")
    return before + tags + found + after if found else html + tags
