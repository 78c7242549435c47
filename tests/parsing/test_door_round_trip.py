"""What reading gives can be written and read again: every figure in its text, every text in its paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from roundtable_site import content
from roundtable_site.parsing import parse_article

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "seeds").glob("*.txt")) + sorted((ROOT.parent / "shared" / "articles").glob("*.txt"))


@pytest.mark.parametrize("path", SOURCES, ids=[path.stem for path in SOURCES])
def test_an_article_as_read_is_the_same_after_writing_and_reading(path: Path) -> None:
    article = parse_article(path, root=path.parent)
    assert content.load_text(content.dump(article), f"content/{article.slug}.yml") == article
