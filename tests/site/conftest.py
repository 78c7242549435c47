from pathlib import Path

import pytest

from roundtable_site.site import plan, write
from site_example import ARTICLE, PRINTED, ExampleSettings


@pytest.fixture
def settings(tmp_path: Path) -> ExampleSettings:
    root = tmp_path / "site"
    root.mkdir()
    return ExampleSettings(root)


@pytest.fixture
def site(settings):
    return plan([ARTICLE], settings, PRINTED)


@pytest.fixture
def published(site, tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    write(site, folder)
    return folder
