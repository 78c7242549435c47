"""Where things are, and small helpers for tests."""

from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
ARTICLES = Path(__file__).parent / "articles"


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
