"""How other sites are asked."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from roundtable_site import __version__

USER_AGENT = (
    f"roundtable-linkcheck/{__version__} (checks links of a site before it is published; HEAD first, no crawling)"
)


class External(Struct, frozen=True):
    """How other sites are asked. Times are in seconds.

    `allow` and `ignore` are regular expressions: with any `allow`, only addresses that match one are asked for, and
    those that match an `ignore` never. `accept` are status codes to be taken as sound. Good answers are kept in
    `cache` and not asked for again within `cache_age`. A server that asks for more than `longest_wait` is left alone.
    """

    timeout: float = 15.0
    deadline: float = 45.0
    retries: int = 2
    back_off: float = 1.0
    longest_wait: float = 60.0
    at_once: int = 16
    per_host: int = 2
    redirects: int = 10
    fragments: bool = False
    allow: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    accept: tuple[int, ...] = ()
    cache: Path | None = None
    cache_age: float = 86_400.0
    user_agent: str = USER_AGENT
