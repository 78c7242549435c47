"""A small site on the disk, from a table of paths and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from roundtable_site.links import Report, check

Checker = Callable[..., Report]


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Mapping[str, str | bytes]], Path]:
    def lay_down(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "site"
        for name, content in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return lay_down


@pytest.fixture
def checked(lay: Callable[[Mapping[str, str | bytes]], Path]) -> Checker:
    def check_files(files: Mapping[str, str | bytes], **options: object) -> Report:
        return check(lay(files), **options)  # type: ignore[arg-type]

    return check_files
