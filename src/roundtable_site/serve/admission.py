"""Who may ask what: the rules by which a request is let in, before anything is looked at.

A page of another site can make the editor's browser send requests to this machine. So the name that the browser asked
for must be ours (else that page has pointed a name of its own at us: DNS rebinding), and whatever changes a file must
come from one of our own pages and carry the token that only these know.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hmac import compare_digest
from ipaddress import ip_address

from msgspec import Struct

_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+)(?::(?P<port>[0-9]{1,5}))?")
LOCAL_NAMES = frozenset(["localhost", "127.0.0.1", "[::1]"])


class Door(Struct, frozen=True):
    """Where the server listens, and the token that every change needs."""

    host: str
    port: int
    token: str

    @property
    def local(self) -> bool:
        """Say whether only this machine can reach the server."""
        return is_local(self.host)


def is_local(address: str) -> bool:
    """Say whether an address is one of this machine alone.

    >>> is_local("127.0.0.1"), is_local("::1"), is_local("localhost"), is_local("0.0.0.0"), is_local("192.168.1.4")
    (True, True, True, False, False)
    """
    if address == "localhost":
        return True
    try:
        return ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


def knows_host(hosts: Sequence[str], door: Door) -> bool:
    """Say whether a request asks for us by a name of ours: exactly one Host, of this port.

    Where the editor opened the server to others, addresses in numbers are let in too: no name can be rebound to those.

    >>> door = Door("127.0.0.1", 8000, "")
    >>> [knows_host([h], door) for h in ("localhost:8000", "127.0.0.1:8000", "evil.example:8000", "localhost")]
    [True, True, False, False]
    """
    found = _HOST.fullmatch(hosts[0]) if len(hosts) == 1 else None
    if found is None or int(found["port"] or 80) != door.port:
        return False
    name = found["name"].lower()
    return name in LOCAL_NAMES or (not door.local and (name == door.host.lower() or _is_number(name)))


def _is_number(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def is_own_origin(origins: Sequence[str], host: str) -> bool:
    """Say whether a change comes from one of our own pages: an Origin that is the host asked for, and none else.

    >>> is_own_origin(["http://localhost:8000"], "localhost:8000"), is_own_origin([], "localhost:8000")
    (True, False)
    """
    return len(origins) == 1 and origins[0].lower() == f"http://{host.lower()}"


def has_token(given: str, door: Door) -> bool:
    """Compare a token in a time that does not tell how much of it was right."""
    return compare_digest(given.encode("utf-8", "replace"), door.token.encode("ascii"))
