"""The addresses in CSS: `url()`, `@import`, `image-set()` and `src()`, wherever CSS stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_WORTH_IT = re.compile(r"url\(|@import|src\(|image-set\(|\\", re.IGNORECASE)
"""Without any of these, no address can stand there (a backslash may spell each of them in another way)."""
_IMAGE_SETS = frozenset({"image-set", "-webkit-image-set"})


def find_addresses(css: str) -> Iterator[tuple[str, str]]:
    """Give where each address stands and the address.

    >>> list(find_addresses('@import "a.css"; p { background: url( b.png ), url("c d.png") } /* url(x) */'))
    [('@import', 'a.css'), ('url()', 'b.png'), ('url()', 'c d.png')]
    """
    if _WORTH_IT.search(css):
        yield from _addresses(css)


def _addresses(css: str) -> Iterator[tuple[str, str]]:
    # Most sites have a style sheet or two and no CSS in their pages: what is not needed is not loaded.
    from tinycss2 import parse_component_value_list

    levels = [_Level(parse_component_value_list(css, skip_comments=True), images=False)]
    while levels:
        level = levels[-1]
        for node in level.nodes:
            address = level.address(node)
            if address:
                place, level.rule = level.rule or "url()", ""
                yield place, address
            elif (inner := level.inner(node)) is not None:
                levels.append(inner)
                break
        else:
            levels.pop()


class _Level:
    """One level of brackets: what is left of it, the at-rule that is open there, and whether strings name images."""

    def __init__(self, nodes: list[Any], images: bool) -> None:
        self.nodes = iter(nodes)
        self.images = images
        self.rule = ""

    def address(self, node: Any) -> str | None:
        """Give the address that a token is, None if it is none."""
        if node.type == "at-keyword":
            self.rule = "@" + node.lower_value
        elif node.type == "{} block" or (node.type == "literal" and node.value == ";"):
            self.rule = ""
        is_named = node.type == "url" or (node.type == "function" and node.lower_name in ("url", "src"))
        if self.rule not in ("", "@import") or not (is_named or (node.type == "string" and (self.images or self.rule))):
            return None
        if node.type == "function":
            return next((str(part.value) for part in node.arguments if part.type == "string"), None)
        return str(node.value)

    def inner(self, node: Any) -> _Level | None:
        """Give the level that opens with a token, None if none does."""
        if node.type == "function":
            return _Level(node.arguments, node.lower_name in _IMAGE_SETS)
        return _Level(node.content, images=False) if node.type.endswith(" block") else None
