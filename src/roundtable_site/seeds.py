"""Which files of a folder are articles, told by their names."""

from __future__ import annotations

from pathlib import Path

from roundtable_site.errors import Location, Problem

SEED_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def is_seed(path: Path) -> bool:
    """Tell whether a file is an article by its name; a README and what an open editor leaves beside a file are none."""
    return path.suffix.lower() in SEED_SUFFIXES and not _is_note(path) and path.is_file()


def passed_over(folder: Path) -> list[Problem]:
    """Warn of what lies among the articles and is not read: a file of another kind, a folder that holds articles."""
    return [
        Problem(Location(str(path)), said, "warning")
        for path in sorted(folder.glob("*"))
        if not _is_note(path) and (said := _passed_over(path))
    ]


def _passed_over(path: Path) -> str:
    if path.is_dir():
        articles = sum(map(is_seed, path.glob("*")))
        return f"is a folder: the articles in it ({articles}) are not read; put them beside it" if articles else ""
    if path.suffix.lower() in SEED_SUFFIXES:
        return ""
    kinds = ", ".join(SEED_SUFFIXES)
    return f"is not read as an article: save its text in another form ({kinds}), or keep it elsewhere"


def _is_note(path: Path) -> bool:
    """Tell whether a name is that of a README, of a hidden file, or of what an open editor leaves beside a file."""
    return path.stem.lower() == "readme" or path.name.startswith((".", "~$")) or path.name.endswith(("~", ".bak"))
