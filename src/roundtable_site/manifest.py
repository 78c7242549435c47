"""The list of what was published: a digest of every file, and of every article's source and content file.

It stands in the published folder as `manifest.json`, sorted and without a clock, so that two builds of one input give
the same bytes, and anybody can check a site (`roundtable verify`) or a part of it (sha256sum).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path

from msgspec import Struct

from roundtable_site.errors import RoundtableError

NAME = "manifest.json"
_PLAIN = re.compile(r"[A-Za-z0-9_./-]+").fullmatch
FORMAT = 1


class Origin(Struct, frozen=True):
    """The files that an article was made of, as paths from the site's folder, with their sha256 in hex digits."""

    source: str
    source_sha256: str
    content: str
    content_sha256: str


class Manifest(Struct, frozen=True):
    """What was published by which version of the tool: `files` maps a path in the folder to its sha256."""

    tool: str
    articles: Mapping[str, Origin]
    files: Mapping[str, str]


def digest(path: Path) -> str:
    """Give the sha256 of a file in hex digits."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def files_in(folder: Path) -> dict[str, str]:
    """Give the sha256 of every file of a folder by its path there, sorted; the manifest itself is left out."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name: digest(folder / name) for name in names if name != NAME}


def write(
    folder: Path, tool: str, articles: Mapping[str, Origin], files: Iterable[tuple[str, str]] | None = None
) -> None:
    """Write the manifest of a finished folder into it; `files` are its paths with their sha256, where that is known."""
    origins = {
        slug: {
            "content": {"file": origin.content, "sha256": origin.content_sha256},
            "source": {"file": origin.source, "sha256": origin.source_sha256},
        }
        for slug, origin in sorted(articles.items())
    }
    head = json.dumps({"format": FORMAT, "tool": tool, "articles": origins}, ensure_ascii=False, indent=1)
    known = sorted(files_in(folder).items() if files is None else files)
    # A new file: one that is there may be a published one, too (a hard link).
    (folder / NAME).unlink(missing_ok=True)
    with (folder / NAME).open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(head[: -len("\n}")] + ',\n "files": {')
        stream.writelines(f'{"," * (at > 0)}\n  {_quoted(name)}: "{sha}"' for at, (name, sha) in enumerate(known))
        stream.write("\n }\n}\n" if known else "}\n}\n")


def _quoted(name: str) -> str:
    # Most names need no care, and there are tens of thousands of them.
    return f'"{name}"' if _PLAIN(name) else json.dumps(name, ensure_ascii=False)


def read(folder: Path) -> Manifest:
    """Read the manifest of a published folder. Raises RoundtableError where there is none that can be read."""
    path = folder / NAME
    try:
        data = json.loads(path.read_bytes())
        known = data["format"]
        articles = {str(slug): _origin(entry) for slug, entry in data["articles"].items()}
        manifest = Manifest(str(data["tool"]), articles, {str(name): str(sha) for name, sha in data["files"].items()})
    except FileNotFoundError as error:
        raise RoundtableError.at(path, "there is no manifest here: name the folder that build published") from error
    except OSError as error:
        raise RoundtableError.at(path, f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise RoundtableError.at(path, "is no manifest of ours: build the site again") from error
    if known != FORMAT:
        raise RoundtableError.at(path, f"is of format {known}, and this version knows {FORMAT}: use the newer version")
    return manifest


def _origin(entry: Mapping[str, Mapping[str, str]]) -> Origin:
    source, content = entry["source"], entry["content"]
    return Origin(str(source["file"]), str(source["sha256"]), str(content["file"]), str(content["sha256"]))
