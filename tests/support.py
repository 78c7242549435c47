"""Where things are, and small helpers for tests."""

from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
ARTICLES = Path(__file__).parent / "articles"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, with its bytes; what builds remember (`.roundtable`) is left out."""
    found = ((str(p.relative_to(folder)), p) for p in sorted(folder.rglob("*")) if p.is_file())
    return {name: p.read_bytes() for name, p in found if ".roundtable" not in name}
