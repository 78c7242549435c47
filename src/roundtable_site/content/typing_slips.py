"""Slips of typing that YAML notices too late, or takes for something else: where each stands, and what to type."""

from __future__ import annotations

import re
from collections.abc import Callable

_SLIPS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"^(?P<at>)(?:<{7}|={7}|>{7}|\|{7})(?: |$)"),
        lambda _: "the mark of a conflict between two versions: keep one of the two, and take the marks out",
    ),
    (
        re.compile(r"^ *(?P<at>[\u3000\u00a0])"),
        lambda _: "a full-width space in the indentation: use plain spaces",
    ),
    (
        re.compile(r"(?:^ *(?:- )?|[{,] *)(?P<name>[a-z_]+) *(?P<at>：)"),
        lambda found: f"a full-width colon: write {found['name']}: with a plain colon and a space",
    ),
    (
        re.compile(r"^ *(?:- )?(?P<name>[a-z_]+):(?!//)(?P<at>[^\s])"),
        lambda found: f"no space after the colon: write {found['name']}: and a space before the value",
    ),
    (
        re.compile(r"""^ *(?:- )?[a-z_]+: +(?P<at>")(?:[^"\\]|\\.)*$"""),
        lambda _: "a quotation mark is opened and not closed on this line",
    ),
)


def first_slip(text: str, until: int) -> tuple[int, int, str] | None:
    """Give line, column and message of the first slip up to a line, None if there is none; for broken YAML alone.

    >>> first_slip("source:\\n  date：2022-10-18\\n  page: 3", 3)
    (2, 7, 'a full-width colon: write date: with a plain colon and a space')
    """
    for number, line in enumerate(text.split("\n")[:until], start=1):
        for pattern, message in _SLIPS:
            if found := pattern.search(line.rstrip("\r")):
                return number, found.start("at") + 1, message(found)
    return None
