from pathlib import Path

import pytest

from roundtable_site.settings import Settings
from roundtable_site.site import plan, write
from site_example import ARTICLE, PRINTED


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    root = tmp_path / "site"
    root.mkdir()
    return Settings(root=root, title="江边数据", content=root / "content", templates=root / "templates")


@pytest.fixture
def site(settings):
    return plan([ARTICLE], settings, PRINTED)


@pytest.fixture
def published(site, tmp_path: Path) -> Path:
    folder = tmp_path / "build"
    write(site, folder)
    return folder
