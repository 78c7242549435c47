"""The attacked site, once for all tests that look at it."""

from pathlib import Path

import pytest

from hostile_site import attacked_site, plain_site


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """Write the site of the whole corpus."""
    return attacked_site(tmp_path_factory.mktemp("attacked"))


@pytest.fixture(scope="session")
def plain(tmp_path_factory) -> Path:
    """Write the same site with plain words in every place."""
    return plain_site(tmp_path_factory.mktemp("plain"))
