"""A page read as a stream: elements as they open and close, and text between them. Knows nothing of what wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_WHITE = re.compile(r"\s+")
_UNSEEN = frozenset({"script", "style", "template", "-comment"})


class Step(NamedTuple):
    """One step through a page: an element opens or closes (`tag`, `attributes`), or text stands there."""

    kind: Literal["open", "close", "text"]
    tag: str
    attributes: dict[str, str | None]
    text: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the element."""
        return frozenset((self.attributes.get("class") or "").split())


def bare(text: str) -> str:
    """Give text without white space, as words are compared: where the lines break is not what they say.

    >>> bare("增长 2\\n倍")
    '增长2倍'
    """
    return _WHITE.sub("", text)


def steps(markup: bytes | str) -> Iterator[Step]:
    """Walk through a page in order, however deeply it is nested; scripts, drawings and comments are passed over."""
    root = LexborHTMLParser(markup).root
    waiting: list[tuple[LexborNode, bool]] = [(root, False)] if root else []
    while waiting:
        node, seen = waiting.pop()
        tag = node.tag or ""
        if tag == "-text":
            yield Step("text", tag, {}, node.text_content or "")
        elif seen:
            yield Step("close", tag, node.attributes)
        elif tag not in _UNSEEN:
            yield Step("open", tag, node.attributes)
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(list(node.iter(include_text=True))))
