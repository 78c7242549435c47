"""What can be told to the check, by its function and by its own small command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from roundtable_site.errors import RoundtableError
from roundtable_site.links import External, Report, check
from roundtable_site.links.__main__ import main

Checker = Callable[..., Report]
Lay = Callable[[Mapping[str, str | bytes]], Path]
SITE = {"index.html": '<a href="gone.html"></a><a href="old/a.html">', "old/a.html": '<a href="gone.html">'}


def test_links_can_be_left_out_by_a_pattern_and_are_counted(checked: Checker) -> None:
    report = checked(SITE, ignore=["^gone"])
    assert (report.findings, report.counts.ignored) == ((), 2)


def test_files_can_be_left_out_of_the_site(checked: Checker) -> None:
    report = checked(SITE, exclude=["old/*"])
    assert [finding.message for finding in report.findings] == ["gone.html → no such file", "old/a.html → no such file"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"base_url": "example.org"}, "example.org: is no base address: write it like https://example.org/news/"),
        ({"ignore": ["("]}, "(: is no regular expression: missing ), unterminated subpattern at position 0"),
        ({"external": External(allow=("[",))}, "[: is no regular expression: unterminated character set at position 0"),
    ],
)
def test_options_that_cannot_be_used_are_refused(lay: Lay, options: dict[str, object], message: str) -> None:
    with pytest.raises(RoundtableError) as raised:
        check(lay(SITE), **options)  # type: ignore[arg-type]
    assert str(raised.value) == message


def test_progress_is_told(checked: Checker) -> None:
    told: list[tuple[int, int]] = []
    checked(SITE, progress=lambda done, total: told.append((done, total)))
    assert told == [(2, 2)]


@pytest.mark.parametrize(
    ("switches", "code"),
    [
        ([], 1),
        (["--ignore", "gone"], 0),
        (["--format", "json"], 1),
        (["--base-url", "nothing"], 2),
        (["--external", "--allow", "^none$", "--ignore", "gone"], 0),
    ],
)
def test_the_small_command_takes_the_same_options(
    lay: Lay, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], switches: list[str], code: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["links", str(lay(SITE)), *switches])
    assert main() == code
    out, err = capsys.readouterr()
    assert "checked 2 pages" in (err if "json" in switches else out) or code == 2
    if "json" in switches:
        assert json.loads(out)["errors"] == 2
