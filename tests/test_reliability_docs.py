"""The page of promises names tests that exist."""

import re

from support import REPOSITORY


def test_every_test_that_a_promise_names_exists():
    page = (REPOSITORY / "docs" / "reliability.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    written = set()
    for path in (REPOSITORY / "tests").rglob("test_*.py"):
        written |= set(re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= written, sorted(named - written)
