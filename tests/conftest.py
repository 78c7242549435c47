"""What all tests share: a small site of our own words."""

import os
import shutil

import pytest
from hypothesis import settings as hypothesis_settings

from support import ARTICLES, REPOSITORY

# How fast a machine is decides no test, and chance only where many examples are asked for (`make soak`).
EXAMPLES = int(os.environ.get("ROUNDTABLE_EXAMPLES", "0"))
hypothesis_settings.register_profile("same", deadline=None, derandomize=True)
hypothesis_settings.register_profile("soak", deadline=None, max_examples=max(EXAMPLES, 1))
hypothesis_settings.load_profile("soak" if EXAMPLES else "same")


@pytest.fixture
def small_site(tmp_path):
    """Make a site of one small article, with nothing built yet."""
    (tmp_path / "seeds").mkdir()
    shutil.copy(ARTICLES / "chaye-yuanzhuo.txt", tmp_path / "seeds")
    return tmp_path


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory):
    """Build the site of the seed once for the whole run; tests read it and change nothing."""
    from roundtable_site.build import build
    from roundtable_site.settings import load_settings

    root = tmp_path_factory.mktemp("seed-site")
    shutil.copytree(REPOSITORY / "seeds", root / "seeds")
    shutil.copytree(REPOSITORY / "content" / "pages", root / "content" / "pages")
    build(load_settings(root))
    return root
