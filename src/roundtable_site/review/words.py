"""The words of the review page and of what served pages are told, one catalogue for each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from roundtable_site.checking import Language

Words = Mapping[str, Any]
"""Tables of words by name."""
_FOLDER = Path(__file__).parent / "labels"


def words_for(languages: Sequence[str]) -> Words:
    """Give the words in the site's first language: English for English, else Chinese, as editors speak it."""
    return _read("en" if language_of(languages) == "en" else "zh-Hans")


def language_of(languages: Sequence[str]) -> Language:
    """Give the language that editors of a site are spoken to in."""
    return "en" if languages and languages[0].split("-")[0].lower() == "en" else "zh"


@lru_cache
def _read(language: str) -> Words:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
