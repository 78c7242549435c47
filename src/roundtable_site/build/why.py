"""What a page was made from, and why the last build made it or left it: as data that can be printed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from roundtable_site.build.across_step import Across, Filled
from roundtable_site.build.edition import ACROSS
from roundtable_site.build.memory import Memory, recall, shelf_of
from roundtable_site.build.publish_step import ASSETS
from roundtable_site.build.work import FileFact, GroupFiles, Opened
from roundtable_site.cache import Shelf
from roundtable_site.errors import RoundtableError
from roundtable_site.settings import Settings
from roundtable_site.site.render import templates_of


class Why(Struct, frozen=True):
    """One published file: the group that it is made with, the files and templates it was made from, the rows it needs.

    `needs` are topics with keys of the rows of articles that a page across articles is made of, `articles` whose they
    are. `site` is what it says of the site as a whole. `last` says what the last build did with it, and why.
    """

    page: str
    group: str
    sha256: str
    files: tuple[str, ...]
    templates: tuple[str, ...]
    needs: tuple[str, ...]
    articles: tuple[str, ...]
    site: tuple[str, ...]
    last: str

    def lines(self) -> list[str]:
        """Say it in lines."""
        rows = {
            "made with": (self.group,), "from": self.files, "templates": self.templates, "rows": self.needs,
            "of articles": self.articles, "and all pages from": self.site,
        }  # fmt: skip
        found = [f"{name}: {', '.join(values)}" for name, values in rows.items() if values]
        return [f"{self.page} (sha256 {self.sha256[:12]}…)", *found, f"last build: {self.last}"]


def why(page: str, settings: Settings) -> Why:
    """Say why a published file is as it is. Raises RoundtableError for a file that the last build did not publish."""
    memory, shelf = recall(settings), shelf_of(settings)
    if memory.built is None:
        raise RoundtableError.at(settings.build, "no build with these settings is remembered: run build first")
    path = page.removeprefix(f"{settings.build}/").removeprefix("./")
    path = f"{path.rstrip('/')}/index.html".lstrip("/") if path.endswith("/") or not Path(path).suffix else path
    group = next((name for name, stood in memory.tree.groups.items() if path in stood.split()), None)
    if group is None:
        raise RoundtableError.at(path, "the last build published no such file: name it as it stands in build/")
    fact, order = _fact(shelf, memory, group, path)
    filled = _across(shelf, memory).filled.get(order, Filled("", GroupFiles(), b""))
    unchanged = "left as it was: nothing that it is made from had changed"
    return Why(
        page=path,
        group=order or group,
        sha256=fact.sha256,
        files=_files(shelf, memory, group, fact, settings),
        templates=templates_of(settings, fact.template) if fact.template else (),
        needs=tuple(f"{need.topic}/{'*' if need.key is None else need.key}" for need in filled.needs),
        articles=filled.articles,
        site=tuple(memory.parts),
        last=f"made: {memory.reasons[order or group]}" if (order or group) in memory.reasons else unchanged,
    )


def _across(shelf: Shelf, memory: Memory) -> Across:
    return shelf.get("across", "site", memory.groups.get(ACROSS, "-"), Across) or Across()


def _fact(shelf: Shelf, memory: Memory, group: str, path: str) -> tuple[FileFact, str]:
    """Give what is known of a file, and the name of its order if it is one across articles."""
    if group == ACROSS:
        for name, filled in _across(shelf, memory).filled.items():
            for fact in filled.files.files:
                if fact.path == path:
                    return fact, name
    elif group == ASSETS or group in memory.groups:
        kind, key = ("assets", "") if group == ASSETS else ("files", memory.groups[group])
        found = shelf.get(kind, group, key, GroupFiles) or GroupFiles()
        for fact in found.files:
            if fact.path == path:
                return fact, ""
    return FileFact(path, "", ""), ""


def _files(shelf: Shelf, memory: Memory, group: str, fact: FileFact, settings: Settings) -> tuple[str, ...]:
    """Name the files that a published file was made from."""
    if group not in memory.groups or group == ACROSS:
        return (fact.source,) if fact.source else ()
    opened = shelf.last("opened", f"{group}.yml", Opened)
    beside = tuple(path for path, digest in opened.beside if digest) if opened else ()
    pictures = tuple(str(settings.root / picture) for picture in opened.pictures) if opened else ()
    return (opened.path if opened else fact.source, *beside, *pictures)
