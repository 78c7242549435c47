"""Cut a page into the blocks that a reader sees, in printed order; what is no text of an article stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from roundtable_site.parsing.documents.lines import clean
from roundtable_site.parsing.lexicon.tables import words

# Never text of the article: code, controls, and the page's own frame.
_UNSEEN = words(
    "script style template noscript head iframe object embed svg math canvas audio video map select option datalist "
    "button input textarea form dialog nav aside footer rt rp rtc menu"
)
# The page's own frame by what its makers call it, as a whole word of a class or an id.
_FRAME = re.compile(
    r"""(?<![a-z]) (?:
      nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|side-?bar|share|social|related|recommend(?:ed)?|relevant
    | comments?|footer|copy-?right|advert(?:isement)?|ads?|pagination|pager|hot-?news|toolbar|login|popup|modal
    ) (?![a-z])""",
    re.VERBOSE | re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span "
    "strike strong sub sup time tt u var wbr img picture source"
)
_TELLING = words("h1 h2 h3 h4 h5 h6 figcaption caption")
_DEEPEST = 256  # levels that are remembered of each block; pages of people are less than 40 deep
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u201c\u201d\u2018\u2019]"
# A line end in the page's source between two Chinese characters is no space.
_SOURCE_LINE_END = re.compile(rf"(?<={_WIDE})[ \t\r\f]*\n[ \t\n\r\f]*(?={_WIDE})")


class HtmlBlock(Struct, frozen=True):
    """One line as a reader sees it: its text, the `tag` that says what it is, how many characters of it are links.

    `within` are the elements it stands in, outermost first, by their number in the page.
    """

    text: str
    tag: str
    linked: int
    within: tuple[int, ...]


@dataclass(slots=True)
class _Cutter:
    """Collects text and gives a block at every edge of one."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0  # open links around the text
    tags: list[tuple[int, str]] = field(default_factory=list)
    blocks: list[HtmlBlock] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Take text as it stands in the page."""
        self.parts.append(text)
        if self.links:
            self.linked += len(text.strip())

    def edge(self) -> None:
        """End the line."""
        raw = _SOURCE_LINE_END.sub("", "".join(self.parts))
        text = clean(_SPACE.sub(" ", raw)).strip(" ")
        if text.strip():
            within = tuple(number for number, _ in self.tags[:_DEEPEST])
            self.blocks.append(HtmlBlock(text, self._tag(), self.linked, within))
        self.parts, self.linked = [], 0

    def _tag(self) -> str:
        """Give the element that says what the line is, else the innermost one."""
        near = [tag for _, tag in self.tags[-4:]]
        return next((tag for tag in reversed(near) if tag in _TELLING), near[-1] if near else "body")


def blocks_of(page: LexborHTMLParser) -> list[HtmlBlock]:
    """Give the blocks of a page that hold text."""
    cutter = _Cutter()
    numbers = 0
    for node, opens in _walk(page.body) if page.body is not None else ():
        tag = node.tag or ""
        if tag == "-text":
            cutter.text(node.text_content or "")
        elif tag in ("br", "hr"):
            if opens:
                cutter.edge()
        elif tag == "a":
            cutter.links += 1 if opens else -1
        elif tag == "q":
            cutter.text("“" if opens else "”")
        elif tag not in _INLINE:
            cutter.edge()
            if opens:
                numbers += 1
                cutter.tags.append((numbers, tag))
            else:
                cutter.tags.pop()
    cutter.edge()
    return cutter.blocks


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node as it opens and as it closes, without recursion, leaving out what no reader sees."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, opens = stack.pop()
        yield node, opens
        if not opens or node.tag == "-text":
            continue
        stack.append((node, False))
        child = node.last_child
        while child is not None:
            if child.tag == "-text" or (not (child.tag or "").startswith("-") and not _is_unseen(child)):
                stack.append((child, True))
            child = child.prev


def _is_unseen(node: LexborNode) -> bool:
    if node.tag in _UNSEEN:
        return True
    attributes = node.attributes
    if "hidden" in attributes or _HIDDEN.search(attributes.get("style") or ""):
        return True
    if (attributes.get("role") or "") in ("navigation", "complementary", "search", "banner", "contentinfo"):
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return node.tag in ("div", "ul", "ol", "section", "span", "p", "dl", "table") and bool(_FRAME.search(names[:400]))
