"""What all tests of commands share."""

import pytest


@pytest.fixture(autouse=True)
def no_progress(monkeypatch):
    """Keep lines of progress out of what a command says, however slow the machine is."""
    monkeypatch.setattr("roundtable_site.progress.QUIET_FOR", float("inf"))
