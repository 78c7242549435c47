"""Addresses of the web that people write: whole, and able to be nothing else than a page's address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# White space, controls and marks that end an attribute, or that browsers take for others.
_NEVER = re.compile(r"[\s\x00-\x20\x7f-\x9f\"<>\\^`{|}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def is_web_address(text: str) -> bool:
    """Tell whether a text is the whole address of a page, so that it can become a link.

    >>> is_web_address("https://paper.example/a?b=1"), is_web_address("javascript:go()"), is_web_address("paper")
    (True, False, False)
    """
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and parts.username is None and not _NEVER.search(text)
