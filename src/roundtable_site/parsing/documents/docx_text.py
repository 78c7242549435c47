"""Walk a Word document's body: every piece of text that a reader sees, in order.

The library's own `Paragraph.text` leaves out tracked insertions, text boxes, content controls and the words below ruby
readings, so the elements are walked here (ECMA-376, part 1, chapter 17).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from roundtable_site.parsing.documents.lines import DocumentLine, LineKind, split_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Not seen: what was deleted or moved away, a ruby's reading, an older form of the same drawing, properties.
_UNSEEN = frozenset(
    {_W + name for name in ("del", "moveFrom", "rt", "pPr", "rPr", "instrText", "delText", "sectPr", "tblPr", "sdtPr")}
    | {_COMPATIBLE + "Fallback"}
)
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}
_HEADING_STYLES = ("heading", "title", "标题", "標題")
_CAPTION_STYLES = ("caption", "题注", "題注")


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read, and the lines of text boxes anchored in it, which follow it."""

    kind: LineKind | None
    parts: list[str] = field(default_factory=list)
    boxes: list[DocumentLine] = field(default_factory=list)

    def lines(self) -> list[DocumentLine]:
        """Give the paragraph's lines, an empty one for an empty paragraph."""
        own = [DocumentLine(text, self.kind if text.strip() else None) for text in split_lines("".join(self.parts))]
        return own + self.boxes


def lines_of(body: Any, styles: Mapping[str, str]) -> list[DocumentLine]:
    """Give the lines of a body element; `styles` maps ids of styles to their names in small letters."""
    lines: list[DocumentLine] = []
    open_paragraphs: list[_Paragraph] = []
    for element, opens in _walk(body):
        name = _local(element)
        if name == "p" and opens:
            open_paragraphs.append(_Paragraph(_kind(element, styles)))
        elif name == "p":
            done = open_paragraphs.pop().lines()
            (open_paragraphs[-1].boxes if open_paragraphs else lines).extend(done)
        elif opens and open_paragraphs:
            open_paragraphs[-1].parts.append(_text(name, element))
    return lines


def _text(name: str, element: Any) -> str:
    """Give what one element adds to its paragraph."""
    return (element.text or "") if name == "t" else _BREAKS.get(name, "")


def _walk(root: Any) -> Iterator[tuple[Any, bool]]:
    """Yield every element as it opens and as it closes, without recursion, leaving out what no reader sees."""
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        element, opens = stack.pop()
        yield element, opens
        if opens:
            stack.append((element, False))
            stack += [(child, True) for child in reversed(element) if not _is_unseen(child)]


def _is_unseen(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _UNSEEN:
        return True
    if element.tag != _W + "r":
        return False
    hidden = element.find(f"{_W}rPr/{_W}vanish")
    return hidden is not None and hidden.get(_W + "val") not in ("0", "false", "off")


def _local(element: Any) -> str:
    """Give an element's name where it is one of the words of the format, else nothing."""
    tag: str = element.tag
    return tag[tag.rindex("}") + 1 :] if tag.startswith(_W) else ""


def _kind(paragraph: Any, styles: Mapping[str, str]) -> LineKind | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(_W + "val"), "") if style is not None else ""
    if name.startswith(_CAPTION_STYLES):
        return "caption"
    return "heading" if name.startswith(_HEADING_STYLES) else None
