"""Watch the rules at work: which functions of a room were called for what, and what they gave back.

Rules say nothing of themselves while they read, so that reading stays fast and rules stay short. To explain a record
the article is read once more under Python's own profiler hook, and the calls are kept as a tree.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

ROOMS = ("roundtable_site.parsing.quotes", "roundtable_site.parsing.indicators")
"""Packages whose functions are watched."""


@dataclass(slots=True)
class Call:
    """One call of a rule: its module and name, what it was given and gave back, the calls it made in turn."""

    module: str
    name: str
    given: dict[str, Any]
    result: Any = None
    calls: list[Call] = field(default_factory=list)

    def all(self) -> Iterator[Call]:
        """Yield the call and all calls below it in the order in which they were begun."""
        waiting = [self]
        while waiting:
            call = waiting.pop()
            yield call
            waiting += reversed(call.calls)

    @property
    def says(self) -> str:
        """The first paragraph of the rule's docstring, or nothing."""
        rule: object = sys.modules.get(self.module)
        for part in self.name.split("."):
            rule = getattr(rule, part, None)
        return _first_words(rule)

    @property
    def module_says(self) -> str:
        """The first paragraph of the docstring of the rule's module."""
        return _first_words(sys.modules.get(self.module))


def _first_words(described: object) -> str:
    return " ".join((getattr(described, "__doc__", None) or "").split("\n\n")[0].split()).rstrip(".")


@contextmanager
def watched() -> Iterator[Call]:
    """Watch all rules that are called within the block; gives the root of the tree of calls."""
    root = Call("", "", {})
    before = sys.getprofile()
    sys.setprofile(_hook(root))
    try:
        yield root
    finally:
        sys.setprofile(before)


def _hook(root: Call) -> Callable[[FrameType, str, Any], None]:
    path: list[tuple[FrameType, Call]] = []

    def hook(frame: FrameType, event: str, arg: Any) -> None:
        if event == "call":
            module = frame.f_globals.get("__name__", "")
            if module.startswith(ROOMS):
                call = Call(module, frame.f_code.co_qualname, dict(frame.f_locals))
                (path[-1][1] if path else root).calls.append(call)
                path.append((frame, call))
        elif event == "return" and path and path[-1][0] is frame:
            path.pop()[1].result = arg

    return hook
