"""A request that was let in, and the form that it may carry."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from msgspec import Struct

MOST_FIELDS = 64


class Request(Struct, frozen=True):
    """What is asked for, under which of our names, by whom; `target` is the address as it came, still encoded."""

    method: str
    target: str
    host: str
    client: str
    body: bytes = b""

    @property
    def query(self) -> Mapping[str, str]:
        """The fields behind the question mark; none where they cannot be read."""
        return fields_of(self.target.partition("?")[2]) or {}


def fields_of(text: str | bytes) -> dict[str, str] | None:
    """Read the fields of a form, line ends as `\\n`; None where they are no form of ours.

    >>> fields_of("a=1&b=%E8%8C%B6"), fields_of(b"a=%ff")
    ({'a': '1', 'b': '茶'}, None)
    """
    try:
        plain = text.decode("ascii") if isinstance(text, bytes) else text
        pairs = parse_qsl(plain, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:  # also what is no ASCII or no UTF-8
        return None
    return {name: value.replace("\r\n", "\n").replace("\r", "\n") for name, value in pairs}
