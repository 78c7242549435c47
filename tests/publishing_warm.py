"""Load everything that a build loads, once for all processes that tests fork: the dictionary takes a second."""

import tempfile
from pathlib import Path

from publishing_support import build_at, change_seed, make_site, problems_of_building

with tempfile.TemporaryDirectory() as folder:
    site = make_site(Path(folder) / "site")
    build_at(site)
    change_seed(site, 1)
    build_at(site)
    (site / "seeds/empty.txt").touch()
    problems_of_building(site)
