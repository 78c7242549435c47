"""The content file of the seed in the repository is what reading the seed gives today, byte for byte."""

import pytest

from roundtable_site.content import dump
from roundtable_site.reading import enriched, seeds_in
from roundtable_site.settings import load_settings
from support import REPOSITORY

SETTINGS = load_settings(REPOSITORY)


@pytest.mark.parametrize("seed", seeds_in(SETTINGS.seeds), ids=lambda path: path.stem)
def test_the_committed_reading_of_a_seed_is_todays(seed):
    committed = SETTINGS.content / ".parsed" / f"{seed.stem}.yml"
    assert dump(enriched(seed, SETTINGS)) == committed.read_text(encoding="utf-8"), (
        "reading changed: run make site, look at the difference in content/, and commit it with the change"
    )
