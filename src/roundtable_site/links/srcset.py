"""The candidates of a srcset attribute, split as the HTML standard does (a comma may stand within an address).

Source: https://html.spec.whatwg.org/multipage/images.html#parsing-a-srcset-attribute
"""

from __future__ import annotations

import re

_SPACE = " \t\n\f\r"
_START = re.compile(rf"[{_SPACE},]*([^{_SPACE}]+)")  # white space and commas, then an address up to white space
_DESCRIPTORS = re.compile(r"[^,(]*(?:\([^)]*\)?[^,(]*)*")  # up to a comma that is not within brackets


def candidates(value: str) -> list[str]:
    """Give the addresses in a srcset, in order.

    >>> candidates("a.png 1x, data:image/gif;base64,AAAA 2x,b,c.png")
    ['a.png', 'data:image/gif;base64,AAAA', 'b,c.png']
    """
    found: list[str] = []
    position = 0
    while match := _START.match(value, position):
        position = match.end()
        address = match[1]
        if address.endswith(","):
            address = address.rstrip(",")
        elif descriptors := _DESCRIPTORS.match(value, position):
            position = descriptors.end()
        if address:
            found.append(address)
    return found
