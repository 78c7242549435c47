"""Say where two built sites show a reader something different."""

from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

SPACE = re.compile(r"\s+")
LISTS = re.compile(r"(articles/.*|columns/.*|keywords/.*|districts/[^/]+/series/|((speakers|districts)/)?)index\.html")
"""Lists: the front page, all articles, guests, districts and keywords, and the series of a district."""
PART = re.compile(r"page/\d+/index\.html$")
"""A further part of what was cut into parts, by its address."""


def page_files(folder: Path) -> dict[str, Path]:
    """Give the pages of a built site by address, `…/index.html` or a name of its own."""
    return {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.html"))}


def visible_text(path: Path) -> str:
    """Give the words of a page, its title first, with white space folded."""
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    title = tree.css_first("title").text()
    tree.strip_tags(["script", "style"])
    return SPACE.sub(" ", f"{title} {tree.body.text(separator=' ')}").strip()


def differences(ours: Path, theirs: Path, *, lists: bool = True) -> list[str]:
    """List pages that only one site has, and pages whose words differ, with the first words that do.

    Without `lists`, pages that list all of something are left out, and those that ours cuts into parts.
    """
    mine, yours = page_files(ours), page_files(theirs)
    if not lists:
        cut = {PART.sub("index.html", name) for name in mine if PART.search(name)}
        left = {name for name in (*mine, *yours) if LISTS.fullmatch(name) or PART.sub("index.html", name) in cut}
        mine, yours = ({name: path for name, path in pages.items() if name not in left} for pages in (mine, yours))
    found = [f"{name}: only in {ours}" for name in mine if name not in yours]
    found += [f"{name}: only in {theirs}" for name in yours if name not in mine]
    for name in mine.keys() & yours.keys():
        one, other = visible_text(mine[name]), visible_text(yours[name])
        if one != other:
            at = next((i for i, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
            found.append(f"{name}: «{one[max(0, at - 10) : at + 30]}» and «{other[max(0, at - 10) : at + 30]}»")
    return sorted(found)
