"""How somebody is told how far the work has come; who that is and how, `links` does not know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

Over = Callable[[str, Iterable[Any]], Iterator[Any]]
"""Yields the items of a step that it is told the name of, and may tell somebody how many are done."""
