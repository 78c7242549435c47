"""How rare a word is in Chinese texts at large: jieba's table of inverse document frequencies, exact."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.util import find_spec
from pathlib import Path

# What jieba takes for a word that its table lacks: the median of the table.
UNKNOWN = Decimal("11.9547675029")


def is_known(word: str) -> bool:
    """Say whether the table has a word."""
    return word in _table()


def idf_of(word: str) -> Decimal:
    """Give a word's inverse document frequency (natural logarithm), from 0.9 (everywhere) to 13.9 (seen once)."""
    found = _table().get(word)
    return UNKNOWN if found is None else Decimal(found)


@cache
def _table() -> dict[str, str]:
    """Read the table, 270,000 words, at first need (0.1 s); jieba itself is not loaded for it."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("jieba is not installed: pip install jieba")
    fields = (Path(spec.origin).parent / "analyse" / "idf.txt").read_text(encoding="utf-8").split()
    return dict(zip(fields[::2], fields[1::2], strict=True))
