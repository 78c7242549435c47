"""Which files of a folder are articles, told by their names."""

from __future__ import annotations

from pathlib import Path

SEED_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def is_seed(path: Path) -> bool:
    """Tell whether a file is an article by its name; a README and what an open editor leaves beside a file are none."""
    note = path.stem.lower() == "readme" or path.name.startswith((".", "~$"))
    return path.suffix.lower() in SEED_SUFFIXES and not note and path.is_file()
