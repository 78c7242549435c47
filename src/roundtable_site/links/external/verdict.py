"""What an answer means for a link."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

GUARDED = {
    401: "asks for a login",
    403: "is forbidden, perhaps only to programs",
    405: "takes no plain request",
    407: "lies behind a proxy that asks for a login",
    429: "gets too many requests",
    451: "is withheld for legal reasons",
    999: "turns programs away",
}
"""Answers of a page that is there, but not for us: a person should look."""
_MEANING = {404: "not found", 410: "gone for good"}


class Verdict(Struct, frozen=True):
    """What is to be said of an address: "" as `severity` if nothing is.

    `asked` is False for what was taken from the cache; `network` marks a failure that may be this machine's own.
    """

    severity: Literal["", "error", "warning"] = ""
    reason: str = ""
    rule: str = "external"
    suggestion: str = ""
    asked: bool = True
    network: bool = False


def of_status(status: int, accept: tuple[int, ...] = ()) -> Verdict:
    """Judge a final status code.

    >>> of_status(204), of_status(404).reason, of_status(403).severity
    (Verdict(severity='', reason='', rule='external', suggestion='', asked=True, network=False), 'answers 404 (not found)', 'warning')
    """  # noqa: E501
    if 200 <= status < 300 or status == 304 or status in accept:
        return Verdict()
    if status in GUARDED:
        return Verdict("warning", f"answers {status}: {GUARDED[status]}")
    meaning = f" ({_MEANING[status]})" if status in _MEANING else ""
    return Verdict("error", f"answers {status}{meaning}")
